"""The outline of a document kind: front matter and body of templates/documents/<kind>.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gen.model.record import key
from gen.source import Span
from gen.yamltree import Scalar


@dataclass(frozen=True, slots=True)
class CoverSpec:
    """What the cover says."""

    overline: str = key("Above the title")
    rows: Mapping[str, str] = key("Label and value of each line below the title", factory=dict)
    date: str = key("Date at the foot", default="")


@dataclass(frozen=True, slots=True)
class SignatorySpec:
    """One party that signs."""

    title: str = key("Party and seal")
    lines: Mapping[str, str] = key("Label and value of each line", factory=dict)


@dataclass(frozen=True, slots=True)
class Outline:
    """A document kind."""

    kind: str = key("Name of the document kind; the same as its file")
    title: str = key("Title as printed")
    words: Mapping[str, str] = key("What this kind calls the parties: provider, customer")
    numbering: str = key("Numbering scheme of the theme")
    clause_titles: bool = key("Whether clauses print their title as a heading; otherwise their paragraphs are numbered")
    header: str = key("Running page header", default="")
    contents: int = key("Heading levels in the table of contents; 0 for none", default=0)
    cover: CoverSpec | None = key("Cover page", default=None)
    signatories: tuple[SignatorySpec, ...] = key("Parties that sign, printed at {{ signature }}", default=())
    span: Span | None = None
    body: Scalar = field(default_factory=lambda: Scalar(""))
    """The outline itself: Markdown with holes."""
    hash: str = field(default="", compare=False)
    """SHA-256 of the file's text."""
