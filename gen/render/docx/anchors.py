"""Bookmarks: names for anchors, contents entries and clauses that Word accepts, and the way back.

Word allows letters, digits and underscores, 40 characters at most, and takes upper and lower case for the same. A
name that begins with an underscore is hidden in Word's list, as those of its own contents and references are.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gen.model.blocks import Document, Figure, Footnote, Heading, PageReference, Paragraph, Reference, Table
from gen.model.text import plain
from gen.render.docx.markup import field, run
from gen.render.docx.numbering import Number

BODY_END = "_BodyEnd"
"""Stands at the end of the body: the page it is on is the number of body pages."""

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Target:
    """Something that references point at."""

    bookmark: str
    number: str
    """What Word prints for the number of this paragraph; empty if Word does not know it."""
    text: str
    """What Word prints for what stands inside the bookmark; empty if it cannot be repeated."""
    page: int
    """The body page that it begins on, as far as is known; 0 before the body."""


def targets(document: Document, numbers: Iterable[Number], pages: Sequence[int]) -> dict[str, Target]:
    """Every anchor of a document; an anchor that is there twice means the first."""
    found: dict[str, Target] = {}
    taken: set[str] = set()
    for block, number, page in zip(document.blocks, numbers, pages, strict=True):
        if not isinstance(block, Heading | Paragraph | Table | Figure) or not block.anchor or block.anchor in found:
            continue
        name = _free(block.anchor, taken)
        if isinstance(block, Table | Figure):
            found[block.anchor] = Target(name, "", block.number, page)
        else:
            # Word leaves out the full stop behind a number that it refers to.
            known = "" if number.text else block.number.rstrip(".")
            # What is repeated would bring its footnotes along, and they would be counted twice.
            repeats = not any(isinstance(inline, Footnote | PageReference) for inline in block.inlines)
            found[block.anchor] = Target(name, known, plain(block.inlines) if repeats else "", page)
    return found


def reference_runs(reference: Reference, target: Target | None, style: str) -> str:
    """A reference as a field that Word can follow and update, where updating would print the same text again.

    Otherwise it is a plain link; and just text if what it points at is in another document (`target` is none).
    """
    shown = run(reference.text, style)
    if target is None or not shown:
        return shown
    if reference.text == target.number:
        return field(rf"REF {target.bookmark} \n \h", shown)
    if reference.text == target.text:
        return field(rf"REF {target.bookmark} \h", shown)
    return f'<w:hyperlink w:anchor="{target.bookmark}" w:history="1">{shown}</w:hyperlink>'


def page_runs(target: Target | None, style: str) -> str:
    """The page that something begins on, as a field; nothing for what is not in this document."""
    return field(rf"PAGEREF {target.bookmark} \h", run(str(target.page), style)) if target else ""


def contents_bookmark(entry: int) -> str:
    """Name of the bookmark that an entry of the contents points at, as Word itself would write it."""
    return f"_Toc{entry:09d}"


def clause_bookmark(place: int, clause: str) -> str:
    """Name of the bookmark around the blocks of a clause; `place` tells several places of one clause apart.

    A bookmark was chosen over a content control: it is invisible, the text stays as free to edit as any other, and
    Word, WPS and LibreOffice all keep it.
    """
    name = f"_c{place}_" + clause.replace("_", "_u").replace("-", "_h").replace(".", "__")
    if re.fullmatch(r"\w+", name, re.ASCII) and len(name) <= _LONGEST:
        return name
    return f"_c{place}_0{_digest(clause)}"


def clause_of(bookmark: str, clauses: Iterable[str] = ()) -> str | None:
    """The clause that a bookmark of a returned file marks, none if it marks something else.

    Ids too long to be written out are looked for among `clauses`.
    """
    match = re.fullmatch(r"_c\d+_(0?)(\w+)", bookmark, re.ASCII)
    if match is None:
        return None
    if match[1]:
        return next((clause for clause in clauses if _digest(clause) == match[2]), None)
    special = {"__": ".", "_u": "_", "_h": "-"}
    return re.sub("_[_uh]", lambda found: special[found[0]], match[2])


def _digest(clause: str) -> str:
    return hashlib.sha256(clause.encode()).hexdigest()[:24]


def _free(anchor: str, taken: set[str]) -> str:
    stem = "_Ref_" + re.sub(r"\W", "_", anchor, flags=re.ASCII)
    name, again = stem[:_LONGEST], 1
    while name.lower() in taken:
        again += 1
        name = f"{stem[: _LONGEST - len(str(again)) - 1]}_{again}"
    taken.add(name.lower())
    return name
