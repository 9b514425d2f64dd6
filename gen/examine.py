"""The whole way of a workspace and of one bid: load; resolve, compose, facts, check. Where every command starts."""

from __future__ import annotations

from dataclasses import dataclass

from gen.check import Context, check, check_library
from gen.compose import compose
from gen.facts import facts
from gen.finding import Finding
from gen.leak import leaks
from gen.library import load
from gen.mend import with_mending_fixes
from gen.model.bid import Bid
from gen.model.blocks import Document
from gen.model.fact import Fact
from gen.model.library import Library
from gen.model.package import Package
from gen.resolve import resolve
from gen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Examined:
    """One bid with all that is known of it."""

    package: Package
    facts: tuple[Fact, ...]
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]

    @property
    def context(self) -> Context:
        """What a rule is given of it."""
        return Context(self.package, self.facts, self.documents)


def load_checked(workspace: Workspace) -> tuple[Library, tuple[Finding, ...]]:
    """Load a workspace and run the rules that need no bid over it."""
    library, findings = load(workspace)
    return library, (*findings, *check_library(library))


def examine(library: Library, bid: Bid, *, drafting: bool = False) -> Examined:
    """Examine one bid of a loaded library; the library's own findings are not repeated.

    With `drafting` its documents have their drafting notes; the rules then read those too.
    """
    package, resolve_findings = resolve(library, bid)
    promises, fact_findings = facts(package)
    documents, compose_findings = compose(package, promises, drafting=drafting)
    found = check(Context(package, promises, documents))

    def again(edited: Library) -> tuple[Finding, ...]:
        """Check the bid with values edited; its documents change no verdict on its values."""
        settled, _ = resolve(edited, bid)
        return check(Context(settled, facts(settled)[0], documents))

    found = with_mending_fixes(found, package, again)
    findings = (*resolve_findings, *compose_findings, *leaks(package, documents), *fact_findings, *found)
    return Examined(package, promises, documents, findings)
