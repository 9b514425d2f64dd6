"""Which blocks stay on the page of the block that follows: no signature stands alone, no list loses its opening."""

from __future__ import annotations

from itertools import pairwise

from gen.model.blocks import Block, Document, Heading, Item, Paragraph, Signature, Table, Title

LEAST_LINES = 2
"""So many lines at least stand on the page of a signature block."""


def kept_with_next(document: Document, line_counts: list[int]) -> tuple[bool, ...]:
    """For each block, whether it is kept with the next one. Headings and the title always are, by their style."""
    blocks = document.blocks
    kept = [isinstance(block, Heading | Title) for block in blocks]
    for at, (block, following) in enumerate(pairwise(blocks)):
        if isinstance(block, Paragraph) and isinstance(following, Item | Table):
            kept[at] = True
        elif _closes(following):
            _keep_lines(blocks, at, line_counts, kept)
    return tuple(kept)


def _closes(block: Block) -> bool:
    return isinstance(block, Signature) or (isinstance(block, Paragraph) and block.role == "closing")


def _keep_lines(blocks: tuple[Block, ...], last: int, line_counts: list[int], kept: list[bool]) -> None:
    """Keep the blocks up to `last` with what follows, back to where two lines of text stand before it."""
    lines = 0
    for at in range(last, -1, -1):
        block = blocks[at]
        if not isinstance(block, Paragraph | Item | Table):
            return
        kept[at] = True
        lines += 0 if _closes(block) else line_counts[at]
        if lines >= LEAST_LINES:
            return
