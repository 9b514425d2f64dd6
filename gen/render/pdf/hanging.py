"""Punctuation that hangs over the end of a full line, as Word has it: with WeasyPrint a character would come along.

No line begins with a comma. Where a line is full before one, WeasyPrint takes the character in front of it to the next
line too, and the line is a character short. Here the comma stands in the margin instead, so that lines break where
they do in Word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from typing import Any

from weasyprint.layout import inline

HANGING = "，。、；：！？"
"""Marks that may stand in the margin."""
_NEAR = re.compile(f"(?:[!-~]+|[^{HANGING}])[”’）》】」』]*[{HANGING}]")
"""A text that could begin behind the hanging mark if what stands before it came to the end of the line above."""


@contextmanager
def hanging_punctuation() -> Iterator[None]:
    """Let punctuation hang in justified paragraphs that are laid out in between."""
    split = inline.split_first_line

    def split_first_line(
        text: str, style: Any, context: Any, max_width: Any, justification_spacing: float, **more: Any
    ) -> Any:
        usual = split(text, style, context, max_width, justification_spacing, **more)
        resume = usual[2]
        if resume is None or style["text_align_all"] != "justify" or max_width in {None, inf}:
            return usual
        if not _NEAR.match(text.encode()[resume : resume + LOOK_AHEAD].decode(errors="ignore")):
            return usual
        wider = max_width + style["font_size"]
        layout, length, resume, width, *place = split(text, style, context, wider, justification_spacing, **more)
        if width <= max_width or layout.text[-1:] not in HANGING:
            return usual
        layout.overhang = width - max_width
        # To WeasyPrint the line is full, and no more than that.
        return layout, length, resume, max_width, *place

    inline.split_first_line = split_first_line
    try:
        yield
    finally:
        inline.split_first_line = split


LOOK_AHEAD = 64
"""So many bytes of the next line are looked at."""
