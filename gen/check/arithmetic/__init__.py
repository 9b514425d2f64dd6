"""Sums, products and counts that must come out."""

from __future__ import annotations

from gen.check.arithmetic import (
    c401_numbers_disagree,
    c402_repair_exceeds_downtime,
    c403_damages_stop_before_remedy,
    c404_written_twice_differently,
    c405_promise_of_nothing,
)

RULES = (
    c401_numbers_disagree,
    c402_repair_exceeds_downtime,
    c403_damages_stop_before_remedy,
    c404_written_twice_differently,
    c405_promise_of_nothing,
)
