"""Everything that can judge finished files, on the files that we make: `./run judge --examples`.

    ./run judge --examples          every bid's documents, Word and PDF; of two bids in each theme and edition
    ./run judge FILE...             these .docx and .pdf files

Word files: our own check (tests/judges/docx_faults.py), openxml-audit, the Open XML SDK, the text against the model,
LibreOffice opening and saving them, and the pages that their contents state against those that LibreOffice sets.
PDF files: qpdf's check, fonts, the marks of PDF/A-3a, the tagged text against the model.

Ends with status 1 if anything is found. A judge that is not to be had is left out, and a line says so; the SDK, which
npm brings, may only be missing in continuous integration (CI=true) if BIDGEN_JUDGE_WITHOUT=sdk says so.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from gen.build import build
from gen.editions import FINAL, Wanted
from gen.examine import Examined, examine
from gen.library import load
from gen.model.blocks import Document, Heading, Item, Paragraph, Table
from gen.model.edition import Edition, Remark
from gen.model.library import Library
from gen.model.text import plain
from gen.render.docx import write_docx
from gen.source import width
from gen.workspace import Workspace
from tests.judges import office, validators
from tests.judges.docx_faults import faults
from tests.judges.pdf_file import archive_faults, font_faults, syntax_faults
from tests.judges.pdf_text import lost
from tests.judges.text import differences, of_docx, of_model

ROOT = Path(__file__).parent.parent
LEAST_PAGES = 0.95
"""So many of the pages in the contents must be LibreOffice's."""
WORD = ("ours", "audit", "sdk", "text", "office", "pages")
PDF = ("qpdf", "fonts", "pdf/a", "text")
EDITIONS = {
    "original": Wanted(copy="original"), "draft": Wanted(draft=True),
    "locked": Wanted(editing="locked"), "tracked": Wanted(editing="tracked"),
}  # fmt: skip
"""The copies beside the final one."""
WHOLE = ("campus-network", "sealed-archive")
"""The bids that are judged in every theme and edition; of the others, the final documents."""


@dataclass(slots=True)
class Case:
    """One file and what each judge has found in it."""

    name: str
    form: str
    content: bytes
    document: Document | None = None
    """What it was made from, if that is known."""
    found: dict[str, list[str]] = field(default_factory=dict)
    pages: tuple[int, int] = (0, 0)
    """How many of the pages in its contents are right, of how many."""


def main(arguments: list[str]) -> int:
    """Judge and print; the exit status."""
    if not arguments or (arguments[0].startswith("-") and arguments != ["--examples"]):
        print(__doc__)
        return 2
    begun = time.monotonic()
    library, findings = load(Workspace(ROOT))
    if arguments == ["--examples"]:
        if findings:
            print(*(finding.message for finding in findings), sep="\n")
            return 1
        cases = [case for bid in library.bids for case in examples(library, bid)]
    else:
        cases = [Case(name, Path(name).suffix[1:], Path(name).read_bytes()) for name in arguments]
    missing = list(judge_word([case for case in cases if case.form == "docx"], library))
    judge_pdf([case for case in cases if case.form == "pdf"])
    status = show(cases, missing)
    print(f"{len(cases)} files in {time.monotonic() - begun:.0f} s")
    return status


# --- what is judged


def examples(library: Library, bid: str) -> Iterator[Case]:
    """Every document of a bid: as it is; of some bids also in its other editions, and in every other theme."""
    own = library.bids[bid]
    examined = examine(library, own)
    yield from _built(f"{bid} {own.theme}", examined, FINAL, ("docx", "pdf"))
    if bid not in WHOLE:
        return
    for name, wanted in EDITIONS.items():
        drafted = examine(library, own, drafting=True) if wanted.draft else examined
        yield from _built(f"{bid} {name}", drafted, wanted, ("docx", "pdf") if wanted.draft else ("docx",))
    for document in examined.documents:
        theme = library.themes[own.theme_of(document.kind)]
        content = write_docx(document, theme, Edition(remarks=tuple(_remarks(document))))
        yield Case(f"{bid} reviewed {document.title}", "docx", content, document)
    for theme in library.themes.values():
        if theme.id != own.theme:
            examined = examine(library, replace(own, theme=theme.id, themes={}))
            yield from _built(f"{bid} {theme.id}", examined, FINAL, ("docx", "pdf"))


def _built(name: str, examined: Examined, wanted: Wanted, forms: tuple[str, ...]) -> Iterator[Case]:
    built, problems = build(examined, forms, wanted)
    for file, made in built.files.items():
        title, _, form = file.rpartition(".")
        found = {"ours": [str(problem.message) for problem in problems]} if problems else {}
        yield Case(f"{name} {title}", form, made.content, built.documents[file], found)


