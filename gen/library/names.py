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
from gen.model.library import Library, LoadedClause, LoadedOutline
from gen.model.outline import TOPIC
from gen.model.param import TypedParam
from gen.source import Span
from gen.stage_rules import (
    r201_missing_clause,
    s109_unknown_name,
    s111_bad_template,
    s112_undefined_name,
)
from gen.template import Call, Name, Template, calls, names, printed
from gen.yamltree import Scalar, place_of

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

CHANGES = "changes"
STANDING = ("annex_list", CHANGES)
"""Names that stand for a list of what the document or the bid has, in every text."""

OUTLINE_STANDING = ("annexes", "signature")
"""Names that stand for a part of the document, in outlines."""


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
        for name in (*loaded.clause.instead_of, *loaded.clause.with_):
            if name not in library.present["clause"]:
                message = M("there is no clause `{name}`", name=name)
                yield found(r201_missing_clause.RULE, message, place_of(name), helps=nearest(name, library.clauses))
        yield from _check_places(loaded, library)
        for kind in loaded.clause.variants:
            if kind not in library.present["document kind"] and isinstance(kind, Scalar):
                message = M("there is no document kind `{name}`", name=kind)
                yield found(s109_unknown_name.RULE, message, kind.span, helps=nearest(kind, library.outlines))
    for outline in library.outlines.values():
        for template in (outline.body, *outline.texts.values()):
            yield from _check(template, None, library)
        yield from _check_requirements(outline, library)
    for form in library.forms.values():
        for template in form.texts.values():
            yield from _check(template, None, library)


def _check_places(loaded: LoadedClause, library: Library) -> Iterator[Finding]:
    """Findings for clauses that take their own place, or that of one whose own places they do not name as well."""
    own = loaded.clause.instead_of
    for name in own:
        other = library.clauses.get(name)
        if name == loaded.clause.id:
            yield found(s109_unknown_name.RULE, M("a clause cannot take its own place"), place_of(name))
        for behind in other.clause.instead_of if other else ():
            if behind == loaded.clause.id != name:
                message = M("`{name}` and this clause take each other's place", name=name)
                helps = [M("let one of the two stand in the outlines, and the other take its place")]
            elif behind not in own:
                message = M("`{name}` takes the place of `{other}`, which is not named here", name=name, other=behind)
                helps = [M("name `{other}` as well", other=behind)]
            else:
                continue
            yield found(s109_unknown_name.RULE, message, place_of(name), helps=helps)


def _check_requirements(outline: LoadedOutline, library: Library) -> Iterator[Finding]:
    """Findings for requirements that name neither a kind of promise nor a topic."""
    topics = sorted({clause.partition(".")[0] for clause in library.present["clause"]})
    for name in outline.outline.requires:
        if name.startswith(TOPIC):
            known, message = topics, M("there is no topic `{name}`", name=name.removeprefix(TOPIC))
        else:
            known, message = list(library.vocabulary.dimensions), M("`{name}` is no kind of promise", name=name)
        if name.removeprefix(TOPIC) not in known:
            helps = nearest(name.removeprefix(TOPIC), known)
            yield found(s109_unknown_name.RULE, message, place_of(name), helps=helps)


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
    elif rest or head not in (*WORDS, *STANDING, *(() if loaded else OUTLINE_STANDING)):
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
        case "annex" if len(call.arguments) == 1:
            for word in call.words():
                if word not in library.present["document kind"]:
                    message = M("there is no document kind `{name}`", name=word)
                    helps = nearest(word, library.outlines)
                    yield found(s109_unknown_name.RULE, message, _word_span(call, word), helps=helps)
        case "form":
            for word in call.words()[:1]:
                if word not in library.present["form"]:
                    message = M("there is no form `{name}`", name=word)
                    helps = nearest(word, library.forms)
                    yield found(s109_unknown_name.RULE, message, _word_span(call, word), helps=helps)
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


def _word_span(call: Call, word: str) -> Span:
    quoted = re.search(rf"""(["']){re.escape(word)}\1""", call.span.text)
    if quoted is None:
        return call.span
    start = call.span.column + quoted.start() + 1
    return Span(call.span.source, call.span.line, start, call.span.line, start + len(word))
