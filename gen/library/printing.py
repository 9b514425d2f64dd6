"""What the documents of a bid print, read off their outlines: document kinds within one another, and clauses.

A document of a bid prints other kinds as annexes: those that its outline names, `{{ annex("training-plan") }}`, and
those that the bid lists for it under `annexes`, at the outline's `{{ annexes }}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from gen.model.bid import Bid
from gen.model.library import Library, LoadedClause, LoadedOutline
from gen.template import Call, Name, Template, calls, names

ANNEXES = "annexes"
"""The name that stands for the annexes that the bid lists for a document."""


def outlines_of(library: Library, bid: Bid) -> Mapping[str, LoadedOutline]:
    """Every outline that a bid prints, as a document or as an annex, by kind and in the order of printing."""
    reached: dict[str, LoadedOutline] = {}
    for kind in bid.documents:
        reached |= within(library, bid, kind)
    return reached


def within(library: Library, bid: Bid, document: str) -> Mapping[str, LoadedOutline]:
    """The outlines that one document of a bid prints: its own, and those of its annexes and of theirs."""
    reached: dict[str, LoadedOutline] = {}

    def reach(kind: str, listed: tuple[str, ...]) -> None:
        outline = library.outlines.get(kind)
        if outline is None or kind in reached:
            return
        reached[kind] = outline
        for annex in (*_fixed_annexes(outline), *(map(str, listed) if has_annexes(outline) else ())):
            reach(annex, ())  # an annex has none of its own from the bid

    reach(str(document), bid.annexes.get(document, ()))
    return reached


@lru_cache(maxsize=1024)
def _fixed_annexes(outline: LoadedOutline) -> tuple[str, ...]:
    """The kinds that an outline itself names as its annexes."""
    named = (call for call in calls(outline.body) if call.function == "annex" and len(call.arguments) == 1)
    return tuple(call.words()[0] for call in named)


@lru_cache(maxsize=1024)
def has_annexes(outline: LoadedOutline) -> bool:
    """Whether a document of this outline prints the annexes that its bid lists."""
    return any(isinstance(name, Name) and name.path == (ANNEXES,) for name in names(outline.body))


def clauses_of(library: Library, bid: Bid) -> Mapping[str, tuple[Call, bool]]:
    """Every clause that the documents of a bid name: where they do so first, and whether one of them must print it."""
    return _first(pair for outline in outlines_of(library, bid).values() for pair in clauses_in(outline).items())


@lru_cache(maxsize=1024)
def clauses_in(outline: LoadedOutline) -> Mapping[str, tuple[Call, bool]]:
    """Every clause that one outline names: where it does so first, and whether it must be printed."""
    named = (call for call in calls(outline.body) if call.function == "clause")
    return _first((call.words()[0], (call, not _optional(call))) for call in named)


def _first(named: Iterable[tuple[str, tuple[Call, bool]]]) -> Mapping[str, tuple[Call, bool]]:
    """Of each clause the first call, or the first that must print it."""
    first: dict[str, tuple[Call, bool]] = {}
    for clause, (call, required) in named:
        if clause not in first or (required and not first[clause][1]):
            first[clause] = call, required
    return first


def _optional(call: Call) -> bool:
    """Whether a call of `clause` prints it only where the bid has it."""
    return call.option("optional") is True or bool(call.option("empty"))


def values_of(library: Library, bid: Bid, contained: Iterable[str]) -> Mapping[str, Call]:
    """The clauses whose values a bid prints, in its documents or in clauses that it contains: where it does so first.

    A value that is printed is promised, whether or not the text of its clause stands in any document.
    """
    outlines = outlines_of(library, bid)
    forms = [library.forms[name] for outline in outlines.values() for name in _forms(outline) if name in library.forms]
    pairs = [pair for outline in outlines.values() for pair in _of_outline(outline)]
    pairs += (pair for form in forms for text in form.texts.values() for pair in _values(text))
    for clause in contained:
        texts = _of_clause(library.clauses[clause])
        kinds = dict.fromkeys(kind if kind in texts else "" for kind in ("", *outlines))
        pairs += (pair for kind in kinds for pair in texts[kind])
    valued: dict[str, Call] = {}
    for owner, call in pairs:
        if owner in library.clauses:
            valued.setdefault(owner, call)
    return valued


_Values = tuple[tuple[str, Call], ...]
"""Clauses whose values a text prints, each with the call that does so."""


@lru_cache(maxsize=1024)
def _of_outline(outline: LoadedOutline) -> _Values:
    return tuple(pair for text in (outline.body, *outline.texts.values()) for pair in _values(text))


@lru_cache(maxsize=8192)
def _of_clause(loaded: LoadedClause) -> Mapping[str, _Values]:
    """Those of each wording of a clause; the same for every bid."""
    return {"": (), **{kind: tuple(_values(template)) for kind, template in loaded.wordings.items()}}


def _values(template: Template) -> Iterator[tuple[str, Call]]:
    for call in calls(template):
        for word in call.words() if call.function in {"param", "table"} else ():
            yield ".".join(word.split(".")[:2]), call


@lru_cache(maxsize=1024)
def _forms(outline: LoadedOutline) -> tuple[str, ...]:
    """The forms that an outline prints."""
    return tuple(call.words()[0] for call in calls(outline.body) if call.function == "form")


def every_kind_read(library: Library, bid: Bid) -> bool:
    """Whether all document kinds of a bid, and all that they may print, could be read: one that is not may say more."""
    asked = {*bid.documents, *(kind for listed in bid.annexes.values() for kind in listed)}
    return asked | library.present["document kind"] <= library.outlines.keys()
