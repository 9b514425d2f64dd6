"""How wide texts are, held against the fonts themselves, and where they break."""

from __future__ import annotations

import pytest

from gen.figure.lettering import WIDTHS, Face, broken, width
from gen.figure.raster import FONTS

FILES: dict[Face, str] = {
    "hei": "BidgenHei-Regular.ttf",
    "bold": "BidgenHei-Bold.ttf",
    "song": "BidgenSong-Regular.ttf",
}


@pytest.mark.parametrize("face", FILES)
def test_widths_are_those_of_the_font_and_no_character_is_wider_than_reckoned(face: Face) -> None:
    tt_font = pytest.importorskip("fontTools.ttLib").TTFont(FONTS / FILES[face])
    advances = {chr(code): tt_font["hmtx"][glyph][0] for code, glyph in tt_font.getBestCmap().items()}
    assert {character: advances[character] for character in WIDTHS[face]} == WIDTHS[face]
    assert [character for character, advance in advances.items() if width(character, 1000, face) < advance] == []


def test_a_width_is_rounded_up() -> None:
    assert width("修复8小时", 180) == 820  # four full-width characters and 0.555 of one: 819.9
    assert width("", 180) == 0


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("临时恢复", 4, ("临时恢复",)),
        ("临时恢复", 3, ("临时", "恢复")),  # even lines rather than 临时恢 / 复
        ("备件储备与调拨", 6, ("备件储备", "与调拨")),
        ("远程诊断 30分钟～4小时", 8, ("远程诊断", "30分钟～4小时")),  # an amount stays whole
        ("受理，派单。", 3, ("受理，", "派单。")),  # no line begins with a stop
        ("（一级）故障", 3, ("（一", "级）", "故障")),
        ("network switch", 4, ("network", "switch")),
        ("示例甲　备件储备与调拨", 8, ("示例甲", "备件储备与调拨")),  # rather than even lines
        ("internationalisation", 6, ("internatio", "nalisation")),
        ("", 4, ("",)),
    ],
)
def test_lines_are_few_and_even_and_tear_nothing_that_fits(text: str, ems: int, lines: tuple[str, ...]) -> None:
    assert broken(text, 180, ems * 180) == lines
