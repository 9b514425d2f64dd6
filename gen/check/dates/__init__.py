"""Terms and days: what begins, lasts and ends when."""

from __future__ import annotations

from gen.check.dates import (
    c501_milestones_out_of_order,
    c502_report_due_after_next,
    c503_term_and_dates_differ,
    c504_term_ends_too_early,
    c505_nobody_serves_before_warranty,
    c506_certificate_expires,
    c507_free_service_term_differs,
    c508_lifetime_promise_on_finite_spares,
    c509_charge_inside_warranty,
    c510_service_waits_for_payment,
    c511_hybrid_start_in_one_wording,
    c512_deadline_on_day_off,
    c513_from_to_differs,
)

RULES = (
    c501_milestones_out_of_order,
    c502_report_due_after_next,
    c503_term_and_dates_differ,
    c504_term_ends_too_early,
    c505_nobody_serves_before_warranty,
    c506_certificate_expires,
    c507_free_service_term_differs,
    c508_lifetime_promise_on_finite_spares,
    c509_charge_inside_warranty,
    c510_service_waits_for_payment,
    c511_hybrid_start_in_one_wording,
    c512_deadline_on_day_off,
    c513_from_to_differs,
)
