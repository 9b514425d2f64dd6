"""One key stands twice in a mapping.

What it finds: the same key written twice in one mapping. YAML itself would take the last one in silence.

Why it matters: two values for one promise is just what this tool exists to end; here one of them would vanish unseen.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    title: 服务热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线。

What to do: keep the one that is meant.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
