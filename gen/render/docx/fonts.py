"""The font table: what each face is called elsewhere, so that Word finds it under an English system too."""

from __future__ import annotations

from gen.model.theme import Theme
from gen.render.docx.markup import NAMESPACES, escape

ENGLISH = {
    "宋体": "SimSun",
    "新宋体": "NSimSun",
    "黑体": "SimHei",
    "仿宋": "FangSong",
    "仿宋_GB2312": "FangSong",
    "楷体": "KaiTi",
    "楷体_GB2312": "KaiTi",
    "等线": "DengXian",
    "微软雅黑": "Microsoft YaHei",
    "方正小标宋简体": "FZXiaoBiaoSong-B05S",
}
"""The other name of a Chinese face, or the face that comes nearest to it."""

_GB2312, _ANSI = "86", "00"


def font_table_xml(theme: Theme) -> str:
    """The font table with every face that the theme names, once each."""
    chinese = dict.fromkeys(font.east_asia for font in theme.fonts.values())
    latin = dict.fromkeys(font.latin for font in theme.fonts.values())
    return (
        f"<w:fonts {NAMESPACES}>{''.join(_font(name, _GB2312) for name in chinese)}"
        f"{''.join(_font(name, _ANSI) for name in latin if name not in chinese)}</w:fonts>"
    )


def _font(name: str, charset: str) -> str:
    other = f'<w:altName w:val="{ENGLISH[name]}"/>' if name in ENGLISH else ""
    return (
        f'<w:font w:name="{escape(name)}">{other}<w:charset w:val="{charset}"/><w:family w:val="auto"/>'
        '<w:pitch w:val="variable"/></w:font>'
    )
