"""A key term is used and never defined.

What it finds: a bid that defines some of its terms (响应：…, “工作日”是指…, 以下简称“质保期”) and uses another
one on which promises hang (响应, 到场, 修复, 临时恢复, 工作日, 工作小时, 重大故障, 成本费, 终身), defined nowhere.
Working days and hours also count where only a value brings them in. A bid that defines no term at all is a question
for its reviewer.

Why it matters: a deadline to 响应 is kept by an automatic reply unless 响应 is defined; 成本费 without a basis is any
price.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      响应：工程师与报修人取得联系。

      {{ provider }}对重大故障当场响应，更换部件收取成本费。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      响应：工程师与报修人取得联系。

      成本费：采购该部件的发票金额。

      {{ provider }}当场响应，更换部件收取成本费。

What to do: define it where the bid defines its other terms, or use a word that is defined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gen.check.context import Context
from gen.check.wording.passages import Passage, read_package
from gen.check.wording.reading import read
from gen.finding import Finding, Label, found
from gen.message import M
from gen.quantity import Duration
from gen.rule import Confidence, Severity, rule
from gen.source import Span

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

_TERMS = {
    "响应": r"响应(?!速度|式|性|招标|采购|文件)",
    "到场": r"到场(?!签|验)",
    "修复": r"修复(?!性|补丁)",
    "临时恢复": r"临时恢复",
    "工作日": r"工作日",
    "工作小时": r"工作小时",
    "质保期": r"质保期",
    "服务对象": r"服务对象",
    "合同总价": r"合同总价",
    "重大故障": r"(?:重大|特大|紧急)故障",
    "成本费": r"成本费|成本价",
    "终身": r"终[身生](?=维|保|服|技|支|提|免|质|升)",
}
"""Terms on which promises hang, and how they are used."""
_ALSO_CALLED = {
    "到场": "到场|到达现场",
    "重大故障": "(?:重大|特大|紧急)故障",
    "成本费": "成本费|成本价",
    "终身": "终[身生]",
}
_USED = re.compile("|".join(f"(?P<t{number}>{pattern})" for number, pattern in enumerate(_TERMS.values())))
_NAMES = tuple(_TERMS)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each term that the bid uses without a definition, where it defines others."""
    used: dict[str, list[Span]] = {}
    defined: set[str] = set()
    texts = list(read_package(context.package, _read))
    for _, (_, definitions) in texts:
        defined |= definitions
    if not defined:
        return
    for passage, (uses, _) in texts:
        for term, start, end in uses:
            if term not in defined:
                used.setdefault(term, []).append(passage.reading.place(passage.text, start, end))
    for cells in context.package.settings.values():
        for setting in cells.values():
            if isinstance(setting.quantity, Duration) and setting.quantity.working:
                term = "工作日" if setting.quantity.unit == "working_day" else "工作小时"
                used.setdefault(term, []).append(setting.span)
    for term, places in used.items():
        if term not in defined:
            yield found(
                RULE,
                M("`{term}` is used and never defined", term=term),
                *(Label(span, M("used here")) for span in places[:_SHOWN]),
                notes=(M("{count} uses", count=len(places)),) if len(places) > _SHOWN else (),
                helps=(M("define it where the bid defines its other terms, or use a word that is defined"),),
                key=(term,),
                bid=context.package.bid.id,
            )


_SHOWN = 5
"""Uses that are shown; a term may stand in every clause."""


Terms = tuple[tuple[tuple[str, int, int], ...], frozenset[str]]


def _read(passage: Passage) -> Terms | None:
    terms = _terms(passage.text) if passage.where == "wording" else ((), frozenset[str]())
    return terms if terms[0] else None


@lru_cache(maxsize=16384)
def _terms(text: str) -> Terms:
    """The terms that a text uses, with their places, and those that it defines."""
    reading = read(text)
    uses = tuple((_NAMES[(m.lastindex or 1) - 1], *m.span()) for m in _USED.finditer(reading.text))
    terms = {term for term, _, _ in uses}
    return uses, frozenset(term for term in terms if _definition(term).search(reading.text))


@lru_cache
def _definition(term: str) -> re.Pattern[str]:
    """How a text defines a term: 响应：…; “响应”…; 响应是指…; 以下简称“响应”."""
    name = f"(?:{_ALSO_CALLED.get(term, term)})"
    return re.compile(
        rf"^“?{name}”?(?:（[^）\n]*）)?[:：]|“{name}”|{name}，?(?:是|系)?指(?!派|定|导|令|挥|标|示)|称[“为]{name}",
        re.MULTILINE,
    )
