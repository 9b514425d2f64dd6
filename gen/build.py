"""Build the documents of one bid: lay out every document in every format, then put all files in place at once.

Comes in: an examined bid without errors. Goes out: the files' bytes and findings; `publish` writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from gen.editions import FINAL, Wanted, data_of, documents, edition, skin_of
from gen.examine import Examined
from gen.figure import illustrated
from gen.finding import Finding, Label, found, in_order
from gen.kept import Made, inputs
from gen.leak import file_leaks, leaks
from gen.message import M
from gen.model.blocks import Document
from gen.model.edition import Edition
from gen.model.skin import Skin
from gen.model.theme import Theme
from gen.render.docx import write_docx
from gen.render.docx.skin import read_skin
from gen.render.html import write_html
from gen.source import Span
from gen.stage_rules import b502_missing_glyph
from gen.workers import Job, results

FORMATS = ("docx", "pdf", "html")
"""What documents can be built as."""


@dataclass(frozen=True, slots=True)
class Built:
    """The files of a build, by name, and the document that each holds."""

    files: dict[str, Made]
    documents: dict[str, Document]
    kept: int = 0
    """How many of the files were made before from the same inputs."""


def build(
    examined: Examined,
    formats: Sequence[str],
    wanted: Wanted = FINAL,
    progress: Callable[[str], None] = lambda _name: None,
    *,
    findings: Iterable[Finding] = (),
    revision: str | None = None,
    before: Mapping[str, Made] = MappingProxyType({}),
) -> tuple[Built, tuple[Finding, ...]]:
    """Lay out all documents of a bid; `progress` is told the name of each file before it is made.

    `findings` are what a review copy bears as remarks, `revision` that of the library, a property of the files.
    Files that were made `before` from the same inputs are kept.
    """
    package = examined.package
    shown = in_order(findings)
    files: dict[str, Made] = {}
    printed: dict[str, Document] = {}
    made_from: dict[str, str] = {}
    problems: list[Finding] = []
    jobs: dict[str, Job] = {}
    skins: dict[str, Skin | None] = {}  # by theme: documents of one theme have the same
    for document in documents(examined, wanted):
        worn = package.bid.theme_of(document.kind)
        theme, skin = package.library.themes[worn], None
        if "docx" in formats and (file := skin_of(document, examined, wanted)):
            if worn not in skins:
                skins[worn], more = read_skin(file.content, theme, file.path)
                problems += more
            if (skin := skins[worn]) is None:
                continue
        data = data_of(document, examined, shown) if "pdf" in formats else ()
        copy = edition(document, examined, wanted, data=data, findings=shown, revision=revision, skin=skin)
        for form in formats:
            name = f"{document.title}.{form}"
            made_from[name] = inputs(document, theme, copy, form)
            former = before.get(name)
            if former and former.inputs == made_from[name]:
                files[name], printed[name] = former, document
                continue
            job, more = _lay_out(document, theme, copy, form, str(package.bid.id))
            problems += more
            if job:
                jobs[name], printed[name] = job, document
    kept = len(files)
    with closing(results(tuple(jobs.values()))) as contents:
        for name in jobs:
            progress(name)
            files[name] = Made(made_from[name], next(contents), revision)
    built = Built({name: files[name] for name in printed}, printed, kept)
    if not (wanted.draft or wanted.review):  # those stay in the house
        problems += _leaks(examined, wanted, built)
    return built, in_order(problems)


def _leaks(examined: Examined, wanted: Wanted, built: Built) -> Iterator[Finding]:
    """What blind copies and their files show of who made them, beyond what examining has found."""
    package = examined.package
    if wanted.copy:
        marked = leaks(package, documents(examined, wanted))
        yield from (finding for finding in marked if finding not in examined.findings)
    for name, document in built.documents.items():
        if package.library.themes[package.bid.theme_of(document.kind)].blind:
            yield from file_leaks(name, built.files[name].content, document, str(package.bid.id))


def _lay_out(
    document: Document, theme: Theme, copy: Edition, form: str, bid: str
) -> tuple[Job | None, tuple[Finding, ...]]:
    """What is left to be done for a file, none if it cannot be made; everything that may be found is found here."""
    if form == "docx":
        return Job(partial(write_docx, document, theme, copy)), ()
    html = write_html(document, theme, copy)
    if form == "html":
        return Job(html.encode), ()
    from gen.render.pdf import write_pdf
    from gen.render.pdf.glyphs import missing_glyphs

    glyphs = missing_glyphs(illustrated(document, theme), theme)
    placed = {glyph.character for glyph in glyphs if glyph.mark}
    missing = tuple(
        found(
            b502_missing_glyph.RULE,
            M("no font for PDF has the character {character} (U+{code}) in {document}",
              character=glyph.character, code=f"{ord(glyph.character):04X}", document=document.title),
            *([Label(_place(glyph.mark.span, glyph.character), M("in this text"))] if glyph.mark else []),
            helps=[M("write it another way, or build Word only: --to docx")],
            key=(document.kind, glyph.character),
            bid=bid,
        )
        for glyph in glyphs
        if glyph.mark or glyph.character not in placed
    )  # fmt: skip
    return (None, missing) if missing else (Job(partial(write_pdf, html, document, copy), weight=len(html)), ())


def _place(text: Span, character: str) -> Span:
    """Where a character stands in a text; the whole text where something else brings it in."""
    for number in range(text.line, text.end_line + 1):
        column = text.source.lines[number - 1].find(character) + 1
        if column:
            return Span(text.source, number, column, number, column + 1)
    return text
