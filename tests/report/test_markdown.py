"""Findings as Markdown for a comment on a pull request: what is shown is what was said, and nothing more."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from gen.finding import Finding, found
from gen.message import M, speak
from gen.report import FORMATS
from gen.report.markdown import code, prose
from gen.rule import Severity
from gen.source import Source
from tests.conftest import untraced
from tests.report.samples import ORDER, UNPRINTED, accepted, contradiction, four, many, odd


def report(findings: list[Finding]) -> str:
    return FORMATS["markdown"](findings)


def shown(markdown: str) -> str:
    """The characters that a reader of the Markdown sees."""
    html = MarkdownIt("gfm-like", {"linkify": False}).render(markdown)
    text = re.sub(r"<!--.*?-->|<[^>]*>", "", html)
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text


def test_four_findings() -> None:
    first, second, third, fourth = (finding.fingerprint for finding in four())
    assert (
        report(four())
        == f"""\
**bidgen: 1 error, 1 warning, 1 hint** · 1 accepted

#### error `C301 deadline-out-of-order` arrival may end after resolution

- `clauses/response/onsite.yaml:3:17`: arrival may take until hour 48
- `clauses/repair/resolution.yaml:1:21`: resolution is due by hour 24
- note: reported Friday 17:00: there on Sunday
- fix: set `response.onsite.limit.S1` to 8小时
- fix: or record an approval
- `bidgen explain C301` · `{first}`

#### warning `R205 unprinted-clause` `hotline.window` is printed in no document

- `clauses/repair/resolution.yaml:1:5`
- confidence: medium
- `bidgen explain R205` · `{third}`

#### hint `L101 old-basis` nothing is at fault but the machine

- confidence: low
- `bidgen explain L101` · `{fourth}`

<details><summary>1 accepted</summary>

- `C301 deadline-out-of-order {second}` training may end too late: the customer wants it so (by legal, until 2027-03-01)

</details>"""
    )


def test_in_chinese() -> None:
    speak("zh_CN")
    assert report([contradiction()]).splitlines()[4:7] == [
        "- `clauses/response/onsite.yaml:3:17`: arrival may take until hour 48",
        "- `clauses/repair/resolution.yaml:1:21`: resolution is due by hour 24",
        "- 说明：reported 周五 17:00: there on Sunday",
    ]
    assert report([accepted(contradiction())]).splitlines()[0] == "**bidgen：没有发现问题** · 1个已接受"


def test_nothing_found() -> None:
    assert report([]) == "**bidgen: nothing found**"
    assert report([accepted(contradiction())]).startswith("**bidgen: nothing found** · 1 accepted\n\n<details>")


def test_the_worst_come_first_whatever_their_order() -> None:
    findings = [replace(found(UNPRINTED, M("{n}", n=n), key=(str(n),)), severity=Severity(n)) for n in (1, 3, 2)]
    assert re.findall(r"^#### (\w+)", report(findings), re.MULTILINE) == ["error", "warning", "hint"]


def test_of_many_places_eight_are_shown() -> None:
    source = Source("a.yaml", "x\n" * 1000)
    lines = report([found(ORDER, M("x"), *(source.whole_line(n) for n in range(1, 1001)))]).splitlines()
    assert lines[11:13] == ["- `a.yaml:8:1`", "- … and 992 more places"]


def test_a_comment_stays_below_what_github_takes_and_counts_the_rest() -> None:
    findings = [*many(2000), *map(accepted, many(2000, UNPRINTED))]
    comment = report(findings)
    assert 60_000 < len(comment) < 65_536
    sections = comment.count("\n#### ")
    assert f"\n\n- … and {2000 - sections} more findings\n\n<details><summary>2000 accepted</summary>\n" in comment
    assert re.search(r"\n- … and 1\d\d\d more findings\n\n</details>$", comment)


@untraced
def test_a_comment_stays_below_it_whatever_the_length_of_its_sections() -> None:
    lengths = [len(report([*many(900, words=n), *map(accepted, many(300, UNPRINTED))])) for n in range(1, 120, 3)]
    assert max(lengths) <= 65_536


def test_what_a_finding_quotes_is_shown_and_not_obeyed() -> None:
    title, place = report([odd()]).splitlines()[2:5:2]
    mark = "\N{REPLACEMENT CHARACTER}"
    words = (
        (
            rf"%0A 50%{mark} :<!-- -->:error::x,y:z \`odd \[a\](1) !\[b\](c) &lt;b&gt;@<!-- -->legal&lt;/b&gt; "
            rf"#<!-- -->12 \| &amp; \]\]&gt; \"' {mark * 5} 热"
        )
        .replace(":<!-- -->:", "::")
        .replace(r"\"", '"')
    )
    assert title == f"#### error `C301 deadline-out-of-order` {words}"
    assert place == f"- `` clauses/热线 100%/a:b,c#d?`|[x](y)<i>.yaml:1:3 ``: {words}"
    html = MarkdownIt("gfm-like", {"linkify": False}).render(report([odd()]))
    assert not re.search(r"<(?!/?(p|h4|ul|li|code|strong)>|!-- -->)", html)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("set `a.b` to 4小时", "set `a.b` to 4小时"),
        ("`a` and `b", r"\`a\` and \`b"),
        ("``", r"\`\`"),
        ("*a* _b_ a_b ~~c~~", r"\*a\* \_b\_ a_b \~\~c\~\~"),
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("1. a", r"1\. a"),
        ("see http://x.y and www.x.y", "see http:<!-- -->//x.y and www<!-- -->.x.y"),
    ],
)
def test_prose(text: str, markdown: str) -> None:
    assert prose(text) == markdown


def test_code_may_hold_backticks() -> None:
    assert [code(text) for text in ("a", "a`b", "`", "``", " a ")] == [
        "`a`",
        "`` a`b ``",
        "`` ` ``",
        "``` `` ```",
        "`  a  `",
    ]


@given(st.text(st.sampled_from("ab1 *_`[]()<>&#!|~\\$@.-+:/热，\"'")))
def test_whatever_is_said_is_what_is_shown(text: str) -> None:
    def bare(words: str) -> str:
        return re.sub(r"[\s`]+", "", words)

    assert bare(shown(f"- a: {prose(text)}")) == bare(f"a: {text}")
