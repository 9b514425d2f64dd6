"""Signature blocks: one party in the right half of the page, or two side by side, line beside line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, zip_longest

from gen.model.blocks import Blank, Inlines, Signatory, Signature
from gen.model.text import plain
from gen.model.theme import Theme
from gen.render.docx.builtin import BLANK
from gen.render.docx.markup import paragraph, run
from gen.render.docx.measure import face, last_line, line_count, width
from gen.render.docx.pen import Pen
from gen.render.docx.styles import SIGNATURE_RIGHT, style_id, text_width
from gen.render.docx.tablestyle import BETWEEN, PARTIES

ABOVE = 560
"""Twips of white above the block: room for a seal."""
LEAST_BLANK = 2
"""A blank that its line has no room for is drawn narrower, but never less than so many characters wide."""


def signature_xml(signature: Signature, whole: int, pen: Pen) -> str:
    """A signature block that stays on one page, where the text is `whole` twips wide."""
    if len(signature.parties) == 1:
        return _alone(signature.parties[0], whole, pen)
    return _side_by_side(signature, whole, pen)


def signature_height(signature: Signature, whole: int, theme: Theme) -> int:
    """Estimated height of the block in twips."""
    type_, line = face(theme.styles["signature"], theme), theme.styles["signature"].line
    counts = (
        [line_count(_text(label, value), type_, measure) for label, value in _rows(party)]
        for party, measure in zip(signature.parties, _measures(signature, whole, theme), strict=True)
    )
    return ABOVE + line * sum(map(max, zip_longest(*counts, fillvalue=1)))


def _alone(party: Signatory, whole: int, pen: Pen) -> str:
    measure = _measure_alone(party, whole, pen.theme)
    # The style stands for half an upright page; only a block with wider lines says where it begins.
    left, usual = whole - measure, text_width(pen.theme) // 2
    indent = "" if left == usual else f'<w:ind w:leftChars="0" w:left="{left}"/>'
    lines = list(_lines(party, measure, pen))
    return "".join(
        paragraph(
            SIGNATURE_RIGHT,
            text,
            ("<w:keepNext/>" if at < len(lines) else "") + (_SPACE if at == 1 else "") + indent,
        )
        for at, text in enumerate(lines, 1)
    )


def _side_by_side(signature: Signature, whole: int, pen: Pen) -> str:
    """A row for each line, so that lines of the same kind stand level though one of them takes two."""
    style = style_id("signature")
    measures = _measures(signature, whole, pen.theme)
    # Written row by row, as Word counts their footnotes.
    parties = (_lines(party, measure, pen) for party, measure in zip(signature.parties, measures, strict=True))
    rows = list(zip_longest(*parties, fillvalue=""))
    opening = [f'<w:tc><w:tcPr><w:tcW w:w="{measure + BETWEEN}" w:type="dxa"/></w:tcPr>' for measure in measures]
    xml = ""
    for at, row in enumerate(rows, 1):
        # Every row but the last is kept with the next one.
        properties = ("<w:keepNext/>" if at < len(rows) else "") + (_SPACE if at == 1 else "")
        cells = (f"{cell}{paragraph(style, text, properties)}</w:tc>" for cell, text in zip(opening, row, strict=True))
        xml += f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"
    grid = "".join(f'<w:gridCol w:w="{measure + BETWEEN}"/>' for measure in measures)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{PARTIES}"/><w:tblW w:w="{whole}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="0"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{xml}</w:tbl>"
    )


def _lines(party: Signatory, measure: int, pen: Pen) -> Iterator[str]:
    """The lines of a party as runs."""
    yield pen.runs(party.title, "signature")
    for label, value in party.lines:
        yield run(label + "：") + _filled(label + "：", value, measure, pen)


def _filled(label: str, value: Inlines, measure: int, pen: Pen) -> str:
    """The runs behind a label, their blanks narrower or on the next line where this one has no room for them.

    Broken by Word they would not be seen: blanks are spaces, and spaces hang over the end of a line.
    """
    type_ = face(pen.theme.styles["signature"], pen.theme)
    runs, said = "", label
    for is_blank, inlines in groupby(value, lambda inline: isinstance(inline, Blank)):
        row = tuple(inlines)
        if not is_blank:
            runs, said = runs + pen.runs(row, "signature"), said + plain(row)
            continue
        for blank in row:
            text = plain((blank,))
            wanted, room = width(text, type_), measure - last_line(said, type_, measure)
            if room < min(wanted, LEAST_BLANK * type_.size):
                runs, said, room = runs + _NEXT_LINE, "", measure
            scale = f'<w:w w:val="{room * 100 // wanted}"/>' if wanted > room else ""
            runs, said = runs + run(text, BLANK, scale), said + text
    return runs


def _measures(signature: Signature, whole: int, theme: Theme) -> list[int]:
    """The width in twips that the text of each party has."""
    if len(signature.parties) == 1:
        return [_measure_alone(signature.parties[0], whole, theme)]
    count = len(signature.parties)
    return [whole * (at + 1) // count - whole * at // count - BETWEEN for at in range(count)]


def _measure_alone(party: Signatory, whole: int, theme: Theme) -> int:
    """Half the page, or as much as its widest line needs."""
    type_ = face(theme.styles["signature"], theme)
    widest = max(width(_text(label, value), type_) for label, value in _rows(party))
    return min(whole, max(whole - whole // 2, widest))


def _rows(party: Signatory) -> list[tuple[str, Inlines]]:
    return [("", party.title), *party.lines]


def _text(label: str, value: Inlines) -> str:
    return f"{label}：{plain(value)}" if label else plain(value)


_NEXT_LINE = "<w:r><w:br/></w:r>"
_SPACE = f'<w:spacing w:before="{ABOVE}"/>'
