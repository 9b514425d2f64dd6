"""Assemble one document: walk its outline, print its clauses, number everything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from gen.chart import chart
from gen.compose.assembly import Assembly, Target
from gen.compose.grids import merged
from gen.compose.holes import (
    AnnexHole,
    BlockHole,
    ClauseHole,
    FigureHole,
    ImageHole,
    SheetHole,
    SignatureHole,
    TableHole,
)
from gen.compose.lacking import missing_clause, missing_fact, missing_figure
from gen.compose.markdown import ABOVE, BEFORE, Content, Grid, contents
from gen.compose.numbering import BULLET, Numbering
from gen.compose.tables import Heads, Measure, Rows, as_asked, measure_of, most_columns, rows_of, shares, totals_of
from gen.compose.texts import Texts
from gen.finding import Finding, found
from gen.message import M, Message
from gen.model.blocks import (
    Block,
    BodyStart,
    Column,
    Contents,
    Cover,
    Figure,
    Heading,
    Inlines,
    Item,
    Mark,
    Paragraph,
    Sheet,
    Signatory,
    Signature,
    Table,
    Text,
    Title,
)
from gen.model.chart import Chart
from gen.model.drawing import FIGURES
from gen.model.fact import Fact
from gen.model.image import Image
from gen.model.library import LoadedClause, LoadedOutline
from gen.model.package import Package
from gen.model.text import plain
from gen.model.theme import NumberingScheme, Theme
from gen.source import Span
from gen.stage_rules import s109_unknown_name, s111_bad_template
from gen.template import NotPrintableError, Template
from gen.yamltree import place_of

CONTENTS_TITLE = "目　录"
Place = Callable[[int], Span]
"""Where a line of a text stands."""


def assemble(
    package: Package, facts: Sequence[Fact], outline: LoadedOutline, theme: Theme, *, drafting: bool = False
) -> tuple[Assembly | None, tuple[Finding, ...]]:
    """Assemble a document of the kind that `outline` describes.

    With `drafting` it has the notes for whoever fills it in, which no final copy prints.
    """
    scheme = theme.numbering.get(outline.outline.numbering)
    if scheme is None:
        name = outline.outline.numbering
        message = M("the theme {theme} has no numbering `{name}`", theme=theme.id, name=name)
        return None, (found(s109_unknown_name.RULE, message, place_of(name)),)
    assembler = _Assembler(package, facts, outline, scheme, theme, drafting=drafting)
    return assembler.run(), tuple(assembler.findings)


class _Assembler:
    def __init__(
        self,
        package: Package,
        facts: Sequence[Fact],
        outline: LoadedOutline,
        scheme: NumberingScheme,
        theme: Theme,
        *,
        drafting: bool,
    ) -> None:
        self.package = package
        self.facts = facts
        self.theme = theme
        self.drafting = drafting
        self.loaded = outline
        self.outline = outline.outline
        self.numbering = Numbering(scheme)
        self.depth = len(scheme.levels)
        self.assembly = Assembly(outline, scheme)
        self.findings: list[Finding] = []
        self.texts = Texts(package, self.assembly, theme, self.findings, drafting=drafting)
        self.level = 0
        self.lists = 0
        self.headings = 0
        self.inside_annex = False
        self.landscape = False

    def run(self) -> Assembly:
        self.assembly.header = self.texts.plain_short(self.outline.header)
        body_mark = Mark(None, place_of(self.outline.kind))
        if cover := self.outline.cover:
            overline = self.texts.short(cover.overline)  # before the rows: footnotes are counted as they are read
            rows = tuple(row for label, text in cover.rows.items() if (row := self.cover_row(label, text)))
            self.add(Cover(str(self.outline.title), overline, rows, self.texts.plain_short(cover.date)))
        if self.outline.contents:
            self.add(Contents(CONTENTS_TITLE, self.outline.contents))
        self.add(BodyStart(new_page=bool(self.assembly.blocks)))
        if not self.outline.cover:
            self.add(Title((Text(str(self.outline.title)),), body_mark))
        self.text(self.loaded.body, None)
        if isinstance(self.assembly.blocks[-1], Sheet):
            self.assembly.blocks.pop()  # nothing stands on those sheets
        self.findings += [
            missing_fact(self.outline, self.package.bid, name, span)
            for name, span in self.texts.surroundings.missing.items()
        ]
        return self.assembly

    def add(self, block: Block) -> None:
        self.assembly.blocks.append(block)

    def sheet(self, *, landscape: bool) -> None:
        """Turn the sheets; where nothing stands between two turns, there is none."""
        if landscape == self.landscape:
            return
        self.landscape = landscape
        if isinstance(self.assembly.blocks[-1], Sheet):
            self.assembly.blocks.pop()
        else:
            self.add(Sheet(landscape))

    def cover_row(self, label: str, text: str) -> tuple[str, Inlines] | None:
        """A row of the cover; a label that ends with ? is left out where its fact has no value."""
        optional = label.endswith("?")
        missing, whole = dict(self.texts.surroundings.missing), self.assembly.whole
        inlines = self.texts.short(text)
        if optional and len(self.texts.surroundings.missing) > len(missing):
            self.texts.surroundings.missing, self.assembly.whole = missing, whole
            return None
        return label.removesuffix("?"), inlines

    # -- texts -------------------------------------------------------------------------------------------------

    def text(self, template: Template, loaded: LoadedClause | None) -> None:
        """Print a text: its contents in order, each hole in its place."""
        marked, holes = self.texts.marked(template, loaded)
        lists: dict[int, int] = {}  # lists of this text to lists of the document: clauses in between have theirs

        def line(number: int) -> Span:
            """The place of a line; where conditions have taken lines out, that of the whole text."""
            written = template.text.split("\n")
            if marked.count("\n") != len(written) - 1:
                return template.text.span
            return template.text.at(sum(len(above) + 1 for above in written[:number]), len(written[number]))

        for content in contents(marked):
            where = self.mark(template, loaded)
            if isinstance(content, Grid):
                self.grid(content, holes, where, line)
                continue
            alone = _lone_hole(content, holes)
            if isinstance(alone, BlockHole):
                self.block_hole(alone, where)
                continue
            inlines = self.texts.inlines(content.runs, holes)
            if content.kind == "heading":
                self.heading(inlines, content, where, line)
            elif content.kind == "item":
                if content.list not in lists:
                    self.lists += 1
                    lists[content.list] = self.lists
                self.item(inlines, content, lists[content.list], where, line)
            else:
                if plain(inlines).startswith("|"):
                    message = M("this is no table: below its head stands a row of --- with as many cells")
                    self.refuse(message, line(content.line), plain(inlines))
                self.paragraph(inlines, content, loaded, where)

    def mark(self, template: Template, loaded: LoadedClause | None) -> Mark:
        return Mark(str(loaded.clause.id) if loaded else None, template.text.span)

    # -- blocks ------------------------------------------------------------------------------------------------

    def refuse(self, message: Message, span: Span, key: str) -> None:
        """Say what cannot stand in a text so; `key` tells it from others of the kind."""
        self.findings.append(found(s111_bad_template.RULE, message, span, key=(key,)))

    def heading(self, inlines: Inlines, content: Content, where: Mark, line: Place) -> None:
        level, words = content.level + self.inside_annex, plain(inlines)
        if where.clause is not None:
            message = M("a clause's text has no headings; its title is its heading")
        elif not content.runs:
            message = M("a heading has words")
        elif level > self.depth:
            message = M(
                "the numbering has {count} levels; this heading is on level {level}",
                count=self.depth - self.inside_annex,
                level=content.level,
            )
        elif level > self.level + 1:
            message = M("a heading on level {level} stands below none on level {above}",
                        level=content.level, above=content.level - 1)  # fmt: skip
        elif content.anchor in self.assembly.targets:
            message = M("`{name}` is the name of something else already", name=content.anchor)
        else:
            self.level = level
            self.numbered_heading(inlines, level, content.anchor, where)
            return
        self.refuse(message, line(content.line), words)

    def numbered_heading(self, inlines: Inlines, level: int, name: str | None, where: Mark) -> None:
        number, reference = self.next_number(level)
        self.headings += 1
        anchor = name or f"heading.{self.headings}"
        self.target(anchor, Target(reference, anchor, plain(inlines)))
        listed = level <= (self.outline.contents or self.depth)
        self.add(Heading(level, number, inlines, anchor, where, listed=listed, inside_annex=self.inside_annex))

    def next_number(self, level: int) -> tuple[str, str]:
        return self.numbering.annex_level(level) if self.inside_annex else self.numbering.level(level)

    def paragraph(self, inlines: Inlines, content: Content, loaded: LoadedClause | None, where: Mark) -> None:
        if not inlines or (content.role == "drafting" and not self.drafting):
            return
        role: Any = content.role
        numbered = loaded is not None and not self.outline.clause_titles and role == "body" and self.level < self.depth
        if not numbered:
            self.add(Paragraph(inlines, where, role))
            return
        number, reference = self.next_number(self.level + 1)
        assert loaded is not None  # noqa: S101 - part of the condition
        anchor = str(loaded.clause.id)
        first = anchor not in self.assembly.targets
        if first:
            self.target(anchor, Target(reference, anchor, str(loaded.clause.title)))
        anchored = anchor if first else None
        self.add(Paragraph(inlines, where, role, number, self.level + 1, anchored, self.inside_annex))

    def item(self, inlines: Inlines, content: Content, number: int, where: Mark, line: Place) -> None:
        depth, most = content.level, len(self.assembly.scheme.items)
        if depth > most:
            message = M("lists have {count} levels; this point is on level {level}", count=most, level=depth)
            self.refuse(message, line(content.line), plain(inlines))
            return
        marker = self.numbering.item(number, depth) if content.ordered else BULLET
        self.add(Item(inlines, marker, depth, number, content.ordered, where))

    def grid(self, grid: Grid, holes: list[Any], where: Mark, line: Place) -> None:
        heads = tuple(self.texts.inlines(runs, holes) for runs in grid.head)
        rows = tuple(tuple(self.texts.inlines(runs, holes) for runs in row) for row in grid.rows)
        below = grid.line + 2  # the head, and the row of ---
        for row, count in grid.uneven:
            message = M("this row has {count} instead of {columns} cells", count=count, columns=len(heads))
            self.refuse(message, line(below + row), str(row))
        rows, merges, stray = merged(rows)
        if stray is None and (marks := [plain(head) for head in heads if plain(head) in {ABOVE, BEFORE}]):
            stray = -2, marks[0]  # cells of the head stand alone
        if stray is not None:
            row, mark = stray
            message = M("`{mark}` has no cell to be one with, or makes no rectangle with it", mark=mark)
            self.refuse(message, line(below + row), mark)
        self.add(Table(self.columns(heads, rows, line(grid.line)), rows, (), "", None, where, merges=merges))

    def columns(self, heads: Heads, rows: Rows, span: Span) -> tuple[Column, ...]:
        measure = self.measure()
        if len(heads) > (most := most_columns(measure)):
            message = M("{count} columns leave no room for words; the page is wide enough for {most}",
                        count=len(heads), most=most)  # fmt: skip
            self.refuse(message, span, str(len(heads)))
        return shares(heads, rows, measure)

    def measure(self) -> Measure:
        """The room that the sheet at hand gives to a table."""
        return measure_of(self.theme, landscape=self.landscape)

    def block_hole(self, hole: BlockHole, where: Mark) -> None:
        match hole:
            case TableHole():
                self.table(hole, where)
            case ClauseHole():
                self.clause(hole)
            case AnnexHole():
                self.annex(hole, where)
            case FigureHole():
                self.figure(hole, where)
            case ImageHole():
                self.image(hole, where)
            case SheetHole():
                self.sheet(landscape=hole.landscape)
            case SignatureHole() if not self.outline.signatories:
                self.refuse(M("nobody signs: the front matter has no `signatories`"), hole.span, "signatories")
            case SignatureHole():
                self.add(Signature(tuple(self.signatory(spec) for spec in self.outline.signatories), where))

    def table(self, hole: TableHole, where: Mark) -> None:
        upright = not self.landscape
        if hole.landscape:
            self.sheet(landscape=True)
        heads, rows = rows_of(hole, self.package.library.vocabulary)
        number, anchor = "", None
        if hole.caption:
            number = self.numbering.table()
            paths = (
                [source.param.path for source in hole.sources]
                if isinstance(hole.sources, tuple)
                else [hole.sources.name]
            )
            anchor = f"table.{paths[0]}"
            for path in paths:
                self.target(path, Target(number, anchor, hole.caption))
        caption = (Text(hole.caption),) if hole.caption else ()
        columns = self.columns(heads, rows, hole.span)
        try:
            columns, totals = as_asked(hole, columns, self.measure()), totals_of(hole, len(columns))
        except NotPrintableError as error:
            self.texts.refuse(error)
            return
        merges = tuple(replace(merge, row=merge.row + len(rows)) for merge in totals.merges)
        self.add(
            Table(columns, (*rows, *totals.rows), caption, number, anchor, where, hole.groups, merges, len(totals.rows))
        )
        if hole.landscape and upright:
            self.sheet(landscape=False)

    def figure(self, hole: FigureHole, where: Mark) -> None:
        """A figure drawn from the data of the bid."""
        if hole.name not in FIGURES:
            self.assembly.whole = False  # a finding of the library
            return
        shown = chart(hole.name, self.package, self.facts)
        if isinstance(shown, Message):
            self.assembly.whole = False
            self.findings.append(missing_figure(self.outline, self.package.bid, hole, shown))
            return
        self.captioned(shown, hole.name, hole.caption, where)

    def image(self, hole: ImageHole, where: Mark) -> None:
        """A picture of the workspace."""
        if hole.image is None:
            self.assembly.whole = False  # a finding of the library
            return
        self.captioned(hole.image, PurePosixPath(hole.name).stem, hole.caption, where)

    def captioned(self, picture: Chart | Image, name: str, caption: str, where: Mark) -> None:
        number, anchor = self.numbering.figure(), f"figure.{name}"
        self.target(anchor, Target(number, anchor, caption))
        self.add(Figure(picture, (Text(caption),), number, anchor, where))

    def clause(self, hole: ClauseHole) -> None:
        chosen = self.package.clauses.get(hole.clause)
        if chosen is None:
            if hole.clause not in self.package.library.clauses:
                self.assembly.whole = False
            elif not hole.optional:
                self.findings.append(missing_clause(self.outline, self.package.bid, hole))
            return
        loaded = chosen.loaded
        self.assembly.printed[hole.clause] = None
        wording = loaded.wording(self.outline.kind)
        if wording is None:
            self.assembly.whole = False
            return
        if self.outline.clause_titles:
            level = self.level + 1
            where = Mark(hole.clause, place_of(loaded.clause.title))
            self.numbered_heading((Text(str(loaded.clause.title)),), min(level, self.depth), hole.clause, where)
        self.text(wording, loaded)

    def annex(self, hole: AnnexHole, where: Mark) -> None:
        if not hole.title:
            self.refuse(M("a heading has words"), hole.span, hole.anchor)
        if hole.anchor in self.assembly.targets:
            self.refuse(M("`{name}` is the name of something else already", name=hole.anchor), hole.span, hole.anchor)
        number = self.numbering.annex()
        self.inside_annex, self.level, self.depth = True, 1, 1 + len(self.assembly.scheme.annex_levels)
        self.target(hole.anchor, Target(number, hole.anchor, hole.title))
        self.add(Heading(1, number, (Text(hole.title),), hole.anchor, where, annex=True))

    def signatory(self, spec: Any) -> Signatory:
        title = self.texts.short(spec.title)  # before the lines: footnotes are counted in the order of reading
        return Signatory(title, tuple((str(label), self.texts.short(text)) for label, text in spec.lines.items()))

    def target(self, name: str, target: Target) -> None:
        self.assembly.targets.setdefault(name, target)


def _lone_hole(content: Content, holes: list[Any]) -> Any:
    """What stands in the one hole of a paragraph that has nothing else; none for any other text."""
    number = content.runs[0].content if content.kind == "paragraph" and len(content.runs) == 1 else None
    return holes[number] if isinstance(number, int) else None
