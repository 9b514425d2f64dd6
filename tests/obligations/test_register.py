"""The register: each kind of promise in the way in which it is kept, and every promise once."""

from __future__ import annotations

import datetime

import pytest

from gen.examine import examine, load_checked
from gen.obligations import TooManyError, register
from gen.obligations.duties import duties
from gen.obligations.words import requirement, scope
from gen.workspace import Workspace
from tests.conftest import ROOT
from tests.obligations.conftest import BID, INSPECTION, START, WARRANTY, Make, days

VOCABULARY = """\
# clauses/vocabulary.yaml
roles: {service-director: 服务总监, legal: 法务}
dimensions:
  inspection_notice: {label: 巡检通知提前期, en: notice of an inspection, type: duration, better: more}
  inspection_report: {label: 巡检报告提交时限, en: inspection report, type: duration, better: less}
  report_due: {label: 服务报告提交时限, en: due day of service reports, type: duration, better: less}
  contact_sheet: {label: 联系表提交时限, en: contact sheet, type: duration, better: less}
events:
  inspection_completed: {label: 巡检完成, en: inspection completed}
"""


def test_the_whole_register_of_a_small_bid(made: Make) -> None:
    listed = made(
        WARRANTY,
        INSPECTION,
        "{promise: inspection_notice, scope: {phase: in_warranty}, at_least: $notice, clock: {kind: working}}",
        "{promise: inspection_report, scope: {phase: in_warranty}, at_most: 5日, "
        "clock: {kind: natural, from: inspection_completed}}",
        "{promise: payment, at_most: 30日, clock: {kind: natural}, obligor: customer}",
        "{promise: response, scope: {severity: S1, phase: in_warranty}, at_most: 15分钟, "
        "clock: {kind: natural, from: report_received, window: 7×24}, fee: free}",
        "{promise: contact_sheet, at_most: 3个工作日, clock: {kind: working, from: contract_signed}}",
        "{promise: data_return, at_most: 15日, clock: {kind: natural, from: term_ended}}",
        "{promise: training, at_least: 2场}",
        "{promise: dispute, is: court, obligor: both}",
        more=VOCABULARY,
    )
    assert [
        (each.id.removeprefix("hotline.window/"), each.form, requirement(each).zh, scope(each, _vocabulary(listed)).zh,
         each.obligor, str(each.begins), str(each.ends),
         [(occurrence.name.zh, str(occurrence.due), *sorted(occurrence.doubts)) for occurrence in each.occurrences])
        for each in listed.obligations
    ] == [
        ("warranty_term", "scheduled", "不少于1年，自最终验收合格起", "全部",
         "示例信息有限公司", "2026-01-31", "2027-01-31", [("届满", "2027-01-31")]),
        ("inspection_freq", "scheduled", "不少于每季度1次", "质保期内",
         "示例信息有限公司", "2026-01-31", "2027-01-31",
         [("第1次", "2026-04-30"), ("第2次", "2026-07-31"), ("第3次", "2026-10-30"),
          ("第4次", "2027-01-29", "weekends")]),
        ("inspection_notice", "scheduled", "提前不少于3个工作日，每次巡检之前", "质保期内",
         "示例信息有限公司", "2026-01-31", "2027-01-31",
         [("第1次", "2026-04-27", "latest"), ("第2次", "2026-07-28", "latest"), ("第3次", "2026-10-27", "latest"),
          ("第4次", "2027-01-26", "latest", "weekends")]),
        ("inspection_report", "scheduled", "不超过5日，自巡检完成起", "质保期内",
         "示例信息有限公司", "2026-01-31", "2027-01-31",
         [("第1次", "2026-05-06", "latest", "rolled"), ("第2次", "2026-08-05", "latest"),
          ("第3次", "2026-11-04", "latest"), ("第4次", "2027-02-03", "latest", "weekends")]),
        ("payment", "scheduled", "不超过30日，自付款节点成就起", "全部",
         "示例单位", "None", "None",
         [("合同生效 30%", "2026-02-11"), ("最终验收合格 65%", "2026-03-02"),
          ("质保期届满 5%", "2027-03-02", "weekends")]),
        ("response", "limit", "不超过15分钟，自接到报修通知起，7×24受理", "一级故障；质保期内",
         "示例信息有限公司", "2026-01-31", "2027-01-31", []),
        ("contact_sheet", "scheduled", "不超过3个工作日，自合同签订起", "全部",
         "示例信息有限公司", "2026-01-12", "2026-01-15", [("到期", "2026-01-15")]),
        ("data_return", "waiting", "不超过15日，自服务期届满起", "全部", "示例信息有限公司", "None", "None", []),
        ("training", "waiting", "不少于2场", "全部", "示例信息有限公司", "None", "None",
         [("第1次", "None"), ("第2次", "None")]),
        ("dispute", "kept", "向人民法院起诉", "全部", "双方", "2026-01-12", "2027-01-31", []),
    ]  # fmt: skip
    assert [(missing.name.zh, missing.key, str(missing.span), missing.needed_by) for missing in listed.missing] == [
        ("服务期届满", "term_ended: YYYY-MM-DD", "projects/demo/project.yaml:8:28", ("hotline.window/data_return",)),
        ("培训场次：条款未写在何时之前完成", "clock: {kind: natural, to: …}", "clauses/hotline/window.yaml:29:5",
         ("hotline.window/training",)),
    ]  # fmt: skip


