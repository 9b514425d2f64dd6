"""Which fees a bid leaves unsaid altogether, so that no rule can hold them against others: what a review then asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gen.check.context import Context
from gen.check.fees.statements import ALL, by_subject, services_of, statements


def _fee_unsaid(context: Context) -> bool:
    """Whether a service is promised of whose fee no promise says anything."""
    said = by_subject(statements(context))
    return ALL not in said and any(
        not services_of(fact) <= said.keys() for fact in context.facts if fact.obligor != "customer"
    )


LACKING: Mapping[str, Callable[[Context], bool]] = {"fee": _fee_unsaid}
"""Each says whether the data are missing for a bid."""
