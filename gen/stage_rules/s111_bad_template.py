"""A text uses a construct that templates do not have.

What it finds: holes `{{ … }}` and blocks `{% … %}` with broken syntax, with names that begin with an underscore,
arithmetic, unknown functions or filters, macros, includes and the like; HTML in a text; a condition that is not a
flag; a table whose rows have more or fewer cells than its head, or more columns than a page has room for; headings
and lists deeper than the numbering; two things of one name.

Why it matters: clause libraries come from many hands: a text may print values, not run programs, and what it says
must not get lost on the page.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider.__class__ }}设服务热线。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线。

What to do: use the constructs of docs/writing-clauses.md: values, `table`, `ref`, `param`, `blank`, and `if` on
flags.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
