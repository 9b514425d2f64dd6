"""An outcome is promised that nobody controls.

What it finds: guarantees of an outcome: 保证系统正常运行, 确保数据不丢失, 不会影响正常工作, 使用户满意. What the
customer is to guarantee does not count.

Why it matters: the outcome depends on power, users and third parties; and a repair time beside it says that the
outcome will fail at times.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}保证系统正常运行。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}按服务时限表所列的时限恢复业务；{{ customer }}应保证机房供电正常运行。

What to do: promise the work and its deadline, or a target that is measured.
"""

from __future__ import annotations

from gen.check.wording.lexicon import Told, word_rule
from gen.message import M
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

check_library, check = word_rule(Told(RULE, "outcome", M("`{word}` promises an outcome that nobody controls")))
