"""Check the library and its bids: run every rule over what is known of them.

Rules stand in one folder a family, each in a file of its own: its docstring is its page. Its `check` takes what is
known of one bid and yields findings; its `check_library` takes the library, for what is wrong whatever bid uses it.
`RULES` of a family is written out in its `__init__`; new rules enter there.
"""

from __future__ import annotations

from gen.check import (
    arithmetic,
    capability,
    dates,
    documents,
    fees,
    law,
    order,
    permission,
    promises,
    windows,
    wording,
)
from gen.check.context import Context
from gen.finding import Finding
from gen.model.library import Library

FAMILIES = (permission, promises, windows, order, arithmetic, dates, fees, law, capability, wording, documents)
"""The folders of rules, in the order in which `bidgen rules` lists them."""

RULES = tuple(module for family in FAMILIES for module in family.RULES)


def check(context: Context) -> tuple[Finding, ...]:
    """All findings of all rules for one bid."""
    return tuple(finding for module in RULES if hasattr(module, "check") for finding in module.check(context))


def check_library(library: Library) -> tuple[Finding, ...]:
    """All findings of all rules that need no bid: those about wording and about what clauses declare."""
    modules = (module for module in RULES if hasattr(module, "check_library"))
    return tuple(finding for module in modules for finding in module.check_library(library))


__all__ = ["FAMILIES", "RULES", "Context", "check", "check_library"]
