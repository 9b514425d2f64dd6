"""How a clause prints: composed as in a bid, with its default values, in every document kind that prints it.

The bid is made up for the purpose: it has every clause, so that references and values of other clauses lead somewhere,
and in place of the facts that a real bid has stand their names.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar, cast, get_type_hints

from gen.compose import compose
from gen.facts import facts
from gen.inventory.uses import newest_day
from gen.library.printing import clauses_in
from gen.model.bid import Bid, ClauseChoice, Customer, ProjectFacts
from gen.model.blocks import Block, Document, Heading, Mark
from gen.model.fact import Fact
from gen.model.library import Library, LoadedClause, LoadedOutline
from gen.model.outline import Outline
from gen.model.record import DateText
from gen.resolve import resolve
from gen.source import Source
from gen.template import calls, parse
from gen.yamltree import Scalar, scalar

Record = TypeVar("Record")
_NOWHERE = Source("preview", "")
_KIND = "preview"


@dataclass(frozen=True, slots=True)
class Printed:
    """What a clause prints; the document kinds for which it has one wording are together."""

    kinds: tuple[str, ...]
    document: Document
    """The first of them, with the blocks of this clause alone, its title left out."""


@dataclass(frozen=True, slots=True)
class Preview:
    """One clause as it would stand in a bid."""

    printed: tuple[Printed, ...]
    facts: tuple[Fact, ...]
    """Its promises, with default values."""
    unset: tuple[str, ...]
    """Its parameters that have no default."""


def preview(library: Library, name: str) -> Preview:
    """Print one clause of a library; one that no document kind prints, in a made-up one."""
    loaded = library.clauses[name]
    kinds = tuple(str(kind) for kind, outline in library.outlines.items() if name in clauses_in(outline))
    if not kinds:
        library, kinds = replace(library, outlines={**library.outlines, _KIND: _outline(library, name)}), (_KIND,)
    package, _ = resolve(library, _bid(library, loaded, kinds))
    promises, _ = facts(package)
    documents, _ = compose(package, promises)
    same: dict[str, list[Document]] = {}
    for document in documents:
        if document.kind in kinds:
            mine = tuple(block for block in document.blocks if _belongs(block, name))
            same.setdefault(str(loaded.clause.wording(document.kind)), []).append(replace(document, blocks=mine))
    return Preview(
        tuple(Printed(tuple(each.kind for each in group if each.kind != _KIND), group[0]) for group in same.values()),
        tuple(fact for fact in promises if fact.clause == name),
        tuple(param.path for param in loaded.params.values() if not package.setting(param.path)),
    )


def _outline(library: Library, name: str) -> LoadedOutline:
    """The outline of a document that prints one clause, and calls the parties what the library's first one does."""
    body = _word(f'{{{{ clause("{name}") }}}}')
    template, _ = parse(body)
    assert template is not None  # noqa: S101 - it is written just above
    words = next((outline.outline.words for outline in library.outlines.values()), {})
    schemes = [scheme for theme in library.themes.values() for scheme in theme.numbering]
    outline = Outline(_word(_KIND), _word(_KIND), words, next(iter(schemes), ""), clause_titles=True, body=body)
    return LoadedOutline(outline, template, {})


def _bid(library: Library, loaded: LoadedClause, kinds: tuple[str, ...]) -> Bid:
    """A bid of every clause, with the documents that print one of them and those that it refers to."""
    referred = [
        word.partition("/")[0]
        for template in loaded.wordings.values()
        for call in calls(template)
        if call.function == "ref"
        for word in call.words()
        if "/" in word
    ]
    documents = tuple(dict.fromkeys((*kinds, *(kind for kind in referred if kind in library.outlines))))
    return Bid(
        id=_word("preview"),
        title=_word("preview"),
        profile="",
        project=_named(ProjectFacts, "project", submission=_word(newest_day(library) or "2000-01-01")),
        customer=_named(Customer, "customer_party"),
        documents=documents,
        themes={kind: _theme(library, kind) for kind in documents},
        clauses=ClauseChoice(add=tuple(_word(str(clause)) for clause in library.clauses)),
    )


def _theme(library: Library, kind: str) -> str:
    """The theme that a bid sets a document kind in, or else the first that has its numbering."""
    for bid in library.bids.values():
        if kind in bid.documents:
            return str(bid.theme_of(kind))
    numbering = library.outlines[kind].outline.numbering
    return next((str(name) for name, theme in library.themes.items() if numbering in theme.numbering), "")


def _named(cls: type[Record], head: str, **given: Any) -> Record:
    """A record whose texts are the names by which texts print them."""
    hints = get_type_hints(cls)
    words = {
        f.name: _word(f"［{head}.{f.name}］") for f in fields(cast("Any", cls)) if hints[f.name] in {str, DateText}
    }
    return cls(**{**words, **given})


def _word(text: str) -> Any:
    made: Scalar = scalar(text, _NOWHERE.span(1, 1, 1, 1))
    return made


def _belongs(block: Block, name: str) -> bool:
    mark = getattr(block, "mark", None)
    return isinstance(mark, Mark) and mark.clause == name and not isinstance(block, Heading)
