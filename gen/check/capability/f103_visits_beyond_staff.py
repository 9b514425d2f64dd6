"""More visits are promised than the staff has days for.

What it finds: inspections and calls on site in a year, times the sites of the bid (`project.sites`), against the field
staff promised or else listed, each with 248 working days a year and one visit a day. A bid that does not say how many
sites it has, or that names no field staff, is left out.

Why it matters: sixty sites a month by two people is a promise that fails in its first month.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: inspection_freq
        scope: {phase: in_warranty}
        at_least: 每月1次
      - promise: staffing
        scope: {channel: onsite}
        at_least: 2人
    text: |
      {{ provider }}派现场工程师逐点巡检。

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08, sites: 60}
    customer: {name: 示例单位}
    documents: [letter]

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: inspection_freq
        scope: {phase: in_warranty}
        at_least: 每季度1次
      - promise: staffing
        scope: {channel: onsite}
        at_least: 2人
    text: |
      {{ provider }}派现场工程师逐点巡检。

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08, sites: 60}
    customer: {name: 示例单位}
    documents: [letter]

What to do: visit less often, promise more people, or inspect part of the sites remotely.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from gen.check.capability.means import WORKING_DAYS_A_YEAR, serving
from gen.check.context import Context
from gen.check.sides import says
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact
from gen.quantity import Count, Frequency
from gen.rule import Severity, rule
from gen.yamltree import place_of

RULE = rule(__name__, __doc__, Severity.WARNING)

_ON_SITE, _REMOTE = frozenset({"onsite"}), frozenset({"remote"})


def check(context: Context) -> Iterator[Finding]:
    """One finding for all visits of a year together."""
    sites = context.package.bid.project.sites
    visits = _visits(context.facts) if sites else []
    staff = _staff(context) if visits else None
    if staff is None:
        return
    a_year = sum((often for _, often in visits), Fraction(0))
    people, label = staff
    if a_year * sites > people * WORKING_DAYS_A_YEAR:
        yield found(
            RULE,
            M("{visits} visits a year are promised, but {people} people have {days} working days",
              visits=_whole(a_year * sites), people=people, days=people * WORKING_DAYS_A_YEAR),
            *(says(fact)
              for fact, _ in visits),
            label,
            notes=[
                M("{times} times a year × {sites} sites = {visits} visits; {people} people × {days} days = {all} days",
                  times=_whole(a_year), sites=sites, visits=_whole(a_year * sites), people=people,
                  days=WORKING_DAYS_A_YEAR, all=people * WORKING_DAYS_A_YEAR)
            ],
            helps=[M("visit less often, or promise more people"), M("or inspect part of the sites remotely")],
            key=sorted(fact.key for fact, _ in visits),
            bid=context.package.bid.id,
        )  # fmt: skip


def _visits(facts: tuple[Fact, ...]) -> list[tuple[Fact, Fraction]]:
    """Inspections and calls on site, the most frequent of each kind, with how often in a year."""
    most: dict[str, tuple[Fact, Fraction]] = {}
    for fact in facts:
        on_site = fact.dimension == "inspection_freq" or (
            fact.dimension == "visit_freq" and fact.scope.get("channel") == _ON_SITE
        )
        remote = fact.scope.get("channel") == _REMOTE
        if on_site and not remote and isinstance(fact.quantity, Frequency):
            often = fact.quantity.per_year
            if fact.dimension not in most or most[fact.dimension][1] < often:
                most[fact.dimension] = (fact, often)
    return list(most.values())


def _staff(context: Context) -> tuple[int, Label] | None:
    """The field staff: as promised, or else as the company's list names it."""
    promised = [
        (fact.quantity.amount, fact) for fact in context.facts
        if fact.dimension == "staffing" and "onsite" in fact.scope.get("channel", ())
        and isinstance(fact.quantity, Count)
    ]  # fmt: skip
    if promised:
        people, fact = max(promised, key=lambda pair: pair[0])
        return people, says(fact)
    company = context.package.company
    listed = serving(company.people, "onsite") if company else []
    if not listed:
        return None
    label = Label(place_of(listed[0].name), M("the list of staff names {count} for it", count=len(listed)))
    return len(listed), label


def _whole(amount: Fraction) -> str:
    """An amount as a whole number; rounded up, since half a visit is one."""
    return str(-(-amount.numerator // amount.denominator))
