"""Assemble one document: walk its outline, print its clauses, number everything."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import count
from typing import Any

from gen.compose.assembly import Assembly, Target
from gen.compose.holes import (
    AnnexHole,
    BlockHole,
    ClauseHole,
    Hole,
    ParamTable,
    Pending,
    RecordTable,
    SignatureHole,
    TableHole,
)
from gen.compose.lacking import missing_clause, missing_fact
from gen.compose.markdown import Content, Grid, Runs, contents
from gen.compose.numbering import BULLET, Numbering
from gen.compose.surroundings import NOTHING, Surroundings
from gen.compose.tables import measure_of, rows_of, shares
from gen.finding import Finding, found
from gen.message import M
from gen.model.blocks import (
    Block,
    BodyStart,
    Contents,
    Cover,
    Heading,
    Inlines,
    Item,
    Mark,
    Paragraph,
    Signatory,
    Signature,
    Table,
    Text,
    Title,
    plain,
)
from gen.model.library import LoadedClause, LoadedOutline
from gen.model.package import Package
from gen.model.theme import NumberingScheme, Theme
from gen.source import Span
from gen.stage_rules import s109_unknown_name, s111_bad_template
from gen.template import NotPrintableError, Template, evaluate, mark
from gen.yamltree import place_of

CONTENTS_TITLE = "目　录"


def assemble(package: Package, outline: LoadedOutline, theme: Theme) -> tuple[Assembly | None, tuple[Finding, ...]]:
    """Assemble a document of the kind that `outline` describes."""
    scheme = theme.numbering.get(outline.outline.numbering)
    if scheme is None:
        name = outline.outline.numbering
        message = M("the theme {theme} has no numbering `{name}`", theme=theme.id, name=name)
        return None, (found(s109_unknown_name.RULE, message, place_of(name)),)
    assembler = _Assembler(package, outline, scheme, theme)
    return assembler.run(), tuple(assembler.findings)


class _Assembler:
    def __init__(self, package: Package, outline: LoadedOutline, scheme: NumberingScheme, theme: Theme) -> None:
        self.package = package
        self.loaded = outline
        self.outline = outline.outline
        self.surroundings = Surroundings(package, outline)
        self.numbering = Numbering(scheme)
        self.measure = measure_of(theme)
        self.depth = len(scheme.levels)
        self.assembly = Assembly(outline, scheme)
        self.findings: list[Finding] = []
        self.level = 0
        self.lists = 0
        self.headings = 0
        self.shared_texts: dict[str, Inlines] = {}

    def run(self) -> Assembly:
        self.assembly.header = self.plain_short(self.outline.header)
        body_mark = Mark(None, place_of(self.outline.kind))
        if cover := self.outline.cover:
            rows = tuple((str(label), self.short(text)) for label, text in cover.rows.items())
            self.add(Cover(str(self.outline.title), self.short(cover.overline), rows, self.plain_short(cover.date)))
        if self.outline.contents:
            self.add(Contents(CONTENTS_TITLE, self.outline.contents))
        self.add(BodyStart(new_page=bool(self.assembly.blocks)))
        if not self.outline.cover:
            self.add(Title((Text(str(self.outline.title)),), body_mark))
        self.text(self.loaded.body, None)
        self.findings += [
            missing_fact(self.outline, self.package.bid, name, span) for name, span in self.surroundings.missing.items()
        ]
        return self.assembly

    def add(self, block: Block) -> None:
        self.assembly.blocks.append(block)

    # -- texts -------------------------------------------------------------------------------------------------

    def text(self, template: Template, loaded: LoadedClause | None) -> None:
        """Print a text: its contents in order, each hole in its place."""
        marked, holes = self.marked(template, loaded)
        lists: dict[int, int] = {}  # lists of this text to lists of the document: clauses in between have theirs
        for content in contents(marked):
            where = self.mark(template, loaded)
            if isinstance(content, Grid):
                self.grid(content, holes, where)
                continue
            alone = _lone_hole(content.runs, holes)
            if isinstance(alone, BlockHole):
                self.block_hole(alone, where)
                continue
            inlines = self.inlines(content.runs, holes)
            if content.kind == "heading":
                self.heading(inlines, content, where, template)
            elif content.kind == "item":
                if content.list not in lists:
                    self.lists += 1
                    lists[content.list] = self.lists
                self.item(inlines, content, lists[content.list], where)
            else:
                self.paragraph(inlines, content, loaded, where)

    def marked(self, template: Template, loaded: LoadedClause | None) -> tuple[str, list[Any]]:
        """A text with marks for its holes, and what the holes hold."""
        try:
            pieces = evaluate(template, self.surroundings.environment(loaded))
        except NotPrintableError as error:
            self.assembly.whole = False
            bid = self.package.bid.id
            self.findings.append(
                found(
                    error.rule or s111_bad_template.RULE,
                    error.message,
                    error.span,
                    helps=error.helps,
                    bid=bid,
                )
            )
            return "", []
        holes = [piece for piece in pieces if not isinstance(piece, str)]
        self.assembly.whole &= not any(hole is NOTHING for hole in holes)
        if template.skeleton is not None:
            return template.skeleton, holes
        numbers = count()
        return "".join(piece if isinstance(piece, str) else mark(next(numbers)) for piece in pieces), holes

    def short(self, text: str) -> Inlines:
        """The inlines of a short text of the front matter."""
        template = self.loaded.texts.get(text)
        if template is None:
            return (Text(str(text)),) if text else ()
        if text not in self.shared_texts:
            marked, holes = self.marked(template, None)
            runs = [run for content in contents(marked) if isinstance(content, Content) for run in content.runs]
            self.shared_texts[text] = self.inlines(tuple(runs), holes)
        return self.shared_texts[text]

    def plain_short(self, text: str) -> str:
        """A short text that stands where nothing can be referred to."""
        inlines = self.short(text)
        if any(isinstance(inline, Pending) for inline in inlines):
            message = M("a page header or date has no references")
            self.findings.append(found(s111_bad_template.RULE, message, place_of(text)))
        return plain(inlines)

    def inlines(self, runs: Runs, holes: list[Any]) -> Inlines:
        made: list[Any] = []  # a Pending among them stands for a Reference until references are settled
        for run in runs:
            if isinstance(run.content, str):
                made.append(Text(run.content, run.strong))
                continue
            hole: Hole = holes[run.content]
            if type(hole) is Pending:
                self.assembly.pending = True
            if isinstance(hole, BlockHole):
                message = M("a table, clause, annex or signature stands alone in a paragraph of its own")
                self.findings.append(found(s111_bad_template.RULE, message, hole.span))
            elif isinstance(hole, (ParamTable, RecordTable)):
                self.assembly.whole = False  # a finding of the library
            elif run.strong and not hole.strong:
                made.append(replace(hole, strong=True))
            else:
                made.append(hole)
        return tuple(made)

    def mark(self, template: Template, loaded: LoadedClause | None) -> Mark:
        return Mark(str(loaded.clause.id) if loaded else None, template.text.span)

    # -- blocks ------------------------------------------------------------------------------------------------

    def heading(self, inlines: Inlines, content: Content, where: Mark, template: Template) -> None:
        if where.clause is not None:
            message = M("a clause's text has no headings; its title is its heading")
            self.findings.append(found(s111_bad_template.RULE, message, _heading_span(template, content.level)))
            return
        if content.level > self.depth:
            message = M(
                "the numbering has {count} levels; this heading is on level {level}",
                count=self.depth,
                level=content.level,
            )
            span = _heading_span(template, content.level)
            self.findings.append(found(s111_bad_template.RULE, message, span, key=(plain(inlines),)))
            return
        if content.level > self.level + 1:
            message = M("a heading on level {level} stands below none on level {above}",
                        level=content.level, above=content.level - 1)  # fmt: skip
            span = _heading_span(template, content.level)
            self.findings.append(found(s111_bad_template.RULE, message, span, key=(plain(inlines),)))
            return
        self.level = content.level
        self.numbered_heading(inlines, content.level, content.anchor, where)

    def numbered_heading(self, inlines: Inlines, level: int, name: str | None, where: Mark) -> None:
        number, reference = self.numbering.level(level)
        self.headings += 1
        anchor = name or f"heading.{self.headings}"
        self.target(anchor, Target(reference, anchor))
        listed = level <= (self.outline.contents or self.depth)
        self.add(Heading(level, number, inlines, anchor, where, listed=listed))

    def paragraph(self, inlines: Inlines, content: Content, loaded: LoadedClause | None, where: Mark) -> None:
        if not inlines:
            return
        role: Any = content.role
        numbered = loaded is not None and not self.outline.clause_titles and role == "body" and self.level < self.depth
        if not numbered:
            self.add(Paragraph(inlines, where, role))
            return
        number, reference = self.numbering.level(self.level + 1)
        assert loaded is not None  # noqa: S101 - part of the condition
        anchor = str(loaded.clause.id)
        first = anchor not in self.assembly.targets
        if first:
            self.target(anchor, Target(reference, anchor))
        self.add(Paragraph(inlines, where, role, number, self.level + 1, anchor if first else None))

    def item(self, inlines: Inlines, content: Content, number: int, where: Mark) -> None:
        depth = min(content.level, len(self.assembly.scheme.items))
        marker = self.numbering.item(number, depth) if content.ordered else BULLET
        self.add(Item(inlines, marker, depth, number, content.ordered, where))

    def grid(self, grid: Grid, holes: list[Any], where: Mark) -> None:
        heads = tuple(self.inlines(runs, holes) for runs in grid.head)
        rows = tuple(tuple(self.inlines(runs, holes) for runs in row) for row in grid.rows)
        self.add(Table(shares(heads, rows, self.measure), rows, (), "", None, where))

    def block_hole(self, hole: BlockHole, where: Mark) -> None:
        match hole:
            case TableHole():
                self.table(hole, where)
            case ClauseHole():
                self.clause(hole)
            case AnnexHole():
                self.annex(hole, where)
            case SignatureHole():
                self.add(Signature(tuple(self.signatory(spec) for spec in self.outline.signatories), where))

    def table(self, hole: TableHole, where: Mark) -> None:
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
                self.target(path, Target(number, anchor))
        caption = (Text(hole.caption),) if hole.caption else ()
        self.add(Table(shares(heads, rows, self.measure), rows, caption, number, anchor, where))

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
        number = self.numbering.annex()
        self.level = 0
        self.target(hole.anchor, Target(number, hole.anchor))
        self.add(Heading(1, number, (Text(hole.title),), hole.anchor, where, annex=True))

    def signatory(self, spec: Any) -> Signatory:
        lines = tuple((str(label), self.short(text)) for label, text in spec.lines.items())
        return Signatory(self.short(spec.title), lines)

    def target(self, name: str, target: Target) -> None:
        self.assembly.targets.setdefault(name, target)


def _lone_hole(runs: Runs, holes: list[Any]) -> Any:
    """What stands in the one hole of a paragraph that has nothing else; none for any other paragraph."""
    number = runs[0].content if len(runs) == 1 else None
    return holes[number] if isinstance(number, int) else None


def _heading_span(template: Template, level: int) -> Span:
    """The place of the first heading of a level in a text."""
    match = re.search(rf"^ *#{{{level}}}\s.*", template.text, re.MULTILINE)
    return template.text.at(match.start(), len(match[0])) if match else template.text.span
