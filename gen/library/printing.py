"""What the documents of a bid print, read off their outlines: document kinds within one another, and clauses.

A document of a bid prints other kinds as annexes: those that its outline names, `{{ annex("training-plan") }}`, and
those that the bid lists for it under `annexes`, at the outline's `{{ annexes }}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from gen.model.bid import Bid
from gen.model.library import Library, LoadedClause, LoadedForm, LoadedOutline
from gen.template import Call, Name, Template, calls, names

ANNEXES = "annexes"
"""The name that stands for the annexes that the bid lists for a document."""


def outlines_of(library: Library, bid: Bid) -> Mapping[str, LoadedOutline]:
    """Every outline that a bid prints, as a document or as an annex, by kind and in the order of printing."""
    reached: dict[str, LoadedOutline] = {}

    def reach(kind: str, listed: tuple[str, ...]) -> None:
        outline = library.outlines.get(kind)
        if outline is None or kind in reached:
            return
        reached[kind] = outline
        for annex in annexes_of(outline, listed):
            reach(annex, ())  # an annex has none of its own from the bid

    for kind in bid.documents:
        reach(str(kind), bid.annexes.get(kind, ()))
    return reached


def annexes_of(outline: LoadedOutline, listed: tuple[str, ...]) -> Iterator[str]:
    """The kinds that a document of this outline prints as annexes; `listed` are those that its bid names for it."""
    for call in calls(outline.body):
        if call.function == "annex" and len(call.arguments) == 1:
            yield call.words()[0]
    if has_annexes(outline):
        yield from map(str, listed)


def has_annexes(outline: LoadedOutline) -> bool:
    """Whether a document of this outline prints the annexes that its bid lists."""
    return any(isinstance(name, Name) and name.path == (ANNEXES,) for name in names(outline.body))


def clauses_of(library: Library, bid: Bid) -> Mapping[str, tuple[Call, bool]]:
    """Every clause that the documents of a bid name: where they do so first, and whether one of them must print it."""
    named: dict[str, tuple[Call, bool]] = {}
    for outline in outlines_of(library, bid).values():
        for clause, (call, required) in clauses_in(outline).items():
            if clause not in named or (required and not named[clause][1]):
                named[clause] = call, required
    return named


def values_of(library: Library, bid: Bid, contained: Iterable[str]) -> Mapping[str, Call]:
    """The clauses whose values a bid prints, in its documents or in clauses that it contains: where it does so first.

    A value that is printed is promised, whether or not the text of its clause stands in any document.
    """
    outlines = outlines_of(library, bid)
    templates = [text for each in outlines.values() for text in (each.body, *each.texts.values())]
    for form in _forms(library, outlines):
        templates += form.texts.values()
    found = [pair for template in templates for pair in _values(template)]
    for clause in contained:
        loaded = library.clauses[clause]
        texts = _values_of_clause(loaded)
        kinds = dict.fromkeys(kind if kind in texts else "" for kind in ("", *outlines))
        found += [pair for kind in kinds for pair in texts[kind]]
    valued: dict[str, Call] = {}
    for owner, call in found:
        if owner in library.clauses:
            valued.setdefault(owner, call)
    return valued


@lru_cache(maxsize=8192)
def _values_of_clause(loaded: LoadedClause) -> Mapping[str, tuple[tuple[str, Call], ...]]:
    """Of each wording of a clause, the other clauses whose values it prints; the same for every bid."""
    return {"": (), **{kind: tuple(_values(template)) for kind, template in loaded.wordings.items()}}


def _values(template: Template) -> Iterator[tuple[str, Call]]:
    for call in calls(template):
        for word in call.words() if call.function in {"param", "table"} else ():
            yield ".".join(word.split(".")[:2]), call


def every_kind_read(library: Library, bid: Bid) -> bool:
    """Whether all document kinds of a bid, and all that they may print, could be read: one that is not may say more."""
    asked = {*bid.documents, *(kind for listed in bid.annexes.values() for kind in listed)}
    return asked | library.present["document kind"] <= library.outlines.keys()


def _forms(library: Library, outlines: Mapping[str, LoadedOutline]) -> Iterator[LoadedForm]:
    for outline in outlines.values():
        for call in calls(outline.body):
            if call.function == "form" and (form := library.forms.get(call.words()[0])) is not None:
                yield form


def clauses_in(outline: LoadedOutline) -> Mapping[str, tuple[Call, bool]]:
    """Every clause that one outline names: where it does so first, and whether it must be printed."""
    named: dict[str, tuple[Call, bool]] = {}
    for call in calls(outline.body):
        if call.function == "clause":
            clause, required = call.words()[0], not _optional(call)
            if clause not in named or (required and not named[clause][1]):
                named[clause] = call, required
    return named


def _optional(call: Call) -> bool:
    """Whether a call of `clause` prints it only where the bid has it."""
    return call.option("optional") is True or bool(call.option("empty"))
