"""A promise allows no exception.

What it finds: absolutes such as 绝不, 百分之百, 零故障, 永久保修, 一切故障, 任何地点, 全部责任. Where they stand in a
prohibition (不得以任何理由), they are none.

Why it matters: one exception is a breach, and the deadlines beside it show that exceptions are expected.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}保持业务零中断。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}不得以任何理由中止服务。

What to do: write the degree that can be kept, and what follows where it is not.
"""

from __future__ import annotations

from gen.check.wording.lexicon import Told, word_rule
from gen.message import M
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

check_library, check = word_rule(
    Told(RULE, "absolute", M("`{word}` allows no exception, so the first one is a breach"))
)
