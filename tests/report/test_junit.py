"""Findings as JUnit XML: a case a finding, grouped by bid; errors fail, accepted ones are skipped."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from gen.finding import found
from gen.message import M, speak
from gen.report import FORMATS
from tests.report.samples import ORDER, REPAIR, four, odd


def test_four_findings() -> None:
    assert FORMATS["junit"](four()) == EXPECTED


def test_no_findings_are_one_case_that_passes() -> None:
    assert FORMATS["junit"]([]) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="bidgen" tests="1" failures="0" errors="0" skipped="0">\n'
        '<testsuite name="library" tests="1" failures="0" errors="0" skipped="0">\n'
        '<testcase classname="library" name="nothing found"/>\n'
        "</testsuite>\n"
        "</testsuites>"
    )
    speak("zh_CN")
    assert 'classname="library"' in FORMATS["junit"]([])


def test_odd_characters_are_marked_and_the_rest_is_kept() -> None:
    root = ET.fromstring(FORMATS["junit"]([odd()]).encode("utf-8"))
    (failure,) = root.iter("failure")
    mark = "\N{REPLACEMENT CHARACTER}"
    message = f"%0A 50%{mark} ::error::x,y:z `odd [a](1) ![b](c) <b>@legal</b> #12 | & ]]> \"' {mark * 5} 热"
    assert failure.get("message") == message
    assert (failure.text or "").splitlines()[1:4] == [
        f"error[C301 deadline-out-of-order] {message}",
        "  --> clauses/热线 100%/a:b,c#d?`|[x](y)<i>.yaml:1:3",
        "   1 | 热线",
    ]


@given(st.text())
def test_whatever_is_said_the_document_is_xml(text: str) -> None:
    made = FORMATS["junit"]([found(ORDER, M("{text}", text=text), REPAIR.whole_line(1), bid=text or None)])
    root = ET.fromstring(made.encode("utf-8"))
    assert len(list(root.iter("failure"))) == 1


EXPECTED = """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="bidgen" tests="4" failures="1" errors="0" skipped="1">
<testsuite name="library" tests="2" failures="0" errors="0" skipped="0">
<testcase classname="library" name="R205 unprinted-clause: `hotline.window` is printed in no document [99ff0414c680]">
<system-out>
warning[R205 unprinted-clause] `hotline.window` is printed in no document
  --&gt; clauses/repair/resolution.yaml:1:5
   1 |     default: {一级故障: 24小时}
     |     ---------------------------
  = confidence: medium
  = bidgen explain R205   ·   bidgen accept 99ff0414c680 --reason "…"
</system-out>
</testcase>
<testcase classname="library" name="L101 old-basis: nothing is at fault but the machine [22e624a7bee5]">
<system-out>
hint[L101 old-basis] nothing is at fault but the machine
  = confidence: low
  = bidgen explain L101   ·   bidgen accept 22e624a7bee5 --reason "…"
</system-out>
</testcase>
</testsuite>
<testsuite name="campus" tests="2" failures="1" errors="0" skipped="1">
<testcase classname="campus" name="C301 deadline-out-of-order: arrival may end after resolution [88db9fb44081]">
<failure type="C301 deadline-out-of-order" message="arrival may end after resolution">
error[C301 deadline-out-of-order] arrival may end after resolution
  --&gt; clauses/response/onsite.yaml:3:17
   3 |   default: {S1: 48小时, S2: 72小时} # 到场
     |                 ------ arrival may take until hour 48
  --&gt; clauses/repair/resolution.yaml:1:21
   1 |     default: {一级故障: 24小时}
     |                         ------ resolution is due by hour 24
  = note: reported Friday 17:00: there on Sunday
  = fix: set `response.onsite.limit.S1` to 8小时
  = fix: or record an approval
  = bidgen explain C301   ·   bidgen accept 88db9fb44081 --reason "…"
</failure>
</testcase>
<testcase classname="campus" name="C301 deadline-out-of-order: training may end too late [f95b28a63b70]">
<skipped message="the customer wants it so (by legal, until 2027-03-01)"/>
</testcase>
</testsuite>
</testsuites>"""
