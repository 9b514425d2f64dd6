"""Service windows and clocks held against the deadlines that run in them."""

from __future__ import annotations

from gen.check.windows import (
    c201_due_while_closed,
    c202_promised_while_closed,
    c203_which_working_time,
    c204_odd_working_week,
    c205_holidays_in_and_out,
    c206_no_start,
    c207_two_starts,
    c208_no_stops,
    c209_outage_not_regulated,
)

RULES = (
    c201_due_while_closed,
    c202_promised_while_closed,
    c203_which_working_time,
    c204_odd_working_week,
    c205_holidays_in_and_out,
    c206_no_start,
    c207_two_starts,
    c208_no_stops,
    c209_outage_not_regulated,
)
