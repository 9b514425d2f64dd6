"""The promises of a bid as figures show them: which hold in the warranty, and how values of one kind read together."""

from __future__ import annotations

from collections.abc import Iterable

from gen.model.fact import Fact
from gen.quantity import Duration

TO = "～"
"""Stands between the shortest and the longest value of one kind."""
_SECONDS = {"working_hour": 3600, "working_day": 86400, "month": 30 * 86400, "year": 365 * 86400}
"""Of what has no fixed length: enough to put marks in order."""


def in_warranty(facts: Iterable[Fact]) -> list[Fact]:
    """What we promise for the time of the warranty."""
    return [
        fact
        for fact in facts
        if fact.obligor != "customer" and "in_warranty" in fact.scope.get("phase", {"in_warranty"})
    ]


def value_of(promised: Iterable[Fact]) -> tuple[str, int] | None:
    """The value of promises of one kind: one, or from the shortest to the longest; and the seconds of the longest."""
    values = sorted(
        {(_seconds(fact.quantity), text_of(fact)) for fact in promised if isinstance(fact.quantity, Duration)}
    )
    if not values:
        return None
    (shortest, first), (longest, last) = values[0], values[-1]
    return first if shortest == longest else f"{first}{TO}{last}", longest


def _seconds(duration: Duration) -> int:
    if duration.minutes is not None:
        return int(duration.minutes * 60)
    return int(duration.amount * _SECONDS[duration.unit])


def text_of(fact: Fact) -> str:
    """The value as the bid prints it."""
    return fact.setting.text if fact.setting else str(fact.quantity)


def short(label: str) -> str:
    """The name of a promise without the word for its measure: 到场时限 is 到场."""
    for suffix in ("时限", "频次", "场次"):
        label = label.removesuffix(suffix)
    return label
