"""Type the values of parameters: a value's type is what its parameter says, cell by cell for a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gen import yamltree
from gen.decode.simple import nearest
from gen.finding import Finding, found
from gen.message import M, Message
from gen.model.clause import Clause, ColumnSpec, Param
from gen.model.param import PLAIN, Cell, CellKey, Guardrail, TypedParam
from gen.model.record import Tree
from gen.model.vocabulary import Vocabulary
from gen.quantity import TYPES, NotReadError, Quantity, Range, compare, read
from gen.source import Span
from gen.stage_rules import s103_duplicate_key, s107_missing_key, s108_wrong_type, s109_unknown_name
from gen.yamltree import Node, Scalar, Sequence

ITEM = "item"
"""The `key` of a table whose rows are named freely, not by a scope axis."""


def typed_params(clause: Clause, vocabulary: Vocabulary) -> tuple[dict[str, TypedParam], list[Finding]]:
    """All parameters of a clause, typed; one that is unsound in itself is left out."""
    findings: list[Finding] = []
    params: dict[str, TypedParam] = {}
    for name, spec in clause.params.items():
        before = len(findings)
        if not _sound(name, spec, vocabulary, findings):
            continue
        param = TypedParam(
            str(clause.id),
            str(name),
            spec,
            cells(spec, spec.default, vocabulary, findings) if spec.default is not None else {},
            _guardrails(spec, spec.allow, vocabulary, findings),
            tuple(
                (str(approval.by), _guardrails(spec, approval.within, vocabulary, findings))
                for approval in spec.approval
            ),
        )
        if len(findings) == before:
            params[name] = param
    return params, findings


def cells(spec: Param, tree: Tree, vocabulary: Vocabulary, findings: list[Finding]) -> dict[CellKey, Cell]:
    """The cells that a value sets; what does not fit is left out with a finding."""

    def cell(node: Node, column: ColumnSpec) -> Cell | None:
        quantity = quantity_of(node, column, spec, findings)
        return None if quantity is None else Cell(quantity, node.span)

    return _walk(spec, tree, vocabulary, findings, cell)


def quantity_of(node: Node, column: ColumnSpec | Param, spec: Param, findings: list[Finding]) -> Quantity | None:
    """Read one scalar as the type of its column."""
    if not isinstance(node, Scalar):
        findings.append(_wrong(node.span, M("one value is expected here, not a list or a mapping")))
        return None
    try:
        return read(node, column.type, column.unit, spec.values)
    except NotReadError as error:
        helps = nearest(node, spec.values) if column.type == "enum" else []
        findings.append(_wrong(node.span, error.reason, helps, written=node))
        return None


def _guardrails(
    spec: Param, tree: Tree | None, vocabulary: Vocabulary, findings: list[Finding]
) -> dict[CellKey, Guardrail]:
    if tree is None:
        return {}

    def guardrail(node: Node, column: ColumnSpec) -> Guardrail | None:
        nodes = node.items if isinstance(node, Sequence) else (node,)
        ranges = [_range(item, column, spec, findings) for item in nodes]
        return Guardrail(tuple(r for r in ranges if r is not None), node.span)

    return _walk(spec, tree, vocabulary, findings, guardrail)


def _range(node: Node, column: ColumnSpec, spec: Param, findings: list[Finding]) -> Range | None:
    if not isinstance(node, Scalar):
        findings.append(_wrong(node.span, M("a range a..b is expected here")))
        return None
    low, dots, high = node.partition("..")
    ends = []
    for text, offset in ((low, 0), (high, len(low) + 2)) if dots else ((low, 0),):
        part = yamltree.scalar(text.strip(), node.at(offset, max(len(text), 1)))
        quantity = quantity_of(part, column, spec, findings)
        if quantity is None:
            return None
        ends.append(quantity)
    if compare(ends[0], ends[-1]) not in {-1, 0}:
        findings.append(
            _wrong(node.span, M("the range must run from the smaller to the larger value of one unit kind"))
        )
        return None
    return Range(ends[0], ends[-1])


def _walk(
    spec: Param,
    tree: Tree,
    vocabulary: Vocabulary,
    findings: list[Finding],
    leaf: Callable[[Node, ColumnSpec], Any],
) -> dict[CellKey, Any]:
    """Apply `leaf` to each cell that a tree sets."""
    if spec.type != "table":
        value = leaf(tree, ColumnSpec(spec.label, spec.type, spec.unit))
        return {} if value is None else {PLAIN: value}
    if not isinstance(tree, yamltree.Mapping):
        findings.append(_wrong(tree.span, M("rows are expected here: row to value")))
        return {}
    result: dict[CellKey, Any] = {}
    for written, value in tree.entries.items():
        row = _row(spec, written, vocabulary, findings)
        if row is None:
            continue
        for column, node in _columns(spec, value, findings):
            made = leaf(node, spec.columns[column])
            if made is not None and (row, column) in result:
                message = M("the row `{row}` is given twice, here as `{name}`", row=row, name=written)
                findings.append(found(s103_duplicate_key.RULE, message, written.span))
            elif made is not None:
                result[(row, column)] = made
    return result


def _columns(spec: Param, value: Node, findings: list[Finding]) -> list[tuple[str, Node]]:
    if not isinstance(value, yamltree.Mapping) or not value.entries:
        if len(spec.columns) == 1 and not isinstance(value, yamltree.Mapping):
            return [(str(next(iter(spec.columns))), value)]
        message = M("a row needs its columns: {names}", names=tuple(spec.columns))
        findings.append(_wrong(value.span, message))
        return []
    pairs = []
    for column, node in value.entries.items():
        if column in spec.columns:
            pairs.append((str(column), node))
        else:
            message = M("the table has no column `{name}`", name=column)
            findings.append(found(s109_unknown_name.RULE, message, column.span, helps=nearest(column, spec.columns)))
    return pairs


def _row(spec: Param, row: Scalar, vocabulary: Vocabulary, findings: list[Finding]) -> str | None:
    """The row that a key names, by any name of the axis's value; none, with a finding, where it names none."""
    axis = vocabulary.axes.get(spec.rows)
    if axis is None:
        return str(row)
    if (value := axis.value(row)) is not None:
        return value
    message = M("`{name}` is no value of the axis {axis}", name=row, axis=spec.rows)
    findings.append(found(s109_unknown_name.RULE, message, row.span, helps=nearest(row, axis.values)))
    return None


