"""Signature blocks: one party in the right half of the page, or two side by side."""

from __future__ import annotations

from gen.model.blocks import Blank, Inlines, Signatory, Signature, plain
from gen.model.theme import Theme
from gen.render.docx.markup import paragraph, run
from gen.render.docx.measure import face, line_count, width
from gen.render.docx.pen import Pen
from gen.render.docx.styles import BLANK, SIGNATURE_RIGHT, style_id, text_width

ABOVE = 560
"""Twips of white above the block: room for a seal."""
BETWEEN = 120
"""Twips of white at the right of each of two parties."""
LEAST_BLANK = 2
"""A blank that its line has no room for is drawn narrower, but never less than so many characters wide."""


def signature_xml(signature: Signature, pen: Pen) -> str:
    """A signature block that stays on one page."""
    if len(signature.parties) == 1:
        return _alone(signature.parties[0], pen)
    return _side_by_side(signature, pen)


def signature_height(signature: Signature, theme: Theme) -> int:
    """Estimated height of the block in twips."""
    type_, line = face(theme.styles["signature"], theme), theme.styles["signature"].line
    measures = _measures(signature, theme)
    return ABOVE + line * max(
        sum(line_count(_text(label, value), type_, measure) for label, value in _rows(party))
        for party, measure in zip(signature.parties, measures, strict=True)
    )


def _alone(party: Signatory, pen: Pen) -> str:
    whole = text_width(pen.theme)
    measure = _measure_alone(party, pen.theme)
    # The style stands for half the page; only a block with wider lines says where it begins.
    indent = "" if measure == whole - whole // 2 else f'<w:ind w:leftChars="0" w:left="{whole - measure}"/>'
    lines = _lines(party, measure, pen)
    return "".join(
        paragraph(
            SIGNATURE_RIGHT,
            text,
            ("<w:keepNext/>" if at < len(lines) else "") + (_SPACE if at == 1 else "") + indent,
        )
        for at, text in enumerate(lines, 1)
    )


def _side_by_side(signature: Signature, pen: Pen) -> str:
    style = style_id("signature")
    measures = _measures(signature, pen.theme)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{measure + BETWEEN}" w:type="dxa"/></w:tcPr>'
        + "".join(
            paragraph(style, text, _SPACE if at == 0 else "") for at, text in enumerate(_lines(party, measure, pen))
        )
        + "</w:tc>"
        for party, measure in zip(signature.parties, measures, strict=True)
    )
    grid = "".join(f'<w:gridCol w:w="{measure + BETWEEN}"/>' for measure in measures)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{text_width(pen.theme)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="{BETWEEN}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )


def _lines(party: Signatory, measure: int, pen: Pen) -> list[str]:
    """The lines of a party as runs."""
    lines = [pen.runs(party.title, "signature")]
    for label, value in party.lines:
        scale = _scale(label, value, measure, pen.theme)
        if scale == 100:
            lines.append(run(label + "：") + pen.runs(value, "signature"))
        else:
            lines.append(run(label + "：") + run(plain(value), BLANK, f'<w:w w:val="{scale}"/>'))
    return lines


def _scale(label: str, value: Inlines, measure: int, theme: Theme) -> int:
    """By how many per cent a blank behind a long label must shrink to stay on the label's line."""
    type_ = face(theme.styles["signature"], theme)
    room, wanted = measure - width(label + "：", type_), width(plain(value), type_)
    if len(value) != 1 or not isinstance(value[0], Blank) or wanted <= room or room < LEAST_BLANK * type_.size:
        return 100
    return room * 100 // wanted


def _measures(signature: Signature, theme: Theme) -> list[int]:
    """The width in twips that the text of each party has."""
    if len(signature.parties) == 1:
        return [_measure_alone(signature.parties[0], theme)]
    whole, count = text_width(theme), len(signature.parties)
    return [whole * (at + 1) // count - whole * at // count - BETWEEN for at in range(count)]


def _measure_alone(party: Signatory, theme: Theme) -> int:
    """Half the page, or as much as its widest line needs."""
    type_, whole = face(theme.styles["signature"], theme), text_width(theme)
    widest = max(width(_text(label, value), type_) for label, value in _rows(party))
    return min(whole, max(whole - whole // 2, widest))


def _rows(party: Signatory) -> list[tuple[str, Inlines]]:
    return [("", party.title), *party.lines]


def _text(label: str, value: Inlines) -> str:
    return f"{label}：{plain(value)}" if label else plain(value)


_SPACE = f'<w:spacing w:before="{ABOVE}"/>'
