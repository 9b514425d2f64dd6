"""Findings as text: message, every place with its source line underlined, facts, remedies."""

from __future__ import annotations

import pytest

from gen.finding import Finding, Label, found
from gen.message import M, Named, speak
from gen.report import text_report
from gen.rule import Rule, Severity
from gen.source import Source, Span

ERROR = Rule("C301", "deadline-out-of-order", Severity.ERROR, "A deadline may end too late.")
WARNING = Rule("R205", "unprinted-clause", Severity.WARNING, "A clause is not printed.")
HINT = Rule("P304", "old-basis", Severity.HINT, "A standard has a successor.")

ONSITE = Source("clauses/response/onsite.yaml", "id: response.onsite\n\n  default: {S1: 48小时, S2: 72小时} # 到场\n")
REPAIR = Source("clauses/repair/resolution.yaml", "    default: {一级故障: 24小时}\n")


def one(line: str, column: int, length: int, words: str = "") -> str:
    """The report of one finding on a line."""
    span = Span(Source("a.yaml", line + "\n"), 1, column, 1, column + length)
    return text_report([found(WARNING, M("wrong"), Label(span, M(words) if words else None))])


def test_three_findings_of_three_kinds() -> None:
    findings = [
        found(
            ERROR,
            M("{first} may end after {second}", first=Named("到场", "arrival"), second=Named("修复", "resolution")),
            Label(ONSITE.span(3, 17, 3, 21), M("arrival may take until hour {hour}", hour=48)),
            Label(ONSITE.span(3, 27, 3, 31)),
            Label(REPAIR.span(1, 21, 1, 25), M("resolution is due by hour {hour}", hour=24)),
            notes=[M("reported {moment}: there on Sunday", moment=M("Friday {time}", time="17:00"))],
            helps=[M("set `{path}`", path="response.onsite.limit.S1"), M("or record an approval")],
        ),
        found(WARNING, M("`{id}` is printed in no document", id="hotline.window"), REPAIR.whole_line(1)),
        found(HINT, M("nothing is at fault but the machine")),
    ]
    assert text_report(findings) == (
        "error[C301 deadline-out-of-order] arrival may end after resolution\n"
        "  --> clauses/response/onsite.yaml:3:17\n"
        "   3 |   default: {S1: 48小时, S2: 72小时} # 到场\n"
        "     |                 ------ arrival may take until hour 48\n"
        "     |                             ------\n"
        "  --> clauses/repair/resolution.yaml:1:21\n"
        "   1 |     default: {一级故障: 24小时}\n"
        "     |                         ------ resolution is due by hour 24\n"
        "  = note: reported Friday 17:00: there on Sunday\n"
        "  = fix: set `response.onsite.limit.S1`\n"
        "  = fix: or record an approval\n"
        "  = bidgen explain C301\n"
        "\n"
        "warning[R205 unprinted-clause] `hotline.window` is printed in no document\n"
        "  --> clauses/repair/resolution.yaml:1:5\n"
        "   1 |     default: {一级故障: 24小时}\n"
        "     |     ---------------------------\n"
        "  = bidgen explain R205\n"
        "\n"
        "hint[P304 old-basis] nothing is at fault but the machine\n"
        "  = bidgen explain P304"
    )


def test_the_frame_is_in_the_language_spoken() -> None:
    speak("zh_CN")
    finding = found(ERROR, M("a"), ONSITE.span(1, 1, 1, 3), notes=[M("b")], helps=[M("c")])
    assert text_report([finding]) == (
        "错误[C301 deadline-out-of-order] a\n"
        "  --> clauses/response/onsite.yaml:1:1\n"
        "   1 | id: response.onsite\n"
        "     | --\n"
        "  = 说明：b\n"
        "  = 可改：c\n"
        "  = bidgen explain C301"
    )


def test_no_findings_are_no_text() -> None:
    assert text_report([]) == ""


