"""May this bid say so? Guardrails, approvals, retired and unreviewed clauses."""

from __future__ import annotations

from gen.check.permission import (
    p301_outside_guardrail,
    p302_retired_clause,
    p303_unreviewed_clause,
)

RULES = (p301_outside_guardrail, p302_retired_clause, p303_unreviewed_clause)
