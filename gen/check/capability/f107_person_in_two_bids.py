"""One person is named in two bids that run at the same time.

What it finds: a name under `people` of two bids of the workspace. Where their dates, given under `dates` or by their
clauses, show that one ends (`term_ended`, else `warranty_ended`) before the other begins, it is no finding; dates that
are missing decide nothing.

Why it matters: a project manager named for two lots serves neither; many tenders reject both bids for it.

Fails:

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]
    people: [林示例]
    dates: {contract_signed: 2027-01-11, term_ended: 2028-01-10}

    # projects/other/project.yaml
    id: other
    title: 另一包
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]
    people: [林示例]
    dates: {contract_signed: 2027-06-01}

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    people:
      - {name: 林示例, role: 项目经理, duty: 负责人, certificate: 示例证书, years: 8年}

Passes:

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]
    people: [林示例]
    dates: {contract_signed: 2026-12-21, term_ended: 2027-02-26}

    # projects/other/project.yaml
    id: other
    title: 另一包
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2027-03-15}
    customer: {name: 示例单位}
    documents: [letter]
    people: [林示例]
    dates: {bid_deadline: 2027-03-15}

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    people:
      - {name: 林示例, role: 项目经理, duty: 负责人, certificate: 示例证书, years: 8年}

What to do: name another person in one of the bids, or enter the dates that keep them apart.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import combinations

from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.bid import Bid
from gen.model.library import Library
from gen.resolve import resolve
from gen.rule import Severity, rule
from gen.yamltree import place_of

RULE = rule(__name__, __doc__, Severity.WARNING)

_ENDS = ("term_ended", "warranty_ended")
"""Events with which a bid lets go of its people, the first of them that it dates."""


def check_library(library: Library) -> Iterator[Finding]:
    """One finding for each two bids that share people."""
    named: dict[str, list[str]] = {}
    for bid in library.bids.values():
        for name in bid.people:
            named.setdefault(str(name), []).append(str(bid.id))
    shared: dict[tuple[str, str], list[str]] = {}
    for name, bids in named.items():
        for pair in combinations(dict.fromkeys(bids), 2):
            shared.setdefault(pair, []).append(name)
    for (first, second), names in shared.items():
        if library.bids[first].people is library.bids[second].people:
            continue  # lots of one bid that name nobody of their own
        if not _apart(*(resolve(library, library.bids[bid])[0].bid for bid in (first, second))):
            yield _finding(library.bids[first], library.bids[second], names)


def _apart(first: Bid, second: Bid) -> bool:
    """Whether the dates of two bids show that one ends before the other begins."""
    return any(
        (end := _end(one)) is not None and end < _begin(other) for one, other in ((first, second), (second, first))
    )


def _begin(bid: Bid) -> datetime.date:
    """The first day that a bid dates."""
    return min(datetime.date.fromisoformat(day) for day in (bid.project.submission, *bid.dates.values()))


def _end(bid: Bid) -> datetime.date | None:
    ends = [bid.dates[event] for event in _ENDS if event in bid.dates]
    return datetime.date.fromisoformat(ends[0]) if ends else None


def _finding(first: Bid, second: Bid, names: list[str]) -> Finding:
    labels = [
        Label(place_of(name), M("named for `{bid}`", bid=bid.id))
        for bid in (first, second)
        for name in bid.people
        if name in names
    ]
    return found(
        RULE,
        M(
            "named for `{first}` and for `{second}` alike: {names}",
            names=tuple(names),
            first=first.id,
            second=second.id,
        ),
        *labels,
        notes=[M("nothing shows that one of the bids ends before the other begins")],
        helps=[
            M("name other people in one of the bids"),
            M("or enter under `dates` when the one ends and the other begins"),
        ],
        key=(str(first.id), str(second.id), *names),
    )
