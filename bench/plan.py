"""The service plan that the benchmarks of the writers lay out: prose, lists, tables and whatever else a bid has."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

from bench.measure import capture, task
from gen.model.blocks import (
    Block,
    Document,
    Footnote,
    Group,
    Heading,
    Merge,
    PageReference,
    Paragraph,
    Sheet,
    Table,
    Text,
)
from tests.render.documents import Numbers, inlines, long_document

CHAPTERS = {10: 1, 40: 6, 120: 20, 250: 42, 400: 67}
"""Chapters that come to about so many pages."""

FOOTNOTE = 5
"""Every fifth paragraph has a footnote: about one on two pages."""
WIDE = 7
"""Every seventh chapter has a table on a sheet that lies on its side: about one in 40 pages."""
POINTER = 50
"""Every fiftieth paragraph names the page of a table: about one in 20 pages."""
DEEP = 3
"""Every third chapter goes down to headings of level 6."""

NOTE = "本条所称时限自采购人报修之时起算，遇停电、断网等情形的相应顺延。"


def plan(chapters: int) -> Document:
    """A plan of so many chapters, always the same for the same number, with all kinds of blocks but figures."""
    made = long_document(chapters)
    blocks = tuple(_numbered(_added(made.blocks, Numbers(made.scheme))))
    return replace(made, blocks=blocks)


def _added(blocks: Sequence[Block], numbers: Numbers) -> Iterator[Block]:
    """The blocks of the long document, with deeper headings and wide tables put between them."""
    chapter = 0
    last_table: Table | None = None
    for block in blocks:
        match block:
            case Heading(level=1) if not block.annex:
                chapter += 1
                if last_table and chapter % WIDE == 0:
                    yield from (Sheet(landscape=True), _wide(last_table, chapter), Sheet(landscape=False))
                yield replace(block, number=numbers.level(1))
            case Heading(level=3) if chapter % DEEP == 0:
                yield replace(block, number=numbers.level(3))
                for level, title in enumerate(("受理与分派", "现场处理", "结果确认"), 4):
                    yield numbers.heading(level, title, f"{block.anchor}.{level}", block.mark.clause)
            case Heading() if not block.annex:
                yield replace(block, number=numbers.level(block.level))
            case Table():
                last_table = _summed(block)
                yield last_table
            case _:
                yield block


def _numbered(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks with their tables counted anew, footnotes in the prose, and pages referred to."""
    tables, notes, paragraphs = count(1), count(1), count(1)
    table: Table | None = None
    for block in blocks:
        if isinstance(block, Table):
            table = replace(block, number=f"表{next(tables)}")
            yield table
        elif isinstance(block, Paragraph) and table and table.anchor:
            at = next(paragraphs)
            note = Footnote(next(notes), inlines(NOTE)) if at % FOOTNOTE == 0 else Text("")
            pointer = inlines("（见第", PageReference(table.anchor), "页）") if at % POINTER == 0 else ()
            yield replace(block, inlines=(*block.inlines, *pointer, note))
        else:
            yield block


def _summed(table: Table) -> Table:
    """A table whose last row sums it up and whose third and fourth columns stand under one head."""
    total = inlines("合计"), (), (), (), inlines("1,280,000.00"), ()
    return replace(
        table,
        rows=(*table.rows, total),
        groups=(Group((), 2), Group(inlines("服务内容与时限"), 2), Group((), 2)),
        merges=(Merge(len(table.rows), 0, across=4),),
        totals=1,
    )


def _wide(table: Table, chapter: int) -> Table:
    """The table once more for a sheet on its side, with the first two remarks drawn together."""
    merges = (*table.merges, Merge(0, 5, down=2))
    rows = tuple((*row[:5], ()) if at == 1 else row for at, row in enumerate(table.rows))
    return replace(table, rows=rows, merges=merges, caption=(Text("服务事项总表"),), anchor=f"wide-{chapter}")


@contextmanager
def prepared() -> Iterator[Path]:
    """A folder with the plans in every form that a writer or its peer begins with; gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        capture(task("prepare_plans", folder))
        yield folder
