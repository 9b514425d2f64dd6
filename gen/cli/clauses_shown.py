"""How `bidgen clauses` shows a list of clauses, and one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from gen.check.scope import in_words
from gen.cli.layout import heading, labelled, labels, spoken, table
from gen.inventory import Preview, Use, dimensions_of
from gen.message import M, Named, say
from gen.model.blocks import Document, Table
from gen.model.fact import Fact
from gen.model.param import cell_path
from gen.model.text import covered, lines, plain
from gen.report.words import harmless

if TYPE_CHECKING:
    from gen.model.clause import Clause
    from gen.model.library import Library, LoadedClause
    from gen.model.param import CellKey, TypedParam

Listed = Sequence[tuple["Clause", Use]]
Shown = tuple["LoadedClause", Use, Preview]


def listed_json(listed: Listed, library: Library) -> list[dict[str, Any]]:
    """The clauses with where they are used."""
    return [_record(clause, use, library) for clause, use in listed]


def listed_text(listed: Listed, library: Library, room: int | None) -> Iterator[str]:
    """Each clause with what it promises and where it is used."""
    for clause, use in listed:
        yield _head(clause)
        yield from _uses(clause, use, library, room)


def shown_json(shown: Shown, library: Library) -> dict[str, Any]:
    """One clause with what it prints, promises and lets be set."""
    loaded, use, preview = shown
    return {
        **_record(loaded.clause, use, library),
        "prints": [
            {"documents": list(printed.kinds), "lines": list(lines(printed.document))} for printed in preview.printed
        ],
        "makes": [_promise_json(fact) for fact in preview.facts],
        "values": [
            dict(zip(("path", "label", "default", "allow", "approval"), row, strict=True)) for row in _values(loaded)
        ],
        "without_default": list(preview.unset),
    }


def shown_text(shown: Shown, library: Library, room: int | None) -> Iterator[str]:
    """One clause: its uses, its text for each wording, its promises, its values."""
    loaded, use, preview = shown
    clause = loaded.clause
    yield _head(clause)
    owner = say(M("{owner}, to be reviewed by {day}", owner=str(clause.owner), day=str(clause.review_by)))
    yield from labelled(_labels()[0], owner, 2, room)
    yield from _uses(clause, use, library, room)
    for printed in preview.printed:
        yield ""
        where = printed.kinds or (say(M("as it would print")),)
        yield from labelled("", heading(spoken(where)), 0, room)
        yield from _blocks(printed.document, room)
    if preview.facts:
        yield ""
        yield heading(say(M("promises")))
        names = [say(head) for head in (M("promise"), M("value"), M("where"), M("clock"), M("fee"))]
        rows = [_promise(fact, library) for fact in preview.facts]
        yield from table(names, rows, 2, room)
    if values := list(_values(loaded)):
        yield ""
        yield heading(say(M("parameters")))
        names = [
            say(head) for head in (M("parameter"), M("label"), M("default"), M("may be set to"), M("with approval"))
        ]
        yield from table(names, values, 2, room)
    if preview.unset:
        yield ""
        yield from labelled("", say(M("no default: {names}", names=preview.unset)), 0, room)


def _head(clause: Clause) -> str:
    return harmless(f"{clause.id}  {clause.title}  {clause.status}")


def _labels() -> list[str]:
    """What stands before the owner, the promises, the document kinds and the bids of a clause, all equally wide."""
    return labels([say(name) for name in (M("owner"), M("promises"), M("documents"), M("bids"))])


def _uses(clause: Clause, use: Use, library: Library, room: int | None) -> Iterator[str]:
    promises = tuple(_named(name, library) for name in dimensions_of(clause))
    for label, parts in zip(_labels()[1:], (promises, use.documents, use.bids), strict=True):
        yield from labelled(label, spoken(parts), 2, room)


def _named(name: str, library: Library) -> Named:
    dimension = library.vocabulary.dimensions.get(name)
    return dimension.named if dimension else Named(name, name)


def _record(clause: Clause, use: Use, library: Library) -> dict[str, Any]:
    return {
        "id": str(clause.id),
        "title": str(clause.title),
        "status": str(clause.status),
        "owner": str(clause.owner),
        "review_by": str(clause.review_by),
        "promises": [{"dimension": name, "label": spoken(_named(name, library))} for name in dimensions_of(clause)],
        "documents": list(use.documents),
        "profiles": list(use.profiles),
        "bids": list(use.bids),
    }


def _blocks(document: Document, room: int | None) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            if block.caption:
                yield f"  {block.number}　{plain(block.caption)}"
            hidden = covered(block)
            rows = [
                ["" if (number, at) in hidden else plain(cell) for at, cell in enumerate(row)]
                for number, row in enumerate(block.rows)
            ]
            yield from table([plain(column.head) for column in block.columns], rows, 4, room)
            continue
        for line in lines(replace(document, blocks=(block,))):
            yield from labelled("", harmless(line), 2, room)


def _promise(fact: Fact, library: Library) -> list[str]:
    """What is promised, to what degree, in which cases, how its time runs and who pays."""
    vocabulary = library.vocabulary
    fee = vocabulary.fees.get(fact.fee)
    return [
        spoken(fact.named),
        _bound(fact),
        say(in_words(fact.scope, vocabulary)) if fact.scope else "",
        _clock(fact, library),
        spoken(Named(str(fee.label), str(fee.en))) if fee else "",
    ]


def _bound(fact: Fact) -> str:
    value = str(fact.quantity)
    if fact.comparator == "is":
        return value
    return say(
        M("at most {value}", value=value) if fact.comparator == "at_most" else M("at least {value}", value=value)
    )


def _clock(fact: Fact, library: Library) -> str:
    clock = fact.promise.clock
    if clock is None:
        return ""
    kind = M("natural time") if clock.kind == "natural" else M("working time")
    start = library.vocabulary.events.get(fact.start)
    return say(kind if start is None else M("from {event}, {kind}", event=start.named, kind=kind))


def _promise_json(fact: Fact) -> dict[str, Any]:
    clock = fact.promise.clock
    return {
        "dimension": fact.dimension,
        "bound": fact.comparator,
        "value": str(fact.quantity),
        "path": fact.path,
        "scope": {axis: sorted(values) for axis, values in fact.scope.items()},
        "from": fact.start,
        "clock": str(clock.kind) if clock else "",
        "fee": fact.fee,
    }


def _values(loaded: LoadedClause) -> Iterator[list[str]]:
    """Path, label, default, guardrail and approvals of every cell; texts that may be anything say nothing."""
    for param in loaded.params.values():
        for key in _cells(param):
            guard = param.allow.get(key)
            if guard is None and _type(param, key) == "text":
                continue
            default = param.default.get(key)
            approvals = [
                say(M("{role}: {ranges}", role=role, ranges=tuple(map(str, cells[key].ranges))))
                for role, cells in param.approval
                if key in cells
            ]
            yield [
                cell_path(param, key).removeprefix(f"{param.clause}."),
                str(param.spec.label),
                str(default.quantity) if default else "",
                spoken(tuple(map(str, guard.ranges))) if guard else "",
                spoken(tuple(approvals)),
            ]


def _cells(param: TypedParam) -> list[CellKey]:
    given = (param.default, param.allow, *(cells for _, cells in param.approval))
    return list(dict.fromkeys(key for cells in given for key in cells)) or [("", "")]


def _type(param: TypedParam, key: CellKey) -> str:
    return str(param.spec.columns[key[1]].type) if key[1] in param.spec.columns else str(param.spec.type)
