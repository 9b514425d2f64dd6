"""Findings for the tests of every report: a contradiction, a hint, an accepted one, one without a place; odd ones."""

from __future__ import annotations

from dataclasses import replace

from gen.finding import Acceptance, Edit, Finding, Fix, Label, found
from gen.message import M, Named
from gen.rule import Confidence, Rule, Severity
from gen.source import Source

PAGE = """\
A deadline may end after one that must follow it.

What it finds: a step that may take longer than `the next`.

Fails:

    # clauses/a.yaml
    limit: 48小时

    late: true

What to do: shorten <it>."""
ORDER = Rule("C301", "deadline-out-of-order", Severity.ERROR, PAGE)
UNPRINTED = Rule("R205", "unprinted-clause", Severity.WARNING, "A clause is not printed.", Confidence.MEDIUM)
OLD = Rule("L101", "old-basis", Severity.HINT, "A standard has a successor.", Confidence.LOW)

ONSITE = Source("clauses/response/onsite.yaml", "id: response.onsite\n\n  default: {S1: 48小时, S2: 72小时} # 到场\n")
REPAIR = Source("clauses/repair/resolution.yaml", "    default: {一级故障: 24小时}\n")
ACCEPTED = Source("projects/campus/accepted.yaml", "- fingerprint: 0\n")
PATH = "response.onsite.limit.S1"


def contradiction() -> Finding:
    """Two sides, a case, a fix and advice."""
    return found(
        ORDER,
        M("{first} may end after {second}", first=Named("到场", "arrival"), second=Named("修复", "resolution")),
        Label(ONSITE.span(3, 17, 3, 21), M("arrival may take until hour {hour}", hour=48)),
        Label(REPAIR.span(1, 21, 1, 25), M("resolution is due by hour {hour}", hour=24)),
        notes=[M("reported {moment}: there on Sunday", moment=M("Friday {time}", time="17:00"))],
        fixes=[Fix(M("set `{path}` to {value}", path=PATH, value="8小时"), (Edit(PATH, "8小时"),))],
        helps=[M("or record an approval")],
        key=("response.onsite", "repair.resolution"),
        bid="campus",
    )


def accepted(finding: Finding, source: Source = ACCEPTED) -> Finding:
    """The same finding, let stand."""
    place = source.whole_line(1)
    return replace(finding, accepted=Acceptance("the customer wants it so", "legal", "2027-03-01", place))


def four() -> list[Finding]:
    """One of each kind, in the order in which a check gives them."""
    return [
        contradiction(),
        accepted(found(ORDER, M("training may end too late"), REPAIR.whole_line(1), key=("training",), bid="campus")),
        found(UNPRINTED, M("`{id}` is printed in no document", id="hotline.window"), REPAIR.whole_line(1), key=("a",)),
        found(OLD, M("nothing is at fault but the machine")),
    ]


def many(count: int, rule: Rule = ORDER, words: int = 80) -> list[Finding]:
    """So many findings of a rule, one on each line of a file."""
    source = Source("clauses/long.yaml", "x\n" * count)
    return [
        found(rule, M("number {n}", n=n), source.whole_line(n), key=(str(n),), notes=[M("{text}", text="热" * words)])
        for n in range(1, count + 1)
    ]


ODD_PATH = "clauses/热线 100%/a:b,c#d?`|[x](y)<i>.yaml"
ODD_TEXT = "%0A 50%\r\n::error::x,y:z `odd [a](1) ![b](c) <b>@legal</b> #12 | & ]]> \"' \x00\x1b\u200b\ud800\uffff 热"


def odd() -> Finding:
    """A finding whose file and words hold all that some format must escape; its place is at the end of a line."""
    source = Source(ODD_PATH, "热线\n")
    return found(
        ORDER, M("{text}", text=ODD_TEXT), Label(source.span(1, 3, 1, 3), M("{text}", text=ODD_TEXT)), key=("",)
    )