@pytest.mark.parametrize(
    ("line", "column", "length", "under"),
    [
        ("title: 热线", 8, 2, "       ----"),
        ("标题：热线", 3, 1, "    --"),
        ("ａｂ: x", 5, 1, "      -"),
        ("一“二”: x", 7, 1, "          -"),
        ("x", 1, 0, "-"),
        ("x", 2, 1, " -"),
        ("😀 x", 3, 1, "   -"),
    ],
    ids=["behind Chinese", "full-width colon", "full-width letters", "quotes", "nothing", "line end", "emoji"],
)
def test_the_underline_stands_below_what_it_marks(line: str, column: int, length: int, under: str) -> None:
    assert one(line, column, length).splitlines()[2:4] == [f"   1 | {line}", f"     | {under}"]


def test_an_underline_of_several_lines_ends_with_the_first() -> None:
    source = Source("a.yaml", "text: |\n  一二\n  三\n")
    assert text_report([found(ERROR, M("x"), source.span(1, 7, 3, 4))]).splitlines()[2:4] == [
        "   1 | text: |",
        "     |       -",
    ]


def test_line_numbers_of_five_digits_fit() -> None:
    source = Source("a.yaml", "\n" * 12344 + "x\n")
    assert text_report([found(ERROR, M("x"), source.span(12345, 1, 12345, 2))]).splitlines()[2:4] == [
        "12345 | x",
        "      | -",
    ]


def test_a_place_in_a_file_that_could_not_be_read_is_named_without_a_line() -> None:
    finding = found(ERROR, M("x"), Label(Source("a.yaml", "").span(3, 7, 3, 7), M("here")))
    assert text_report([finding]) == (
        "error[C301 deadline-out-of-order] x\n  --> a.yaml:3:7\n      here\n  = bidgen explain C301"
    )


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "".join(f"{number:05}" for number in range(200))
    assert one(line, 501, 5, "here").splitlines()[2:4] == [
        f"   1 | {line[467:567]}",
        "     | " + " " * 33 + "----- here",
    ]
    assert one(line, 1, 5).splitlines()[2:4] == [f"   1 | {line[:100]}", "     | -----"]
    assert one(line, 996, 5).splitlines()[2:4] == [f"   1 | {line[-100:]}", "     | " + " " * 95 + "-----"]


def test_an_underline_does_not_run_past_a_line_that_is_cut() -> None:
    line = "x" * 1000
    assert one(line, 1, 1000).splitlines()[3] == "     | " + "-" * 100
    assert one("热" * 1000, 1, 1000).splitlines()[3] == "     | " + "-" * 200


def test_a_long_message_is_cut_and_one_of_several_lines_is_one_line() -> None:
    assert text_report([found(HINT, M("{text}", text="a\nb\n\nc"))]).splitlines()[0] == "hint[P304 old-basis] a b  c"
    assert text_report([found(HINT, M("{text}", text="x" * 5000))]).splitlines()[0] == (
        "hint[P304 old-basis] " + "x" * 500 + "…"
    )


def test_what_a_terminal_would_obey_is_shown_as_a_mark() -> None:
    source = Source("a\x1b[2J.yaml", "x\x1b[31m\ty\n")
    finding = found(HINT, M("{text}", text="\x07\x9b"), Label(source.span(1, 8, 1, 9), M("{text}", text="\x1b")))
    assert text_report([finding]) == (
        "hint[P304 old-basis] \N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}\n"
        "  --> a\N{REPLACEMENT CHARACTER}[2J.yaml:1:8\n"
        "   1 | x\N{REPLACEMENT CHARACTER}[31m y\n"
        "     |        - \N{REPLACEMENT CHARACTER}\n"
        "  = bidgen explain P304"
    )


def test_roles_are_painted_and_words_stay_the_same() -> None:
    finding: Finding = found(ERROR, M("x"), ONSITE.span(1, 1, 1, 3), notes=[M("b")])
    painted = text_report([finding], lambda text, role: f"<{role}:{text}>")
    assert painted == (
        "<error:error[C301 deadline-out-of-order]> x\n"
        "  <quiet:-->> <place:clauses/response/onsite.yaml:1:1>\n"
        "<quiet:   1 |> id: response.onsite\n"
        "<quiet:     |> <mark:-->\n"
        "  <quiet:=> note: b\n"
        "<quiet:  = bidgen explain C301>"
    )
