"""Lists that nobody types: the annexes of a document, and the changes that a bid makes to its text."""

from __future__ import annotations

from typing import Any

from gen.compose.holes import Pending
from gen.compose.stream import Stream
from gen.model.bid import Change
from gen.model.blocks import Block, Heading, Inlines, Item, Mark, Paragraph, Reference, Text
from gen.model.text import plain
from gen.yamltree import place_of

NONE = "无。"
"""What a list says that has nothing in it, so that nobody fills it in."""


class Lists:
    """The lists of one document: each has a number of its own; that of the annexes waits until all are printed."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self._count = 0
        self._waiting: list[tuple[int, Mark]] = []

    def begin(self) -> int:
        """The number of the next list."""
        self._count += 1
        return self._count

    def annexes(self, where: Mark) -> None:
        """Leave a place for the list of annexes."""
        self._waiting.append((len(self.stream.assembly.blocks), where))

    def changes(self, where: Mark) -> None:
        """List what the bid changes in this document, each change with the clause that it is about."""
        assembly = self.stream.assembly
        kind = assembly.outline.outline.kind
        rows: list[Inlines] = []
        for change in self.stream.package.bid.changes:
            if change.document == kind:
                assembly.pending = True
                rows.append(self._change(change))
        self._add(rows, where, len(assembly.blocks))

    def settle(self) -> None:
        """Put the lists of annexes where their places are."""
        blocks = self.stream.assembly.blocks
        annexes = [block for block in blocks if isinstance(block, Heading) and block.annex]
        rows: list[Inlines] = [
            (Reference(annex.number, annex.anchor), Text(f"《{plain(annex.inlines)}》")) for annex in annexes
        ]
        ends = [Text("；")] * (len(rows) - 1) + [Text("。")]
        closed = [(*row, end) for row, end in zip(rows, ends, strict=False)]
        for place, where in reversed(self._waiting):
            self._add(closed, where, place)

    def _change(self, change: Change) -> Inlines:
        loaded = self.stream.package.library.clauses.get(change.clause)
        title = f"（{loaded.clause.title}）：" if loaded else "："
        pending: Any = Pending(str(change.clause), place_of(change.clause))
        return (pending, Text(title), Text(str(change.text)))

    def _add(self, rows: list[Inlines], where: Mark, place: int) -> None:
        number, numbering = self.begin(), self.stream.numbering
        items: list[Block] = [Item(row, numbering.item(number, 1), 1, number, ordered=True, mark=where) for row in rows]
        self.stream.assembly.blocks[place:place] = items or [Paragraph((Text(NONE),), where)]
