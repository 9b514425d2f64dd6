"""A comment speaks to bidgen, but says nothing that it knows.

What it finds: a comment that begins with `bidgen:` and does not go on with `ignore`.

Why it matters: somebody believes that a finding is accepted, and it is not.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线  # bidgen: ingore W101 -- 已与法务商定
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
    params:
      # bidgen: ignore R203 -- 采购人要求列出，正文待补
      open: {label: 热线时段, type: window, default: 7×24}
    text: |
      {{ provider }}设服务热线。

What to do: write `# bidgen: ignore`, the rules, `--` and the reason; begin a comment for people with other words.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
