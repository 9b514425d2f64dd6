"""分别 is followed by one value.

What it finds: a sentence that promises 分别 (respectively) at several deadlines and gives only one value. Where both
parties each do the same (双方分别于), one value is right.

Why it matters: one value got lost: nobody knows which of the cases it is for.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      arrival: {label: 到场时限, type: duration, default: 4小时}
    text: |
      工作时间和非工作时间报修的，{{ provider }}分别于{{ arrival }}内到场。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      day: {label: 工作时间到场时限, type: duration, default: 4小时}
      night: {label: 其他时间到场时限, type: duration, default: 6小时}
    text: |
      工作时间和非工作时间报修的，{{ provider }}分别于{{ day }}、{{ night }}内到场。

What to do: give each case its value, or take 分别 out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen.check.wording.passages import library_passages
from gen.check.wording.quantities import QUANTITY
from gen.check.wording.reading import VALUE, Reading
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.library import Library
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

_EACH_THE_SAME = re.compile(r"(?:双方|各方|甲方?[、和]乙方?|各自|每\w{1,3})[^，。；\n]{0,4}$")
_NAMES = ("company.", "project.", "customer_party.", "blank", "param(")
"""Holes that print no quantity, or one of which the name does not tell."""


def check_library(library: Library) -> Iterator[Finding]:
    """One finding for each 分别 with one value."""
    for passage in library_passages(library):
        if passage.where != "wording" or "分别" not in passage.text:
            continue
        for match in re.finditer("分别", passage.reading.text):
            if value := _only_value(passage.reading, *match.span()):
                yield found(
                    RULE,
                    M("分别 is followed by one value only"),
                    Label(passage.reading.place(passage.text, *match.span()), M("several cases are announced here")),
                    Label(passage.reading.place(passage.text, *value), M("the one value")),
                    helps=(M("give each case its value, or take 分别 out"),),
                    key=(passage.owner, passage.kind, passage.reading.text[slice(*value)]),
                )


def _only_value(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """The one value of the sentence, close behind 分别; none where there are none or several."""
    first, last = reading.sentence(start, end)
    if _EACH_THE_SAME.search(reading.text[first:start]):
        return None
    values = [match.span() for match in QUANTITY.finditer(reading.text, first, last) if match.lastgroup != "count"]
    values += [
        (at, at + 1)
        for at in range(first, last)
        if reading.text[at] == VALUE and not reading.holes[at].expression.startswith(_NAMES)
    ]
    if len(values) != 1 or values[0][0] < end or "，" in reading.text[end : values[0][0]]:
        return None
    return values[0] if values[0][0] - end <= 6 else None
