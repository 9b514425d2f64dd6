"""Deadlines, tiers and ladders that must follow one another."""

from __future__ import annotations

from gen.check.order import (
    c301_deadline_out_of_order,
    c302_no_time_to_work,
    c303_chain_too_long,
    c304_graver_slower,
    c305_nearer_slower,
    c306_better_after_warranty,
    c307_quick_channel_slower,
    c308_dispatched_never_arriving,
    c309_never_both,
)

RULES = (
    c301_deadline_out_of_order,
    c302_no_time_to_work,
    c303_chain_too_long,
    c304_graver_slower,
    c305_nearer_slower,
    c306_better_after_warranty,
    c307_quick_channel_slower,
    c308_dispatched_never_arriving,
    c309_never_both,
)
