"""The year of service, from what the bid promises to do so many times in each period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from gen.chart.promises import in_warranty, short, text_of, value_of
from gen.message import M, Message
from gen.model.chart import Activity, Year
from gen.model.fact import Fact
from gen.model.package import Package
from gen.quantity import Count, Frequency


def year(package: Package, facts: Sequence[Fact]) -> Year | Message:
    """The periodic services of a year of the warranty, and the trainings that have no month."""
    promises = in_warranty(facts)
    often = [fact for fact in promises if isinstance(fact.quantity, Frequency)]
    if not often:
        return M("no clause of the bid promises a service so many times in a period")
    counted = [fact for fact in promises if fact.dimension == "training" and isinstance(fact.quantity, Count)]
    repeated = Counter(fact.dimension for fact in often)
    activities = []
    for fact in (*often, *counted):
        title = short(fact.spec.label)
        if repeated[fact.dimension] > 1:
            title += _where(fact, package)
        cadence = text_of(fact) if fact in often else f"质保期内共{text_of(fact)}"
        activities.append(Activity(title, cadence, _months(fact)))
    terms = [fact for fact in promises if fact.dimension == "warranty_term"]
    value = value_of(terms)
    same = "有频次的各项各年度相同" if counted else "各年度相同"
    term = f"质保期{value[0]}，{same}" if value else same
    began = package.bid.dates.get(terms[0].start) if terms else None
    return Year(_heads(str(began) if began else ""), term, tuple(dict.fromkeys(activities)))


def _months(fact: Fact) -> tuple[int, ...]:
    """The months by whose end it has happened so many times; none where it happens more often, or is not periodic."""
    if not isinstance(fact.quantity, Frequency):
        return ()
    times = fact.quantity.per_year
    if times > 12 or times.denominator != 1:
        return ()
    return tuple(-(-12 * number // int(times)) for number in range(1, int(times) + 1))


def _heads(began: str) -> tuple[tuple[str, str], ...]:
    """Year and month in which each of twelve months ends that run from a day; counted where no day is planned."""
    if not began:
        return tuple(("质保期每年第几个月", str(month)) for month in range(1, 13))
    first = date.fromisoformat(began)
    months = [divmod(first.year * 12 + first.month + number, 12) for number in range(12)]
    return tuple((f"{year}年", f"{month + 1}月") for year, month in months)


def _where(fact: Fact, package: Package) -> str:
    """Where a promise holds, in brackets: what tells two of one kind apart."""
    axes = package.library.vocabulary.axes
    labels = [
        axes[axis].values[value].label if value in axes[axis].values else value
        for axis, values in fact.scope.items()
        if axis != "phase"
        for value in sorted(values)
    ]
    return f"（{'、'.join(labels)}）" if labels else ""
