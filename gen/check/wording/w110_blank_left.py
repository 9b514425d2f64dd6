"""A blank or placeholder is left.

What it finds: XX, ***, ____, （）, 《》, 待定, 某某公司, and numbers that were never written: 保修期为年,
年月日. Lines to be filled by hand are printed by `blank(…)` and do not count.

Why it matters: a term without its number promises nothing, and a blank in a required form makes a bid invalid.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}的保修期为　　年。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}的保修期以投标函所载为准，签署日期：{{ blank(4) }}年{{ blank(2) }}月{{ blank(2) }}日。

What to do: fill it from a parameter; what is not agreed reads 无.
"""

from __future__ import annotations

from gen.check.wording.lexicon import ALL_TEXTS, Told, word_rule
from gen.message import M
from gen.rule import Confidence, rule

RULE = rule(__name__, __doc__, confidence=Confidence.MEDIUM)

check_library, check = word_rule(Told(RULE, "blank", M("`{word}` was to be filled in")), where=ALL_TEXTS)
