"""The documents of one bid held against each other."""

from __future__ import annotations

from gen.check.documents import d101_no_precedence, d102_target_without_base, d103_drafting_rule_broken

RULES = (d101_no_precedence, d102_target_without_base, d103_drafting_rule_broken)
