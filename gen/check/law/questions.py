"""What the law family cannot decide for a bid: limits that hang on facts that the bid does not state."""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.law.data import limits
from gen.check.law.limit import Verdict, verdicts


def undecided(context: Context) -> Iterator[Verdict]:
    """Promises that would break a limit if what the bid leaves open were so: each is a question to be asked."""
    for rule in dict.fromkeys(limit.rule for limit in limits().values()):
        yield from (verdict for verdict in verdicts(context, rule) if not verdict.decided)
