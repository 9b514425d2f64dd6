"""A document breaks the drafting rules of its kind.

What it finds: a document kind that is used in a bid for which it is not meant (`drafting: {applies: …}`); a kind that
does not print the clause that ranks the documents (`precedence`) or lists the changes (`changes`), though its rules
name it; a bid that changes a kind whose rules name no clause for changes, or a clause that the document does not
print; a document that prints a clause without those that must stand beside it (`with`), such as a warranty without
its exclusions.

Why it matters: a form contract holds only in the cases for which it was made; a change outside the place for changes
is overlooked or void; and a promise without its exclusions promises more than anybody calculated.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    with: [hotline.answer]
    text: |
      {{ provider }}设服务热线。

    # templates/documents/letter.md
    ---
    kind: letter
    title: 服务承诺书
    words: {provider: 我公司, customer: 贵单位}
    numbering: letter
    clause_titles: false
    ---
    # 服务

    {{ clause("hotline.window") }}

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    with: [hotline.answer]
    text: |
      {{ provider }}设服务热线。

    # templates/documents/letter.md
    ---
    kind: letter
    title: 服务承诺书
    words: {provider: 我公司, customer: 贵单位}
    numbering: letter
    clause_titles: false
    ---
    # 服务

    {{ clause("hotline.window") }}

    {{ clause("hotline.answer") }}

What to do: print the clause that is missing, choose a kind that is meant for the bid, or mend the rules of the kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gen.check.context import Context
from gen.finding import Finding, Label, found
from gen.library.names import CHANGES
from gen.library.printing import clauses_in, within
from gen.message import M
from gen.model.bid import Bid
from gen.model.library import Library, LoadedOutline
from gen.model.package import Package
from gen.rule import rule
from gen.source import Span
from gen.template import Call, Name, names
from gen.yamltree import place_of

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """Findings for each document of the bid."""
    package = context.package
    for kind in package.bid.documents:
        loaded = package.library.outlines.get(kind)
        if loaded is None:
            continue
        yield from _not_meant(loaded, package.bid, place_of(kind))
        yield from _parted(package, loaded)
    for annexes in package.bid.annexes.values():
        for kind in annexes:
            if (annex := package.library.outlines.get(kind)) is not None:
                yield from _not_meant(annex, package.bid, place_of(kind))
    yield from _changes(package)


def check_library(library: Library) -> Iterator[Finding]:
    """Findings for each kind that does not print what its own rules name."""
    for loaded in library.outlines.values():
        printed, rules = clauses_in(loaded), loaded.outline.drafting
        for clause in (rules.precedence, rules.changes):
            if clause and clause not in printed:
                message = M("{document} does not print `{clause}`, which its drafting rules name",
                            document=loaded.outline.title, clause=clause)  # fmt: skip
                helps = [M("print the clause, or take it out of `drafting`")]
                yield found(RULE, message, place_of(clause), helps=helps, key=(loaded.outline.kind, clause))
        listed = library.clauses.get(rules.changes)
        if listed and not any(_lists_changes(name) for text in listed.wordings.values() for name in names(text)):
            message = M("the clause `{clause}` is to list the changes to {document}, but lists none",
                        clause=rules.changes, document=loaded.outline.title)  # fmt: skip
            helps = [M("write {hole} into its text, on a line of its own", hole="`{{ changes }}`")]
            yield found(RULE, message, place_of(rules.changes), helps=helps, key=(loaded.outline.kind, "changes"))


def _lists_changes(name: Name) -> bool:
    return name.path == (CHANGES,)


def _not_meant(loaded: LoadedOutline, bid: Bid, place: Span) -> Iterator[Finding]:
    """A finding for each fact of the bid for which a kind is not meant."""
    applies = loaded.outline.drafting.applies
    for fact, value, meant in (
        ("project.contract", bid.project.contract, applies.contract),
        ("customer.type", bid.customer.type, applies.customer),
    ):
        if not meant or value in meant:
            continue
        if value:
            message = M("{document} is not meant for this bid: `{fact}` is `{value}`",
                        document=loaded.outline.title, fact=fact, value=value)  # fmt: skip
        else:
            message = M("whether {document} is meant for this bid is not known: `{fact}` is not stated",
                        document=loaded.outline.title, fact=fact)  # fmt: skip
        helps = [M("it is meant for: {values}", values=tuple(map(str, meant)))]
        yield found(
            RULE,
            message,
            Label(place, M("asked for here")),
            Label(place_of(meant[0]), M("meant for these")),
            helps=helps,
            key=(loaded.outline.kind, fact),
            bid=bid.id,
        )


def _parted(package: Package, loaded: LoadedOutline) -> Iterator[Finding]:
    """A finding for each clause that a document prints without another that must stand beside it."""
    printed = _printed(package, loaded)
    for clause, call in printed.items():
        for other in package.library.clauses[clause].clause.with_:
            if other in printed or other not in package.library.clauses:  # which is found where it is not read
                continue
            message = M("{document} prints `{clause}` without `{other}`, which must stand beside it",
                        document=loaded.outline.title, clause=clause, other=other)  # fmt: skip
            yield found(
                RULE,
                message,
                Label(call.span, M("printed here")),
                Label(place_of(other), M("must stand beside it")),
                helps=[M("print `{clause}` in the same document", clause=other)],
                key=(loaded.outline.kind, clause, other),
                bid=package.bid.id,
            )


def _printed(package: Package, loaded: LoadedOutline) -> Mapping[str, Call]:
    """The clauses of the bid that a document prints, its annexes included."""
    return {
        clause: call
        for outline in within(package.library, package.bid, loaded.outline.kind).values()
        for clause, (call, _) in clauses_in(outline).items()
        if clause in package.clauses
    }


def _changes(package: Package) -> Iterator[Finding]:
    """Findings for changes that no document can list."""
    bid = package.bid
    for number, change in enumerate(bid.changes, 1):
        loaded = package.library.outlines.get(change.document)
        if loaded is None or change.document not in bid.documents:
            message = M("the bid has no document `{name}`", name=change.document)
            place = place_of(change.document)
        elif not loaded.outline.drafting.changes:
            message = M("{document} has no place for changes", document=loaded.outline.title)
            place = place_of(change.document)
        elif change.clause not in _printed(package, loaded):
            message = M("{document} does not print `{clause}`, which is to be changed",
                        document=loaded.outline.title, clause=change.clause)  # fmt: skip
            place = place_of(change.clause)
        else:
            continue
        helps = [M("change a document of this bid whose kind says where, under {key}", key="`drafting.changes`")]
        yield found(RULE, message, place, helps=helps, key=("change", str(number)), bid=bid.id)
