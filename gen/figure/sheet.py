"""The sheet that figures are drawn on: boxes, lines, arrows and words, put into SVG by drawsvg.

Everything is in whole twips, from the upper left corner; the same shapes give the same bytes. Baselines and breaks
of lines are settled here, because the programs that show SVG do not agree on them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from gen.figure.lettering import Face, broken, width
from gen.model.drawing import Drawing

BODY = 180
"""9pt: what stands in boxes."""
TITLE = 200
"""10pt: names of things."""
THIN = 10
"""0.5pt: rules and grids."""
LINE = 15
"""0.75pt: boxes and arrows."""
INK = "#000000"
GREY = "#595959"
RULE = "#A6A6A6"
FILL = "#F2F2F2"
PAPER = "#FFFFFF"

_LEADING = 6
"""Fifths of the type size from line to line: 6/5."""
_RISE = 38
"""Hundredths of the type size from the baseline up to the middle of a Chinese character."""
_HEAD = 90
"""Length of an arrow's head; half of it is its width to each side of the line."""

Point = tuple[int, int]


def pitch(size: int) -> int:
    """The distance from line to line."""
    return size * _LEADING // 5


@dataclass(frozen=True, slots=True)
class Look:
    """How all figures of a document look."""

    accent: str = "000000"
    """The one colour beside black and grey, as six hex digits."""
    plain: bool = False
    """Whether all words are set in Bidgen Song, none bold, and all is black on white, so that nothing is a mark."""


