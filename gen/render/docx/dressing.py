"""A document in a company's skin: its package, its pages, its headers and footers."""

from __future__ import annotations

import re
from dataclasses import replace

from gen.model.skin import Skin
from gen.model.theme import NumberingScheme, Running, Theme
from gen.render.docx.running import References, mirrored
from gen.render.docx.sequence import put
from gen.render.docx.shell import Shell
from gen.render.docx.skin_styles import dress, parsed_styles

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def dressed_theme(theme: Theme, skin: Skin) -> Theme:
    """The theme with the pages and looks of the skin, without the headers or footers that the skin has."""
    kinds = {kind for kind, _ in skin.running}
    return replace(
        theme,
        page=skin.page or theme.page,
        styles={**theme.styles, **skin.styles},
        header=Running() if "header" in kinds else theme.header,
        footer=Running() if "footer" in kinds else theme.footer,
    )


def dress_styles(shell: Shell, styles: str, scheme: NumberingScheme) -> None:
    """Complete the styles of the skin by those that the theme would have, given as a styles part."""
    dress(shell.element("/word/styles.xml"), parsed_styles(styles), scheme)


def dressed_references(references: References, theme: Theme, skin: Skin) -> References:
    """What the sections say of headers and footers, with those of the skin in the body."""
    own = "".join(
        f'<w:{kind}Reference w:type="{pages}" r:id="{relation}"/>' for (kind, pages), relation in skin.running.items()
    )
    dressed = References(references.contents, own + references.upright, own + references.landscape)
    if skin.even_pages or mirrored(theme):
        return References(_both(dressed.contents), _both(dressed.upright), _both(dressed.landscape))
    return dressed


def _both(references: str) -> str:
    """References in which each header and footer also stands for pages with even numbers, if no other does."""
    for kind in ("header", "footer"):
        even = f'<w:{kind}Reference w:type="even" '
        found = re.search(f'<w:{kind}Reference w:type="default" (r:id="[^"]*"/>)', references)
        if found and even not in references:
            references += even + found[1]
    return references


def dress_pages(shell: Shell, skin: Skin) -> None:
    """Let the first page of the body have the header and footer that the skin has for it."""
    if not skin.title_page:
        return
    for section in shell.element("/word/document.xml").iter(f"{_W}sectPr"):
        if any(reference.get(f"{_R}id") in skin.running.values() for reference in section):
            put(section, section.makeelement(f"{_W}titlePg", {}))
            return