def _vocabulary(listed):  # type: ignore[no-untyped-def]
    return listed.package.library.vocabulary


def test_it_is_said_to_whom_how_it_is_proven_and_where_it_is_printed(made: Make) -> None:
    (each,) = made(WARRANTY).obligations
    assert (each.obligor, each.obligee, each.place) == ("示例信息有限公司", "示例单位", "第一包；示例市机房")
    assert (each.proof.zh, each.proof.confidence) == ("验收报告或者验收单", "low")
    assert [(place.title, place.section, place.page) for place in each.printed] == [("服务承诺书", "一、服务（一）", 1)]
    assert str(each.fact.commitment_span) == "clauses/hotline/window.yaml:21:5"


def test_the_days_that_the_bid_plans_win(made: Make) -> None:
    planned = BID + "  contract_signed: 2026-01-05\n  warranty_ended: 2027-02-28\n"
    warranty, inspection = made(WARRANTY, INSPECTION, bid=planned).obligations
    assert (str(warranty.ends), days(inspection)[-1]) == ("2027-02-28", "2027-02-26")


def test_without_its_day_an_event_is_waited_for(made: Make) -> None:
    listed = made(WARRANTY, INSPECTION, bid=BID.replace("dates:\n  final_acceptance_passed: 2026-01-31\n", ""))
    assert [(each.form, each.occasion.zh if each.occasion else "") for each in listed.obligations] == [
        ("waiting", "最终验收合格"),
        ("waiting", "最终验收合格"),
    ]
    assert listed.schedule == ()
    (missing,) = listed.missing
    assert missing.needed_by == ("hotline.window/warranty_term", "hotline.window/inspection_freq")
    assert str(missing.span) == "projects/demo/project.yaml:1:5"


@pytest.mark.parametrize(
    ("commitments", "due"),
    [
        # what is served in a phase is served from one of its events to the other
        (["{promise: visit_freq, scope: {phase: trial_run}, at_least: 每周1次}"], ["2026-02-06", "2026-02-14"]),
        (["{promise: inspection_freq, scope: {contract_year: '2'}, at_least: 每年1次}"], ["2027-01-29"]),
        # a report is due when its clause says how long after the period
        (["{promise: report_cadence, scope: {phase: in_warranty}, at_least: 每半年1次}",
          "{promise: report_due, scope: {phase: in_warranty}, at_most: 5日, "
          "clock: {kind: natural, from: period_ended}}"], ["2026-08-05", "2027-02-05"]),
        (["{promise: training, scope: {phase: in_warranty}, at_least: 2场}"], ["2027-01-29", "2027-01-29"]),
        (["{promise: training, at_least: 1场, clock: {kind: natural, to: final_acceptance_passed}}"], ["2026-01-30"]),
        (["{promise: retention, is: 3%}"], ["2027-01-31"]),
        (["{promise: warranty_expiry, is: 2027-03-31}"], ["2027-03-31"]),
        (["{promise: price_hold, at_least: 2年, clock: {kind: natural, from: warranty_ended}}"], ["2029-01-31"]),
        (["{promise: emergency_drill, scope: {phase: in_warranty}, at_least: 每日1次}"], []),
    ],
)  # fmt: skip
def test_the_days_of_a_promise(made: Make, commitments: list[str], due: list[str]) -> None:
    planned = BID + "  installed: 2026-02-01\n  trial_run_passed: 2026-02-14\n"
    _, first, *_ = made(WARRANTY, *commitments, bid=planned, more=VOCABULARY).obligations
    assert days(first) == due


