"""A channel or technique is named that is no more.

What it finds: channels and techniques that are switched off: MSN, 寻呼, 拨号登录, 小灵通, ISDN, 软盘. What is only
out of favour (传真报修, Telnet, Windows 7) is a hint.

Why it matters: the promise cannot be performed over it, and it shows that the text was copied from an old bid.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}以远程拨号方式提供支持。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}经授权以加密会话远程接入。

What to do: name the channel that is really staffed.
"""

from __future__ import annotations

from gen.check.wording.lexicon import Told, word_rule
from gen.message import M
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

check_library, check = word_rule(Told(RULE, "obsolete", M("`{word}` is no longer in use")))
