"""Which blocks stay on the page of the block that follows: no signature stands alone, no list loses its opening."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from gen.model.blocks import Block, Figure, Item, Paragraph, Signature, Table

LEAST_LINES = 2
"""So many lines of text at least stand on the page of a signature block."""


def kept_with_next(blocks: Sequence[Block], lines: Callable[[int], int]) -> frozenset[int]:
    """The places of the blocks after which no page may begin; headings, which never stand last, are not among them.

    `lines` gives the number of lines that the block at a place takes.
    """
    kept: set[int] = set()
    for at, (block, following) in enumerate(pairwise(blocks)):
        opens = isinstance(block, Paragraph) and isinstance(following, Item | Table)
        if opens or (isinstance(block, Table) and block.ruling and _is_note(following)):
            kept.add(at)
        elif isinstance(following, Signature) or _is_closing(following):
            kept |= _lines_before(blocks, at, lines)
    return frozenset(kept)


def _lines_before(blocks: Sequence[Block], last: int, lines: Callable[[int], int]) -> set[int]:
    """The blocks up to `last`, back to where there is enough text to stand with a signature."""
    found: set[int] = set()
    enough = 0
    for at in range(last, -1, -1):
        block = blocks[at]
        if not isinstance(block, Paragraph | Item | Table | Figure) or enough >= LEAST_LINES:
            break
        found.add(at)
        if isinstance(block, Table | Figure):
            break  # its last row or its caption stands with it
        enough += 0 if _is_closing(block) else lines(at)
    return found


def _is_closing(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "closing"


def _is_note(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "note"
