"""A remedy is promised as one thing or another.

What it finds: 解决或者提供备机 and the like: a duty of the provider that is met by either of two acts, without a word
on who chooses or when the second one takes the place of the first.

Why it matters: where nothing is agreed, the debtor chooses (民法典第五百一十五条): the promise to repair is gone, and
the deadline with it.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}修复故障或者提供备机。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}修复故障；临时恢复时限内不能恢复的，另行提供备机，原设备继续修复。

What to do: promise each with its own deadline, and say when the second takes the place of the first (`instead_of`,
`condition`).
"""

from __future__ import annotations

from gen.check.wording.lexicon import Told, word_rule
from gen.message import M
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

check_library, check = word_rule(
    Told(
        RULE,
        "either_or",
        M("`{word}` is met by either, and the provider chooses"),
        (M("promise each with its own deadline, and say when the second takes the place of the first"),),
    )
)
