"""A comment accepts findings of a rule that does not exist.

What it finds: a comment `# bidgen: ignore …` that names no rule, or one that has neither this id nor this name.

Why it matters: somebody believes that a finding is accepted, and it is not.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线  # bidgen: ignore C999 -- 已与法务商定
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
      # bidgen: ignore unused-parameter -- 采购人要求列出，正文待补
      open: {label: 热线时段, type: window, default: 7×24}
    text: |
      {{ provider }}设服务热线。

What to do: name the rule by its id or its name, as `bidgen rules` lists them.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
