"""All documents of a bid."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from gen import __version__
from gen.compose.assemble import assemble
from gen.compose.assembly import Assembly
from gen.compose.references import settle
from gen.compose.requirements import unmet
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.blocks import Document
from gen.model.fact import Fact
from gen.model.package import Package
from gen.stage_rules import r205_unprinted_clause
from gen.yamltree import place_of


def compose(
    package: Package, facts: Sequence[Fact], *, drafting: bool = False
) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    """Compose every document that the bid lists and that can stand; drafts have their drafting notes.

    `facts` are the promises of the bid, which its figures show.
    """
    if not package.whole:
        return (), ()  # what the documents lack for it is not found again
    findings: list[Finding] = []
    assemblies: dict[str, Assembly] = {}
    bid, library = package.bid, package.library
    for kind in bid.documents:
        outline, theme = library.outlines.get(kind), library.themes.get(bid.theme_of(kind))
        if outline is None or theme is None:
            continue
        assembly, assembly_findings = assemble(package, facts, outline, theme, drafting=drafting)
        findings += assembly_findings
        if assembly is not None:
            assemblies[str(kind)] = assembly
    documents = []
    for assembly in assemblies.values():
        blocks, reference_findings = settle(assembly, assemblies, bid, library.outlines)
        findings += reference_findings
        findings += unmet(package, facts, assembly, blocks)
        kind = str(assembly.outline.outline.kind)
        blind = library.themes[bid.theme_of(kind)].blind is not None
        company = None if blind else library.company
        documents.append(
            Document(
                kind=kind,
                title=str(assembly.outline.outline.title),
                blocks=blocks,
                scheme=assembly.scheme,
                header=assembly.header,
                author=str(company.name) if company else "",
                subject=str(bid.project.name),
                date=str(bid.project.submission),
                source_hash=_source_hash(package, assembly),
            )
        )
    findings += _unprinted(package, assemblies)
    return tuple(documents), tuple(findings)


def _unprinted(package: Package, assemblies: dict[str, Assembly]) -> list[Finding]:
    if len(assemblies) < len(package.bid.documents) or not all(a.whole for a in assemblies.values()):
        return []  # what could not be assembled might print it
    printed = {clause for assembly in assemblies.values() for clause in assembly.printed}
    findings = []
    for clause, chosen in package.clauses.items():
        if clause in package.bid.clauses.add and clause not in printed:
            title = chosen.loaded.clause.title
            findings.append(
                found(
                    r205_unprinted_clause.RULE,
                    M("the clause `{clause}` ({title}) is printed in no document of the bid {bid}",
                      clause=clause, title=title, bid=package.bid.id),
                    Label(chosen.span, M("chosen here")),
                    Label(place_of(chosen.loaded.clause.id), M("this clause")),
                    helps=[M("name it in the outline of a document, or drop it from the bid")],
                    key=(clause,),
                    bid=package.bid.id,
                )
            )  # fmt: skip
    return findings


def _source_hash(package: Package, assembly: Assembly) -> str:
    """SHA-256 over what a document is made from: its outline, clauses, their values and the facts of the bid."""
    clauses = {clause: package.clauses[clause].loaded.clause.hash for clause in sorted(assembly.printed)}
    values = {
        setting.path: setting.text
        for param, cells in sorted(package.settings.items())
        if param.rpartition(".")[0] in clauses
        for setting in cells.values()
    }
    bid, kind = package.bid, assembly.outline.outline.kind
    facts = [str(bid.id), str(bid.project), str(bid.customer), str(bid.theme_of(kind)), str(bid.changes)]
    outlines = [package.library.outlines[name].outline.hash for name in (kind, *assembly.annexes, *assembly.forms)]
    content = [__version__, outlines, clauses, values, facts]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
