"""A promise takes itself back.

What it finds: hedges such as 通常, 原则上, 尽力, 力争, 目前提供, 视情况, 左右, 大约, 特殊情况除外. 一般 as the name
of a fault level is none.

Why it matters: a promise that is kept by doing nothing has no breach; evaluators read it as not promised.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}原则上在当日修复故障。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}在服务时限表所列的时限内修复一般故障。

What to do: take the hedge out; where there are true exceptions, list them.
"""

from __future__ import annotations

from gen.check.wording.lexicon import Told, word_rule
from gen.message import M
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

check_library, check = word_rule(Told(RULE, "hedge", M("`{word}` takes the promise back")))
