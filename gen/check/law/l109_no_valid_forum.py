"""Disputes go to no valid forum.

What it finds: a wording that lets the parties choose between arbitration and a court, and arbitration as promised
without a named institution in the texts and values of the clause that promises it. A place is no name: at
甲方所在地的仲裁委员会 there may be none, or several. Two promises, one of a court and one of arbitration, are C101.

Why it matters: an agreement to arbitrate needs one chosen institution, and is void where the parties may go to court as
well; the dispute then begins with a dispute about where to have it.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 争议
    status: approved
    owner: legal
    review_by: 2027-10-01
    text: |
      协商不成的，可以向仲裁委员会申请仲裁，也可以向人民法院起诉。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 争议
    status: approved
    owner: legal
    review_by: 2027-10-01
    commitments:
      - {promise: dispute, is: arbitration, obligor: both}
    text: |
      协商不成的，提交砚屏仲裁委员会仲裁。裁决是终局的，双方不得再申请仲裁或者起诉。

What to do: name one of the two, a competent court or one arbitration institution by its full name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen.check.context import Context
from gen.check.law.phrase import phrased
from gen.check.sides import says
from gen.finding import Finding, found
from gen.message import M
from gen.model.fact import Fact
from gen.model.library import Library
from gen.quantity import Choice
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__)

_INSTITUTION = re.compile(r"(?P<name>[\u4e00-\u9fff（）()]{2,24}?)(?:国际)?(?:仲裁委员会|仲裁院|仲裁中心)")
_NO_NAME = re.compile(r"(的|地|当地|有关|相关|任一|任何|该|提交|提请|约定|管辖|双方|甲方|乙方|向|由|一个)$")


def check(context: Context) -> Iterator[Finding]:
    """Arbitration without a named institution, in the clause that promises it."""
    for fact in context.facts:
        chosen = fact.quantity.key if isinstance(fact.quantity, Choice) else ""
        if fact.dimension == "dispute" and chosen == "arbitration" and not any(map(_named, _texts(fact, context))):
            yield _finding(fact, context)


def check_library(library: Library) -> Iterator[Finding]:
    """Wordings that offer both."""
    return phrased(RULE, library)


def _texts(fact: Fact, context: Context) -> Iterator[str]:
    """What the clause says and what its values say."""
    clause = context.package.clauses[fact.clause].loaded.clause
    yield clause.text
    yield from clause.variants.values()
    for name in clause.params:
        yield from (setting.text for setting in context.package.setting(f"{clause.id}.{name}").values())


def _named(text: str) -> bool:
    """Whether a text names an arbitration institution, rather than saying where one may be found."""
    return any(not _NO_NAME.search(match["name"]) for match in _INSTITUTION.finditer(text))


def _finding(fact: Fact, context: Context) -> Finding:
    return found(
        RULE,
        M("arbitration is promised, but no institution is named"),
        says(fact),
        notes=[
            M(
                "{law}: {why}",
                law="《中华人民共和国仲裁法》（2025年）第二十七条、第二十九条",
                why=M("an agreement to arbitrate needs the intent, the matter and one chosen institution"),
            )
        ],
        helps=[M("name one institution by its full name, or choose the court")],
        key=("institution", fact.key),
        bid=context.package.bid.id,
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
    )
