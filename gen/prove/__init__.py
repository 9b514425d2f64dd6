"""Can a library contradict itself? Over every bid that profiles, clauses and guardrails allow: a proof, or a clash.

Comes in: a library. Goes out: a `Proof`. The only package that imports the solver, and only inside its functions.
"""

from __future__ import annotations

from importlib.util import find_spec

from gen.prove.coverage import Covered
from gen.prove.proof import Clash, Proof, Undecided, prove


def solver_at_hand() -> bool:
    """Whether the solver is installed."""
    return find_spec("z3") is not None


__all__ = ["Clash", "Covered", "Proof", "Undecided", "prove", "solver_at_hand"]
