"""What the styles of a skin look like, as far as the layout asks: how much room text takes, and whether it is bold.

So white space that is set directly, covers that must fit a page and the page numbers of the contents go by the skin.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from gen.model.record import Length
from gen.model.theme import Style, Theme
from gen.render.docx.skin_styles import bases
from gen.render.docx.styles import NAMES

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = {"0", "false", "off"}
_LARGEST = 31680
"""Twips; Word takes no more, 22 inches, for anything."""


def looks(styles: Any, theme: Theme) -> dict[str, Style]:
    """The styles of the theme as the skin has them; what the skin does not say is as the theme has it."""
    theirs = {style.get(f"{_W}styleId"): style for style in styles.iterfind(f"{_W}style")}
    everywhere = [d for name in ("rPr", "pPr") for d in styles.iterfind(f"{_W}docDefaults/{_W}{name}Default")]
    return {
        name: _look([*bases(theirs[identifier], theirs), *everywhere], theme.styles[name])
        for name, (identifier, _) in NAMES.items()
        if identifier in theirs
    }


def _look(chain: list[Any], own: Style) -> Style:
    half_points = _number(chain, "rPr/sz", "val", least=8)
    size = own.size if half_points is None else Length(half_points * 10)
    before, after = (_number(chain, "pPr/spacing", side, least=0) for side in ("before", "after"))
    line = _number(chain, "pPr/spacing", "line", least=1)
    if next(_values(chain, "pPr/spacing", "lineRule"), "auto") == "auto":
        # Counted in 240ths of a single line, for which Chinese faces take some 1.3 times their size.
        line = size * 13 * (240 if line is None else line) // 2400
    bold = next(_values(chain, "rPr/b", "val", missing="1"), "0") not in _OFF
    return replace(
        own, size=size, line=Length(line or own.line), before=Length(before or 0), after=Length(after or 0), bold=bold
    )


def _number(chain: list[Any], path: str, attribute: str, *, least: int) -> int | None:
    value = next(_values(chain, path, attribute), "")
    return int(value) if value.isdecimal() and least <= int(value) <= _LARGEST else None


def _values(chain: list[Any], path: str, attribute: str, missing: str | None = None) -> Iterator[str]:
    """An attribute as the style says it, then as those do that it is based on, then as all text has it."""
    kind, name = path.split("/")
    for base in chain:
        element = base.find(f"{_W}{kind}/{_W}{name}")
        value = None if element is None else element.get(_W + attribute, missing)
        if value is not None:
            yield value
