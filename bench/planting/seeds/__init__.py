"""What contradicts itself, rule by rule: each function makes one contradiction from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from bench.planting.placing import Plant
from bench.planting.seeds import arithmetic, capability, dates, fees, law, order, promises, windows

Seed = Callable[[random.Random], Plant]

SEEDS: Mapping[str, tuple[Seed, ...]] = {
    **promises.SEEDS,
    **windows.SEEDS,
    **order.SEEDS,
    **arithmetic.SEEDS,
    **dates.SEEDS,
    **fees.SEEDS,
    **law.SEEDS,
    **capability.SEEDS,
}
"""Rules with contradictions of their own; those of the others come from their pages."""
