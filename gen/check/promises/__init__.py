"""The same thing promised twice, in two ways."""

from __future__ import annotations

from gen.check.promises import (
    c101_two_values,
    c102_idle_exception,
    c103_terms_differ,
)

RULES = (
    c101_two_values,
    c102_idle_exception,
    c103_terms_differ,
)
