"""Which blocks stay on the page of the block that follows: no signature stands alone, no list loses its opening."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gen.model.blocks import Block, Item, Paragraph, Signature, Table, plain

LEAST_LINES = 2
"""So many lines of text at least stand on the page of a signature block."""


def kept_with_next(blocks: Sequence[Block], measure: int) -> set[int]:
    """The places of the blocks after which no page may begin; headings, which never stand last, are not among them.

    `measure` is the number of characters in a line of text.
    """
    kept = set()
    for at, (block, following) in enumerate(pairwise(blocks)):
        if isinstance(block, Paragraph) and not block.number and isinstance(following, Item | Table):
            kept.add(at)
        elif isinstance(following, Signature) or _is_closing(following):
            kept |= _lines_before(blocks, at, measure)
    return kept


def _lines_before(blocks: Sequence[Block], last: int, measure: int) -> set[int]:
    """The blocks up to `last`, back to where there is enough text to stand with a signature."""
    found: set[int] = set()
    lines = 0
    for at in range(last, -1, -1):
        block = blocks[at]
        if not isinstance(block, Paragraph | Item | Table) or lines >= LEAST_LINES:
            break
        found.add(at)
        if isinstance(block, Table):
            break
        lines += 0 if _is_closing(block) else 1 + len(plain(block.inlines)) // measure
    return found


def _is_closing(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "closing"
