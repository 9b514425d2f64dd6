"""Lengths and texts as CSS writes them."""

from __future__ import annotations


def points(twips: int) -> str:
    """A length as CSS writes it: 460 twips are `23pt`."""
    return f"{twips / 20:g}pt"


def css_string(text: str) -> str:
    """A text as a CSS string literal that can stand in a `style` element of HTML."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    # "<" too, or a header could close the style element that it stands in.
    return f"\\{ord(character):x} " if character in '"\\<>&\n\r\f' else character