COUNTED = """\
# clauses/vocabulary.yaml
events:
  service_started: {label: 服务期限起始, en: service term begun, before: [term_ended], counted: true}
"""


def test_a_term_whose_first_day_counts(made: Make) -> None:
    service = "{promise: service_term, at_least: 2年, clock: {kind: natural, from: service_started}}"
    visits = "{promise: visit_freq, scope: {contract_year: '2'}, at_least: 每半年1次}"
    term, second = made(service, visits, bid=BID + "  service_started: 2026-01-01\n", more=COUNTED).obligations
    assert (str(term.begins), str(term.ends), days(term)) == ("2026-01-01", "2027-12-31", ["2027-12-31"])
    assert [(str(each.begins), str(each.ends)) for each in second.occurrences] == [
        ("2027-01-01", "2027-06-30"),
        ("2027-07-01", "2027-12-31"),
    ]


def test_where_a_day_off_is_agreed_to_stand_it_does(made: Make) -> None:
    payment = "{promise: payment, at_most: 19日, clock: {kind: natural}, obligor: customer}"
    stands = "{promise: last_day_roll, is: none}"
    assert [days(made(*each).obligations[0])[0] for each in ([payment], [payment, stands])] == [
        "2026-02-02",
        "2026-01-31",
    ]


def test_nothing_is_listed_after_the_last_day_wanted(made: Make) -> None:
    listed = made(WARRANTY, INSPECTION, until=datetime.date(2026, 8, 1))
    assert [str(occurrence.due) for _, occurrence in listed.schedule] == ["2026-04-30", "2026-07-31"]
    assert [each.form for each in listed.obligations] == ["scheduled", "scheduled"]


def test_what_has_no_end_is_listed_up_to_the_last_day_wanted(made: Make) -> None:
    visits = "{promise: visit_freq, scope: {phase: post_warranty}, at_least: 每年1次}"
    assert made(WARRANTY, visits).obligations[1].form == "waiting"
    listed = made(WARRANTY, visits, until=datetime.date(2029, 6, 30))
    assert days(listed.obligations[1]) == ["2028-01-31", "2029-01-31"]
    assert listed.obligations[1].doubts == ("weekends",)


def test_a_promise_with_thousands_of_dates_is_refused(made: Make) -> None:
    weekly = INSPECTION.replace("$often", "每周1次")
    endless = BID + "  warranty_ended: 2126-01-31\n"
    with pytest.raises(TooManyError):
        made(WARRANTY, weekly, bid=endless)
    assert len(made(WARRANTY, weekly, bid=endless, until=datetime.date(2027, 1, 31)).obligations[1].dated) == 52


@pytest.mark.parametrize("bid", sorted(path.parent.name for path in ROOT.glob("projects/*/project.yaml")))
def test_every_promise_of_every_bid_is_in_its_register_once(bid: str) -> None:
    library, _ = load_checked(Workspace(ROOT))
    for each in (made for made in library.bids.values() if made.id == bid or str(made.id).startswith(f"{bid}/")):
        promises = examine(library, each)
        listed = register(promises, START)
        assert [obligation.fact for obligation in listed.obligations] == list(promises.facts)
        assert len(listed.by_id) == len(listed.obligations)
        kept = {
            "scheduled": lambda it: bool(it.dated),
            "limit": lambda it: not it.dated,
            "kept": lambda it: not it.occurrences,
            "waiting": lambda it: not it.dated,
        }
        assert [it.id for it in listed.obligations if not kept[it.form](it)] == []
        waiting = {it.id for it in listed.obligations if it.form == "waiting"}
        assert waiting <= {name for missing in listed.missing for name in missing.needed_by}


def test_every_listed_kind_of_promise_names_a_proof_and_kinds_that_there_are() -> None:
    library, _ = load_checked(Workspace(ROOT))
    data, words = duties(), library.vocabulary
    assert set(data.dimensions) <= set(words.dimensions)
    assert {each.proof for each in data.dimensions.values()} == set(data.proofs) - set()
    assert set(data.shapes.values()) <= set(data.proofs)
    assert set(data.events) | set(data.milestones) <= set(words.events)
    assert set(data.events.values()) <= set(words.dimensions)
    for each in data.dimensions.values():
        assert {*each.before, each.follows, each.due_by} - {""} <= {*words.dimensions, *words.events}
        assert set(each.ends_with) <= set(words.events)
    for between in (*data.phases.values(), data.contract):
        assert {*between.start, *between.to} <= set(words.events)
    assert set(data.phases) == set(words.axes["phase"].values)
