"""A quantity is typed into the prose.

What it finds: a length of time, an amount of money, a share, a frequency, a service window or a count with its unit
that stands in a wording outside a hole. Ordinals, dates, law citations and names in 《》 are none. A value that the
same clause declares literally in a commitment may be typed.

Why it matters: a typed value is seen by no other rule: it drifts from the parameter that says the same, and nobody
compares it.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}接到报修后4小时内到场。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      arrival: {label: 到场时限, type: duration, default: 4小时}
    text: |
      {{ provider }}接到报修后{{ arrival }}内到场。

What to do: make it a parameter, print it by its name, and declare the promise under `commitments`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from gen.check.wording.lexicon import hits
from gen.check.wording.passages import Passage, library_passages
from gen.check.wording.quantities import QUANTITY
from gen.check.wording.reading import Reading
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.library import Library
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

_NAMED = re.compile(r"《[^《》\n]{0,80}》")
_NO_VALUE = re.compile(r"(?:[第年A-Za-z.\d-]|\d月).$|[前后上下同次每末][一半]$")
_NO_VALUE_BEHIND = re.compile(r"级|制(?!造)|期(?!限|间|内)|月?\d+日")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_OTHER_WORD = re.compile(r"[机别包类析支为配公称单录义字账理置标地员民工之]|阶段|方面|步骤|部分|环节|场景|级|档|章")
"""What makes 2人员 or 3分公司 of a count, which is none; and 5个阶段 count what is listed, not what is promised."""


def check_library(library: Library) -> Iterator[Finding]:
    """One finding for each value that a clause or outline types, with all its places."""
    literals = {
        clause: {_bare(bound) for c in loaded.clause.commitments for bound in (c.at_most, c.at_least, c.is_) if bound}
        for clause, loaded in library.clauses.items()
    }
    typed: dict[tuple[str, str], list[tuple[Passage, re.Match[str]]]] = {}
    for passage in library_passages(library):
        if passage.where != "wording":
            continue
        for match in typed_values(passage.reading):
            written = _bare(match[0])
            if written not in literals.get(passage.owner, ()) and not _told_elsewhere(passage, match):
                typed.setdefault((passage.owner, written), []).append((passage, match))
    for (owner, written), places in typed.items():
        yield found(
            RULE,
            M("{value} is typed into the prose, where no rule compares it", value=written),
            *(Label(passage.reading.place(passage.text, *match.span()), M("typed here")) for passage, match in places),
            helps=(M("make it a parameter of the clause, print it by its name, and declare it under `commitments`"),),
            key=(owner, written),
        )


def typed_values(reading: Reading) -> Iterator[re.Match[str]]:
    """The quantities that stand in a text itself."""
    names = [match.span() for match in _NAMED.finditer(reading.text)]
    for match in QUANTITY.finditer(reading.text):
        start, end = match.span()
        if match.lastgroup in {"time", "count"}:
            if _NO_VALUE.search(reading.text[max(start - 2, 0) : start + 1]) or _YEAR.fullmatch(match[0]):
                continue
            if _NO_VALUE_BEHIND.match(reading.text, end):
                continue
        if match.lastgroup == "count" and _OTHER_WORD.match(reading.text, end):
            continue
        if not any(first <= start < last for first, last in names):
            yield match


def _told_elsewhere(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the value is part of words that another rule tells of: 100%修复, 4小时左右."""
    told = (hit for name in ("absolute", "hedge") for hit in hits(name, passage.text))
    return any(hit.start <= match.start() < hit.end or hit.start == match.end() for hit in told)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
