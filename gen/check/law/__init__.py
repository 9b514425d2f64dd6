"""Limits that laws and standards set; each with its source, and when it is in force."""

from __future__ import annotations

from types import ModuleType

from gen.check.law import (
    l101_excessive_damages,
    l102_deposit_too_high,
    l103_bond_too_high,
    l104_payment_too_late,
    l105_late_payment_free,
    l106_void_exclusion,
    l107_one_sided_term,
    l108_dead_law,
    l109_no_valid_forum,
    l110_warranty_below_floor,
    l111_retention_too_high,
    l113_core_work_subcontracted,
    l114_data_terms_missing,
    l115_records_kept_too_short,
    l116_incident_told_too_late,
    l117_contract_element_missing,
    l118_addon_too_large,
    l120_claims_cut_off,
    l122_period_word_turned_round,
    l124_heavy_term_unmarked,
)

RULES: tuple[ModuleType, ...] = (
    l101_excessive_damages,
    l102_deposit_too_high,
    l103_bond_too_high,
    l104_payment_too_late,
    l105_late_payment_free,
    l106_void_exclusion,
    l107_one_sided_term,
    l108_dead_law,
    l109_no_valid_forum,
    l110_warranty_below_floor,
    l111_retention_too_high,
    l113_core_work_subcontracted,
    l114_data_terms_missing,
    l115_records_kept_too_short,
    l116_incident_told_too_late,
    l117_contract_element_missing,
    l118_addon_too_large,
    l120_claims_cut_off,
    l122_period_word_turned_round,
    l124_heavy_term_unmarked,
)
