"""A key is not known here.

What it finds: a key that the schema of this file kind does not have; the nearest known key is offered.

Why it matters: a misspelt key would leave its default in force, and nobody would see that the value written was
never used.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    statsu: approved
    status: approved
    owner: service
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

What to do: use the key that is offered, or run `bidgen schema` and let the editor complete keys.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
