"""A comment accepts nothing.

What it finds: a comment `# bidgen: ignore …` with a rule that finds nothing on the line that it speaks of. It speaks of
its own line, or where it stands alone of the next one, and of the text that begins there. It is judged only when all
that it may concern could be read and was examined.

Why it matters: what it accepted has been mended; left in place it would accept the next mistake on that line, unseen.

Fails:

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
      {{ provider }}每周{{ open }}设服务热线。

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

What to do: delete the comment, or the rule from it that finds nothing.
"""

from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)