def _remarks(document: Document) -> Iterator[Remark]:
    """A remark on every fifth text, and on a cell of every table."""
    for at, block in enumerate(document.blocks):
        if isinstance(block, Table) and block.rows and block.rows[0][0]:
            yield Remark(at, (0, 0), 0, len(block.rows[0][0]) - 1, "审核", ("与正文不一致", "见 C301"))
        elif at % 5 == 0 and isinstance(block, Heading | Paragraph | Item) and plain(block.inlines):
            yield Remark(at, None, 0, len(block.inlines) - 1, "审核", ("与附件不一致", "见 C301"))


# --- the judges


def judge_word(cases: list[Case], library: Library) -> Iterator[str]:
    """Judge Word files; gives a line for every judge that is missing."""
    files = {case.name: case.content for case in cases}
    for case in cases:
        note(case, "ours", faults(case.content))
        if case.document:
            note(case, "text", list(differences(of_model(case.document), of_docx(case.content))))
    spread(cases, "audit", validators.audit(files))
    program, lacking = validators.sdk_program(ROOT)
    if lacking:
        yield f"the Open XML SDK has not judged: it needs {lacking}"
        if os.environ.get("CI") == "true" and "sdk" not in os.environ.get("BIDGEN_JUDGE_WITHOUT", "").split():
            spread(cases, "sdk", {name: ["not judged; BIDGEN_JUDGE_WITHOUT=sdk allows that"] for name in files})
    else:
        spread(cases, "sdk", validators.sdk(program, files))
    if lacking := office.lacking():
        yield f"LibreOffice has not judged: it needs {lacking}"
        return
    with TemporaryDirectory() as folder:
        libreoffice = office.Office(Path(folder), library.themes.values())
        saved = libreoffice.resaved(files)
        stated = {case.name: office.stated_pages(case.content) for case in cases}
        marked = {name: office.with_body_mark(files[name]) if pages else files[name] for name, pages in stated.items()}
        printed = libreoffice.printed(marked)
    for case in cases:
        opened = case.name in saved
        note(case, "office", office.lost_texts(case.content, saved[case.name]) if opened else ["cannot be opened"])
        if case.name in printed:
            pages = stated[case.name]
            note(case, "office", office.broken_references(printed[case.name]))
        if case.name in printed and pages:
            right, wrong = office.agreement(pages, office.set_pages(printed[case.name]))
            case.pages = (right, len(pages))
            case.found["pages"] = list(wrong)


def judge_pdf(cases: list[Case]) -> None:
    """Judge PDF files."""
    for case in cases:
        note(case, "qpdf", syntax_faults(case.content))
        if not case.found["qpdf"]:
            note(case, "fonts", font_faults(case.content))
            note(case, "pdf/a", archive_faults(case.content))
            if case.document:
                note(case, "text", lost(case.content, case.document))


def note(case: Case, judge: str, found: list[str]) -> None:
    """Write down what a judge has found."""
    case.found[judge] = [*case.found.get(judge, ()), *found]


def spread(cases: list[Case], judge: str, found: Mapping[str, list[str]]) -> None:
    """Write down what a judge has found in many files."""
    for case in cases:
        note(case, judge, found[case.name])


# --- what is printed


def show(cases: list[Case], missing: list[str]) -> int:
    """Print the verdicts and every fault; the exit status."""
    broken = 0
    for form, judges in (("docx", WORD), ("pdf", PDF)):
        chosen = [case for case in cases if case.form == form]
        if not chosen:
            continue
        longest = max(len(form), *(width(case.name) for case in chosen))
        print(f"\n{form:{longest}}  " + "  ".join(f"{judge:>6}" for judge in judges))
        for case in chosen:
            cells = "  ".join(f"{_cell(case, judge):>6}" for judge in judges)
            print(case.name + " " * (longest - width(case.name)) + "  " + cells)
    print()
    for case in cases:
        for judge, found in case.found.items():
            broken += len(found) if judge != "pages" else 0
            for one in found[:10]:
                print(f"{case.name}.{case.form}: {judge}: {one}")
            if len(found) > 10:
                print(f"{case.name}.{case.form}: {judge}: and {len(found) - 10} more")
    right, all_ = (sum(numbers) for numbers in zip(*(case.pages for case in cases), strict=True))
    if all_:
        print(
            f"pages in the contents: {right} of {all_} ({right / all_:.1%}) are those on which LibreOffice sets the "
            f"heading, read from the bookmarks of its PDF; {LEAST_PAGES:.0%} are wanted"
        )
        broken += right < LEAST_PAGES * all_
    print("PDF/A: the files ask to be taken for PDF/A-3a; no validator at hand has confirmed it")
    print(*missing, sep="\n", end="\n" if missing else "")
    print(f"{broken} faults" if broken else "no faults")
    return 1 if broken else 0


def _cell(case: Case, judge: str) -> str:
    if judge == "pages" and case.pages[1]:
        return f"{case.pages[0]}/{case.pages[1]}"
    if judge not in case.found:
        return "–"
    return str(len(case.found[judge]) or "ok")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
