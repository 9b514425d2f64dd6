"""A slip changes what is said.

What it finds: slips of input methods and conversions that change party, term or content: 拥护设备 (用户), 在延长
(再), 即使处理 (及时), 权力义务 (权利), doubled characters, letters inside words.

Why it matters: 在延长半年 can be read as an extension that already runs; who reads against the bidder, reads it so.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      因不可抗拒力不能履行的，{{ provider }}书面告知。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      因不可抗力不能履行的，{{ provider }}书面告知。

What to do: write the word that is meant.
"""

from __future__ import annotations

from gen.check.wording.lexicon import Told, word_rule
from gen.message import M
from gen.rule import Confidence, rule

RULE = rule(__name__, __doc__, confidence=Confidence.MEDIUM)

check_library, check = word_rule(Told(RULE, "garbled", M("`{word}` is a slip that says something else")))
