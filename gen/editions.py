"""The copies of a bid's documents that can be asked for, and what each of them is given: watermark, remarks, data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from gen.attachments import attachments
from gen.examine import Examined
from gen.finding import Finding
from gen.library.skins import NAME as SKIN
from gen.model.blocks import Cover, Document
from gen.model.edition import Attachment, Editing, Edition
from gen.model.skin import Skin
from gen.remarks import remarks

DRAFT = "草稿"
"""The watermark of a draft."""
COPIES = {"original": "正本", "duplicate": "副本"}
"""What the cover of a copy says, by the name that the command line knows it under."""


@dataclass(frozen=True, slots=True)
class SkinFile:
    """A base package for Word, and what findings call it."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks for; without more, the final documents."""

    draft: bool = False
    """With drafting notes and watermark."""
    copy: Literal["", "original", "duplicate"] = ""
    editing: Editing = "free"
    review: bool = False
    """With the findings as comments (Word)."""
    skin: SkinFile | None = None
    """A base package for Word, instead of the one that may lie beside the theme."""

    @property
    def folder(self) -> str:
        """The folder below the final documents where these belong: no copy ever takes the place of another."""
        names = ("draft" if self.draft else "", "review" if self.review else "", self.copy,
                 self.editing if self.editing != "free" else "")  # fmt: skip
        return "-".join(name for name in names if name)


FINAL = Wanted()


def documents(examined: Examined, wanted: Wanted) -> tuple[Document, ...]:
    """The documents of a bid with the mark of the copy on their covers."""
    mark = COPIES.get(wanted.copy, "")
    return tuple(_marked(document, mark) for document in examined.documents) if mark else examined.documents


def skin_of(document: Document, examined: Examined, wanted: Wanted) -> SkinFile | None:
    """The base package that a document is written into: the one asked for, or the one that lies beside its theme."""
    theme = examined.package.bid.theme_of(document.kind)
    own = examined.package.library.skins.get(theme)
    return wanted.skin or (SkinFile(f"templates/themes/{theme}/{SKIN}", own) if own is not None else None)


def _marked(document: Document, mark: str) -> Document:
    blocks = (replace(block, copy=mark) if isinstance(block, Cover) else block for block in document.blocks)
    return replace(document, blocks=tuple(blocks))


def data_of(document: Document, examined: Examined, accepted: Iterable[Finding]) -> tuple[Attachment, ...]:
    """The data that travel inside the PDF of a document."""
    return attachments(examined.package, examined.facts, document, accepted)


def edition(
    document: Document,
    examined: Examined,
    wanted: Wanted,
    *,
    data: tuple[Attachment, ...] = (),
    findings: Iterable[Finding] = (),
    revision: str | None = None,
    skin: Skin | None = None,
) -> Edition:
    """The edition of one document: of a blind copy, nothing that says whose it is."""
    package = examined.package
    theme = package.bid.theme_of(document.kind)
    blind = package.library.themes[theme].blind is not None
    locked = package.library.outlines[document.kind].outline.drafting.locked
    return Edition(
        watermark=DRAFT if wanted.draft else "",
        editing="locked" if locked and wanted.editing == "free" else wanted.editing,
        remarks=remarks(document, findings) if wanted.review else (),
        skin=skin,
        attachments=() if blind else data,
        revision="" if blind else revision or "",
        bid="" if blind else str(package.bid.id),
    )
