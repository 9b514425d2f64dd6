"""The data of a bid as files inside its PDF, so that a reader or a machine can check the numbers against their source.

No file says when it was made or what the finished files are like: they are part of those.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gen.finding import Finding
from gen.manifest import as_json, clauses_of, sources
from gen.model.blocks import Document
from gen.model.edition import Attachment
from gen.model.fact import Fact
from gen.model.package import Package

VERSION = 1


def attachments(
    package: Package,
    facts: Iterable[Fact],
    document: Document,
    accepted: Iterable[Finding] = (),
) -> tuple[Attachment, ...]:
    """What travels inside the PDF of a document: the promises that it prints, and what it is made from."""
    printed = clauses_of(document)
    promised = [_promise(fact) for fact in facts if fact.clause in printed]
    promises = {"version": VERSION, "bid": str(package.bid.id), "document": document.kind, "commitments": promised}
    made_from = sources(package, (document,), accepted, only=printed)
    return (
        Attachment("commitments.json", "application/json", "本文件的全部承诺及其出处", as_json(promises)),
        Attachment("sources.json", "application/json", "条款、取值及其来源", as_json(made_from)),
    )


def _promise(fact: Fact) -> dict[str, Any]:
    """One promise; what is not stated is left out."""
    stated = {
        "promise": fact.dimension,
        "label": str(fact.spec.label),
        "comparator": fact.comparator,
        "value": str(fact.quantity),
        "scope": {axis: sorted(values) for axis, values in sorted(fact.scope.items())},
        "from": fact.start,
        "until": fact.ends,
        "window": str(fact.window) if fact.window else "",
        "fee": fact.fee,
        "obligor": fact.obligor,
        "clause": fact.clause,
        "row": fact.row,
        "parameter": fact.setting.path if fact.setting else "",
        "place": str(fact.span),
    }
    return {name: value for name, value in stated.items() if value}
