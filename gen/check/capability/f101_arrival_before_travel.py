"""An engineer must be on site sooner than the way takes.

What it finds: a promise of arrival on site whose deadline is shorter than the way from the nearest service point
(`travel` of a branch in clauses/company.yaml), without a minute for packing. Where branches name the regions that they
serve, each region of the promise counts by itself; a promise that names no region holds in all of them. Deadlines in
working time count by the moment of the week at which they leave the least time. Branches that state no travel time are
left out.

Why it matters: the deadline is missed by every call; the evaluators see it from the table of service points.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: onsite_arrival
        at_most: 2小时
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}的工程师自接到报修通知起按约定时限到达现场。

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    branches:
      - {name: 示例站, address: 示例市, phone: 000-0000, distance: 210公里, people: 4人, travel: 3小时}

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: onsite_arrival
        at_most: 2小时
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}的工程师自接到报修通知起按约定时限到达现场。

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    branches:
      - {name: 远处的站, address: 示例市, phone: 000-0000, distance: 210公里, people: 4人, travel: 3小时}
      - {name: 近处的站, address: 示例市, phone: 000-0001, distance: 110公里, people: 4人, travel: 2小时}

What to do: promise what the way allows, station people nearer to the site, or limit the promise to the regions within
reach.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gen.check.capability.means import duration, set_all, shortest
from gen.check.context import Context
from gen.check.scope import in_words
from gen.check.sides import says
from gen.check.strength import deadline, lasting
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.bid import Branch
from gen.model.fact import Fact
from gen.quantity import Duration
from gen.quantity.clock import Minutes
from gen.rule import rule
from gen.yamltree import place_of

RULE = rule(__name__, __doc__)

_RESIDENT = frozenset({"resident"})


@dataclass(frozen=True, slots=True)
class _Way:
    branch: Branch
    takes: Duration
    minutes: Minutes


@dataclass(frozen=True, slots=True)
class _Late:
    """A promise that the nearest way does not allow, in one region."""

    fact: Fact
    leaves: Minutes
    way: _Way
    region: str


def check(context: Context) -> Iterator[Finding]:
    """One finding for each commitment, with every case in which the way is longer."""
    company = context.package.company
    ways = [way for branch in (company.branches if company else ()) if (way := _way(branch)) is not None]
    late: dict[tuple[str, int], list[_Late]] = {}
    for fact in context.facts if ways else ():
        if fact.dimension == "onsite_arrival" and fact.obligor != "customer" and fact.comparator != "at_least":
            for one in _late(fact, ways):
                late.setdefault((fact.clause, fact.commitment), []).append(one)
    for group in late.values():
        yield _finding(group, context)


def _way(branch: Branch) -> _Way | None:
    takes = duration(branch.travel)
    return _Way(branch, takes, takes.minutes) if takes and takes.minutes is not None else None


def _late(fact: Fact, ways: list[_Way]) -> Iterator[_Late]:
    limit = deadline(fact)
    if limit is None or fact.scope.get("channel") == _RESIDENT:
        return  # who stays at the site need not travel
    leaves = shortest(limit)
    named = {region for way in ways for region in way.branch.regions}
    for region in sorted(fact.scope.get("region") or named or {""}):
        serving = [way for way in ways if not way.branch.regions or region in way.branch.regions]
        if serving:
            nearest = min(serving, key=lambda way: way.minutes)
            if leaves < nearest.minutes:
                yield _Late(fact, leaves, nearest, region)


def _finding(group: list[_Late], context: Context) -> Finding:
    vocabulary = context.package.library.vocabulary
    worst = max(group, key=lambda late: late.way.minutes - late.leaves)
    slowest: dict[str, _Late] = {}
    for late in sorted(group, key=lambda late: -late.way.minutes):
        slowest.setdefault(late.fact.key, late)
    notes = []
    for late in group:
        place = {"region": frozenset({late.region})} if late.region else {}
        notes.append(
            M("{case}: due after {leaves}, the way from `{branch}` takes {takes}",
              case=in_words({**late.fact.scope, **place}, vocabulary), leaves=lasting(late.leaves),
              branch=late.way.branch.name, takes=lasting(late.way.minutes))
        )  # fmt: skip
    facts = {late.fact.span: late.fact for late in group}
    branches = {late.way.branch.name: late.way for late in group}
    return found(
        RULE,
        M("arrival within {value}, but the way from the nearest service point takes {takes}",
          value=str(worst.fact.quantity), takes=str(worst.way.takes)),
        *(says(fact)
          for fact in facts.values()),
        *(Label(place_of(way.branch.travel), M("the way from `{branch}`", branch=way.branch.name))
          for way in branches.values()),
        notes=notes,
        helps=[M("promise no less than the way takes"),
               M("or limit the promise to the regions that are within reach: `scope: {scope}`",
                 scope="{region: same_city}")],
        key=(worst.fact.clause, str(worst.fact.commitment)),
        bid=context.package.bid.id,
        fixes=set_all(context, [(late.fact, late.way.takes) for late in slowest.values()]),
    )  # fmt: skip
