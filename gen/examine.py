"""The whole way of one bid: resolve, compose, facts, check. What every command that looks at a bid starts from."""

from __future__ import annotations

from dataclasses import dataclass

from gen.check import Context, check
from gen.compose import compose
from gen.facts import facts
from gen.finding import Finding
from gen.model.bid import Bid
from gen.model.blocks import Document
from gen.model.fact import Fact
from gen.model.library import Library
from gen.model.package import Package
from gen.resolve import resolve


@dataclass(frozen=True, slots=True)
class Examined:
    """One bid with all that is known of it."""

    package: Package
    facts: tuple[Fact, ...]
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]


def examine(library: Library, bid: Bid) -> Examined:
    """Examine one bid of a loaded library; the library's own findings are not repeated."""
    package, resolve_findings = resolve(library, bid)
    documents, compose_findings = compose(package)
    promises, fact_findings = facts(package)
    context = Context(package, promises, documents)
    findings = (*resolve_findings, *compose_findings, *fact_findings, *check(context))
    return Examined(package, promises, documents, findings)
