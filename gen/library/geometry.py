"""Whether a theme's lengths leave room for text: sheet and margins, type and lines, tables.

Lengths are decoded to plain numbers, so the places of findings come from the theme's tree.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen import yamltree
from gen.finding import Finding, found
from gen.message import M, Message
from gen.model.theme import Page, Running, Style, Theme
from gen.stage_rules import s108_wrong_type
from gen.yamltree import Node, Scalar

LARGEST = 31680
"""Twips: the largest sheet that Word knows, 22 inches."""
NARROWEST = 8
"""Characters of body text that a line must hold, and lines that a page must."""


def check_geometry(theme: Theme, node: Node) -> Iterator[Finding]:
    """Findings for lengths that no document could be laid out with; `node` is the theme's whole tree."""
    for path, expected in _wrong(theme):
        written = _at(node, path)
        message = M("`{written}` is not {expected}", written=written, expected=expected)
        yield found(s108_wrong_type.RULE, message, written.span, key=(str(theme.id), *path))


Wrong = tuple[tuple[str, ...], Message]
"""A place in the tree, and what should stand there."""

_POSITIVE = M("a length above 0")
_NOT_NEGATIVE = M("a length of 0 or more")


def _wrong(theme: Theme) -> Iterator[Wrong]:
    sheet = tuple(_sheet(theme.page))
    yield from sheet
    for name, style in theme.styles.items():
        yield from _style(name, style)
    look = theme.table
    for key, length in (("border", look.border), ("padding", look.padding), ("frame", look.frame)):
        if length < 0:
            yield ("table", key), _NOT_NEGATIVE
    runs: tuple[tuple[str, Running], ...] = (
        ("header", theme.header),
        ("footer", theme.footer),
        ("contents_footer", theme.contents_footer),
    )
    for key, running in runs:
        if running.rule < 0:
            yield (key, "rule"), _NOT_NEGATIVE
    if not sheet:
        yield from _room(theme)


def _sheet(page: Page) -> Iterator[Wrong]:
    for key, length in (("width", page.width), ("height", page.height)):
        if length <= 0:
            yield ("page", key), _POSITIVE
        elif length > LARGEST:
            yield ("page", key), M("a side of at most 558mm, the longest that Word knows")
    margins = page.margins
    for key, length in (
        ("top", margins.top), ("right", margins.right), ("bottom", margins.bottom), ("left", margins.left),
    ):  # fmt: skip
        if length < 0:
            yield ("page", "margins", key), _NOT_NEGATIVE
    for key, length in (("header", page.header), ("footer", page.footer), ("grid", page.grid)):
        if length < 0:
            yield ("page", key), _NOT_NEGATIVE


def _style(name: str, style: Style) -> Iterator[Wrong]:
    if style.size <= 0:
        yield ("styles", name, "size"), _POSITIVE
    elif style.line < style.size:
        yield ("styles", name, "line"), M("a distance from line to line that holds the type, {size}pt",
                                          size=f"{style.size / 20:g}")  # fmt: skip
    elif abs(style.spacing) >= style.size:
        yield ("styles", name, "spacing"), M("a space smaller than the type, {size}pt", size=f"{style.size / 20:g}")
    for key, length in (("before", style.before), ("after", style.after)):
        if length < 0:
            yield ("styles", name, key), _NOT_NEGATIVE


def _room(theme: Theme) -> Iterator[Wrong]:
    """What leaves no room for text, or for what stands at the head and foot of it."""
    page, body = theme.page, theme.styles.get("body")
    margins = page.margins
    if body is not None and body.line > 0:
        wide = NARROWEST * body.size + margins.left + margins.right > page.width
        high = NARROWEST * body.line + margins.top + margins.bottom > page.height
        room = M("one that leaves room for {count} characters a line and {count} lines a page", count=NARROWEST)
        if wide:
            yield ("page", "margins", "left" if margins.left >= margins.right else "right"), room
        if high:
            yield ("page", "margins", "top" if margins.top >= margins.bottom else "bottom"), room
    for key, distance, running, margin in (
        ("header", page.header, theme.header, margins.top),
        ("footer", page.footer, theme.footer, margins.bottom),
    ):
        style = theme.styles.get(key)
        if style is None or not (running.left or running.center or running.right):
            continue
        if distance + style.line > margin:
            yield ("page", key), M("a distance at which a line stands inside the margin of {size}pt",
                                   size=f"{margin / 20:g}")  # fmt: skip


def _at(node: Node, path: tuple[str, ...]) -> Scalar:
    """The text that stands at a place in a tree; what was decoded from there stands there."""
    for name in path:
        if not isinstance(node, yamltree.Mapping):
            break
        node = node.entries[Scalar(name)]
    if not isinstance(node, Scalar):
        raise TypeError(f"no text at {path}")
    return node
