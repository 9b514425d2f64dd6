"""What an outline's front matter puts into its document: cover, contents, title, and who signs."""

from __future__ import annotations

from gen.compose.holes import SignatureHole
from gen.compose.stream import Stream
from gen.message import M
from gen.model.blocks import BodyStart, Contents, Cover, Inlines, Mark, Signatory, Signature, Text, Title
from gen.model.outline import SignatorySpec
from gen.yamltree import place_of

CONTENTS_TITLE = "目　录"


def add_front_matter(stream: Stream) -> None:
    """Add what stands before the text, and start the body."""
    outline, texts, assembly = stream.outline, stream.texts, stream.assembly
    assembly.header = texts.plain_short(outline.header)
    if cover := outline.cover:
        overline = texts.short(cover.overline)  # before the rows: footnotes are counted as they are read
        rows = tuple(row for label, text in cover.rows.items() if (row := _cover_row(stream, label, text)))
        stream.add(Cover(str(outline.title), overline, rows, texts.plain_short(cover.date)))
    if outline.contents:
        stream.add(Contents(CONTENTS_TITLE, outline.contents))
    stream.add(BodyStart(new_page=bool(assembly.blocks)))
    if not outline.cover:
        stream.add(Title((Text(str(outline.title)),), Mark(None, place_of(outline.kind))))


def _cover_row(stream: Stream, label: str, text: str) -> tuple[str, Inlines] | None:
    """A row of the cover; a label that ends with ? is left out where its fact has no value."""
    surroundings = stream.texts.surroundings
    missing, whole = dict(surroundings.missing), stream.assembly.whole
    inlines = stream.texts.short(text)
    if label.endswith("?") and len(surroundings.missing) > len(missing):
        surroundings.missing, stream.assembly.whole = missing, whole
        return None
    return label.removesuffix("?"), inlines


def add_signature(stream: Stream, hole: SignatureHole, where: Mark) -> None:
    """Add the fields of those who sign."""
    if not stream.outline.signatories:
        stream.refuse(M("nobody signs: the front matter has no `signatories`"), hole.span, "signatories")
        return
    stream.add(Signature(tuple(_signatory(stream, spec) for spec in stream.outline.signatories), where))


def _signatory(stream: Stream, spec: SignatorySpec) -> Signatory:
    title = stream.texts.short(spec.title)  # before the lines: footnotes are counted in the order of reading
    return Signatory(title, tuple((str(label), stream.texts.short(text)) for label, text in spec.lines.items()))
