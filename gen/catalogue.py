"""Every rule there is, in order: those that stages raise, then those that compare promises."""

from __future__ import annotations

from gen import check
from gen.rule import Rule
from gen.stage_rules import (
    a101_accepted_without_reason,
    a102_ignore_of_unknown_rule,
    a103_unused_ignore,
    a104_unknown_comment,
    a105_expired_acceptance,
    a106_stale_acceptance,
    a107_accepted_twice,
    a108_accepted_for_other_rule,
    a109_stale_baseline,
    b501_output_not_written,
    b502_missing_glyph,
    b503_unusable_skin,
    b504_blind_leak,
    b511_start_before_bids_open,
    b512_start_after_warranty,
    b513_planned_day_before_start,
    r201_missing_clause,
    r202_missing_parameter,
    r203_unused_parameter,
    r204_dangling_reference,
    r205_unprinted_clause,
    r206_unmet_requirement,
    s101_unreadable_file,
    s102_broken_yaml,
    s103_duplicate_key,
    s104_yaml_feature,
    s105_forbidden_character,
    s106_unknown_key,
    s107_missing_key,
    s108_wrong_type,
    s109_unknown_name,
    s110_duplicate_id,
    s111_bad_template,
    s112_undefined_name,
    s113_path_outside,
    s114_unusable_image,
    s115_unusable_form,
)

_STAGES = (
    s101_unreadable_file,
    s102_broken_yaml,
    s103_duplicate_key,
    s104_yaml_feature,
    s105_forbidden_character,
    s106_unknown_key,
    s107_missing_key,
    s108_wrong_type,
    s109_unknown_name,
    s110_duplicate_id,
    s111_bad_template,
    s112_undefined_name,
    s113_path_outside,
    s114_unusable_image,
    s115_unusable_form,
    r201_missing_clause,
    r202_missing_parameter,
    r203_unused_parameter,
    r204_dangling_reference,
    r205_unprinted_clause,
    r206_unmet_requirement,
)

_ACCEPTANCE = (
    a101_accepted_without_reason,
    a102_ignore_of_unknown_rule,
    a103_unused_ignore,
    a104_unknown_comment,
    a105_expired_acceptance,
    a106_stale_acceptance,
    a107_accepted_twice,
    a108_accepted_for_other_rule,
    a109_stale_baseline,
)

_BUILD = (
    b501_output_not_written,
    b502_missing_glyph,
    b503_unusable_skin,
    b504_blind_leak,
    b511_start_before_bids_open,
    b512_start_after_warranty,
    b513_planned_day_before_start,
)

ALL_RULES: tuple[Rule, ...] = tuple(module.RULE for module in (*_STAGES, *check.RULES, *_ACCEPTANCE, *_BUILD))
"""All rules; the list is written out above and in `gen.check`, not discovered."""


def rule_called(name: str) -> Rule | None:
    """The rule with this id or name, in any case."""
    wanted = name.lower()
    return next((rule for rule in ALL_RULES if wanted in {rule.id.lower(), rule.name}), None)
