"""What a drawing holds, read back from its SVG, and whether it is sound: nothing outside, nothing overlapping."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from itertools import combinations, pairwise

from gen.figure.lettering import width
from gen.model.drawing import Drawing

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Area:
    left: int
    top: int
    right: int
    bottom: int
    text: str = ""

    def meets(self, other: Area) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Area) -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


def root(drawing: Drawing) -> ET.Element:
    return ET.fromstring(drawing.svg)


def texts(drawing: Drawing) -> list[Area]:
    """Every piece of text with the room that its characters take."""
    areas = []
    for node in root(drawing).iter(f"{SVG}text"):
        x, baseline, size = int(node.attrib["x"]), int(node.attrib["y"]), int(node.attrib["font-size"])
        song = node.attrib["font-family"] == "Bidgen Song"
        face = "bold" if node.get("font-weight") == "bold" else "song" if song else "hei"
        text = node.text or ""
        wide = width(text, size, face)
        areas.append(Area(x, baseline - size * 4 // 5, x + wide, baseline + size // 10, text))
    return areas


def boxes(drawing: Drawing) -> list[Area]:
    """Every rectangle with a line round it that hides what is behind."""
    return [
        Area(x := int(node.attrib["x"]), y := int(node.attrib["y"]), x + int(node.attrib["width"]),
             y + int(node.attrib["height"]))
        for node in root(drawing).iter(f"{SVG}rect")
        if node.get("stroke") and node.get("fill") != "none"
    ]  # fmt: skip


def strokes(drawing: Drawing) -> list[Area]:
    """Every level or upright stretch of a line, as an area without width."""
    areas = []
    for node in root(drawing).iter(f"{SVG}path"):
        if node.get("fill") != "none":
            continue
        points = [tuple(map(int, pair.split(","))) for pair in re.findall(r"-?\d+,-?\d+", node.attrib["d"])]
        for (x0, y0), (x1, y1) in pairwise(points):
            areas.append(Area(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    return areas


def diamonds(drawing: Drawing) -> list[list[tuple[int, int]]]:
    return [
        [tuple(map(int, pair.split(","))) for pair in re.findall(r"-?\d+,-?\d+", node.attrib["d"])]
        for node in root(drawing).iter(f"{SVG}path")
        if node.get("stroke") and node.get("fill") != "none"
    ]


def assert_sound(drawing: Drawing) -> None:
    sheet = Area(0, 0, drawing.width, drawing.height)
    written, drawn = texts(drawing), boxes(drawing)
    for area in (*written, *drawn, *strokes(drawing)):
        assert sheet.holds(area), area
    for one, other in combinations(written, 2):
        assert not one.meets(other), (one, other)
    for one, other in combinations(drawn, 2):
        assert not one.meets(other) or one.holds(other) or other.holds(one), (one, other)
    for text in written:
        for box in drawn:
            assert box.holds(text) or not box.meets(text), (text, box)
        for stroke in strokes(drawing):
            assert not text.meets(stroke), (text, stroke)
    for corners in diamonds(drawing):
        assert_words_inside(corners, written)
    squeezed = re.sub(r"\s", "", "".join(drawing.labels))
    assert sorted(squeezed) == sorted(re.sub(r"\s", "", "".join(area.text for area in written)))
    assert drawing.alt.endswith("。")


def assert_words_inside(corners: list[tuple[int, int]], written: list[Area]) -> None:
    """A diamond's words lie inside its slanting lines."""
    (middle, top), (right, centre), (_, bottom), (left, _) = corners
    wide, high = right - left, bottom - top
    outline = Area(left, top, right, bottom)
    for text in written:
        if outline.holds(text):
            for x in (text.left, text.right):
                for y in (text.top, text.bottom):
                    assert abs(x - middle) * 2 * high + abs(y - centre) * 2 * wide <= wide * high, text
        else:
            assert not Area(middle - 1, top, middle + 1, bottom).meets(text), text
