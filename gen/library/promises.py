"""Hold a clause's commitments against the vocabulary and against its own parameters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gen import yamltree
from gen.decode import nearest
from gen.finding import Finding, found
from gen.message import M, Message
from gen.model.clause import Clause, Commitment
from gen.model.param import TypedParam
from gen.model.vocabulary import Vocabulary
from gen.quantity import NotReadError, read
from gen.stage_rules import s107_missing_key, s108_wrong_type, s109_unknown_name, s112_undefined_name
from gen.yamltree import Scalar, Sequence, place_of


def check_promises(
    clause: Clause, params: Mapping[str, TypedParam], vocabulary: Vocabulary, findings: list[Finding]
) -> frozenset[int]:
    """Findings for unknown dimensions, axes, events and fees, and for `$name`s that lead nowhere.

    Gives the numbers of the commitments that are sound.
    """
    sound = set()
    for number, commitment in enumerate(clause.commitments):
        wrong = list(_check(commitment, params, vocabulary, set(clause.params)))
        findings += wrong
        if not wrong:
            sound.add(number)
    return frozenset(sound)


def _check(
    commitment: Commitment, params: Mapping[str, TypedParam], vocabulary: Vocabulary, declared: set[str]
) -> Iterator[Finding]:
    dimension = vocabulary.dimensions.get(commitment.promise)
    if dimension is None:
        message = M("`{name}` is no kind of promise", name=commitment.promise)
        helps = nearest(commitment.promise, vocabulary.dimensions)
        yield found(s109_unknown_name.RULE, message, place_of(commitment.promise), helps=helps)
    columns: dict[str, str] = {}
    if commitment.each:
        table = params.get(commitment.each)
        if table is not None and table.spec.type == "table":
            columns = {str(name): spec.type for name, spec in table.spec.columns.items()} | {table.spec.rows: "row"}
        elif table is not None or commitment.each not in declared:
            message = M("`{name}` is no table parameter of this clause", name=commitment.each)
            helps = nearest(commitment.each, [n for n, p in params.items() if p.spec.type == "table"])
            yield found(s112_undefined_name.RULE, message, place_of(commitment.each), helps=helps)
            return
        else:
            return  # its own declaration is unsound, which is reported there
    known = {name: param.spec.type for name, param in params.items()} | columns
    bounds = [value for value in (commitment.at_most, commitment.at_least, commitment.is_) if value]
    if len(bounds) != 1:
        message = M("a commitment has one of `at_most`, `at_least`, `is`")
        yield found(
            s107_missing_key.RULE, message, place_of(commitment.promise), key=(str(commitment.promise), "bound")
        )
    for value in bounds:
        if value.startswith("$"):
            yield from _check_dollar(value, known, declared, dimension.type if dimension else None)
        elif dimension is not None:
            yield from _check_literal(value, dimension.type, tuple(dimension.values))
    for axis_name, values in commitment.scope.items():
        yield from _check_scope(axis_name, values, known, declared, vocabulary)
    if clock := commitment.clock:
        if clock.start and clock.start not in vocabulary.events:
            yield _unknown(clock.start, M("`{name}` is no event", name=clock.start), vocabulary.events)
        if clock.to and clock.to == clock.start:
            message = M("a deadline cannot end with the event with which it begins: `{name}`", name=clock.to)
            yield found(s108_wrong_type.RULE, message, place_of(clock.to))
        for event in (*clock.stops, clock.to):
            if event and event not in vocabulary.events:
                yield _unknown(event, M("`{name}` is no event", name=event), vocabulary.events)
        if clock.window.startswith("$"):
            yield from _check_dollar(clock.window, known, declared, "window")
        elif clock.window:
            yield from _check_literal(clock.window, "window", ())
    if commitment.fee.startswith("$"):
        yield from _check_dollar(commitment.fee, known, declared, None)
    elif commitment.fee and commitment.fee not in vocabulary.fees:
        yield _unknown(commitment.fee, M("`{name}` is no kind of fee", name=commitment.fee), vocabulary.fees)
    if commitment.until and commitment.until not in vocabulary.events:
        yield _unknown(commitment.until, M("`{name}` is no event", name=commitment.until), vocabulary.events)
    if commitment.instead_of and commitment.instead_of not in vocabulary.dimensions:
        message = M("`{name}` is no kind of promise", name=commitment.instead_of)
        yield _unknown(commitment.instead_of, message, vocabulary.dimensions)
    if commitment.modality not in vocabulary.modalities:
        message = M("`{name}` is no modality", name=commitment.modality)
        yield _unknown(commitment.modality, message, vocabulary.modalities)


def _check_dollar(value: str, known: Mapping[str, str], declared: set[str], wanted: str | None) -> Iterator[Finding]:
    name = value.removeprefix("$")
    if name not in known:
        if name not in declared:
            message = M("`{name}` is no parameter of this clause and no column of its table", name=value)
            yield found(s112_undefined_name.RULE, message, place_of(value), helps=nearest(name, known))
    elif wanted and known[name] not in {wanted, "row"} and wanted not in {"text", "enum"}:
        message = M(
            "`{name}` is of the type {type}, but this promise needs {wanted}",
            name=value,
            type=known[name],
            wanted=wanted,
        )
        yield found(s108_wrong_type.RULE, message, place_of(value))


def _check_literal(value: str, kind: str, choices: tuple[str, ...]) -> Iterator[Finding]:
    if kind == "count":
        return  # a literal count carries any unit
    try:
        read(value, kind, values={choice: choice for choice in choices})
    except NotReadError as error:
        message = M("`{written}` is not {expected}", written=value, expected=error.reason)
        yield found(s108_wrong_type.RULE, message, place_of(value), helps=nearest(value, choices))


def _check_scope(
    axis_name: str, value: yamltree.Node, known: Mapping[str, str], declared: set[str], vocabulary: Vocabulary
) -> Iterator[Finding]:
    axis = vocabulary.axes.get(axis_name)
    if axis is None:
        yield _unknown(axis_name, M("`{name}` is no scope axis", name=axis_name), vocabulary.axes)
        return
    for item in value.items if isinstance(value, Sequence) else (value,):
        if not isinstance(item, Scalar):
            message = M("the value does not fit: {expected}", expected=M("a value or a list of values of the axis"))
            yield found(s108_wrong_type.RULE, message, item.span)
        elif item.startswith("$"):
            yield from _check_dollar(item, known, declared, None)
        elif axis.value(item) is None:
            message = M("`{name}` is no value of the axis {axis}", name=item, axis=axis_name)
            yield found(s109_unknown_name.RULE, message, item.span, helps=nearest(item, axis.values))


def _unknown(name: str, message: Message, known: Mapping[str, object]) -> Finding:
    return found(s109_unknown_name.RULE, message, place_of(name), helps=nearest(name, known))
