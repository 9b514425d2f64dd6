"""Captions of tables and figures, numbered by Word's own fields."""

from __future__ import annotations

import re

from gen.model.blocks import Figure, Table
from gen.model.theme import Level, NumberingScheme
from gen.render.docx.markup import field, paragraph, run
from gen.render.docx.pen import Pen
from gen.render.docx.styles import style_id


class Captions:
    """The captions of a document while Word's own counts of its tables and figures run on."""

    def __init__(self, scheme: NumberingScheme) -> None:
        self._tables = _Series("表", "table_caption", scheme.table)
        self._figures = _Series("图", "figure_caption", scheme.figure)

    def xml(self, block: Table | Figure, pen: Pen, properties: str = "") -> str:
        """The caption of a table or figure as a paragraph."""
        series = self._tables if isinstance(block, Table) else self._figures
        label = pen.anchored(block.anchor, series.label(block.number))
        text = run("　") + pen.runs(block.caption, series.style)
        return paragraph(style_id(series.style), label + text, properties)


class _Series:
    """One series of numbers."""

    def __init__(self, name: str, style: str, level: Level) -> None:
        self.name = name
        """By which Word tells it from others."""
        self.style = style
        before, hole, behind = level.format.partition("{1}")
        self.pattern = re.compile(
            f"(?P<before>{re.escape(before)})(?P<count>[0-9]+)(?P<behind>{re.escape(behind)})" if hole else "(?!)"
        )
        self.count = 0
        """What Word's own count has come to."""

    def label(self, number: str) -> str:
        """A number as runs; the count in it is a field, if it is written as the scheme says, in plain digits."""
        match = self.pattern.fullmatch(number)
        if match is None:
            return run(number)
        # The field counts on by itself; where the settled number leaves the row, it is told where to go on.
        reset = "" if int(match["count"]) == self.count + 1 else rf" \r {match['count']}"
        self.count = int(match["count"])
        sequence = field(rf"SEQ {self.name} \* ARABIC{reset}", run(match["count"]))
        return run(match["before"]) + sequence + run(match["behind"])
