"""How wide a text is in the faces that figures are drawn with, and where it breaks.

Figures are measured before they are drawn, so that no text leaves its box or meets another one. Lengths are whole
twips, type sizes too; widths are rounded up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

EM = 1000
_HEI = (
    "224 323 475 555 555 921 680 279 338 338 467 555 278 347 278 392 555 555 555 555 555 555 555 555 "
    "555 555 278 278 555 555 555 474 946 608 657 638 688 589 552 689 728 293 535 646 543 812 723 742 "
    "633 742 635 596 599 721 575 878 573 531 603 338 392 338 555 559 606 563 618 510 620 554 325 564 "
    "607 275 275 552 284 926 610 606 620 620 388 468 377 607 521 802 498 521 475 338 270 338 555"
)
_BOLD = (
    "227 370 577 590 590 963 740 326 378 378 507 590 325 370 325 387 590 590 590 590 590 590 590 590 "
    "590 590 325 325 590 590 590 514 1007 641 681 656 714 615 585 717 757 330 568 686 578 853 749 770 "
    "667 770 682 624 625 748 619 915 627 580 613 378 387 378 590 567 626 591 644 527 644 581 372 597 "
    "640 304 306 604 315 964 641 626 644 644 437 495 421 637 576 863 562 574 511 378 296 378 590"
)
_SONG = (
    "256 308 392 574 550 923 779 205 364 364 478 580 327 346 327 352 550 550 550 550 550 550 550 550 "
    "550 550 327 327 580 580 580 432 912 718 670 691 770 652 629 741 853 405 403 731 625 975 796 767 "
    "641 767 715 567 659 797 714 1053 700 687 605 344 352 344 580 563 435 557 638 538 629 547 388 566 "
    "663 332 311 607 334 974 661 596 638 607 462 473 367 653 548 838 564 552 498 374 316 374 580"
)
Face = Literal["hei", "bold", "song"]
"""Bidgen Hei for most words, bold for names of things; Bidgen Song for names of people, whose characters it all has."""


def _by_character(widths: str) -> dict[str, int]:
    return dict(zip(map(chr, range(0x20, 0x7F)), map(int, widths.split()), strict=True))


WIDTHS: dict[Face, dict[str, int]] = {
    "hei": _by_character(_HEI),
    "bold": _by_character(_BOLD),
    "song": _by_character(_SONG),
}
"""Of the characters from space to tilde, in thousandths of the type size."""

_WIDE = {"№": 1200, "Œ": 1100, "⸺": 2000, "⸻": 3000}
_WIDER = range(0x0400, 0x0500)
"""Cyrillic: some of its letters are wider than an em. The few others are in the line above."""

_AMOUNT = r"[\d.]+(?:个?工作日|工作小时|个月|分钟|小时|[^\W\d_a-zA-Z])"
_TOKEN = re.compile(rf"{_AMOUNT}(?:～{_AMOUNT})*|[!-~]+|.", re.DOTALL)
"""A number stays with its unit, and a range is one piece."""
_NO_START = "，。、；：？！）】》〉」』”’…～％"
"""What no line begins with."""
_NO_END = "（【《〈「『“‘"
"""What no line ends with."""


@lru_cache(maxsize=16384)
def width(text: str, size: int, face: Face = "hei") -> int:
    """The width of one line, in twips."""
    ascii_widths = WIDTHS[face]
    total = sum(ascii_widths.get(character) or _other(character) for character in text)
    return -(-total * size // EM)


@lru_cache(maxsize=16384)
def broken(text: str, size: int, room: int, face: Face = "hei") -> tuple[str, ...]:
    """The text in as few lines as fit the room, as even as they can be; no word is torn that fits a line.

    There is always room for one character, even where there is not.
    """
    text = text.replace("\n", " ").strip()
    pieces = _pieces(text, size, room, face)
    lines = _filled(pieces, size, room, face)
    words = [word for word in re.split(r"(\s)", text) if word]
    if all(width(word, size, face) <= room for word in words) and len(_filled(words, size, room, face)) == len(lines):
        pieces = words  # a name and what is said of it part where the space is
        lines = _filled(pieces, size, room, face)
    low, high = max((width(piece, size, face) for piece in pieces), default=0), room
    while len(lines) > 1 and high - low > size // 4:  # the narrowest measure that needs no more lines
        middle = (low + high) // 2
        closer = _filled(pieces, size, middle, face)
        if len(closer) > len(lines):
            low = middle
        else:
            high, lines = middle, closer
    return lines


def _filled(pieces: Sequence[str], size: int, measure: int, face: Face) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if line and width(line + piece, size, face) > measure:
            lines.append(line)
            line = ""
        line += piece if line or not piece.isspace() else ""
    return tuple(kept for kept in (each.rstrip() for each in (*lines, line)) if kept) or ("",)


def _pieces(text: str, size: int, room: int, face: Face) -> list[str]:
    """What is never torn: words, and characters with the punctuation that sticks to them; too long ones are."""
    pieces: list[str] = []
    for token in _TOKEN.findall(text):
        before = pieces[-1] if pieces else ""
        sticks = bool(before) and (token in _NO_START or before[-1] in _NO_END)
        if sticks and width(before + token, size, face) <= room:
            pieces[-1] += token
        elif width(token, size, face) <= room:
            pieces.append(token)
        else:
            pieces += token
    return pieces


def _other(character: str) -> int:
    return 1200 if ord(character) in _WIDER else _WIDE.get(character, EM)
