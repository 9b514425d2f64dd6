"""Whether a theme's parts fit each other by name: styles, fonts, what runs at head and foot, what is blind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen.finding import Finding, found
from gen.message import M
from gen.model.theme import PDF_FAMILIES, STYLES, Running, Theme
from gen.stage_rules import s107_missing_key, s108_wrong_type, s109_unknown_name
from gen.yamltree import place_of


def check_styles(theme: Theme) -> Iterator[Finding]:
    """Findings for styles that lack, fonts that nobody defined or that PDF has not, and holes that nothing fills."""
    if missing := [name for name in STYLES if name not in theme.styles]:
        message = M("the theme lacks styles: {names}", names=tuple(missing))
        yield found(s107_missing_key.RULE, message, place_of(theme.id))
    for font in theme.fonts.values():
        if font.pdf not in PDF_FAMILIES:
            message = M(
                "the font family `{name}` does not travel with bidgen; these do: {families}",
                name=font.pdf,
                families=PDF_FAMILIES,
            )
            yield found(s109_unknown_name.RULE, message, place_of(font.pdf))
    for style in theme.styles.values():
        if style.font not in theme.fonts:
            message = M("the theme has no font `{name}`", name=style.font)
            yield found(s109_unknown_name.RULE, message, place_of(style.font))
    for running in (theme.header, theme.footer, theme.contents_footer):
        yield from _holes(running, _NUMBERS if theme.blind else _HOLES)
    if theme.blind:
        yield from _colours(theme)


_HOLES = ("page", "total", "header", "chapter")
_NUMBERS = ("page", "total")
"""What stands at the head and foot of a blind copy, which must not say what it is."""


def _holes(running: Running, known: tuple[str, ...]) -> Iterator[Finding]:
    for text in (running.left, running.center, running.right):
        rest = re.sub(rf"\{{(?:{'|'.join(known)})\}}", "", text)
        if "{" in rest or "}" in rest:
            names = tuple(f"{{{name}}}" for name in known)
            expected = M("a text in whose holes stand {names}", names=names)
            message = M("`{written}` is not {expected}", written=text, expected=expected)
            yield found(s108_wrong_type.RULE, message, place_of(text))


def _colours(theme: Theme) -> Iterator[Finding]:
    for colour, allowed in ((theme.accent, ("000000",)), (theme.table.head_fill, ("FFFFFF", "000000"))):
        if colour.upper() not in allowed:
            expected = M("{colour}, for a blind copy shows no colour", colour=allowed[0])
            message = M("`{written}` is not {expected}", written=colour, expected=expected)
            yield found(s108_wrong_type.RULE, message, place_of(colour))
