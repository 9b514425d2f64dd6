"""A key that must be there is missing.

What it finds: a required key that a mapping lacks.

Why it matters: the record is not complete, so it is left out, and with it whatever it promises.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线。

What to do: add the key; the finding says what it means.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
