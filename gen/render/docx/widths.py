"""Widths of the characters from space to tilde, in 2048ths of the type size: facts of the two Latin faces."""

from __future__ import annotations

EM = 2048
GAP = "\x00"
"""Stands for the space that Word puts between Chinese and Latin."""

_SERIF = (
    "512 682 836 1024 1024 1706 1593 369 682 682 1024 1155 512 682 512 569 1024 1024 1024 1024 1024 1024 1024 1024 "
    "1024 1024 569 569 1155 1155 1155 909 1886 1479 1366 1366 1479 1251 1139 1479 1479 682 797 1479 1251 1821 1479 "
    "1479 1139 1479 1366 1139 1251 1479 1479 1933 1479 1479 1251 682 569 682 961 1024 682 909 1024 909 1024 909 682 "
    "1024 1024 569 569 1024 569 1593 1024 1024 1024 1024 682 797 569 1024 1024 1479 1024 1024 909 983 410 983 1108"
)
_SERIF_BOLD = (
    "512 682 1137 1024 1024 2048 1706 569 682 682 1024 1167 512 682 512 569 1024 1024 1024 1024 1024 1024 1024 1024 "
    "1024 1024 682 682 1167 1167 1167 1024 1905 1479 1366 1479 1479 1366 1251 1593 1593 797 1024 1593 1366 1933 1479 "
    "1593 1251 1593 1479 1139 1366 1479 1479 2048 1479 1479 1366 682 569 682 1190 1024 682 1024 "
    "1139 909 1139 909 682 "
    "1024 1139 569 682 1139 569 1706 1139 1024 1139 1139 909 797 682 1139 1024 1479 1024 1024 909 807 451 807 1065"
)
_SANS = (
    "569 569 727 1139 1139 1821 1366 391 682 682 797 1196 569 682 569 569 1139 1139 1139 1139 1139 1139 1139 1139 "
    "1139 1139 569 569 1196 1196 1196 1139 2079 1366 1366 1479 1479 1366 1251 1593 1479 569 1024 1366 1139 1706 1479 "
    "1593 1366 1593 1479 1366 1251 1479 1366 1933 1366 1366 1251 569 569 569 961 1139 682 1139 1139 "
    "1024 1139 1139 569 "
    "1139 1139 455 455 1024 455 1706 1139 1139 1139 1139 682 1024 569 1139 1024 1479 1024 1024 1024 684 532 684 1196"
)
_SANS_BOLD = (
    "569 682 971 1139 1139 1821 1479 487 682 682 797 1196 569 682 569 569 1139 1139 1139 1139 1139 1139 1139 1139 "
    "1139 1139 682 682 1196 1196 1196 1251 1997 1479 1479 1479 1479 1366 1251 1593 1479 569 1139 1479 1251 1706 1479 "
    "1593 1366 1593 1479 1366 1251 1479 1366 1933 1366 1366 1251 682 569 682 1196 1139 682 1139 1251 1139 1251 1139 "
    "682 1251 1251 569 569 1139 569 1821 1251 1251 1251 1251 797 1139 682 1251 1139 1593 1139 1139 "
    "1024 797 573 797 1196"
)

_HALF = " ".join(["1024"] * 95)
"""The Latin of Chinese faces: every character half as wide as a Chinese one."""

TABLES = {
    ("Times New Roman", False): _SERIF,
    ("Times New Roman", True): _SERIF_BOLD,
    ("Arial", False): _SANS,
    ("Arial", True): _SANS_BOLD,
}
"""By the name of the face and whether it is bold."""


class CharacterWidths(dict[str, int]):
    """Width of any character: Latin ones from the table of the face, all others a full em; `added` to each."""

    def __init__(self, latin: str, *, bold: bool, added: int = 0) -> None:
        table = TABLES.get((latin, bold)) or (TABLES["Times New Roman", bold] if latin.isascii() else _HALF)
        widths = (int(width) + added for width in table.split())
        super().__init__(zip(map(chr, range(0x20, 0x7F)), widths, strict=True))
        self.em = EM + added
        # Word's space is a quarter em, but it takes some of it back where that brings one more character into a line.
        self[GAP] = EM // 5

    def __missing__(self, character: str) -> int:
        # Kept, because looking up what is there is far quicker than being asked for what is not.
        self[character] = self.em
        return self.em
