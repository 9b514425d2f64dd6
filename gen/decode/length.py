"""Read lengths of themes: millimetres, centimetres, points, and the Chinese names of type sizes."""

from __future__ import annotations

import re
from fractions import Fraction

TYPE_SIZES: dict[str, Fraction | int] = {
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15,
    "四号": 14, "小四": 12, "五号": Fraction(21, 2), "小五": 9, "六号": Fraction(15, 2),
}  # fmt: skip
"""Type sizes in points."""

_TWIPS = {"pt": Fraction(20), "mm": Fraction(1440 * 10, 254), "cm": Fraction(1440 * 100, 254)}


def read_length(text: str) -> int | None:
    """The length in whole twips, or none where the text is no length."""
    if text in TYPE_SIZES:
        return int(TYPE_SIZES[text] * 20)
    match = re.fullmatch(r"(-?\d+(?:\.\d+)?)(pt|mm|cm)", text)
    return round(Fraction(match[1]) * _TWIPS[match[2]]) if match else None
