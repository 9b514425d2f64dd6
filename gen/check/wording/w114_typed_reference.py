"""A reference is typed by hand, or leads to nothing.

What it finds: numbers of annexes, tables, chapters and articles typed into a wording (见附件三, 本协议第五条) instead
of printed by `ref(…)`; 下表 or 如图 in a text that prints no table or figure; a text that ends with an announcement
(如下：). Articles of laws and of the tender's own documents are quoted as they are.

Why it matters: numbers move when a clause is added or dropped; “see annex three” without an annex three is the
first thing that an evaluator notes.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}的服务网点见附件三。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      服务热线见{{ ref("hotline.window") }}，{{ provider }}依照《中华人民共和国民法典》第五百零九条履行。

What to do: refer by `ref(…)` to a clause, table or annex; print what is announced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen.check.wording.passages import Passage, library_passages
from gen.check.wording.reading import TABLE, Reading
from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.model.library import Library
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

_COUNT = "[零一二三四五六七八九十百\\d]{1,5}"
_NUMBER = re.compile(
    rf"(?:附件|附表|附录|附图){_COUNT}(?!份|张|套|个|家|并|同|起|经|律)"
    rf"|(?:见|按|依|如|参照|列于|载于)(?:本(?:方案|协议|合同|文件|承诺书))?(?:表|图) ?{_COUNT}"
    rf"|第{_COUNT}(?:章|节|条|款)(?!生产|线路)"
    r"|(?:见|按|依照?|根据)(?:本(?:方案|协议|合同|文件))?\d{1,2}(?:\.\d{1,2})+(?:节|条|款|项)?"
    r"|(?:详见|参见|见)(?:附件|附表|附录|附图)(?=[，。；）]|$)"
)
_OF_OTHERS = re.compile(
    r"(?:》|法|条例|规定|办法|解释|通知|规范|标准|令|(?:招标|采购|磋商|谈判|询价)(?:文件|公告)|采购合同)"
    rf"[^，。；\n]{{0,4}}(?:(?:至|和|、|及|或者?)?第{_COUNT}(?:章|节|条|款|项))*(?:至|和|、|及|或者?)?$"
)
"""What stands before an article that is not ours: 《民法典》第二百条至, 招标文件."""
_TABLE = re.compile(r"(?:如?下|[上前])表|后附表")
_FIGURE = re.compile(r"(?:如?下|[上前])图(?!书|纸)|如图(?!书|纸)")
_ANNOUNCED = re.compile(r"(?:如下|下列|以下|下述|包括|为)[^。；\n]*[:：]$|如下。?$")


def check_library(library: Library) -> Iterator[Finding]:
    """One finding for each reference that is typed or leads to nothing."""
    seen: dict[tuple[str, str], list[tuple[Passage, tuple[int, int], Message]]] = {}
    for passage in library_passages(library):
        if passage.where == "wording":
            for start, end, message in _references(passage.reading):
                seen.setdefault((passage.owner, passage.reading.text[start:end]), []).append(
                    (passage, (start, end), message)
                )
    for (owner, words), places in seen.items():
        yield found(
            RULE,
            places[0][2],
            *(Label(p.reading.place(p.text, *where), M("`{word}` stands here", word=words)) for p, where, _ in places),
            helps=(M('refer to it by `ref("…")`, and print what is announced'),),
            key=(owner, words),
        )


def _references(reading: Reading) -> Iterator[tuple[int, int, Message]]:
    for match in _NUMBER.finditer(reading.text):
        first, _ = reading.sentence(match.start(), match.end())
        # a number typed before a heading is told by W115
        heads = match[0].startswith("第") and any(line.start == match.start() for line in reading.lines)
        if not heads and not _OF_OTHERS.search(reading.text[max(first, match.start() - 60) : match.start()]):
            yield *match.span(), M("`{word}` is a number typed by hand", word=match[0])
    has_table = TABLE in reading.text or any(line.kind == "row" for line in reading.lines)
    for match in _TABLE.finditer(reading.text):
        if not has_table:
            yield *match.span(), M("`{word}` announces a table that this text does not print", word=match[0])
    for match in _FIGURE.finditer(reading.text):
        yield *match.span(), M("`{word}` announces a figure, and documents have none", word=match[0])
    if announced := _ANNOUNCED.search(reading.text.rstrip()):
        yield *announced.span(), M("the text ends with what it announces: `{word}`", word=announced[0])
