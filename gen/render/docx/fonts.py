"""The font table: what each face is called elsewhere, so that Word finds it under an English system too."""

from __future__ import annotations

from gen.model.theme import Theme
from gen.render.docx.markup import NAMESPACES, escape

_GB2312, _ANSI = "86", "00"


def font_table_xml(theme: Theme) -> str:
    """The font table with every face that the theme names, once each."""
    chinese: dict[str, str] = {}
    for font in theme.fonts.values():
        chinese[font.east_asia] = chinese.get(font.east_asia) or next(iter(font.substitutes), "")
    latin = dict.fromkeys(font.latin for font in theme.fonts.values())
    return (
        f"<w:fonts {NAMESPACES}>{''.join(_font(name, _GB2312, other) for name, other in chinese.items())}"
        f"{''.join(_font(name, _ANSI) for name in latin if name not in chinese)}</w:fonts>"
    )


def _font(name: str, charset: str, substitute: str = "") -> str:
    """`substitute` is the first of the fonts that may stand in for it; Word has room for one."""
    other = f'<w:altName w:val="{escape(substitute)}"/>' if substitute else ""
    return (
        f'<w:font w:name="{escape(name)}">{other}<w:charset w:val="{charset}"/><w:family w:val="auto"/>'
        '<w:pitch w:val="variable"/></w:font>'
    )
