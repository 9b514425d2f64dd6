"""Findings as annotations of a GitHub job: at most ten of a kind, worst first, everything escaped."""

from __future__ import annotations

import re

from gen.finding import Finding, found
from gen.message import M, speak
from gen.report import FORMATS, job_summary
from gen.report.github import _data, _property
from gen.source import Source
from tests.report.samples import OLD, ORDER, UNPRINTED, accepted, four, many, odd


def lines(findings: list[Finding]) -> list[str]:
    return FORMATS["github"](findings).splitlines()


def test_four_findings_of_which_one_is_accepted() -> None:
    assert lines(four()) == [
        "::error file=clauses/response/onsite.yaml,line=3,endLine=3,col=17,endColumn=21,"
        "title=C301 deadline-out-of-order::arrival may end after resolution"
        "%0Aclauses/response/onsite.yaml:3:17: arrival may take until hour 48"
        "%0Aclauses/repair/resolution.yaml:1:21: resolution is due by hour 24"
        "%0Anote: reported Friday 17:00: there on Sunday"
        "%0Afix: set `response.onsite.limit.S1` to 8小时%0Afix: or record an approval",
        "::warning file=clauses/repair/resolution.yaml,line=1,endLine=1,col=5,endColumn=26,"
        "title=R205 unprinted-clause::`hotline.window` is printed in no document",
        "::notice title=L101 old-basis::nothing is at fault but the machine",
    ]


def test_no_findings_are_no_lines() -> None:
    assert FORMATS["github"]([]) == ""


def test_ten_of_a_kind_are_shown_worst_first_and_the_rest_is_counted() -> None:
    shown = lines([*many(12, OLD), *many(11, UNPRINTED), *many(13, ORDER)])
    kinds = [line[2 : line.index(" ")] for line in shown]
    assert kinds == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert "::number 10%0A" in shown[9]
    assert shown[-1] == (
        "::notice title=bidgen::not shown here: 3 errors, 1 warning, 3 hints; the summary of the job lists all"
    )
    speak("zh_CN")
    assert lines(many(11))[-1] == "::notice title=bidgen::此处未显示：1个错误；完整清单见作业摘要"


def test_ten_of_a_kind_need_no_last_line() -> None:
    shown = lines([*many(10, OLD), *many(10, UNPRINTED), *many(10, ORDER)])
    assert len(shown) == 30
    assert "number 10" in shown[-1]


def test_a_place_of_several_lines_has_no_columns() -> None:
    span = Source("a.yaml", "text: |\n  一\n  二\n").span(1, 7, 3, 4)
    assert lines([found(ORDER, M("x"), span)]) == [
        "::error file=a.yaml,line=1,endLine=3,title=C301 deadline-out-of-order::x"
    ]


def test_nothing_that_a_finding_holds_ends_its_command_or_begins_another() -> None:
    (line,) = lines([odd()])
    mark = "\N{REPLACEMENT CHARACTER}"
    words = f"%250A 50%25{mark} ::error::x,y:z `odd [a](1) ![b](c) <b>@legal</b> #12 | & ]]> \"' {mark * 5} 热"
    assert line == (
        "::error file=clauses/热线 100%25/a%3Ab%2Cc#d?`|[x](y)<i>.yaml,line=1,endLine=1,col=3,endColumn=3,"
        f"title=C301 deadline-out-of-order::{words}%0Aclauses/热线 100%25/a:b,c#d?`|[x](y)<i>.yaml:1:3: {words}"
    )


def test_values_are_escaped_as_workflow_commands_want_it() -> None:
    assert _data("100%\r\na:b,c") == "100%25%0D%0Aa:b,c"
    assert _property("100%\r\na:b,c") == "100%25%0D%0Aa%3Ab%2Cc"


def test_the_summary_of_the_job_lists_all() -> None:
    findings = [*many(300), accepted(four()[0])]
    summary = job_summary(findings)
    assert summary.startswith("**bidgen: 300 errors** · 1 accepted\n")
    assert [int(n) for n in re.findall(r"` number (\d+)\n", summary)] == list(range(1, 301))
    assert len(job_summary(many(5000)).encode("utf-8")) < 1024 * 1024
