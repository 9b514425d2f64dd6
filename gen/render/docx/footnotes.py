"""The footnotes part: the two rules that Word asks for, then every note with its mark."""

from __future__ import annotations

from collections.abc import Iterator

from gen.render.docx.builtin import FOOTNOTE_MARK
from gen.render.docx.markup import NAMESPACES, paragraph, run
from gen.render.docx.pen import Pen
from gen.render.docx.styles import NOTE_RULE, style_id

SETTINGS = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
"""What the settings part says of them: which notes are the rules."""


def footnotes_xml(pen: Pen) -> str:
    """The notes that the pen has marked, as a part."""
    return f"<w:footnotes {NAMESPACES}>{_RULES}{''.join(_notes(pen))}</w:footnotes>"


def _notes(pen: Pen) -> Iterator[str]:
    own = f'<w:r><w:rPr><w:rStyle w:val="{FOOTNOTE_MARK}"/></w:rPr><w:footnoteRef/></w:r>'
    for identifier, (note, by_word) in enumerate(pen.footnotes, 1):
        mark = own if by_word else run(str(note.number), FOOTNOTE_MARK)
        content = mark + run(" ") + pen.runs(note.inlines, "footnote")
        yield f'<w:footnote w:id="{identifier}">{paragraph(style_id("footnote"), content)}</w:footnote>'


def _rule(kind: str, identifier: int) -> str:
    content = paragraph(NOTE_RULE, f"<w:r><w:{kind}/></w:r>")
    return f'<w:footnote w:type="{kind}" w:id="{identifier}">{content}</w:footnote>'


_RULES = _rule("separator", -1) + _rule("continuationSeparator", 0)
