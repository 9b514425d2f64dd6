"""An authority, tax or qualification is named that is no more.

What it finds: authorities that were merged into others (国家工商总局, 银监会), orders that were replaced
(财政部令第18号), taxes that ended (营业税) and qualifications that nobody grants any more (系统集成二级资质, a hint).
Laws and standards are told by `dead-law`.

Why it matters: a proof from an authority that is no more cannot be had, and the name dates the text.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}向工商行政管理部门备案。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}向市场监督管理部门备案。

What to do: name what took its place.
"""

from __future__ import annotations

from gen.check.wording.lexicon import Told, word_rule
from gen.message import M
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

check_library, check = word_rule(Told(RULE, "former", M("`{word}` is no more")))
