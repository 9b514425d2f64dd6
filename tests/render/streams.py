"""Whole documents out of thin air: strategies that make every kind of block and inline, from texts hard to set.

Numbers are those that the scheme gives (`gen.compose.numbering`), or anything at all; anchors may be there twice or not
at all. What the model promises is kept: one `BodyStart`, shares that sum to 1, merges that do not overlap, footnotes
counted in reading order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from hypothesis import strategies as st

from gen.compose.numbering import BULLET, Numbering
from gen.model.blocks import (
    Blank,
    Block,
    BodyStart,
    Column,
    Contents,
    Cover,
    Document,
    Figure,
    Footnote,
    FormCell,
    Group,
    Heading,
    Inline,
    Inlines,
    Item,
    Merge,
    PageReference,
    Paragraph,
    Reference,
    Ruling,
    Sheet,
    Signatory,
    Signature,
    Table,
    Text,
    Title,
)
from gen.model.drawing import Drawing
from gen.model.edition import Edition, Remark
from gen.model.image import Image
from gen.model.text import covered
from gen.model.theme import NumberingScheme, Theme
from tests.conftest import shipped
from tests.judges.sound import picture
from tests.render.documents import mark, value

EASY = (
    "乙方应在", "4小时", "内到达现场，", "“双活”中心", "7×24 小时值守", "（含税）", "《服务方案》", "研发 & 运维 <A>",
    "]]>", "{{ value }}", "{% if %}", "<w:t>", "</p>", "&amp;", "&#0;", '"a" \'b\'', "\\ %s {0}", "——", "……", "①②",
    "3.5‰", "2026年11月30日", "400-800-1234", "https://example.com/a?b=c&d", "　", " ", "  ", " 前后 ", "　全角",
    "w" * 120, "甲" * 120, "。」）", "（“《",
)  # fmt: skip
"""Pieces of text that bids hold, or what XML, HTML and templates mistake for their own."""

HARD = (
    *EASY, "𠮷野家", "龘", "㐂", "😀", "👨\u200d👩\u200d👧", "🇨🇳", "עברית 12", "العربية", "\u202eabc\u202c", "e\u0301",
    "ก็", "葛\ufe00", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u00a0", "\u2028", "\ue000", "ﬁ", "Ａ１",
)  # fmt: skip
"""With them: emoji, rare Han characters, right-to-left scripts, combining and invisible characters."""

ANCHORS = ("response.onsite", "RESPONSE.onsite", "表 1", "annex.contacts", "a" * 60, "x_y-z", "#&<>\"'")
NUMBERS = ("", "第九十九章", "7.", "1.1", "①", "甲", "附件", "表", "1.1.1.1.1.1.1", " ", "&")
"""Numbers that no scheme gives at that place."""

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">'
    '<rect x="10" y="10" width="180" height="80" fill="none" stroke="#2F5597" stroke-width="2"/></svg>'
)


def themes() -> tuple[Theme, ...]:
    """Every theme that ships."""
    return tuple(shipped().themes.values())


class Stream(NamedTuple):
    """A document and the theme to lay it out with."""

    document: Document
    theme: Theme

    def __repr__(self) -> str:
        """Short enough to read, of the theme nothing but its name."""
        blocks = ",\n".join(map(repr, self.document.blocks))
        return f"<{self.document.title!r} in {self.theme.id}, by {self.document.scheme.levels[0].format}:\n{blocks}>"


Draw = Callable[[st.SearchStrategy[Any]], Any]


@st.composite
def streams(draw: Draw, pieces: Sequence[str] = HARD, most: int = 10) -> Stream:
    """A document of up to so many blocks in the body, and a theme to lay it out with; texts are made of `pieces`."""
    theme = draw(st.sampled_from(themes()))
    scheme = theme.numbering[draw(st.sampled_from(sorted(theme.numbering)))]
    maker = _Maker(draw, scheme, pieces)
    blocks = maker.front()
    for _ in range(draw(st.integers(0, most))):
        blocks += maker.blocks()
    return Stream(
        Document(
            kind="service-plan",
            title=maker.words() or "甲",
            blocks=tuple(blocks),
            scheme=scheme,
            header=maker.words(),
            author=maker.words(),
            subject=maker.words(),
            date="2026-11-30",
            source_hash="5f2c6e0b9d1a4c7e8b3f0a6d2e5c9b7f1a4d8e3c6b0f5a9d7e2c1b4a8f6d3e0c",
        ),
        theme,
    )


@st.composite
def editions(draw: Draw, document: Document) -> Edition:
    """A copy of that document: with watermark, protection, remarks on any of its texts."""
    places = [
        (at, cell, len(inlines))
        for at, block in enumerate(document.blocks)
        for cell, inlines in _texts(block)
        if inlines
    ]
    remarks = []
    for at, cell, count in draw(st.lists(st.sampled_from(places), max_size=4)) if places else ():
        first = draw(st.integers(0, count - 1))
        last = draw(st.integers(first, count - 1))
        paragraphs = tuple(draw(st.lists(st.sampled_from(EASY), min_size=1, max_size=2)))
        remarks.append(Remark(at, cell, first, last, draw(st.sampled_from(("审核", "C301", "甲 & 乙"))), paragraphs))
    return Edition(
        watermark=draw(st.sampled_from(("", "草稿", '<&">'))),
        editing=draw(st.sampled_from(("free", "locked", "tracked"))),
        remarks=tuple(remarks),
        revision=draw(st.sampled_from(("", "0f3a+changes"))),
        bid=draw(st.sampled_from(("", "campus-network"))),
    )


def _texts(block: Block) -> Iterator[tuple[tuple[int, int] | None, Inlines]]:
    """The texts of a block that a remark can be about, with the cell that they stand in."""
    if isinstance(block, Heading | Paragraph | Item | Title):
        yield None, block.inlines
    elif isinstance(block, Table):
        hidden = covered(block)
        yield from (((-1, at), column.head) for at, column in enumerate(block.columns))
        for number, row in enumerate(block.rows):
            yield from (((number, at), cell) for at, cell in enumerate(row) if (number, at) not in hidden)


class _Maker:
    """Makes blocks one after the other, counting what counts through the document."""

    def __init__(self, draw: Draw, scheme: NumberingScheme, pieces: Sequence[str]) -> None:
        self.draw = draw
        self.scheme = scheme
        self.numbering = Numbering(scheme)
        self.known = {BULLET: ""}
        """The numbers of what stands before, by anchor."""
        self.in_annex = False
        self.headings = self.lists = self.notes = 0
        piece = st.sampled_from(pieces)
        if pieces is HARD:
            anything = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=6)
            piece = st.one_of(piece, piece, piece, piece, piece, anything, st.sampled_from("w甲").map(_endless))
        self._words = st.lists(piece, max_size=3).map("".join)

    # --- small choices

    def one_in(self, count: int) -> bool:
        return bool(self.draw(st.integers(1, count)) == count)

    def up_to(self, count: int, least: int = 0) -> int:
        return int(self.draw(st.integers(least, count)))

    def words(self) -> str:
        return str(self.draw(self._words))

    def anchor(self) -> str | None:
        return self.draw(st.sampled_from((*ANCHORS, None, None)))

    def own_anchor(self) -> str:
        """The anchor of a heading, which always has one."""
        self.headings += 1
        return self.anchor() or f"heading.{self.headings}"

    def number(self, settled: Callable[[], str]) -> str:
        """The number that is due; now and then another one."""
        if self.one_in(12):
            return str(self.draw(st.sampled_from(NUMBERS)))
        try:
            return settled()
        except ValueError:  # below a level that nothing has counted there is none in Chinese or in circles
            return ""

    # --- inlines

    def inlines(self, *, notes: bool = True, most: int = 4) -> Inlines:
        return tuple(self.inline(notes=notes) for _ in range(self.up_to(most)))

    def inline(self, *, notes: bool) -> Inline:
        strong = self.one_in(4)
        match self.up_to(11):
            case 0:
                return value(self.words(), strong=strong)
            case 1:
                anchor = self.draw(st.sampled_from(ANCHORS))
                text = self.known.get(anchor) or self.words()
                return Reference(text, anchor, "agreement" if self.one_in(5) else None, strong)
            case 2:
                return PageReference(self.draw(st.sampled_from(ANCHORS)), strong)
            case 3:
                return Blank(self.up_to(20, 1), strong)
            case 4 if notes:
                self.notes += 1
                return Footnote(self.notes, self.inlines(notes=False), strong)  # type: ignore[arg-type]
        return Text(self.words(), strong)

    # --- blocks

    def front(self) -> list[Block]:
        """What stands before the body, and where it begins."""
        blocks: list[Block] = []
        if not self.one_in(3):
            rows = tuple((self.words(), self.inlines(notes=False)) for _ in range(self.up_to(4)))
            date, copy = ("2026年11月30日", "正本") if self.one_in(2) else ("", "")
            blocks.append(Cover(self.words(), self.inlines(notes=False), rows, date, copy))
        if self.one_in(2):
            blocks.append(Contents("目　录", self.up_to(6, 1)))
        blocks.append(BodyStart(new_page=bool(blocks)))
        if len(blocks) == 1:
            blocks.append(Title(self.inlines(notes=False), mark()))
        return blocks

    def blocks(self) -> list[Block]:
        """One block, or a list with all its items."""
        kinds = (self.heading, self.paragraph, self.clause, self.table, self.figure, self.signature, self.annex)
        match self.up_to(10):
            case 7:
                return self.items(1)
            case 8:
                return [Sheet(landscape=self.one_in(2))]
            case 9:
                return [self.paragraph()]
            case 10:
                return [self.form()]
            case kind:
                return [kinds[kind]()]

    def heading(self) -> Heading:
        settled: Callable[[], str] = str
        level = self.up_to(6, 1)
        if self.in_annex:
            level = max(level, 2)
            if level <= len(self.scheme.annex_levels) + 1:
                settled = lambda: self.numbering.annex_level(level)[0]  # noqa: E731
        elif level <= len(self.scheme.levels):
            settled = lambda: self.numbering.level(level)[0]  # noqa: E731
        number, anchor = self.number(settled), self.own_anchor()
        self.known.setdefault(anchor, number)
        listed = not self.one_in(5)
        clause = mark(self.draw(st.sampled_from((None, "response.onsite", "repair.时限"))))
        return Heading(level, number, self.inlines(), anchor, clause, listed=listed, inside_annex=self.in_annex)

    def annex(self) -> Heading:
        self.in_annex = True
        number = self.number(self.numbering.annex)
        return Heading(1, number, self.inlines(), self.own_anchor(), mark(), annex=True)

    def paragraph(self) -> Paragraph:
        role = self.draw(st.sampled_from(("body", "body", "flush", "closing", "note", "drafting")))
        return Paragraph(self.inlines(most=8), mark("response.onsite"), role, anchor=self.anchor())

    def clause(self) -> Paragraph:
        """A numbered paragraph."""
        count = self.numbering.annex_level if self.in_annex else self.numbering.level
        depth = len(self.scheme.annex_levels) + 1 if self.in_annex else len(self.scheme.levels)
        if self.in_annex and depth == 1:
            return self.paragraph()
        level = self.up_to(depth, 2 if self.in_annex else 1)
        number, anchor = self.number(lambda: count(level)[0]), self.anchor()
        if anchor:
            self.known.setdefault(anchor, number)
        where = mark("response.onsite")
        return Paragraph(self.inlines(), where, "body", number, level, anchor, inside_annex=self.in_annex)

    def items(self, depth: int) -> list[Block]:
        """A list, whose items may hold lists."""
        self.lists += 1
        list_, ordered = self.lists, not self.one_in(3)
        made: list[Block] = []
        for _ in range(self.up_to(4, 1)):
            marker = self.number(lambda: self.numbering.item(list_, depth)) if ordered else BULLET
            made.append(Item(self.inlines(), marker, depth, list_, ordered, mark("response.onsite")))
            if depth < min(3, len(self.scheme.items)) and self.one_in(3):
                made += self.items(depth + 1)
        return made

    def table(self) -> Table:
        caption = self.inlines() if self.one_in(2) else ()
        number = self.number(self.numbering.table) if caption else ""
        count = self.up_to(8, 1)
        groups = self.groups(count) if self.one_in(4) else ()
        weights = [self.up_to(9, 1) for _ in range(count)]
        columns = tuple(
            Column(self.inlines(most=2), Fraction(weight, sum(weights)), self.draw(st.sampled_from(_ALIGN)))
            for weight in weights
        )
        height = self.up_to(5)
        merges = self.merges(height, count) if height and self.one_in(3) else ()
        hidden = {at for merge in merges for at in _cells(merge)} - {(merge.row, merge.column) for merge in merges}
        rows = tuple(
            tuple(() if (row, column) in hidden else self.inlines(most=2) for column in range(count))
            for row in range(height)
        )
        anchor = self.anchor() if caption else None
        if anchor:
            self.known.setdefault(anchor, number)
        totals = self.up_to(height) if self.one_in(3) else 0
        return Table(columns, rows, caption, number, anchor, mark("repair.时限"), groups, merges, totals)

    def form(self) -> Table:
        """A form: cells of all kinds, over one column or several, in rows of any height."""
        count, height = self.up_to(8, 1), self.up_to(5, 1)
        weights = [self.up_to(9, 1) for _ in range(count)]
        rows, cells, merges = [], [], []
        for number in range(height):
            row: list[Inlines] = []
            kinds: list[FormCell] = []
            while len(row) < count:
                taken, kind = self.up_to(count - len(row), 1), self.draw(st.sampled_from(_FORM_CELLS))
                if taken > 1:
                    merges.append(Merge(number, len(row), across=taken))
                row += [self.inlines(most=3) if kind != "field" or self.one_in(2) else (), *((),) * (taken - 1)]
                kinds += [kind] * taken
            rows.append(tuple(row))
            cells.append(tuple(kinds))
        ruling = Ruling(tuple(cells), tuple(self.up_to(6, 1) for _ in rows), self.up_to(min(2, height - 1)))
        columns = tuple(Column((), Fraction(weight, sum(weights))) for weight in weights)
        return Table(columns, tuple(rows), (), "", None, mark(), merges=tuple(merges), ruling=ruling)

    def groups(self, columns: int) -> tuple[Group, ...]:
        groups = []
        while columns:
            taken = self.up_to(columns, 1)
            groups.append(Group(self.inlines(most=1) if not self.one_in(3) else (), taken))
            columns -= taken
        return tuple(groups)

    def merges(self, rows: int, columns: int) -> tuple[Merge, ...]:
        found: list[Merge] = []
        taken: set[tuple[int, int]] = set()
        for _ in range(self.up_to(3, 1)):
            row, column = self.up_to(rows - 1), self.up_to(columns - 1)
            merge = Merge(row, column, self.up_to(rows - row, 1), self.up_to(columns - column, 1))
            if not taken & _cells(merge):
                taken |= _cells(merge)
                found.append(merge)
        return tuple(found)

    def figure(self) -> Figure:
        width, height = self.up_to(12_000, 20), self.up_to(16_000, 20)
        drawn: Drawing | Image
        if self.one_in(2):
            drawn = Drawing(SVG, width, height, (), self.words())
        else:
            drawn = Image(picture(self.up_to(3, 1), self.up_to(3, 1)), "png", width, height, self.words())
        number, anchor = self.number(self.numbering.figure), self.anchor()
        if anchor:
            self.known.setdefault(anchor, number)
        return Figure(drawn, self.inlines(), number, anchor, mark("response.onsite"))

    def signature(self) -> Signature:
        return Signature(
            tuple(
                Signatory(self.inlines(), tuple((self.words(), self.inlines(most=2)) for _ in range(self.up_to(3))))
                for _ in range(self.up_to(2, 1))
            ),
            mark(),
        )


_FORM_CELLS: tuple[FormCell, ...] = ("label", "field", "box", "given", "count", "head", "band")


def _endless(character: str) -> str:
    """A word of ten thousand characters."""
    return character * 10_000


_ALIGN = ("left", "center", "right")


def _cells(merge: Merge) -> set[tuple[int, int]]:
    return {
        (row, column)
        for row in range(merge.row, merge.row + merge.down)
        for column in range(merge.column, merge.column + merge.across)
    }
