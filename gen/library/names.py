"""Hold the names in texts against what there is: parameters, facts of bid and company, clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_origin

from gen.decode import nearest
from gen.decode.record import keys
from gen.finding import Finding, found
from gen.message import M
from gen.model.bid import Company, Customer, ProjectFacts
from gen.model.drawing import FIGURES
from gen.model.library import Library, LoadedClause
from gen.model.param import TypedParam
from gen.source import Span
from gen.stage_rules import (
    r201_missing_clause,
    r203_unused_parameter,
    s109_unknown_name,
    s111_bad_template,
    s112_undefined_name,
)
from gen.template import Call, Name, Template, calls, names, printed
from gen.yamltree import Scalar, Sequence, place_of

FACTS: dict[str, tuple[str, ...]] = {
    "project": tuple(key.name for key in keys(ProjectFacts)),
    "customer_party": tuple(key.name for key in keys(Customer)),
    "company": tuple(key.name for key in keys(Company)),
}
"""Names with parts that every text can print."""

LISTS = tuple(key.name for key in keys(Company) if get_origin(key.hint) is tuple)
"""Facts of the company that are lists: only tables print them."""

WORDS = ("provider", "customer")
"""The party words; each document kind says which words it uses."""

SIGNATURE = "signature"
"""The name that stands for the signature block, in outlines."""


def check_names(library: Library) -> Iterator[Finding]:
    """Findings for every undefined name, unknown parameter path and unknown clause in any text."""
    for loaded in library.clauses.values():
        for template in loaded.wordings.values():
            yield from _check(template, loaded, library)
        for commitment in loaded.clause.commitments:
            for name in commitment.overrides:
                if name not in library.present["clause"]:
                    message = M("there is no clause `{name}`", name=name)
                    helps = nearest(name, library.clauses)
                    yield found(r201_missing_clause.RULE, message, place_of(name), helps=helps)
        for kind in loaded.clause.variants:
            if kind not in library.present["document kind"] and isinstance(kind, Scalar):
                message = M("there is no document kind `{name}`", name=kind)
                yield found(s109_unknown_name.RULE, message, kind.span, helps=nearest(kind, library.outlines))
    for outline in library.outlines.values():
        for template in (outline.body, *outline.texts.values()):
            yield from _check(template, None, library)


def unused_params(library: Library) -> Iterator[Finding]:
    """Findings for parameters that nothing prints and nothing promises; none while a text that may do so is unread."""
    if not _all_read(library):
        return
    read_elsewhere = {
        word
        for template in _templates(library)
        for call in calls(template)
        if call.function in {"param", "table"}
        for word in call.words()
    }
    reached = {word[:end] for word in read_elsewhere for end in (*_dots(word), len(word))}
    for loaded in library.clauses.values():
        used = {name.path[0] for template in loaded.wordings.values() for name in names(template)}
        used |= set(_used_in_commitments(loaded))
        if not used <= _nameable(loaded):
            continue  # a misspelt name may be its use, and is reported already
        keys_written = {key: key for key in loaded.clause.params}
        for name, param in loaded.params.items():
            if name not in used and param.path not in reached:
                yield found(
                    r203_unused_parameter.RULE,
                    M("the parameter `{name}` is used nowhere", name=param.path),
                    place_of(keys_written[name]),
                    helps=[M("print it in the text, tie it to a commitment, or delete it")],
                    key=(param.path,),
                )


def _all_read(library: Library) -> bool:
    """Whether every text of the library could be read."""
    return (
        library.present["clause"] == set(library.clauses)
        and library.present["document kind"] == set(library.outlines)
        and all(len(loaded.wordings) == 1 + len(loaded.clause.variants) for loaded in library.clauses.values())
    )


def _nameable(loaded: LoadedClause) -> set[str]:
    """What the texts and commitments of a clause can name."""
    tables = [param.spec for param in loaded.params.values() if param.spec.type == "table"]
    columns = {name for spec in tables for name in (*spec.columns, spec.rows)}
    return {*loaded.clause.params, *columns, *FACTS, *WORDS}


def _dots(word: str) -> Iterator[int]:
    """Where the dots of a path are: what stands before one is a path too."""
    return (at for at, character in enumerate(word) if character == ".")


def _check(template: Template, loaded: LoadedClause | None, library: Library) -> Iterator[Finding]:
    for name in names(template):
        yield from _check_name(name, loaded)
    for value in printed(template):
        if _is_table(value, loaded, library):
            path = str(value) if isinstance(value, Name) else value.words()[0]
            message = M("`{name}` is a table: print it with `| table`", name=path)
            yield found(s111_bad_template.RULE, message, value.span)
    for call in calls(template):
        yield from _check_call(call, loaded, library)


def _is_table(value: Name | Call, loaded: LoadedClause | None, library: Library) -> bool:
    """Whether a name or call stands for a whole table or list."""
    if isinstance(value, Call):
        param = library.param(value.words()[0]) if value.function == "param" else None
        return param is not None and param.spec.type == "table"
    head, *rest = value.path
    if loaded and head in loaded.params:
        return loaded.params[head].spec.type == "table" and not rest
    return head == "company" and len(rest) == 1 and rest[0] in LISTS


def _check_name(name: Name, loaded: LoadedClause | None) -> Iterator[Finding]:
    head, *rest = name.path
    params = loaded.params if loaded else {}
    declared = set(loaded.clause.params) if loaded else set()
    if head in params:
        yield from _check_cell(name, params[head])
    elif head in declared:
        return  # its own declaration is unsound, which is reported there
    elif head in FACTS:
        if len(rest) == 1 and rest[0] not in FACTS[head]:
            message = M("`{name}` is not defined", name=str(name))
            yield found(s112_undefined_name.RULE, message, name.span, helps=nearest(rest[0], FACTS[head]))
        elif len(rest) != 1:
            message = M("`{name}` is not defined", name=str(name))
            helps = [M("name one of its parts: {names}", names=FACTS[head])]
            yield found(s112_undefined_name.RULE, message, name.span, helps=helps)
    elif rest or head not in (*WORDS, *(() if loaded else (SIGNATURE,))):
        message = M("`{name}` is not defined", name=str(name))
        helps = nearest(head, (*params, *WORDS, *FACTS))
        yield found(s112_undefined_name.RULE, message, name.span, helps=helps)


def _check_cell(name: Name, param: TypedParam) -> Iterator[Finding]:
    _, *rest = name.path
    rows = list(dict.fromkeys(row for row, _ in param.default))
    problem, known = False, rows
    if rest and param.spec.type != "table":
        problem, known = True, []
    elif rest and rows and rest[0] not in rows and param.spec.rows != "item":
        problem = True
    elif len(rest) == 2 and rest[1] not in param.columns:
        problem, known = True, list(param.columns)
    elif len(rest) == 1 and len(param.columns) > 1:
        problem, known = True, [f"{rest[0]}.{column}" for column in param.columns]
    elif len(rest) > 2:
        problem = True
    if problem:
        message = M("`{name}` is not defined", name=str(name))
        helps = nearest(rest[-1], known) if rest else []
        yield found(s112_undefined_name.RULE, message, name.span, helps=helps)


def _check_call(call: Call, loaded: LoadedClause | None, library: Library) -> Iterator[Finding]:
    match call.function:
        case "clause":
            for word in call.words()[:1]:
                if word not in library.present["clause"]:
                    message = M("there is no clause `{name}`", name=word)
                    yield found(
                        r201_missing_clause.RULE,
                        message,
                        _word_span(call, word),
                        helps=nearest(word, library.clauses),
                    )
        case "figure":
            for word in call.words()[:1]:
                if word not in FIGURES:
                    message = M("there is no figure `{name}`", name=word)
                    yield found(s109_unknown_name.RULE, message, _word_span(call, word), helps=nearest(word, FIGURES))
        case "param" | "table":
            paths = call.words() if loaded is None or call.arguments[:1] != () else ()
            for word in paths:
                if call.function == "table" and not _prints_paths(call):
                    continue
                if param := _param_of(word, library):
                    rest = word.removeprefix(param.path).split(".")[1:]
                    yield from _check_cell(Name((param.path, *rest), _word_span(call, word)), param)
                elif not _unsound(word, library):
                    message = M("there is no parameter `{name}`", name=word)
                    known = [param.path for c in library.clauses.values() for param in c.params.values()]
                    yield found(s112_undefined_name.RULE, message, _word_span(call, word), helps=nearest(word, known))
        case _:
            return


def _prints_paths(call: Call) -> bool:
    """Whether the words given to `table` are parameter paths; behind `x | table(…)` they are a caption."""
    return not isinstance(call.arguments[0], Name)


def _param_of(path: str, library: Library) -> TypedParam | None:
    """The parameter that a path names, with or without row and column behind it."""
    parts = path.split(".")
    for end in range(len(parts), 1, -1):
        if param := library.param(".".join(parts[:end])):
            return param
    return None


def _unsound(path: str, library: Library) -> bool:
    """Whether a path leads to a clause or parameter that is there but could not be read: that is reported already."""
    parts = path.split(".")
    for end in range(1, len(parts)):
        clause = ".".join(parts[:end])
        loaded = library.clauses.get(clause)
        if parts[end] in loaded.clause.params if loaded else clause in library.present["clause"]:
            return True
    return False


def _templates(library: Library) -> Iterator[Template]:
    for loaded in library.clauses.values():
        yield from loaded.wordings.values()
    for outline in library.outlines.values():
        yield outline.body
        yield from outline.texts.values()


def _used_in_commitments(loaded: LoadedClause) -> Iterator[str]:
    for commitment in loaded.clause.commitments:
        if commitment.each:
            yield commitment.each
        values = [commitment.at_most, commitment.at_least, commitment.is_, commitment.fee]
        if commitment.clock:
            values.append(commitment.clock.window)
        for value in commitment.scope.values():
            items = value.items if isinstance(value, Sequence) else (value,)
            values += [item for item in items if isinstance(item, Scalar)]
        yield from (value.removeprefix("$") for value in values if value.startswith("$"))


def _word_span(call: Call, word: str) -> Span:
    quoted = re.search(rf"""(["']){re.escape(word)}\1""", call.span.text)
    if quoted is None:
        return call.span
    start = call.span.column + quoted.start() + 1
    return Span(call.span.source, call.span.line, start, call.span.line, start + len(word))
