"""What a bid and its company leave out, so that a person has to be asked."""

from __future__ import annotations

from pathlib import Path

from gen.check.capability.lacking import LACKING
from gen.check.context import Context
from gen.check.fees.lacking import LACKING as FEES_LACKING
from gen.facts import facts
from gen.library import load
from gen.resolve import resolve
from tests.check.capability.company import USED, X, bid, branch, company, item, person
from tests.check.promises import clause
from tests.conftest import lay_out


def known(folder: Path, *commitments: str, files: str = "") -> Context:
    library, _ = load(lay_out(folder, clause([X], [*commitments, USED]) + files))
    package, _ = resolve(library, library.bids["demo"])
    return Context(package, facts(package)[0], ())


def lacking(folder: Path, *commitments: str, files: str = "") -> set[str]:
    context = known(folder, *commitments, files=files)
    return {name for name, is_missing in LACKING.items() if is_missing(context)}


def test_a_bare_bid_lacks_everything(tmp_path: Path) -> None:
    assert lacking(tmp_path) == set(LACKING)


def test_what_is_stated_is_not_asked(tmp_path: Path) -> None:
    stated = company(
        branches=[branch("甲站", "1小时")], people=[person("甲某", "hotline")], stock=[item("电源", "2件")],
        makers=["maker: 甲厂, warranty: 3年, onsite: 4小时, end_of_service: 2030-12-31"],
    )  # fmt: skip
    own = bid(", lot: 第一包, sites: 3, remote_access: allowed", "people: [甲某]\n")
    duty = "promise: customer_duties, is: 准许进场, obligor: customer"
    assert lacking(tmp_path, duty, files=stated + own) == set()


def test_a_record_that_leaves_it_out_states_nothing(tmp_path: Path) -> None:
    bare = company(branches=[branch("甲站", "")], people=[person("甲某")], makers=["maker: 甲厂"])
    assert lacking(tmp_path, files=bare) == set(LACKING)


def test_a_promise_of_staff_is_enough_for_a_seat(tmp_path: Path) -> None:
    assert "seat_staff" not in lacking(tmp_path, "promise: staffing, at_least: 5人, scope: {channel: hotline}")
    assert "seat_staff" not in lacking(tmp_path, "promise: staffing, at_least: 5人")
    assert "seat_staff" in lacking(tmp_path, "promise: staffing, at_least: 5人, scope: {channel: onsite}")


def test_a_service_of_whose_fee_nothing_is_said(tmp_path: Path) -> None:
    unsaid = FEES_LACKING["fee"]
    loaner, fee = "promise: spare_unit, at_most: 24小时", "promise: service_fee, is: free, scope: "
    assert unsaid(known(tmp_path, loaner))
    assert unsaid(known(tmp_path, loaner, fee + "{service: repair}"))
    assert not unsaid(known(tmp_path, loaner, fee + "{service: loaner}"))
    assert not unsaid(known(tmp_path, loaner, fee + "{phase: in_warranty}"))
    assert not unsaid(known(tmp_path))
