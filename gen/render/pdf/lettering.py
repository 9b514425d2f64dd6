"""Chinese text as WeasyPrint's lines do not know it: quotes that a line may break at, and air around Latin words.

WeasyPrint has each piece of text measured and broken by Pango, through its class `Layout`. Pango takes “ and ” for
marks that no line ever breaks beside, and sets Chinese and Latin letters close to each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.constants import PANGO_WRAP_MODE
from weasyprint.text.ffi import TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

AIR = 0.25
"""The gap between a Chinese character and a Latin letter or digit, in characters."""
ENDLESS = 2**31 - 1
"""Behind the last byte of any text."""
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
LATIN = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff"


@contextmanager
def chinese_lines() -> Iterator[None]:
    """Have every text in between measured and drawn as Chinese readers expect."""
    plain, attributes = line_break.Layout, line_break.get_log_attrs
    line_break.Layout = ChineseLayout
    line_break.get_log_attrs = lambda text, language: attributes(breakable(text), language)
    try:
        yield
    finally:
        line_break.Layout, line_break.get_log_attrs = plain, attributes


def breakable(text: str) -> str:
    """The text with quotes that Pango knows how to break at, each as wide as the one that it stands for."""
    return _APOSTROPHE.sub("』", text).translate(_QUOTES) if _CURLY.search(text) else text


def joints(text: str) -> list[int]:
    """Where a Chinese character and a Latin letter or digit meet: the place of the second of the two."""
    return [match.start() for match in _JOINT.finditer(text)]


class ChineseLayout(Layout):  # type: ignore[misc]  # weasyprint has no type hints
    """A piece of text: while lines are sought in two ways changed, and then drawn as it is with air let in."""

    text: str

    def setup(self, style: Any) -> None:
        """Begin a text in a style, with a layout of Pango's that is done with one in the same type, if there is any."""
        self.kind = _kind(style)
        spare = self.kind and style.font_config.__dict__.setdefault("spare_layouts", {}).setdefault(self.kind, [])
        if not spare:
            super().setup(style)
            return
        self.style, self.first_line_direction = style, 0
        self.layout, self.language = spare.pop()
        self.ascent = self.underline_position = self.strikethrough_position = None
        pango.pango_layout_set_width(self.layout, -1)
        pango.pango_layout_set_wrap(self.layout, PANGO_WRAP_MODE["WRAP_WORD"])
        pango.pango_layout_set_single_paragraph_mode(self.layout, 0)
        attributes = pango.pango_layout_get_attributes(self.layout)
        if attributes != ffi.NULL:
            _space(attributes, 0, ENDLESS, 0)

    def deactivate(self) -> None:
        """Leave Pango's layout to the next text."""
        if self.kind:
            self.style.font_config.spare_layouts[self.kind].append((self.layout, self.language))
        super().deactivate()

    def set_text(self, text: str, justify: bool = False) -> None:
        """Take a text to measure; with `justify` one to draw."""
        if justify:
            self._draw(text)
        else:
            self._measure(text)

    def _measure(self, text: str) -> None:
        shown = breakable(text)
        super().set_text(shown)
        if shown is not text:
            self.text = text[: len(self.text)]
        found = joints(self.text)
        if not found and not getattr(self, "aired", False):
            return
        # The text may be the beginning of one that was measured before: what that one had goes first.
        self.aired = True
        spacing = self.style["letter_spacing"]
        own = 0 if spacing == "normal" else int(spacing * TO_UNITS)
        air = int(AIR * self.style["font_size"] * TO_UNITS)
        attributes = pango.pango_layout_get_attributes(self.layout)
        if attributes == ffi.NULL:
            attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        _space(attributes, 0, len(self.text.encode()), own)
        widened: dict[int, int] = {}
        for joint in found:
            chinese = joint - 1 if _IS_HAN.match(self.text[joint - 1]) else joint
            # Pango puts half of it on either side, and cuts off what then stands at the edges.
            part = 2 if chinese in {0, len(self.text) - 1} else 1
            widened[chinese] = widened.get(chinese, 0) + part * air
        for chinese, more in widened.items():
            start, end = len(self.text[:chinese].encode()), len(self.text[: chinese + 1].encode())
            _space(attributes, start, end, own + more)
        pango.pango_layout_set_attributes(self.layout, attributes)

    def _draw(self, text: str) -> None:
        # Set here already, since setting it later would undo what is done to the glyphs.
        pango.pango_layout_set_single_paragraph_mode(self.layout, 1)
        super().set_text(text, justify=True)
        found = joints(self.text)
        if not found:
            return
        air = int(AIR * self.style["font_size"] * TO_UNITS)
        left = {len(self.text[: joint - 1].encode()) for joint in found}
        line, _ = self.get_first_line()
        run = line.runs[0]
        while run != ffi.NULL and left:
            item = run.data
            run = run.next
            start, glyphs = item.item.offset, item.glyphs
            here = {place for place in left if start <= place < start + item.item.length}
            left -= here
            # Pango cuts runs where scripts meet, so it is mostly the last glyph.
            for at in range(glyphs.num_glyphs - 1, -1, -1):
                if not here:
                    break
                if (place := start + glyphs.log_clusters[at]) in here:
                    glyphs.glyphs[at].geometry.width += air
                    here.remove(place)


def _kind(style: Any) -> tuple[Any, ...] | None:
    """What two texts must share to be set by the same layout; none for what no style sheet of ours asks for."""
    if style["text_decoration_line"] != "none":
        return None
    return (
        *style["font_family"],
        style["font_size"],
        style["font_weight"],
        style["font_feature_settings"],
        style["lang"],
    )


def _space(attributes: Any, start: int, end: int, spacing: int) -> None:
    """Set the space between the characters of a stretch of text, in bytes."""
    attribute = pango.pango_attr_letter_spacing_new(spacing)
    attribute.start_index, attribute.end_index = start, end
    pango.pango_attr_list_change(attributes, attribute)


_JOINT = re.compile(f"(?<=[{HAN}])(?=[{LATIN}])|(?<=[{LATIN}])(?=[{HAN}])")
_IS_HAN = re.compile(f"[{HAN}]")
_CURLY = re.compile("[“”‘’]")
_QUOTES = str.maketrans("“”‘", "「」『")
_APOSTROPHE = re.compile("(?<![A-Za-z])’|’(?![A-Za-z])")
