"""Two printed days and the length printed beside them do not fit.

What it finds: a text that names a first and a last day and behind them the length of that time
(自2026年1月1日起至2028年12月31日止，为期3年), where the days are longer or shorter apart. Both ways of counting pass:
with the first day and without it.

Why it matters: the term is stated twice in one sentence and differs; nobody knows when it ends.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务期限
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      begins: {label: 起始日, type: date, default: 2027-01-04}
      ends: {label: 届满日, type: date, default: 2029-01-03}
      term: {label: 期限, type: duration, default: 3年}
    commitments:
      - {promise: last_day_roll, is: next_day, obligor: both}
    text: |
      服务期限自{{ begins }}起至{{ ends }}止，为期{{ term }}。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务期限
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      begins: {label: 起始日, type: date, default: 2027-01-04}
      ends: {label: 届满日, type: date, default: 2030-01-03}
      term: {label: 期限, type: duration, default: 3年}
    commitments:
      - {promise: last_day_roll, is: next_day, obligor: both}
    text: |
      服务期限自{{ begins }}起至{{ ends }}止，为期{{ term }}。

What to do: keep the first day and the length, and let the last day follow; or tie the three by a relation.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from gen.check.context import Context
from gen.check.printed import Passage
from gen.finding import Finding, Label, found
from gen.message import M
from gen.quantity import Duration, NotReadError, numerals, read
from gen.quantity.terms import last_day
from gen.rule import rule

RULE = rule(__name__, __doc__)

_DAY = r"\d{4} ?[年./-] ?\d{1,2} ?[月./-] ?\d{1,2}(?!\d) ?日?"
_LENGTH = rf"(?:{numerals.PATTERN})(?:个?月|周?年|日历天|天|日)"
_FROM_TO = re.compile(
    rf"(?P<begins>{_DAY})起?[至到—~～-]+(?P<ends>{_DAY})止?[，,、（(：: ]?"
    rf"(?:共计?|为期|期限|为|有效期|服务期限?|质保期|合?计|即|总计){{0,3}}[：:]?(?P<length>{_LENGTH})"
)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each printed length that its days do not have."""
    for passage in context.passages:
        for match in _FROM_TO.finditer(passage.text):
            begins, ends = _day(match["begins"]), _day(match["ends"])
            if begins is None or ends is None or not (length := _length(match["length"])):
                continue
            due = last_day(begins, length)
            if due is not None and ends not in {due, due - datetime.timedelta(days=1)}:
                yield _finding(passage, match, due, context)


def _day(text: str) -> datetime.date | None:
    year, month, day = (int(number) for number in re.findall(r"\d+", text))
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _length(text: str) -> Duration | None:
    try:
        length = read(text, "duration")
    except NotReadError:
        return None
    return length if isinstance(length, Duration) else None


def _finding(passage: Passage, match: re.Match[str], due: datetime.date, context: Context) -> Finding:
    parts = ("begins", "ends", "length")
    words = [match[part] for part in parts]
    return found(
        RULE,
        M("from {begins} to {ends} is not {length}", begins=words[0], ends=words[1], length=words[2]),
        *(Label(passage.place(*match.span(part)), M("printed as {text}", text=match[part])) for part in parts),
        notes=[M("{length} from {begins} end on {day}, or the day before if the first day counts", length=words[2],
                 begins=words[0], day=due.isoformat())],
        helps=[M("keep the first day and the length, and let the last day follow")],
        key=(passage.mark.clause or passage.mark.span.source.path, *words),
        bid=context.package.bid.id,
    )  # fmt: skip
