"""The register for the terminal, in both languages, and as JSON by its schema."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from gen.message import speak
from gen.obligations.json import json_register
from gen.obligations.schema import register_schema
from gen.obligations.text import text_register
from tests.obligations.conftest import INSPECTION, WARRANTY, Make
from tests.obligations.test_workbook import RESPONSE, TRAINING

RETURN = "{promise: data_return, at_most: 15日, clock: {kind: natural, from: term_ended}}"
PAYMENT = "{promise: payment, at_most: 30日, clock: {kind: natural}, obligor: customer}"

ENGLISH = """\
demo: 6 obligations, 8 dates; contract signed 2026-01-12

2026-02
  02-11  customer  payment term           contract in force: 30%        hotline.window  《服务承诺书》一、服务（一） p. 1

2026-03
  03-02  customer  payment term           final acceptance passed: 65%  hotline.window  《服务承诺书》一、服务（一） p. 1

2026-04
  04-30  we        preventive inspection  no. 1                         hotline.window  《服务承诺书》一、服务（一） p. 1

2026-07
  07-31  we        preventive inspection  no. 2                         hotline.window  《服务承诺书》一、服务（一） p. 1

2026-10
  10-30  we        preventive inspection  no. 3                         hotline.window  《服务承诺书》一、服务（一） p. 1

2027-01
  01-29  we        preventive inspection  no. 4                         hotline.window  《服务承诺书》一、服务（一） p. 1  *
  01-31  we        warranty term          expires                       hotline.window  《服务承诺书》一、服务（一） p. 1

2027-03
  03-02  customer  payment term           warranty ended: 5%            hotline.window  《服务承诺书》一、服务（一） p. 1  *

time limits, whenever their event comes (1)
  we        response  at most 15分钟, from: fault report received, callable 7×24  (severity 1 (critical))  hotline.window

days that nobody has given, and where to write them (2)
  service term ended  →  projects/demo/project.yaml:8  `term_ended: YYYY-MM-DD`
    return and deletion of data  at most 15日, from: service term ended  hotline.window
  training sessions: the clause does not say by when  →  clauses/hotline/window.yaml:24  `clock: {kind: natural, to: …}`
    training sessions  at least 1场  hotline.window

* the holidays of that year are not announced or not held; only Saturdays and Sundays are counted off"""  # noqa: E501


def test_the_whole_text(made: Make) -> None:
    assert text_register(made(WARRANTY, INSPECTION, RESPONSE, TRAINING, RETURN, PAYMENT)) == ENGLISH


def test_in_chinese_the_names_are_chinese(made: Make) -> None:
    register = made(WARRANTY, INSPECTION, RESPONSE)
    speak("zh_CN")
    text = text_register(register)
    assert "巡检    第1次  hotline.window  《服务承诺书》一、服务（一） 第1页\n" in text
    assert "响应时限  不超过15分钟，自接到报修通知起，7×24受理  (一级故障)  hotline.window" in text


@pytest.mark.parametrize("commitments", [(), (WARRANTY, INSPECTION, RESPONSE, TRAINING, RETURN, PAYMENT)])
def test_the_json_is_as_its_schema_says(made: Make, commitments: tuple[str, ...]) -> None:
    content = json.loads(json_register(made(*commitments)))
    validator = Draft202012Validator(register_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(content)] == []
    ids = [each["id"] for each in content["obligations"]]
    assert ids == sorted(ids)
    assert len(ids) == len(commitments)


def test_an_obligation_as_json(made: Make) -> None:
    (each,) = json.loads(json_register(made(RESPONSE)))["obligations"]
    assert each == {
        "id": "hotline.window/response",
        "form": "limit",
        "dimension": "response",
        "label": {"zh": "响应时限", "en": "response"},
        "comparator": "at_most",
        "value": "15分钟",
        "requirement": {
            "zh": "不超过15分钟，自接到报修通知起，7×24受理",
            "en": "at most 15分钟, from: fault report received, callable 7×24",
        },
        "scope": {"severity": ["S1"]},
        "scope_words": {"zh": "一级故障", "en": "severity 1 (critical)"},
        "obligor": "provider",
        "obligor_name": "示例信息有限公司",
        "obligee_name": "示例单位",
        "place": "第一包；示例市机房",
        "fee": "",
        "fee_words": {"zh": "", "en": ""},
        "event": "report_received",
        "occasion": {"zh": "接到报修通知", "en": "fault report received"},
        "window": "7×24",
        "begins": "2026-01-12",
        "ends": None,
        "proof": {
            "zh": "工单系统中的时间记录",
            "en": "times recorded in the ticket system",
            "source": "履约惯例",
            "confidence": "low",
        },
        "clause": "hotline.window",
        "clause_title": "服务",
        "declared": {"path": "clauses/hotline/window.yaml", "line": 21, "column": 5, "end_line": 21, "end_column": 123},
        "value_set": {
            "path": "clauses/hotline/window.yaml",
            "line": 21,
            "column": 57,
            "end_line": 21,
            "end_column": 61,
        },
        "printed": [{"document": "letter", "title": "服务承诺书", "section": "一、服务（一）", "page": 1}],
        "occurrences": [],
    }
