"""Assemble one document: walk its outline, print its clauses, number everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from gen.compose.assembly import Assembly
from gen.compose.figure_blocks import add_figure, add_image
from gen.compose.forms import add_form
from gen.compose.front_matter import add_front_matter, add_signature
from gen.compose.headings import Headings
from gen.compose.holes import (
    AnnexHole,
    BlockHole,
    ClauseHole,
    FigureHole,
    FormHole,
    ImageHole,
    ListHole,
    SheetHole,
    SignatureHole,
    TableHole,
)
from gen.compose.lacking import foreign_value, missing_clause, missing_fact, unprinted_annexes
from gen.compose.lists import Lists
from gen.compose.markdown import Content, Grid, contents
from gen.compose.numbering import BULLET
from gen.compose.stream import Place, Stream
from gen.compose.table_blocks import add_grid, add_table
from gen.finding import Finding, found
from gen.library.printing import clauses_in, every_kind_read
from gen.message import M
from gen.model.blocks import Inlines, Item, Mark, Paragraph, Text
from gen.model.fact import Fact
from gen.model.library import LoadedClause, LoadedOutline
from gen.model.package import Package
from gen.model.text import plain
from gen.model.theme import Theme
from gen.source import Span
from gen.stage_rules import s109_unknown_name
from gen.template import Template
from gen.yamltree import place_of


def assemble(
    package: Package, facts: Sequence[Fact], loaded: LoadedOutline, theme: Theme, *, drafting: bool = False
) -> tuple[Assembly | None, tuple[Finding, ...]]:
    """Assemble a document of the kind that an outline describes.

    With `drafting` it has the notes for whoever fills it in, which no final copy prints.
    """
    name = loaded.outline.numbering
    scheme = theme.numbering.get(name)
    if scheme is None:
        message = M("the theme {theme} has no numbering `{name}`", theme=theme.id, name=name)
        return None, (found(s109_unknown_name.RULE, message, place_of(name)),)
    stream = Stream(package, facts, loaded, scheme, theme, drafting=drafting)
    add_front_matter(stream)
    walk = _Walk(stream)
    walk.text(loaded.body, None)
    stream.drop_empty_sheets()
    walk.lists.settle()
    outline, around = loaded.outline, stream.texts.surroundings
    stream.findings += [missing_fact(outline, package.bid, fact, span) for fact, span in around.missing.items()]
    stream.findings += unprinted_annexes(loaded, package, stream.assembly.annexes)
    if every_kind_read(package.library, package.bid):  # else one that is not may bring the clause
        foreign = around.foreign.items()
        stream.findings += [foreign_value(outline, package, clause, *printed) for clause, printed in foreign]
    return stream.assembly, tuple(stream.findings)


class _Walk:
    """The way through the texts of one document: an outline's own, and those of the clauses that it prints."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.headings = Headings(stream)
        self.lists = Lists(stream)
        self.inside = [str(stream.outline.kind)]
        """The document kinds that are being printed, one inside the other."""
        self.direct: set[str] = set()
        """The annexes that the document itself has, and no annex brought."""

    def text(self, template: Template, loaded: LoadedClause | None) -> None:
        """Print a text: its contents in order, each hole in its place."""
        stream = self.stream
        marked, holes = stream.texts.marked(template, loaded)
        line = _places(template, marked)
        where = Mark(str(loaded.clause.id) if loaded else None, template.text.span)
        lists: dict[int, int] = {}  # lists of this text to lists of the document: clauses in between have theirs
        there = False
        for content in contents(marked):
            alone = None if isinstance(content, Grid) else _lone_hole(content, holes)
            if isinstance(alone, AnnexHole):
                there = self.is_there(alone)
            if there:
                continue
            if isinstance(content, Grid):
                add_grid(stream, content, holes, where, line)
                continue
            if isinstance(alone, BlockHole):
                self.block_hole(alone, where)
                continue
            inlines = stream.texts.inlines(content.runs, holes)
            if content.kind == "heading":
                self.headings.heading(inlines, content, where, line)
            elif content.kind == "item":
                if content.list not in lists:
                    lists[content.list] = self.lists.begin()
                self.item(inlines, content, lists[content.list], where, line)
            else:
                if plain(inlines).startswith("|"):
                    message = M("this is no table: below its head stands a row of --- with as many cells")
                    stream.refuse(message, line(content.line), plain(inlines))
                self.paragraph(inlines, content, loaded, where)

    def paragraph(self, inlines: Inlines, content: Content, loaded: LoadedClause | None, where: Mark) -> None:
        if not inlines or (content.role == "drafting" and not self.stream.drafting):
            return
        role: Any = content.role
        if loaded is not None and role == "body" and not self.stream.outline.clause_titles:
            self.headings.clause_paragraph(inlines, loaded, where)
        else:
            self.stream.add(Paragraph(inlines, where, role))

    def item(self, inlines: Inlines, content: Content, number: int, where: Mark, line: Place) -> None:
        depth, most = content.level, len(self.stream.assembly.scheme.items)
        if depth > most:
            message = M("lists have {count} levels; this point is on level {level}", count=most, level=depth)
            self.stream.refuse(message, line(content.line), plain(inlines))
            return
        marker = self.stream.numbering.item(number, depth) if content.ordered else BULLET
        self.stream.add(Item(inlines, marker, depth, number, content.ordered, where))

    def block_hole(self, hole: BlockHole, where: Mark) -> None:
        match hole:
            case ClauseHole():
                self.clause(hole)
            case TableHole():
                add_table(self.stream, hole, where)
            case FigureHole():
                add_figure(self.stream, hole, where)
            case FormHole():
                add_form(self.stream, hole, where)
            case ImageHole():
                add_image(self.stream, hole, where)
            case AnnexHole(title=""):
                self.document(hole.anchor, hole.span, where)
            case AnnexHole():
                self.headings.annex(hole, where)
            case ListHole():
                self.listed(hole, where)
            case SheetHole():
                self.stream.turn(landscape=hole.landscape)
            case SignatureHole():
                add_signature(self.stream, hole, where)

    def clause(self, hole: ClauseHole) -> None:
        stream, assembly = self.stream, self.stream.assembly
        chosen = stream.package.clauses.get(hole.clause)
        if chosen is None:
            if (instead := self.taking_its_place(hole.clause)) is not None:
                if instead not in clauses_in(stream.texts.outline):
                    self.clause(replace(hole, clause=instead))
            elif hole.clause not in stream.package.library.clauses:
                assembly.whole = False
            elif not hole.optional and hole.clause in stream.package.bid.clauses.drop:
                stream.findings.append(missing_clause(stream.outline, stream.package.bid, hole))
            elif not hole.optional:
                assembly.whole = False  # clauses that take each other's place: a finding of the library
            elif instead := hole.empty or str(stream.outline.drafting.empty):
                self.empty(stream.package.library.clauses[hole.clause], instead)
            return
        if hole.once and len(self.inside) > 1 and hole.clause in assembly.printed:
            return
        assembly.printed[hole.clause] = None
        wording = chosen.loaded.wording(stream.outline.kind)
        if wording is None:
            assembly.whole = False
            return
        if stream.outline.clause_titles:
            self.headings.clause_title(chosen.loaded)
        self.text(wording, chosen.loaded)

    def taking_its_place(self, clause: str) -> str | None:
        """The clause of the bid that stands instead of another."""
        chosen = self.stream.package.clauses.items()
        return next((id_ for id_, other in chosen if clause in other.loaded.clause.instead_of), None)

    def empty(self, loaded: LoadedClause, instead: str) -> None:
        """Print what stands for an optional clause that the bid does not have, so that nothing is left open."""
        clause, title = loaded.clause.id, loaded.clause.title
        where = Mark(str(clause), place_of(title))
        if self.stream.outline.clause_titles:
            self.headings.clause_title(loaded)
            self.stream.add(Paragraph((Text(f"{instead}。"),), where))
        else:
            self.headings.clause_paragraph((Text(f"{title}：{instead}。"),), loaded, where)

    def is_there(self, hole: AnnexHole) -> bool:
        """Whether an annex brings one, text and all, of a name that the document has: it is not printed again."""
        return len(self.inside) > 1 and bool(hole.title) and hole.anchor in self.stream.assembly.targets

    def listed(self, hole: ListHole, where: Mark) -> None:
        """Print what a document or its bid has of something."""
        match hole.name:
            case "annex_list":
                self.lists.annexes(where)
            case "changes":
                self.lists.changes(where)
            case _:
                bid = self.stream.package.bid
                for kind in bid.annexes.get(self.inside[0], ()) if len(self.inside) == 1 else ():
                    self.document(str(kind), place_of(kind), Mark(None, place_of(kind)))

    def document(self, kind: str, span: Span, where: Mark) -> None:
        """Print a document kind as an annex: its text, in the words of the document that it belongs to."""
        stream, around = self.stream, self.stream.texts.outline
        loaded = stream.package.library.outlines.get(kind)
        if loaded is None:
            stream.assembly.whole = False  # a finding of the library
            return
        if kind in self.inside:
            stream.refuse(M("the document `{name}` would print itself as an annex", name=kind), span, kind)
            return
        if kind in stream.assembly.annexes:
            if len(self.inside) == 1 and kind in self.direct:  # what an annex brings may be there
                stream.refuse(M("`{name}` is an annex of this document already", name=kind), span, kind)
            return
        self.direct |= {kind} if len(self.inside) == 1 else set()
        self.headings.annex(AnnexHole(kind, str(loaded.outline.title), span), where)
        stream.assembly.annexes.append(kind)
        stream.turn_to(loaded)
        self.inside.append(kind)
        self.text(loaded.body, None)
        self.inside.pop()
        stream.turn(landscape=False)
        stream.turn_to(around)


def _places(template: Template, marked: str) -> Place:
    """Where each line of a text stands; where conditions have taken lines out, that is where the whole text does."""
    written = template.text.split("\n")
    whole = marked.count("\n") == len(written) - 1

    def place(number: int) -> Span:
        if not whole:
            return template.text.span
        return template.text.at(sum(len(above) + 1 for above in written[:number]), len(written[number]))

    return place


def _lone_hole(content: Content, holes: list[Any]) -> Any:
    """What stands in the one hole of a paragraph that has nothing else; none for any other text."""
    number = content.runs[0].content if content.kind == "paragraph" and len(content.runs) == 1 else None
    return holes[number] if isinstance(number, int) else None
