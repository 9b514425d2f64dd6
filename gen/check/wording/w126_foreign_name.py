"""A name of another bid, or of another company, is left.

What it finds: the customer, project name or number of one bid in what another bid sets, or of any bid in a clause,
outline or profile; and names of companies typed into a wording that are neither ours nor the customer's.

Why it matters: the last customer's name is the surest sign of a copied bid; some tenders reject it outright.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}为示例单位设服务热线。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}为{{ customer }}设服务热线。

What to do: print `{{ customer }}`, `{{ project.name }}` or `{{ company.name }}`; take the foreign name out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from gen.check.context import Context
from gen.check.wording.passages import Passage, bid_passages, library_passages
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.bid import Bid
from gen.model.library import Library
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__)

_SHORTEST, _SHORTEST_PROJECT = 4, 6
"""Characters of a name; shorter ones are words of every text, as 测试项目 is for a project."""
_COMPANY = re.compile(r"[\u4e00-\u9fff（）]{4,24}?(?:股份有限公司|有限责任公司|集团有限公司|有限公司)")
_HELP = M("print the name by its hole, or take it out")


def check_library(library: Library) -> Iterator[Finding]:
    """One finding for each name of a bid, and for each foreign company, in the texts of the library."""
    names = _names(library.bids.values())
    ours = {library.company.name, library.company.short} if library.company else set()
    for passage in library_passages(library):
        for name, start, end in _found(names, passage):
            yield _finding(passage, name, start, end)
        if passage.where != "wording":
            continue
        for match in _COMPANY.finditer(passage.reading.text):
            if not any(name and name in match[0] for name in ours) and not any(name in match[0] for name in names):
                yield _finding(passage, match[0], *match.span(), severity=Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each name of another bid in what this one sets."""
    package = context.package
    own = _names([package.bid])
    names = _all_names(package.library)  # of all bids, so that one pattern serves them all
    for passage in bid_passages(package):
        for name, start, end in _found(names, passage):
            if not any(name in mine for mine in own):
                yield _finding(passage, name, start, end, bid=package.bid.id)


def _finding(
    passage: Passage, name: str, start: int, end: int, *, bid: str | None = None, severity: Severity | None = None
) -> Finding:
    return found(
        RULE,
        M("`{name}` is a name that does not belong here", name=name),
        Label(passage.reading.place(passage.text, start, end), M("`{word}` stands here", word=name)),
        helps=(_HELP,),
        key=(passage.owner, passage.part, name),
        bid=bid,
        severity=severity,
        confidence=Confidence.MEDIUM if severity else None,
    )


@lru_cache(maxsize=16)
def _all_names(library: Library) -> tuple[str, ...]:
    return _names(library.bids.values())


def _names(bids: Iterable[Bid]) -> tuple[str, ...]:
    """The names of customers and projects, and the projects' numbers."""
    made: dict[str, None] = {}
    for bid in bids:
        names = (bid.customer.name, _SHORTEST), (bid.project.name, _SHORTEST_PROJECT), (bid.project.number, _SHORTEST)
        made |= {str(name): None for name, shortest in names if len(name) >= shortest}
    return tuple(made)


def _found(names: tuple[str, ...], passage: Passage) -> Iterator[tuple[str, int, int]]:
    if names:
        for match in _pattern(names).finditer(passage.reading.text):
            yield match[0], *match.span()


@lru_cache(maxsize=256)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
