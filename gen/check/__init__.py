"""Check a bid: run every rule over its facts and settings.

`RULES` is the catalogue, written out. A rule is one file in `rules`: its docstring is its page, and its `check` takes
what is known of the bid and yields findings. New rules enter here.
"""

from __future__ import annotations

from gen.check.context import Context
from gen.check.rules import (
    c101_two_values,
    c301_deadline_out_of_order,
    p301_outside_guardrail,
    p302_retired_clause,
    p303_unreviewed_clause,
)
from gen.finding import Finding

RULES = (
    p301_outside_guardrail,
    p302_retired_clause,
    p303_unreviewed_clause,
    c101_two_values,
    c301_deadline_out_of_order,
)


def check(context: Context) -> tuple[Finding, ...]:
    """All findings of all rules for one bid."""
    return tuple(finding for module in RULES for finding in module.check(context))


__all__ = ["RULES", "Context", "check"]
