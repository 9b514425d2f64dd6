"""We promise more than the maker on whom we rely promises us.

What it finds: a response, an arrival on site or a delivery of parts that is due sooner than the maker of the equipment
owes it to us (`response`, `onsite`, `parts` of a maker in clauses/company.yaml). A maker's term is stated there only
where it works in our place. Deadlines are compared over every moment of the week and over public holidays; the maker's
working time is five days of eight hours.

Why it matters: we pay for a delay that only somebody else can avoid.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: onsite_arrival
        scope: {equipment: storage}
        at_most: 4小时
        clock: {kind: natural, from: report_received}
    text: |
      存储设备故障由制造商工程师按约定时限到达现场。

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    makers:
      - {maker: 示例存储, equipment: [storage], onsite: 1个工作日}

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: onsite_arrival
        scope: {equipment: storage}
        at_most: 4小时
        clock: {kind: natural, from: report_received}
    text: |
      存储设备故障由制造商工程师按约定时限到达现场。

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    makers:
      - {maker: 示例存储, equipment: [storage], onsite: 4小时}

What to do: buy the better service from the maker, do the work with our own people, or promise what the maker promises.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gen.check.capability.means import duration, makes, set_all
from gen.check.context import Context
from gen.check.scope import in_words
from gen.check.sides import says
from gen.check.strength import deadline, lasting, latest_excess
from gen.facts import week_of
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.bid import Maker
from gen.model.fact import Fact
from gen.quantity import Duration, Window
from gen.quantity.clock import ALWAYS, Case, Deadline
from gen.rule import Severity, rule
from gen.yamltree import place_of

RULE = rule(__name__, __doc__, Severity.WARNING)

_TERMS = {"response": "response", "onsite_arrival": "onsite", "part_delivery": "parts"}
"""Kinds of promise, and the term of a maker that stands behind each."""


@dataclass(frozen=True, slots=True)
class _Late:
    fact: Fact
    term: Duration
    case: Case


def check(context: Context) -> Iterator[Finding]:
    """One finding for each maker and kind of promise, with every case in which the maker may be later."""
    company = context.package.company
    vocabulary = context.package.library.vocabulary
    office = week_of(Window(5, 8), vocabulary)
    for maker in company.makers if company else ():
        late: dict[str, list[_Late]] = {}
        for fact in context.facts:
            term = duration(getattr(maker, _TERMS[fact.dimension])) if fact.dimension in _TERMS else None
            limit = deadline(fact) if term and term.months is None and makes(maker, fact.scope) else None
            if term is None or limit is None or fact.comparator == "at_least":
                continue
            case = latest_excess(Deadline(term, office if term.working else ALWAYS), limit)
            if case is not None:
                late.setdefault(fact.dimension, []).append(_Late(fact, term, case))
        for group in late.values():
            yield _finding(group, maker, context)


def _finding(group: list[_Late], maker: Maker, context: Context) -> Finding:
    vocabulary = context.package.library.vocabulary
    worst = max(group, key=lambda late: late.case.first_ends - late.case.second_ends)
    fact = worst.fact
    cases = tuple(dict.fromkeys(in_words(late.fact.scope, vocabulary) for late in group))
    notes = [
        M("at worst, {ours} are promised and the maker takes {theirs}", ours=lasting(worst.case.second_ends),
          theirs=lasting(worst.case.first_ends))
    ]  # fmt: skip
    if len(cases) > 1:
        notes.append(M("{count} cases: {cases}", count=len(cases), cases=cases))
    facts = {late.fact.span: late.fact for late in group}
    return found(
        RULE,
        M("{promise} within {value}, but `{maker}` owes it to us within {term}",
          promise=fact.named, value=str(fact.quantity), maker=maker.maker,
          term=str(worst.term)),
        *(says(side)
          for side in facts.values()),
        Label(place_of(getattr(maker, _TERMS[fact.dimension])), M("the term of `{maker}`", maker=maker.maker)),
        notes=notes,
        helps=[M("buy the better service from the maker, or do this work with our own people"),
               M("or promise what the maker promises")],
        key=(fact.dimension, str(maker.maker)),
        bid=context.package.bid.id,
        fixes=set_all(context, [(late.fact, late.term) for late in group]),
    )  # fmt: skip
