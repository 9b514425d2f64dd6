"""Findings as text: message, every place with its source line underlined, facts, remedies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.finding import Acceptance, Edit, Finding, Fix, Label, found
from gen.message import M, Named, speak
from gen.report import text_report
from gen.report.wrap import wrapped
from gen.rule import Confidence, Rule, Severity
from gen.source import Source, Span
from gen.source import width as cells

ERROR = Rule("C301", "deadline-out-of-order", Severity.ERROR, "A deadline may end too late.")
WARNING = Rule("R205", "unprinted-clause", Severity.WARNING, "A clause is not printed.")
HINT = Rule("P304", "old-basis", Severity.HINT, "A standard has a successor.")
BROKEN = Rule("S102", "broken-yaml", Severity.HINT, "A file cannot be read.")
"""What cannot be read cannot be accepted either: its last line is short."""
PATH = "response.onsite.limit.S1"

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
            helps=[M("or record an approval")],
            fixes=[Fix(M("set `{path}` to {value}", path=PATH, value="8小时"), (Edit(PATH, "8小时"),))],
            key=("onsite", "resolution"),
        ),
        found(WARNING, M("`{id}` is printed in no document", id="hotline.window"), REPAIR.whole_line(1), key=("a",)),
        found(BROKEN, M("nothing is at fault but the machine")),
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
        "  = fix: set `response.onsite.limit.S1` to 8小时\n"
        "  = fix: or record an approval\n"
        '  = bidgen explain C301   ·   bidgen accept d9686bc38df4 --reason "…"\n'
        "\n"
        "warning[R205 unprinted-clause] `hotline.window` is printed in no document\n"
        "  --> clauses/repair/resolution.yaml:1:5\n"
        "   1 |     default: {一级故障: 24小时}\n"
        "     |     ---------------------------\n"
        '  = bidgen explain R205   ·   bidgen accept 99ff0414c680 --reason "…"\n'
        "\n"
        "hint[S102 broken-yaml] nothing is at fault but the machine\n"
        "  = bidgen explain S102"
    )


def test_the_frame_is_in_the_language_spoken() -> None:
    speak("zh_CN")
    finding = found(BROKEN, M("a"), ONSITE.span(1, 1, 1, 3), notes=[M("b")], helps=[M("c")])
    assert text_report([finding]) == (
        "提示[S102 broken-yaml] a\n"
        "  --> clauses/response/onsite.yaml:1:1\n"
        "   1 | id: response.onsite\n"
        "     | --\n"
        "  = 说明：b\n"
        "  = 可改：c\n"
        "  = bidgen explain S102"
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
    finding = found(BROKEN, M("x"), Label(Source("a.yaml", "").span(3, 7, 3, 7), M("here")))
    assert text_report([finding]) == "hint[S102 broken-yaml] x\n  --> a.yaml:3:7\n      here\n  = bidgen explain S102"


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
    finding = found(BROKEN, M("{text}", text="\x07\x9b"), Label(source.span(1, 8, 1, 9), M("{text}", text="\x1b")))
    assert text_report([finding]) == (
        "hint[S102 broken-yaml] \N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}\n"
        "  --> a\N{REPLACEMENT CHARACTER}[2J.yaml:1:8\n"
        "   1 | x\N{REPLACEMENT CHARACTER}[31m y\n"
        "     |        - \N{REPLACEMENT CHARACTER}\n"
        "  = bidgen explain S102"
    )


def test_roles_are_painted_and_words_stay_the_same() -> None:
    finding: Finding = found(BROKEN, M("x"), ONSITE.span(1, 1, 1, 3), notes=[M("b")])
    painted = text_report([finding], lambda text, role: f"<{role}:{text}>")
    assert painted == (
        "<hint:hint[S102 broken-yaml]> x\n"
        "  <quiet:-->> <place:clauses/response/onsite.yaml:1:1>\n"
        "<quiet:   1 |> id: response.onsite\n"
        "<quiet:     |> <mark:-->\n"
        "  <quiet:=> note: b\n"
        "<quiet:  = bidgen explain S102>"
    )


@pytest.mark.parametrize("family", "SAB")
def test_what_cannot_be_accepted_has_no_such_hint(family: str) -> None:
    rule = Rule(f"{family}101", "x", Severity.ERROR, "x")
    assert text_report([found(rule, M("x"))]) == f"error[{family}101 x] x\n  = bidgen explain {family}101"


def test_confidence_is_told_where_it_is_not_high() -> None:
    def told(confidence: Confidence) -> str:
        return text_report([found(BROKEN, M("x"), notes=[M("a")], helps=[M("b")], confidence=confidence)])

    low = "hint[S102 broken-yaml] x\n  = note: a\n  = confidence: low\n  = fix: b\n  = bidgen explain S102"
    assert told(Confidence.LOW) == low
    assert told(Confidence.MEDIUM) == low.replace("low", "medium")
    assert told(Confidence.HIGH) == low.replace("  = confidence: low\n", "")


def test_accepted_findings_follow_the_others_on_a_line_each() -> None:
    place = Source("projects/demo/accepted.yaml", "- fingerprint: 0\n").whole_line(1)
    accepted = [
        replace(found(ERROR, M("first"), ONSITE.whole_line(1), key=("1",)), accepted=Acceptance(*words, place))
        for words in (("the customer asked", "legal", "2027-03-01"), ("as agreed", "", ""))
    ]
    assert text_report([accepted[0], found(BROKEN, M("x")), accepted[1]]) == (
        "hint[S102 broken-yaml] x\n"
        "  = bidgen explain S102\n"
        "\n"
        "accepted[C301 deadline-out-of-order 8cecba614eea] first: the customer asked (by legal, until 2027-03-01)\n"
        "accepted[C301 deadline-out-of-order 8cecba614eea] first: as agreed"
    )


def test_what_is_accepted_and_left_out_in_chinese() -> None:
    speak("zh_CN")
    source = Source("a.yaml", "x\n" * 10)
    place = Source("projects/demo/accepted.yaml", "- fingerprint: 0\n").whole_line(1)
    accepted = replace(found(BROKEN, M("b")), accepted=Acceptance("甲方要求", "法务", "2027-03-01", place))
    low = found(BROKEN, M("a"), *(source.whole_line(n) for n in range(1, 11)), confidence=Confidence.LOW)
    assert text_report([accepted, low]).splitlines()[25:] == [
        "  ... 另有 2 处",
        "  = 把握：低",
        "  = bidgen explain S102",
        "",
        f"已接受[S102 broken-yaml {accepted.fingerprint}] b：甲方要求（由法务决定、至 2027-03-01 止）",
    ]


def test_of_many_places_eight_are_shown_and_the_others_counted() -> None:
    def places(count: int) -> list[str]:
        source = Source("a.yaml", "x\n" * count)
        report = text_report([found(BROKEN, M("x"), *(source.whole_line(n) for n in range(1, count + 1)))])
        return [line for line in report.splitlines() if line.startswith(("  -->", "  ..."))]

    assert places(8) == [f"  --> a.yaml:{n}:1" for n in range(1, 9)]
    assert places(9)[7:] == ["  --> a.yaml:8:1", "  ... and 1 more place"]
    assert places(1000)[8:] == ["  ... and 992 more places"]


# --- a terminal's width


WIDE = Source("clauses/a.yaml", "title: 热线\nnote: 乙方自接到甲方报修通知起四小时内到达现场并开始处理故障直至恢复\n")


def narrow(width: int) -> list[str]:
    finding = found(
        ERROR,
        M("the deadline of `response.onsite` ends after 修复时限，两者不能同时成立，投标人必然违反其一"),
        Label(WIDE.span(1, 8, 1, 10), M("an arrival within 48 hours")),
        Label(WIDE.span(2, 17, 2, 20), M("四小时内到达现场，但是修复时限为二十四小时")),
        notes=[M("一级故障，质保期内，周五 17:00 报修：周日 17:00 到场，但周六 17:00 前须已修复")],
        key=("wide",),
    )
    return text_report([finding], width=width).splitlines()


def test_at_sixty_cells_words_are_broken_and_source_lines_cut() -> None:
    assert narrow(60) == [
        "error[C301 deadline-out-of-order] the deadline of",
        "  `response.onsite` ends after 修复时限，两者不能同时成立，",
        "  投标人必然违反其一",
        "  --> clauses/a.yaml:1:8",
        "   1 | title: 热线",
        "     |        ---- an arrival within 48 hours",
        "  --> clauses/a.yaml:2:17",
        "   2 | 自接到甲方报修通知起四小时内到达现场并开始处理故障直",
        "     |                 ------ 四小时内到达现场，但是修复时限",
        "     |                        为二十四小时",
        "  = note: 一级故障，质保期内，周五 17:00 报修：周日 17:00 到",
        "    场，但周六 17:00 前须已修复",
        "  = bidgen explain C301",
        '  = bidgen accept 2dc94af07de8 --reason "…"',
    ]


def test_where_little_room_is_left_words_go_under_the_line() -> None:
    assert narrow(3) == narrow(48)
    assert narrow(48) == [
        "error[C301 deadline-out-of-order] the deadline",
        "  of `response.onsite` ends after 修复时限，两者",
        "  不能同时成立，投标人必然违反其一",
        "  --> clauses/a.yaml:1:8",
        "   1 | title: 热线",
        "     |        ---- an arrival within 48 hours",
        "  --> clauses/a.yaml:2:17",
        "   2 | 到甲方报修通知起四小时内到达现场并开始处",
        "     |             ------",
        "     |   四小时内到达现场，但是修复时限为二十四",
        "     |   小时",
        "  = note: 一级故障，质保期内，周五 17:00 报修：",
        "    周日 17:00 到场，但周六 17:00 前须已修复",
        "  = bidgen explain C301",
        '  = bidgen accept 2dc94af07de8 --reason "…"',
    ]


@pytest.mark.parametrize("width", range(48, 130))
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert [line for line in narrow(width) if cells(line) > width] == []


def test_a_mark_that_is_cut_off_is_still_marked() -> None:
    source = Source("a.yaml", "热" * 300 + "\n")
    for column in (1, 2, 150, 299, 300, 301):
        report = text_report([found(BROKEN, M("x"), source.span(1, column, 1, column + 200))], width=60)
        line, mark = report.splitlines()[2:4]
        assert cells(line) <= 60
        assert "-" in mark
        assert cells(mark) <= 60 + 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("abcdefghijklmn", ["abcdefghij", "klmn"]),
        ("abcdefghij klmn", ["abcdefghij", "klmn"]),
        ("一二三四五六", ["一二三四五", "六"]),
        ("一二三四五，六", ["一二三四", "五，六"]),
        ("一二三四（五六）", ["一二三四", "（五六）"]),
        ("a 一二三 b", ["a 一二三 b"]),
        ("", [""]),
        ("   ", [""]),
    ],
)
def test_lines_of_ten_cells(text: str, lines: list[str]) -> None:
    assert wrapped(text, 10) == lines


def test_the_first_line_may_be_taken_and_the_others_indented() -> None:
    assert wrapped("one two three", 10, start=6, indent=4) == ["one", "two", "three"]
    assert wrapped("one two three", None, start=6, indent=4) == ["one two three"]


@given(st.text(st.sampled_from("ab 一二，。（）“”《…—x😀é·")), st.integers(2, 30), st.integers(0, 20))
def test_wrapping_loses_nothing_but_spaces_and_is_never_too_wide(text: str, room: int, start: int) -> None:
    lines = wrapped(text, room, start=min(start, room))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= room for line in lines)
