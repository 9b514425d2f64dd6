"""Promises that the company's people, places, stock and makers cannot carry."""

from __future__ import annotations

from types import ModuleType

from gen.check.capability import (
    f101_arrival_before_travel,
    f102_too_few_for_the_rota,
    f103_visits_beyond_staff,
    f104_stronger_than_maker,
    f105_warranty_beyond_maker,
    f106_stock_below_promise,
    f107_person_in_two_bids,
    f108_remote_on_closed_net,
    f109_missing_customer_duty,
    f110_beyond_end_of_service,
    f111_staff_list_short,
    f112_foreign_contact,
    f113_other_lot,
)

RULES: tuple[ModuleType, ...] = (
    f101_arrival_before_travel,
    f102_too_few_for_the_rota,
    f103_visits_beyond_staff,
    f104_stronger_than_maker,
    f105_warranty_beyond_maker,
    f106_stock_below_promise,
    f107_person_in_two_bids,
    f108_remote_on_closed_net,
    f109_missing_customer_duty,
    f110_beyond_end_of_service,
    f111_staff_list_short,
    f112_foreign_contact,
    f113_other_lot,
)
