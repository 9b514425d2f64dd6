"""The cover: everything on one page, the colons of its rows below each other."""

from __future__ import annotations

from math import ceil

from gen.model.blocks import Cover
from gen.model.paper import paper
from gen.model.text import plain
from gen.model.theme import Theme
from gen.render.html.css import points
from gen.render.html.inline import inlines_html, text_html
from gen.source import width

WIDEST_SPREAD = 6
"""Labels up to so many characters are drawn out to the same width; a longer one stays as it is."""


def cover_element(cover: Cover, theme: Theme) -> str:
    """The cover as a section of its own."""
    white = _white(cover, theme)
    spread = max((len(label) for label, _ in cover.rows if len(label) <= WIDEST_SPREAD), default=0)
    # Where a value needs a second line, the columns are settled here: finding them out takes WeasyPrint as long as the
    # square of the text.
    wide = _is_wide(cover, theme)
    label_width = f' style="width: {_label_width(cover):g}em"' if wide else ""
    rows = (
        f'<p class="cover_row"><span class="label"{label_width}>{_drawn_out(label, spread)}：</span>'
        f"<span>{inlines_html(value)}</span></p>"
        for label, value in cover.rows
    )
    return "\n".join(
        (
            '<section class="cover">',
            f'<p class="cover_copy">{text_html(cover.copy)}</p>' if cover.copy else "",
            f'<p class="cover_overline"{white["cover_overline"]}>{inlines_html(cover.overline)}</p>',
            f'<p class="cover_title"{white["cover_title"]}>{_balanced(cover.title, theme)}</p>',
            f'<div class="cover_rows{" wide" * wide}">',
            *rows,
            "</div>",
            f'<p class="cover_date"{white["cover_date"]}>{text_html(cover.date)}</p>' if cover.date else "",
            "</section>",
        )
    )


def _balanced(title: str, theme: Theme) -> str:
    """A title of several lines in a box that makes them about the same length: no last word stands alone."""
    size, measure = theme.styles["cover_title"].size, paper(theme.page).text_width
    lines = _lines(title, size, measure)
    if lines == 1:
        return text_html(title)
    # A little more than the characters of a line: no rounding may make it break early.
    longest = min(ceil(_advance(title, size) / lines / size) * size + size // 4, int(measure))
    return f'<span style="display: inline-block; width: {points(longest)}">{text_html(title)}</span>'


def _drawn_out(label: str, spread: int) -> str:
    """A label drawn out to `spread` characters."""
    if not 1 < len(label) < spread:
        return text_html(label)
    space = (spread - len(label)) / (len(label) - 1)
    return f'<span style="letter-spacing: {space:.4g}em">{text_html(label[:-1])}</span>{text_html(label[-1])}'


def _label_width(cover: Cover) -> float:
    """How wide the widest label is with its colon, in characters."""
    return max((width(f"{label}：") for label, _ in cover.rows), default=0) / 2


def _is_wide(cover: Cover, theme: Theme) -> bool:
    """Whether a value does not fit on one line behind its label."""
    value = max((width(plain(value)) for _, value in cover.rows), default=0) / 2
    return (_label_width(cover) + value) * theme.styles["cover_row"].size > paper(theme.page).text_width


def _white(cover: Cover, theme: Theme) -> dict[str, str]:
    """The white above and below each part as a style attribute, where the theme's own would not fit on the page.

    A name of three lines and ten rows are rare, but a cover of two pages is never right.
    """
    sheet, styles = paper(theme.page), theme.styles
    size = styles["cover_row"].size
    labels: float = max((_advance(f"{label}：", size) for label, _ in cover.rows), default=0.0)
    lines = {
        "cover_copy": _lines(cover.copy, styles["cover_copy"].size, sheet.text_width) if cover.copy else 0,
        "cover_overline": _lines(plain(cover.overline), styles["cover_overline"].size, sheet.text_width),
        "cover_title": _lines(cover.title, styles["cover_title"].size, sheet.text_width),
        "cover_row": sum(_lines(plain(value), size, max(sheet.text_width - labels, size)) for _, value in cover.rows),
        "cover_date": _lines(cover.date, styles["cover_date"].size, sheet.text_width),
    }
    # One line is held back, for a value that turns out longer than estimated.
    filled = sum(count * styles[name].line for name, count in lines.items()) + styles["cover_row"].line
    white = sum(styles[name].before + styles[name].after for name in _PARTS)
    room = sheet.text_height - filled
    if white <= max(room, 0):
        return dict.fromkeys(_PARTS, "")
    part = max(0.0, room / white)
    return {
        name: f' style="margin-top: {points(int(styles[name].before * part))}; '
        f'padding-bottom: {points(int(styles[name].after * part))}"'
        for name in _PARTS
    }


def _lines(text: str, size: int, measure: float) -> int:
    return max(1, ceil(_advance(text, size) / measure))


def _advance(text: str, size: int) -> float:
    """About how wide a text is in type of `size`."""
    return width(text) / 2 * size


_PARTS = ("cover_overline", "cover_title", "cover_date")
