"""Free against paid, and what a service costs on which base."""

from __future__ import annotations

from types import ModuleType

from gen.check.fees import (
    c601_free_and_charged,
    c602_lifetime_without_basis,
    c603_two_charging_bases,
    c604_free_without_exclusions,
    c605_free_repair_charged_parts,
    c606_missing_price_list,
    c607_fee_silent,
    c608_free_new_generation,
    c609_zero_price,
)

RULES: tuple[ModuleType, ...] = (
    c601_free_and_charged,
    c602_lifetime_without_basis,
    c603_two_charging_bases,
    c604_free_without_exclusions,
    c605_free_repair_charged_parts,
    c606_missing_price_list,
    c607_fee_silent,
    c608_free_new_generation,
    c609_zero_price,
)
