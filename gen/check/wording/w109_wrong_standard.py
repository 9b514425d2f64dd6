"""A standard is cited wrongly.

What it finds: numbers of standards that are misspelt (IS09000 with a zero), withdrawn or replaced (OHSAS 18001, ISO
9001:2008), or cited for what they are not (ISO 10006 as a certified management system).

Why it matters: evaluators compare the number with the certificate; a wrong one costs the points of the certificate.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}通过IS09001质量管理体系认证。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}通过ISO 9001:2015质量管理体系认证。

What to do: write the number as the certificate or the standard itself has it.
"""

from __future__ import annotations

from gen.check.wording.lexicon import Told, word_rule
from gen.message import M
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

check_library, check = word_rule(Told(RULE, "wrong_standard", M("`{word}` is no standard that could be cited so")))
