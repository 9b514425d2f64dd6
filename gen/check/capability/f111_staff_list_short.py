"""The list of staff does not carry what the bid promises.

What it finds: staff promised for a channel (`staffing`) where the company's list names fewer people who serve on it;
certified staff promised (`staff_cert`) where fewer of them hold a certificate; more service points promised than
branches are listed; and people named for the bid (`people`) who are not on the list. A channel on which nobody of the
list serves is left out, as is a company without a list.

Why it matters: list and promise stand in the same bid; the evaluators count the rows, and may ask for proof of each
person.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: staffing
        scope: {channel: resident}
        at_least: 2人
    text: |
      {{ provider }}派驻场工程师。

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    people:
      - {name: 林示例, role: 工程师, duty: 驻场, certificate: 示例证书, years: 8年, channels: [resident]}

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: staffing
        scope: {channel: resident}
        at_least: 1人
    text: |
      {{ provider }}派驻场工程师。

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    people:
      - {name: 林示例, role: 工程师, duty: 驻场, certificate: 示例证书, years: 8年, channels: [resident]}

What to do: add the people to the list (`channels` says where each serves), or promise the number that is on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gen.check.capability.means import serving
from gen.check.context import Context
from gen.check.fixes import settings_to
from gen.decode import nearest
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.bid import Branch, Company, Person
from gen.model.fact import Fact
from gen.quantity import Count
from gen.rule import rule
from gen.yamltree import place_of

RULE = rule(__name__, __doc__)

_WITHOUT = {"", "无", "—", "-"}
"""What stands where somebody holds no certificate."""


def check(context: Context) -> Iterator[Finding]:
    """One finding for each promise that the list falls short of, and one for the names that it does not have."""
    company = context.package.company
    if company is None:
        return
    for fact in context.facts:
        rows = _rows(fact, company)
        if rows and isinstance(fact.quantity, Count) and fact.comparator != "at_most":
            listed = _certified(rows) if fact.dimension == "staff_cert" else rows
            if len(listed) < fact.quantity.amount:
                yield _short(fact, fact.quantity, rows, len(listed), context)
    yield from _unknown(context)


def _rows(fact: Fact, company: Company) -> Sequence[Person | Branch]:
    """The rows of the company's lists that a promise is about."""
    if fact.dimension == "service_points":
        return company.branches
    channels = fact.scope.get("channel", frozenset())
    if fact.dimension not in {"staffing", "staff_cert"} or len(channels) != 1:
        return ()
    return serving(company.people, next(iter(channels)))


def _certified(rows: Sequence[Person | Branch]) -> list[Person]:
    return [row for row in rows if isinstance(row, Person) and str(row.certificate).strip() not in _WITHOUT]


def _short(fact: Fact, promised: Count, rows: Sequence[Person | Branch], listed: int, context: Context) -> Finding:
    return found(
        RULE,
        M("{promise}: {value} promised, {listed} listed", promise=fact.named,
          value=str(promised), listed=listed),
        Label(fact.span, M("`{path}` says {value}", path=fact.path, value=str(promised))),
        *_listed(rows, context),
        helps=[M("add to the list who is missing; `channels` says where each person serves"),
               M("or promise no more than the list names")],
        key=(fact.key, fact.dimension),
        bid=context.package.bid.id,
        fixes=settings_to(context, (fact, Count(listed, promised.unit))),
    )  # fmt: skip


def _listed(rows: Sequence[Person | Branch], context: Context) -> Iterator[Label]:
    """Where those are named who serve the bid: in the bid, or else on the company's list."""
    bid = context.package.bid
    named = [name for name in (*bid.people, *bid.branches) if any(name == row.name for row in rows)]
    for name in named[:1]:
        yield Label(place_of(name), M("the bid names them here"))
    if not named:
        yield Label(place_of(rows[0].name), M("the list begins here"))


def _unknown(context: Context) -> Iterator[Finding]:
    company = context.package.library.company
    known = list(dict.fromkeys(str(person.name) for person in company.people)) if company else []
    strangers = [name for name in context.package.bid.people if name not in known]
    if strangers:
        yield found(
            RULE,
            M("named for this bid, but on no list of staff: {names}", names=tuple(strangers)),
            *(Label(place_of(name)) for name in strangers),
            helps=nearest(strangers[0], known),
            key=("people", *strangers),
            bid=context.package.bid.id,
        )
