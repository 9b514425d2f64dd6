"""The relations of the shipped clauses guard every bid: one wrong number in the example is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gen.check import Context
from gen.check.arithmetic import c401_numbers_disagree
from gen.model.param import Cell
from gen.quantity import read
from gen.resolve import resolve
from tests.conftest import shipped


def told(**values: str) -> list[str]:
    """What C401 says of the example bid with one value set otherwise."""
    loaded = shipped()
    bid = loaded.bids["campus-network"]
    set_ = dict(loaded.bid_values["campus-network"])
    for path, written in values.items():
        name, _, row = path.partition("/")
        param = loaded.param(name)
        assert param is not None
        column = param.columns[-1]
        spec = param.spec.columns[column] if column else param.spec
        assert bid.span is not None
        cell = Cell(read(written, spec.type, spec.unit), bid.span)
        set_[name] = {**set_.get(name, {}), (row, column): cell}
    package, _ = resolve(replace(loaded, bid_values={"campus-network": set_}), bid)
    return [str(finding.message) for finding in c401_numbers_disagree.check(Context(package, (), ()))]


def test_the_example_adds_up() -> None:
    assert told() == []


HOURS = 'param("training.plan.days") / "1日" * param("training.plan.hours")'
BROKEN = [
    ("copies.count.total", "5份", "`total` is 5份, not `customer_copies + provider_copies`, 4份"),
    ("payment.milestones.schedule/质保期届满", "5%", "`sum(schedule.share)` is 105%, not 100%"),
    ("acceptance.annual.weights/时限履行", "50%", "`sum(weights.weight)` is 110%, not 100%"),
    ("acceptance.annual.pass", "120分", "`pass` is 120分, more than 100"),
    (
        "training.plan.days",
        "3日",
        f"`sum(list.hours)` is 12学时, not `{HOURS}`, 18学时",
    ),
    ("training.courses.list/应急处置", "4学时",
     f"`sum(list.hours)` is 14学时, not `{HOURS}`, 12学时"),
    ("staffing.team.certified", "6人", "`certified` is 6人, more than `field`, 5人"),
    ("upgrades.patches.urgent", "480小时", "`urgent` is 20日, more than `routine`, 15日"),
    ("staffing.resident.term", "48个月", "`term` is 48个月, more than `param(\"warranty.term.term\")`, 36个月"),
    ("handover.transition.documents", "40日", "`documents` is 40日, more than `transition`, 30日"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "said"), BROKEN)
def test_one_wrong_number_is_found(path: str, value: str, said: str) -> None:
    assert told(**{path: value}) == [said]