def _sound(name: Scalar | str, spec: Param, vocabulary: Vocabulary, findings: list[Finding]) -> bool:
    """Whether a parameter's own declaration makes sense."""
    span = name.span if isinstance(name, Scalar) else spec.span
    assert span is not None  # noqa: S101 - decoding sets it
    before = len(findings)
    if spec.type == "enum" and not spec.values:
        findings.append(_missing(span, "values", M("an enumeration lists its values")))
    if spec.type == "count" and not spec.unit:
        findings.append(_missing(span, "unit", M("a count has a unit")))
    if spec.event and spec.event not in vocabulary.events:
        message, helps = M("`{name}` is no event", name=spec.event), nearest(spec.event, vocabulary.events)
        findings.append(found(s109_unknown_name.RULE, message, _span(spec.event, span), helps=helps))
    elif spec.event and spec.type != "date":
        message = M("only a date is the day of an event; `{name}` is of the type {type}", name=name, type=spec.type)
        findings.append(found(s108_wrong_type.RULE, message, _span(spec.event, span)))
    if spec.type == "table":
        if not spec.columns:
            findings.append(_missing(span, "columns", M("a table has columns")))
        if not spec.rows:
            findings.append(_missing(span, "key", M("a table says what its rows stand for")))
        elif spec.rows != ITEM and spec.rows not in vocabulary.axes:
            message = M("`{name}` is no scope axis", name=spec.rows)
            helps = nearest(spec.rows, (*vocabulary.axes, ITEM))
            findings.append(found(s109_unknown_name.RULE, message, _span(spec.rows, span), helps=helps))
        for column in spec.columns.values():
            if column.type not in TYPES or column.type == "enum":
                message = M("`{name}` is no type of a column", name=column.type)
                helps = nearest(column.type, [t for t in TYPES if t != "enum"])
                findings.append(found(s109_unknown_name.RULE, message, _span(column.type, span), helps=helps))
            elif column.type == "count" and not column.unit:
                findings.append(_missing(column.span or span, "unit", M("a count has a unit")))
    return len(findings) == before


def _span(text: str, otherwise: Span) -> Span:
    return text.span if isinstance(text, Scalar) else otherwise


def _missing(span: Span, key: str, why: Message) -> Finding:
    return found(s107_missing_key.RULE, M("`{key}` is missing", key=key), span, helps=[why])


def _wrong(span: Span, expected: Message, helps: list[Message] | None = None, written: str = "") -> Finding:
    if written:
        message = M("`{written}` is not {expected}", written=written, expected=expected)
    else:
        message = M("the value does not fit: {expected}", expected=expected)
    return found(s108_wrong_type.RULE, message, span, helps=helps or [])
