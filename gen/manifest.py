"""The manifest of a build: what was made, from what, by whose choice; as JSON beside the documents."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Container, Iterable, Mapping
from typing import Any

from gen import __version__
from gen.finding import Finding, in_order
from gen.kept import Made
from gen.model.blocks import Document
from gen.model.package import Package
from gen.model.text import inlines_of

NAME = "manifest.json"
VERSION = 1


def manifest(
    package: Package,
    documents: Mapping[str, Document],
    files: Mapping[str, Made],
    revision: str | None,
    accepted: Iterable[Finding] = (),
) -> bytes:
    """The manifest of one bid's build.

    `documents` names the document that each file holds; `revision` is the git revision of the workspace, with
    `+changes` behind it where files differ from it; `accepted` are the findings that stand in spite of it.
    """
    made = [
        {
            "name": name,
            "sha256": hashlib.sha256(file.content).hexdigest(),
            "bytes": len(file.content),
            "document": documents[name].kind,
            "source": documents[name].source_hash,
            "inputs": file.inputs,
            "revision": file.revision,
        }
        for name, file in sorted(files.items())
    ]
    made_from = sources(package, tuple(documents.values()), accepted)
    # The head is named before what repeats it, so that the revision stands behind it.
    return as_json({**_head(package), "revision": revision, **made_from, "files": made})


def as_json(content: Mapping[str, Any]) -> bytes:
    """The bytes of a file of data."""
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def sources(
    package: Package,
    documents: Collection[Document],
    accepted: Iterable[Finding] = (),
    *,
    only: Container[str] | None = None,
) -> dict[str, Any]:
    """What the documents of a bid are made from, as `manifest` takes it; of clauses and their values `only` some."""
    printed = [(document.kind, clauses_of(document)) for document in documents]
    return {
        **_head(package),
        "clauses": [
            {
                "id": clause,
                "sha256": chosen.loaded.clause.hash,
                "documents": sorted({kind for kind, clauses in printed if clause in clauses}),
            }
            for clause, chosen in sorted(package.clauses.items())
            if only is None or clause in only
        ],
        "values": [
            {
                "path": setting.path,
                "value": setting.text,
                "set_by": setting.set_by,
                "by": str(setting.by),
                "place": str(setting.span),
            }
            for path, cells in package.settings.items()
            if only is None or path.rpartition(".")[0] in only
            for setting in cells.values()
        ],
        "facts": _facts(documents),
        "accepted": [
            {
                "fingerprint": finding.fingerprint,
                "rule": finding.rule.id,
                "reason": acceptance.reason,
                "by": acceptance.by,
                "until": acceptance.until,
                "place": str(acceptance.span),
            }
            for finding in in_order(accepted)
            if (acceptance := finding.accepted)
        ],
    }


def former_files(text: str) -> tuple[str, ...]:
    """The files that an earlier manifest lists; none where it cannot be read."""
    try:
        return tuple(str(file["name"]) for file in json.loads(text)["files"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ()


def clauses_of(document: Document) -> frozenset[str]:
    """The clauses that a document prints."""
    marks = (getattr(block, "mark", None) for block in document.blocks)
    return frozenset(mark.clause for mark in marks if mark and mark.clause)


def _head(package: Package) -> dict[str, Any]:
    return {"version": VERSION, "bidgen": __version__, "bid": str(package.bid.id)}


def _facts(documents: Iterable[Document]) -> list[dict[str, str]]:
    """Facts of bid and company that the documents print, each with its place."""
    printed = {
        inline.setting.path: inline.setting
        for document in documents
        for block in document.blocks
        for inline in inlines_of(block)
        if hasattr(inline, "setting") and inline.setting.set_by in {"bid", "company"}
    }
    return [
        {"path": path, "value": setting.text, "place": str(setting.span)}
        for path, setting in sorted(printed.items())
        if path.partition(".")[0] in {"project", "customer_party", "company"}
    ]
