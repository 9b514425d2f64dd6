"""The cover: project, title, rows of label and value with their colons below each other, date; always one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gen.model.blocks import Cover
from gen.model.paper import paper
from gen.model.text import plain
from gen.model.theme import Theme
from gen.render.docx.markup import paragraph, run
from gen.render.docx.measure import face, line_count, width
from gen.render.docx.pen import Pen
from gen.render.docx.styles import style_id, text_width

WIDEST_SPREAD = 6
"""Labels up to so many characters are drawn out to the same width; a longer one stays as it is."""


def cover_xml(cover: Cover, pen: Pen) -> str:
    """The cover as paragraphs."""
    theme, columns = pen.theme, _columns(cover, pen.theme)
    squeeze = _squeeze(cover, columns, theme)

    def line(name: str, text: str, content: str) -> str:
        return paragraph(style_id(name), content, _spacing(name, squeeze, theme) + _balance(name, text, theme))

    return "".join(
        (
            line("cover_copy", cover.copy, run(cover.copy)) if cover.copy else "",
            line("cover_overline", plain(cover.overline), pen.runs(cover.overline, "cover_overline")),
            line("cover_title", cover.title, run(cover.title)),
            *_rows(cover, columns, squeeze, pen),
            line("cover_date", cover.date, run(cover.date)) if cover.date else "",
        )
    )


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where labels and values stand, in twips."""

    left: int
    """Where the widest label begins."""
    labels: tuple[int, ...]
    """The width of each label."""
    values: int
    """Where the values begin."""


def _columns(cover: Cover, theme: Theme) -> _Columns:
    """Labels right up to their colons and values behind them, the whole in the middle of the page."""
    type_ = face(theme.styles["cover_row"], theme)
    spread = _spread(cover)
    labels = tuple(spread * type_.size if 1 < len(label) <= spread else width(label, type_) for label, _ in cover.rows)
    widest = max(labels, default=0) + type_.size
    value = max((width(plain(text), type_) for _, text in cover.rows), default=0)
    left = max(0, text_width(theme) - widest - value) // 2
    return _Columns(left, labels, left + widest)


def _spread(cover: Cover) -> int:
    """How many characters wide labels are drawn out."""
    return max((len(label) for label, _ in cover.rows if len(label) <= WIDEST_SPREAD), default=0)


def _rows(cover: Cover, columns: _Columns, squeeze: float, pen: Pen) -> Iterator[str]:
    size, spread = pen.theme.styles["cover_row"].size, _spread(cover)
    spacing = _spacing("cover_row", squeeze, pen.theme)
    for (label, value), taken in zip(cover.rows, columns.labels, strict=True):
        # The second line of a value begins where its first one does.
        indent = f'<w:ind w:leftChars="0" w:left="{columns.values}" w:hangingChars="0" w:hanging="{taken + size}"/>'
        drawn = run(label + "：")
        if 1 < len(label) < spread:
            between = (spread - len(label)) * size // (len(label) - 1)
            drawn = run(label[:-1], properties=f'<w:spacing w:val="{between}"/>') + run(label[-1] + "：")
        yield paragraph(style_id("cover_row"), drawn + pen.runs(value, "cover_row"), spacing + indent)


def _balance(name: str, text: str, theme: Theme) -> str:
    """Indents that give the lines of a title about the same length, so that no last word stands alone."""
    type_, whole = face(theme.styles[name], theme), text_width(theme)
    lines = line_count(text, type_, whole)
    measure = whole
    while lines > 1 and line_count(text, type_, measure - type_.size) == lines:
        measure -= type_.size
    side = (whole - measure) // 2
    return f'<w:ind w:leftChars="0" w:left="{side}" w:rightChars="0" w:right="{side}"/>' if side else ""


def _spacing(name: str, squeeze: float, theme: Theme) -> str:
    """The white above and below a line, where the cover has less room for it than its style wants."""
    style = theme.styles[name]
    if squeeze == 1 or not (style.before or style.after):
        return ""
    return f'<w:spacing w:before="{int(style.before * squeeze)}" w:after="{int(style.after * squeeze)}"/>'


def _squeeze(cover: Cover, columns: _Columns, theme: Theme) -> float:
    """By how much white space must shrink for the cover to stay on one page: 1 if it need not."""
    whole = text_width(theme)
    rows = (("cover_row", plain(value), whole - columns.values) for _, value in cover.rows)
    copy = [("cover_copy", cover.copy, whole)] if cover.copy else []
    lines = (
        *copy,
        ("cover_overline", plain(cover.overline), whole),
        ("cover_title", cover.title, whole),
        ("cover_date", cover.date, whole),
        *rows,
    )
    # One line is held back for the section break and for a row that turns out longer than estimated.
    room = paper(theme.page).text_height - theme.styles["cover_row"].line
    white = 0
    for name, text, measure in lines:
        style = theme.styles[name]
        room -= style.line * line_count(text, face(style, theme), measure)
        white += style.before + style.after
    return max(0.0, min(1.0, room / white)) if white else 1.0
