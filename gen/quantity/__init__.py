"""Quantities: exact values that a promise can have, how people write them, and how they compare."""

from gen.quantity.kinds import (
    Choice,
    Count,
    Date,
    Duration,
    Flag,
    Frequency,
    Money,
    Percent,
    Quantity,
    Window,
    Words,
)
from gen.quantity.order import Range, compare, within
from gen.quantity.reading import TYPES, NotReadError, read

__all__ = [
    "TYPES",
    "Choice",
    "Count",
    "Date",
    "Duration",
    "Flag",
    "Frequency",
    "Money",
    "NotReadError",
    "Percent",
    "Quantity",
    "Range",
    "Window",
    "Words",
    "compare",
    "read",
    "within",
]
