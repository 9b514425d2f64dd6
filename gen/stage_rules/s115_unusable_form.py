"""A form cannot be filled in.

What it finds: a choice of one; a scale that runs backwards; a row of a form that says nothing or two things; pairs of
label and field that do not fill the columns; a table whose rows have more cells than heads; a label or a text filled
in beforehand that has no room in its cell; a cell too narrow for what it is for, such as a date.

Why it matters: a form is printed and filled in by hand, often on the customer's site. What does not fit is written
across the lines, or not at all, and a record that cannot be read proves nothing.

Fails:

    # templates/forms/visit.yaml
    id: visit
    title: 回访记录表
    columns: 2
    rows:
      - fields: [{label: 回访方式, kind: choices, choices: [电话]}]
      - scale: {from: 7, to: 1, items: [工程师按约定时间到达]}

Passes:

    # templates/forms/visit.yaml
    id: visit
    title: 回访记录表
    columns: 2
    rows:
      - fields: [{label: 回访方式, kind: choices, choices: [电话, 上门]}]
      - scale: {from: 1, to: 7, items: [工程师按约定时间到达]}

What to do: what the finding says: give the field more room (`lines`, `span`, fewer `columns`), shorten the text, or
write the row anew.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
