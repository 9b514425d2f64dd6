"""Texts of one document: evaluated, read as Markdown, each run an inline with its hole filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from gen.compose.assembly import Assembly
from gen.compose.holes import NOTHING, BlockHole, Hole, ParamTable, Pending, RecordTable
from gen.compose.markdown import Content, Note, Runs, contents
from gen.compose.surroundings import Surroundings
from gen.finding import Finding, found
from gen.message import M
from gen.model.blocks import Footnote, Inlines, Text
from gen.model.library import LoadedClause
from gen.model.package import Package
from gen.model.text import plain
from gen.model.theme import Theme
from gen.stage_rules import s111_bad_template
from gen.template import NotPrintableError, Template, evaluate, mark
from gen.yamltree import place_of


class Texts:
    """The texts of one document; what cannot be printed goes into `findings`, and the document is whole no more."""

    def __init__(
        self, package: Package, assembly: Assembly, theme: Theme, findings: list[Finding], *, drafting: bool
    ) -> None:
        self.package = package
        self.assembly = assembly
        self.outline = assembly.outline
        self.findings = findings
        self.drafting = drafting
        self.surroundings = Surroundings(package, assembly.outline)
        self.blind = theme.blind is not None
        self.footnotes = 0
        self.shared_texts: dict[str, Inlines] = {}

    def marked(self, template: Template, loaded: LoadedClause | None) -> tuple[str, list[Any]]:
        """A text with marks for its holes, and what the holes hold."""
        try:
            pieces = evaluate(template, self.surroundings.environment(loaded))
        except NotPrintableError as error:
            self.refuse(error)
            return "", []
        holes = [piece for piece in pieces if not isinstance(piece, str)]
        self.assembly.whole &= not any(hole is NOTHING for hole in holes)
        if template.skeleton is not None:
            return template.skeleton, holes
        numbers = count()
        return "".join(piece if isinstance(piece, str) else mark(next(numbers)) for piece in pieces), holes

    def refuse(self, error: NotPrintableError) -> None:
        """Leave something out that cannot be printed, and say so."""
        self.assembly.whole = False
        rule, bid = error.rule or s111_bad_template.RULE, self.package.bid.id
        self.findings.append(found(rule, error.message, error.span, helps=error.helps, bid=bid))

    def short(self, text: str, texts: Mapping[str, Template] | None = None) -> Inlines:
        """The inlines of a short text of the front matter, or of a form with `texts` of its own."""
        template = (self.outline.texts if texts is None else texts).get(text)
        if template is None:
            return (Text(str(text)),) if text else ()
        if text in self.shared_texts:
            return self.shared_texts[text]
        marked, holes = self.marked(template, None)
        runs = [run for content in contents(marked) if isinstance(content, Content) for run in content.runs]
        inlines = self.inlines(tuple(runs), holes)
        if not any(isinstance(inline, Footnote) for inline in inlines):  # each has a number of its own
            self.shared_texts[text] = inlines
        return inlines

    def plain_short(self, text: str) -> str:
        """A short text that stands where nothing can be referred to."""
        inlines = self.short(text)
        if any(isinstance(inline, (Pending, Footnote)) for inline in inlines):
            message = M("a page header or date has no references and no footnotes")
            self.findings.append(found(s111_bad_template.RULE, message, place_of(text)))
        return plain(inlines)

    def inlines(self, runs: Runs, holes: list[Any]) -> Inlines:
        """The inlines of a row of runs, each hole filled; references wait until all documents are numbered."""
        made: list[Any] = []  # a Pending among them stands for a Reference until references are settled
        for run in runs:
            strong = run.strong and not self.blind  # bold type would mark a blind copy
            if isinstance(run.content, str):
                made.append(Text(run.content, strong))
                continue
            if isinstance(run.content, Note):
                made += self.footnote(run.content, holes)
                continue
            hole: Hole = holes[run.content]
            if type(hole) is Pending:
                self.assembly.pending = True
            if isinstance(hole, BlockHole):
                message = M("a table, figure, clause, annex or signature stands alone in a paragraph of its own")
                self.findings.append(found(s111_bad_template.RULE, message, hole.span))
            elif isinstance(hole, (ParamTable, RecordTable)):
                self.assembly.whole = False  # a finding of the library
            elif strong and not hole.strong:
                made.append(replace(hole, strong=True))
            else:
                made.append(hole)
        return tuple(made)

    def footnote(self, note: Note, holes: list[Any]) -> Inlines:
        """A footnote with the next number; none for a drafting note in a final copy."""
        if note.drafting and not self.drafting:
            return ()
        inlines: Any = self.inlines(note.runs, holes)
        self.footnotes += 1
        return (Footnote(self.footnotes, inlines),)
