"""Whether a theme's numbering schemes can count what documents hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen.finding import Finding, found
from gen.message import M
from gen.model.theme import Level, NumberingScheme, Theme
from gen.stage_rules import s108_wrong_type, s109_unknown_name
from gen.yamltree import place_of

HEADINGS = 6
"""Levels of headings that there are, an annex being one of them."""
LISTS = 9
"""Levels that a list of Word has."""


def check_schemes(theme: Theme) -> Iterator[Finding]:
    """Findings for numbering schemes: too many levels or none, formats that cannot be written, unknown styles."""
    for name, scheme in theme.numbering.items():
        yield from _counts(name, scheme)
        yield from _formats(scheme)
        for level in _levels(scheme):
            if level.style and level.style not in theme.styles:
                message = M("the theme has no style `{name}`", name=level.style)
                yield found(s109_unknown_name.RULE, message, place_of(level.style))


def _levels(scheme: NumberingScheme) -> tuple[Level, ...]:
    return (*scheme.levels, *scheme.items, scheme.annex, *scheme.annex_levels, scheme.table, scheme.figure)


def _counts(name: str, scheme: NumberingScheme) -> Iterator[Finding]:
    for key, count, least, most in (
        ("levels", len(scheme.levels), 1, HEADINGS),
        ("items", len(scheme.items), 1, LISTS),
        ("annex_levels", len(scheme.annex_levels), 0, HEADINGS - 1),
    ):
        if not least <= count <= most:
            message = M(
                "the numbering `{name}` has {count} `{key}`; there must be {least} to {most}",
                name=name, count=count, key=key, least=least, most=most,
            )  # fmt: skip
            yield found(s108_wrong_type.RULE, message, place_of(name), key=(name, key))


_NUMBER = re.compile(r"\{(\d)(?::(?:chinese|circled|letter))?\}")


def _formats(scheme: NumberingScheme) -> Iterator[Finding]:
    """Findings for formats of numbers that cannot be written."""
    each = [(level.format, count) for count, level in enumerate(scheme.levels, 1)]
    each += [(level.format, count) for count, level in enumerate(scheme.annex_levels, 2)]
    each += [(level.format, 1) for level in (*scheme.items, scheme.annex, scheme.table, scheme.figure)]
    for form, counts in each:
        rest = _NUMBER.sub("", form)
        if "{" in rest or "}" in rest or any(not 0 < int(hole[1]) <= counts for hole in _NUMBER.finditer(form)):
            names = tuple(f"{{{number}}}" for number in range(1, counts + 1))
            expected = M(
                "a format with {names}, each also as {example}",
                names=names,
                example="{1:chinese}, {1:circled}, {1:letter}",
            )
            message = M("`{written}` is not {expected}", written=form, expected=expected)
            yield found(s108_wrong_type.RULE, message, place_of(form))
