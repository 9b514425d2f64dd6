"""Traces of a web page or an old file are left.

What it finds: watermarks and advertisements of document sites, page numbers and dotted lines of contents inside the
text, Word's “reference source not found”, broken encodings.

Why it matters: it tells every evaluator that the text was copied unread.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线。


      精品文档

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线。

What to do: delete it.
"""

from __future__ import annotations

from gen.check.wording.lexicon import ALL_TEXTS, Told, word_rule
from gen.message import M
from gen.rule import Confidence, rule

RULE = rule(__name__, __doc__, confidence=Confidence.MEDIUM)

check_library, check = word_rule(Told(RULE, "noise", M("`{word}` is no text of this bid")), where=ALL_TEXTS)
