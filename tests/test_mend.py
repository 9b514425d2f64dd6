"""Fixes are offered only where a check with the values set says that they mend, and nothing comes in their place."""

from __future__ import annotations

import pytest

from gen.examine import examine, load_checked
from gen.finding import Edit, Finding, Fix, found
from gen.mend import MOST, NONE_MENDS, with_mending_fixes
from gen.message import M
from gen.model.library import Library
from gen.model.package import Package
from gen.rule import Severity
from gen.stage_rules import s109_unknown_name
from tests.check.promises import REPORTED, Findings, clause, helps, param, told
from tests.conftest import lay_out

RULE = s109_unknown_name.RULE
TEXT = clause([param("a", "4小时, allow: 1小时..8小时")], [f"promise: response, at_most: $a, {REPORTED}"])


@pytest.fixture
def package(tmp_path) -> Package:  # type: ignore[no-untyped-def]
    library, _ = load_checked(lay_out(tmp_path, TEXT))
    return examine(library, library.bids["demo"]).package


def broken(*values: str, key: str = "x", path: str = "hotline.window.a") -> Finding:
    return found(RULE, M("wrong"), key=(key,), fixes=[Fix(M("set"), (Edit(path, value),)) for value in values])


def value_in(library: Library) -> str:
    return str(library.bid_values["demo"]["hotline.window.a"][("", "")].quantity)


def test_the_first_fix_that_mends_is_kept_for_each_value(package: Package) -> None:
    tried: list[str] = []

    def again(library: Library) -> list[Finding]:
        tried.append(value_in(library))
        return [] if tried[-1] in {"2小时", "1小时"} else [broken()]

    (finding,) = with_mending_fixes((broken("3小时", "2小时", "1小时"),), package, again)
    assert [fix.edits[0].value for fix in finding.fixes] == ["2小时"]
    assert tried == ["3小时", "2小时"]
    assert finding.helps == ()


def test_a_fix_that_breaks_something_else_is_none(package: Package) -> None:
    (finding,) = with_mending_fixes((broken("2小时"),), package, lambda _: [broken(key="y")])
    assert finding.fixes == ()
    assert finding.helps == (NONE_MENDS,)


def test_a_fix_that_leaves_a_hint_in_its_place_mends(package: Package) -> None:
    hint = found(RULE, M("by the way"), key=("z",), severity=Severity.HINT)
    (finding,) = with_mending_fixes((broken("2小时"),), package, lambda _: [hint])
    assert len(finding.fixes) == 1


@pytest.mark.parametrize(("value", "path"), [("尽快", "hotline.window.a"), ("2小时", "hotline.window.nothing")])
def test_a_fix_that_cannot_be_set_is_not_tried(package: Package, value: str, path: str) -> None:
    def never(library: Library) -> list[Finding]:
        raise AssertionError(library)

    (finding,) = with_mending_fixes((broken(value, path=path),), package, never)
    assert finding.fixes == ()


def test_where_much_is_wrong_not_everything_is_tried(package: Package) -> None:
    tried: list[Library] = []

    def again(library: Library) -> list[Finding]:
        tried.append(library)
        return [broken(key=str(number)) for number in range(100)]

    with_mending_fixes(tuple(broken("2小时", key=str(number)) for number in range(100)), package, again)
    assert len(tried) == MOST


def test_the_fix_that_is_offered_mends_when_it_is_set(findings: Findings) -> None:
    bid = ("# projects/demo/project.yaml\nid: demo\ntitle: 示例\nprofile: basic\n"
           "project: {name: 示例项目, number: X-1, submission: 2026-12-08}\ncustomer: {name: 示例单位}\n"
           "documents: [letter]\n")  # fmt: skip
    text = clause(
        [param("a", "48小时, allow: 2小时..48小时"), param("b", "24小时")],
        [f"promise: onsite_arrival, at_most: $a, {REPORTED}", f"promise: resolution, at_most: $b, {REPORTED}"],
    )
    (finding,) = findings(text + bid)
    assert told(finding)[0] == "C301 error"
    assert helps(finding) == ["set `hotline.window.a` to 12小时 (inside its guardrail)"]
    (edit,) = finding.fixes[0].edits
    assert findings(text + bid + f"values: {{{edit.path}: {edit.value}}}\n") == ()
