"""Headings, annexes and numbered paragraphs: what stands on a level of the numbering, and how deep the text is."""

from __future__ import annotations

from gen.compose.assembly import Target
from gen.compose.holes import AnnexHole
from gen.compose.markdown import Content
from gen.compose.stream import Place, Stream
from gen.message import M
from gen.model.blocks import Heading, Inlines, Mark, Paragraph, Text
from gen.model.library import LoadedClause
from gen.model.text import plain
from gen.yamltree import place_of


class Headings:
    """The levels of one document: which one the text is on, and which the numbering has."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.assembly = stream.assembly
        self.depth = len(stream.assembly.scheme.levels)
        self.level = 0
        self.count = 0
        self.inside_annex = False

    def heading(self, inlines: Inlines, content: Content, where: Mark, line: Place) -> None:
        """Add a heading that was written in an outline, if it may stand there."""
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
            self._numbered(inlines, level, content.anchor, where)
            return
        self.stream.refuse(message, line(content.line), words)

    def clause_title(self, loaded: LoadedClause) -> None:
        """Add the title of a clause as a heading below the one at hand."""
        clause, title = str(loaded.clause.id), loaded.clause.title
        self._numbered((Text(str(title)),), min(self.level + 1, self.depth), clause, Mark(clause, place_of(title)))
        self._stand_in(loaded)

    def annex(self, hole: AnnexHole, where: Mark) -> None:
        """Begin an annex; what follows is numbered within it."""
        if hole.anchor in self.assembly.targets:
            message = M("`{name}` is the name of something else already", name=hole.anchor)
            self.stream.refuse(message, hole.span, hole.anchor)
        number = self.stream.numbering.annex()
        self.inside_annex, self.level, self.depth = True, 1, 1 + len(self.assembly.scheme.annex_levels)
        self.stream.target(hole.anchor, Target(number, hole.anchor, hole.title))
        self.stream.add(Heading(1, number, (Text(hole.title),), hole.anchor, where, annex=True))

    def clause_paragraph(self, inlines: Inlines, loaded: LoadedClause, where: Mark) -> None:
        """Add a paragraph of a clause without a title: it has the number itself, as far as the levels reach."""
        if self.level >= self.depth:
            self.stream.add(Paragraph(inlines, where))
            return
        number, reference = self._next(self.level + 1)
        anchor = str(loaded.clause.id)
        first = anchor not in self.assembly.targets
        title, body = str(loaded.clause.title), not self.inside_annex
        self.stream.target(anchor, Target(reference, anchor, title, body))
        self._stand_in(loaded)
        anchored = self.stream.anchor(anchor) if first else None
        self.stream.add(Paragraph(inlines, where, "body", number, self.level + 1, anchored, self.inside_annex))

    def _stand_in(self, loaded: LoadedClause) -> None:
        """Let references to the clauses whose place one takes lead to it."""
        for other in loaded.clause.instead_of:
            self.stream.target(str(other), self.assembly.targets[str(loaded.clause.id)])

    def _numbered(self, inlines: Inlines, level: int, name: str | None, where: Mark) -> None:
        number, reference = self._next(level)
        self.count += 1
        anchor = self.stream.anchor(name or f"heading.{self.count}")
        self.stream.target(name or anchor, Target(reference, anchor, plain(inlines), not self.inside_annex))
        listed = level <= (self.assembly.outline.outline.contents or self.depth)
        self.stream.add(Heading(level, number, inlines, anchor, where, listed=listed, inside_annex=self.inside_annex))

    def _next(self, level: int) -> tuple[str, str]:
        """The next number on a level, and how a reference names it."""
        numbering = self.stream.numbering
        return numbering.annex_level(level) if self.inside_annex else numbering.level(level)
