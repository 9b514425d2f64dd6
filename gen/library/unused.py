"""Parameters that nothing prints and nothing promises."""

from __future__ import annotations

from collections.abc import Iterator

from gen.finding import Finding, found
from gen.library.names import FACTS, WORDS
from gen.message import M
from gen.model.library import Library, LoadedClause
from gen.stage_rules import r203_unused_parameter
from gen.template import Template, calls, names
from gen.yamltree import Scalar, Sequence, place_of


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
        and library.present["form"] == set(library.forms)
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


def _templates(library: Library) -> Iterator[Template]:
    for loaded in library.clauses.values():
        yield from loaded.wordings.values()
    for outline in library.outlines.values():
        yield outline.body
        yield from outline.texts.values()
    for form in library.forms.values():
        yield from form.texts.values()


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