class Sheet:
    """A drawing in the making. Words are put down in the order in which they are to be read."""

    def __init__(self, wide: int, look: Look) -> None:
        """An empty sheet, so wide and with no height yet."""
        self.width = wide
        self.accent = f"#{look.accent}"
        self._plain = look.plain
        self._shapes: list[Any] = []
        self._words: list[Any] = []
        self._labels: list[str] = []

    def box(
        self, x: int, y: int, wide: int, high: int, *,
        stroke: str = INK, fill: str = PAPER, weight: int = LINE, round_: int = 0,
    ) -> None:  # fmt: skip
        """A rectangle; with `round_` its corners are rounded by as much."""
        import drawsvg

        corners = {"rx": round_} if round_ else {}
        self._shapes.append(
            drawsvg.Rectangle(x, y, wide, high, fill=fill, stroke=self._ink(stroke), stroke_width=weight, **corners)
        )

    def frame(self, x: int, y: int, wide: int, high: int) -> None:
        """A rectangle of thin lines that hides nothing."""
        self.box(x, y, wide, high, stroke=RULE, fill="none", weight=THIN)

    def band(self, x: int, y: int, wide: int, high: int, fill: str) -> None:
        """A filled surface without a line round it."""
        if self._plain:
            return
        import drawsvg

        self._shapes.append(drawsvg.Rectangle(x, y, wide, high, fill=fill))

    def disc(self, x: int, y: int, radius: int, *, fill: str) -> None:
        """A filled circle."""
        import drawsvg

        self._shapes.append(drawsvg.Circle(x, y, radius, fill=fill))

    def polygon(self, points: Sequence[Point], *, stroke: str, fill: str = PAPER) -> None:
        """A closed shape."""
        self._path(points, fill=fill, stroke=stroke, stroke_width=LINE, close=True)

    def line(self, *points: Point, stroke: str = GREY, weight: int = LINE, dashes: str = "") -> None:
        """A line through some points."""
        style: dict[str, Any] = {"stroke_dasharray": dashes} if dashes else {}
        self._path(points, fill="none", stroke=self._ink(stroke), stroke_width=weight, **style)

    def arrow(self, *points: Point, stroke: str = GREY) -> None:
        """A line through some points that ends with a filled head; its last stretch is level or upright."""
        (x0, y0), (x, y) = points[-2:]
        dx, dy = (x > x0) - (x < x0), (y > y0) - (y < y0)
        back = (x - dx * _HEAD, y - dy * _HEAD)
        self.line(*points[:-1], back, stroke=stroke)
        half = _HEAD // 2
        wings = ((back[0] + dy * half, back[1] + dx * half), (back[0] - dy * half, back[1] - dx * half))
        self._path(((x, y), *wings), fill=self._ink(stroke), close=True)

    def say(
        self, text: str, x: int, middle: int, *, room: int, size: int = BODY, face: Face = "hei",
        anchor: Literal["start", "middle", "end"] = "middle", colour: str = INK,
    ) -> None:  # fmt: skip
        """Set a text in lines that are no wider than `room`, their block's middle at `middle`."""
        if not text:
            return
        lines = self.broken(text, size, room, face)
        baseline = middle - pitch(size) * (len(lines) - 1) // 2 + size * _RISE // 100
        for number, line in enumerate(lines):
            at = x - {"start": 0, "middle": 1, "end": 2}[anchor] * self.length(line, size, face) // 2
            self._set(
                line, at, baseline + number * pitch(size), size=size, face=self._face(face), colour=self._ink(colour)
            )
        self._labels.append(text)

    def broken(self, text: str, size: int, room: int, face: Face = "hei") -> tuple[str, ...]:
        """The text in lines that are no wider than `room`."""
        return broken(text, size, room, self._face(face))

    def block(self, text: str, size: int, room: int, face: Face = "hei") -> int:
        """How high a text is when it is set in lines that are no wider than `room`; nothing for no text."""
        return len(self.broken(text, size, room, face)) * pitch(size) if text else 0

    def length(self, text: str, size: int, face: Face = "hei") -> int:
        """How wide a text is on one line."""
        return width(text, size, self._face(face))

    def drawing(self, height: int, alt: str) -> Drawing:
        """All that was drawn; words lie above lines."""
        import drawsvg

        sheet = drawsvg.Drawing(self.width, height)
        sheet.set_render_size(f"{_points(self.width)}pt", f"{_points(height)}pt")
        sheet.extend([*self._shapes, *self._words])
        return Drawing(sheet.as_svg(header=""), self.width, height, tuple(self._labels), alt)

    def _face(self, face: Face) -> Face:
        return "song" if self._plain else face

    def _ink(self, colour: str) -> str:
        return INK if self._plain and colour in {GREY, RULE} else colour

    def _set(self, line: str, x: int, baseline: int, *, size: int, face: Face, colour: str) -> None:
        """One line, in a piece for each face: resvg takes a whole piece from another face if one character is."""
        import drawsvg

        weight = {"font_weight": "bold"} if face == "bold" else {}
        for run, family in _runs(line, face):
            self._words.append(
                drawsvg.Text(run, size, x, baseline, font_family=family, fill=colour, xml__space="preserve", **weight)
            )
            x += width(run, size, face)

    def _path(self, points: Sequence[Point], *, close: bool = False, **style: Any) -> None:
        import drawsvg

        commands = " ".join(f"{'L' if number else 'M'}{x},{y}" for number, (x, y) in enumerate(points))
        self._shapes.append(drawsvg.Path(d=commands + (" Z" if close else ""), **style))


def _runs(line: str, face: Face) -> list[tuple[str, str]]:
    """The line cut where the face changes: Bidgen Hei has the common Chinese characters, Bidgen Song all of GBK."""
    runs: list[tuple[str, str]] = []
    for character in line:
        family = "Bidgen Song" if face == "song" or _rare(character) else "Bidgen Hei"
        if runs and runs[-1][1] == family:
            runs[-1] = (runs[-1][0] + character, family)
        else:
            runs.append((character, family))
    return runs


def _rare(character: str) -> bool:
    if ord(character) < 0x3400 or 0xA000 <= ord(character) < 0x20000:
        return False
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _points(twips: int) -> str:
    """Twips in points, exactly."""
    whole, rest = divmod(twips * 5, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")
