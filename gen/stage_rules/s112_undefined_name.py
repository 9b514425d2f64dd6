"""A text prints a name that is not defined.

What it finds: a name in `{{ … }}` or `$name` that is no parameter of the clause and no fact of the bid or the
company; the nearest one is offered.

Why it matters: an undefined name would print as nothing, and the bid would read “within  of the report”.

Fails:

    # clauses/hotline/answer.yaml
    id: hotline.answer
    title: 接听
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      within: {label: 接听时限, type: duration, default: 30秒}
    text: |
      {{ provider }}在{{ withn }}内接听；逾期的，于{{ within }}内回拨。

Passes:

    # clauses/hotline/answer.yaml
    id: hotline.answer
    title: 接听
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      within: {label: 接听时限, type: duration, default: 30秒}
    text: |
      {{ provider }}在{{ within }}内接听。

What to do: correct the name, or add the parameter to the clause.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
