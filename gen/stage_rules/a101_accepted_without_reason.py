"""An acceptance has no reason.

What it finds: a comment `# bidgen: ignore …` without a reason behind `--`, and an entry of accepted.yaml whose reason
holds no word. Neither accepts anything.

Why it matters: whoever reads the finding next year must know why it may stand; without that it stands for ever.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线  # bidgen: ignore W101
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

What to do: write the reason behind the rules: `# bidgen: ignore C301 -- ` and why.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
