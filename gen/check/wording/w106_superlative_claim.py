"""Something is called the first or the best.

What it finds: superlatives such as 最佳, 最先进, 国家级, 行业第一, 国际领先, 首屈一指. 最佳实践, 最优路径 and the
like are terms of the trade.

Why it matters: the advertising law forbids such words; whether a bid to one purchaser is an advertisement is open,
but a claim without proof also costs points.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}的技术达到国际领先水平。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}参照运维最佳实践编制作业规程。

What to do: name the certificate or the figure that shows it, or take it out.
"""

from __future__ import annotations

from gen.check.wording.lexicon import Told, word_rule
from gen.message import M
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

check_library, check = word_rule(Told(RULE, "superlative", M("`{word}` claims to be the first or the best")))
