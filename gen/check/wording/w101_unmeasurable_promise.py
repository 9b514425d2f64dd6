"""A promise is given in words that cannot be measured.

What it finds: words of time or quantity without a number, such as 第一时间, 尽快, 立即, 及时, 若干名, 长期保修. 尽快
and 第一时间 always count; most others are harmless where the same sentence gives the number, or speaks of what the
customer does.

Why it matters: nobody can be held to such a promise, so evaluators score it as none; beside a number elsewhere in the
bid it is a second, weaker value for one thing.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}接到报修后第一时间到达现场。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ customer }}发现异常的，应当立即告知。
      {{ provider }}按服务时限表所列的时限到达现场。

What to do: write the number as a parameter of the clause and declare it under `commitments`, or take the word out.
"""

from __future__ import annotations

from gen.check.wording.lexicon import Told, word_rule
from gen.message import M
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

check_library, check = word_rule(
    Told(
        RULE,
        "unmeasurable",
        M("`{word}` promises nothing that could be measured"),
        (M("print a parameter in its place, and declare it under `commitments`"),),
    )
)
