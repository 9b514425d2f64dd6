"""A name refers to nothing that exists.

What it finds: a dimension, scope value, event, role, profile, document kind, theme or font that is not defined; the
nearest defined name is offered.

Why it matters: a promise under an unknown name would be compared with nothing.

Fails:

    # clauses/hotline/answer.yaml
    id: hotline.answer
    title: 接听
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      within: {label: 接听时限, type: duration, default: 30秒}
    commitments:
      - promise: hotline_anser
        at_most: $within
    text: |
      {{ provider }}在{{ within }}内接听。

Passes:

    # clauses/hotline/answer.yaml
    id: hotline.answer
    title: 接听
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      within: {label: 接听时限, type: duration, default: 30秒}
    commitments:
      - promise: hotline_answer
        at_most: $within
    text: |
      {{ provider }}在{{ within }}内接听。

What to do: use the name that is offered, or add the new one to clauses/vocabulary.yaml.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
