"""One value is written out twice, in two units or in figures and capitals, and differs.

What it finds: a value that the printed text repeats in brackets behind it (`3年（36个月）`, `48小时（2日）`), and an
amount of money in capital numerals beside its figure (`人民币壹拾贰万元整（¥120,000.00）`), where the two do not say
the same. Both may be printed values or words of the clause. Months are not compared with days, nor working with
natural time: those have no common measure.

Why it matters: where figure and capitals differ, the capitals bind, whichever was meant; where a term is written in
two units, the customer chooses the longer one.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保期
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 3年}
      months: {label: 质保期（月）, type: duration, default: 24个月}
    text: |
      质保期为{{ term }}（{{ months }}），自最终验收合格之日起算。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保期
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 3年}
      months: {label: 质保期（月）, type: duration, default: 36个月}
    text: |
      质保期为{{ term }}（{{ months }}），自最终验收合格之日起算。

What to do: keep one of the two. Where both must stand, tie them with a relation, so that a bid cannot set only one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from gen.check.context import Context
from gen.check.printed import Passage
from gen.finding import Finding, Label, found
from gen.message import M
from gen.quantity import NotReadError, compare, numerals, read
from gen.quantity.capitals import PATTERN, read_capitals
from gen.quantity.kinds import Money, Quantity
from gen.rule import rule

RULE = rule(__name__, __doc__)

_UNIT = "(?:秒钟?|分钟|个?小时|个?工作小时|个?工作日|日历天|自然日|个?星期|个?月|周年?|天|日|年|万?元|%|‰)"
_VALUE = rf"(?:[¥￥]?[\d,]+(?:\.\d+)?|{numerals.PATTERN}){_UNIT}"
_DOUBLED = re.compile(rf"({_VALUE})[（(](?:即|共计?|合计?|折合|也就是)?({_VALUE})[）)]")
_FIGURE = r"(?:[¥￥]\s?[\d,]+(?:\.\d+)?(?:万?元)?|[\d,]+(?:\.\d+)?万?元)"
_BETWEEN = r"[（()）：:，、大小写人民币即计合共为 　]{0,12}"
_CAPITALS = re.compile(
    rf"(?P<capitals>{PATTERN}){_BETWEEN}(?P<figure>{_FIGURE})|(?P<first>{_FIGURE}){_BETWEEN}(?P<second>{PATTERN})"
)
_MAY_DOUBLE = re.compile(r"[秒钟时日天期月年周元%‰][（(][即共合折也\d¥￥零一二两三四五六七八九十百千万半]")
_MAY_BE_CAPITALS = re.compile("[壹贰貳叁肆伍陆陸柒捌玖拾]")
"""What a passage must have before the long patterns are tried: most have neither."""
_KINDS = ("duration", "money", "percent")


def check(context: Context) -> Iterator[Finding]:
    """One finding for each two writings of a value that differ."""
    for passage in context.passages:
        if _MAY_DOUBLE.search(passage.text):
            for match in _DOUBLED.finditer(passage.text):
                first, second = _read(match[1]), _read(match[2])
                if first and second and compare(first, second) in {-1, 1}:
                    yield _finding(passage, match.span(1), match.span(2), context)
        if _MAY_BE_CAPITALS.search(passage.text):
            for match in _CAPITALS.finditer(passage.text):
                one, other = ("capitals", "figure") if match["capitals"] else ("second", "first")
                capitals, figure = read_capitals(match[one]), _yuan(match[other])
                if capitals is not None and figure is not None and capitals != figure:
                    yield _finding(passage, match.span(one), match.span(other), context)


def _read(text: str) -> Quantity | None:
    for kind in _KINDS:
        try:
            return read(text, kind)
        except NotReadError:
            continue
    return None


def _yuan(text: str) -> Fraction | None:
    amount = _read(text if text.endswith("元") else text + "元")
    return amount.yuan if isinstance(amount, Money) else None


def _finding(passage: Passage, first: tuple[int, int], second: tuple[int, int], context: Context) -> Finding:
    words = [passage.text[slice(*place)] for place in (first, second)]
    return found(
        RULE,
        M("`{first}` and `{second}` stand for one value, but differ", first=words[0], second=words[1]),
        *(Label(passage.place(*place), M("printed as {text}", text=text))
          for place, text in zip((first, second), words, strict=True)),
        helps=[M("keep one of the two, or print both from values that a relation ties together")],
        key=(passage.mark.clause or passage.mark.span.source.path, *words),
        bid=context.package.bid.id,
    )  # fmt: skip
