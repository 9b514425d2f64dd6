"""How a finding speaks of one promise that takes part in it."""

from __future__ import annotations

from gen.finding import Label
from gen.message import M
from gen.model.fact import Fact


def says(fact: Fact) -> Label:
    """The place of a promise, with what it says there."""
    return Label(fact.span, M("`{path}` says {value}", path=fact.path, value=str(fact.quantity)))
