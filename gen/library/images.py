"""The pictures that texts show: read once, checked, and measured."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from gen.finding import Finding, found
from gen.image import UnusableImageError, read_image, unopened
from gen.library.printing import outlines_of
from gen.message import M
from gen.model.bid import Bid
from gen.model.image import Image
from gen.model.library import Library
from gen.source import Span
from gen.stage_rules import s113_path_outside, s114_unusable_image
from gen.template import Call, Template, calls
from gen.workspace import Workspace

FOLDERS = ("templates", "projects")
"""Where pictures lie."""


def load_images(workspace: Workspace, library: Library, findings: list[Finding]) -> dict[str, Image]:
    """Every picture that a text of the library shows, by its path; what cannot be shown is a finding."""
    images: dict[str, Image] = {}
    seen: set[str] = set()
    for wanted in _wanted(library):
        if wanted.path in seen:
            continue
        seen.add(wanted.path)
        image = _image(workspace, wanted, findings)
        if image is not None:
            images[wanted.path] = image
    return images


@dataclass(frozen=True, slots=True)
class _Wanted:
    path: str
    span: Span
    bid: str | None


def _wanted(library: Library) -> Iterator[_Wanted]:
    """Each picture that is shown: one of the library's once, one of a bid's (`./…`) for each bid that prints it."""
    for kind, outline in library.outlines.items():
        printing = [bid for bid in library.bids.values() if kind in outlines_of(library, bid)]
        for call in _shown((outline.body,)):
            yield from _places(call, printing)
    for clause in library.clauses.values():
        for call in _shown(tuple(clause.wordings.values())):
            yield from _places(call, library.bids.values())


def _shown(templates: tuple[Template, ...]) -> Iterator[Call]:
    return (call for template in templates for call in calls(template) if call.function == "image")


def _places(call: Call, bids: Iterable[Bid]) -> Iterator[_Wanted]:
    name = call.words()[0]
    if name.startswith("./"):
        yield from (_Wanted(f"projects/{bid.folder}/{name[2:]}", call.span, str(bid.id)) for bid in bids)
    else:
        yield _Wanted(name, call.span, None)


def _image(workspace: Workspace, wanted: _Wanted, findings: list[Finding]) -> Image | None:
    file = workspace.root / wanted.path
    try:
        if Path(wanted.path).is_absolute() or not file.resolve().is_relative_to(workspace.root.resolve()):
            message = M("`{path}` lies outside the workspace", path=wanted.path)
            findings.append(found(s113_path_outside.RULE, message, wanted.span, bid=wanted.bid))
            return None
        if PurePosixPath(wanted.path).parts[0] not in FOLDERS:
            # A check that is remembered is thought over again when files change where a workspace keeps them.
            reason = M("it lies neither in templates nor in projects")
            raise UnusableImageError(reason, M("put it into templates, or into the folder of the bid"))  # noqa: TRY301
        return read_image(file)
    except (UnusableImageError, RuntimeError) as problem:  # Python 3.11 and 3.12 have the latter for links in a circle
        error = problem if isinstance(problem, UnusableImageError) else unopened(os.strerror(errno.ELOOP))
        findings.append(
            found(
                s114_unusable_image.RULE,
                M("the picture `{path}` cannot be shown: {reason}", path=wanted.path, reason=error.reason),
                wanted.span,
                helps=[error.remedy],
                key=(wanted.path,),
                bid=wanted.bid,
            )
        )
        return None
