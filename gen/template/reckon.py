"""Work out the two sides of a relation over typed values.

Comes in: a parsed relation and what its names stand for. Goes out: both sides as terms of one measure, or `UnfitError`
where they have none. Nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import pairwise

from gen.message import M, Message
from gen.quantity.algebra import Amount, Term, UnlikeError, add, divide, multiply, order, subtract, term_of
from gen.source import Span
from gen.template.arithmetic import Arithmetic, Comparison, Figure, Operand, OverRows, operands


class NotSetError(Exception):
    """A value that the relation speaks of is not there, so it is not judged."""


class UnfitError(Exception):
    """The relation has no meaning for these values: what and where."""

    def __init__(self, message: Message, span: Span) -> None:
        super().__init__()
        self.message = message
        self.span = span


@dataclass(frozen=True, slots=True)
class Values:
    """What the names of a relation stand for."""

    value: Callable[[Operand, str], Term]
    """The value of an operand, of a column in one row; raises NotSetError."""
    rows: Callable[[Operand], tuple[str, ...]]
    """The rows of a column; none for a single value."""
    written: Callable[[Term], Term] = lambda term: term
    """A quantity written in the relation, in the measures that the values have."""


_OPERATIONS = {"+": add, "-": subtract, "*": multiply, "/": divide}
_HOLDS: dict[str, Callable[[int], bool]] = {
    "==": lambda sign: sign == 0,
    "<=": lambda sign: sign <= 0,
    ">=": lambda sign: sign >= 0,
    "<": lambda sign: sign < 0,
    ">": lambda sign: sign > 0,
}


def sides(comparison: Comparison, values: Values, row: str = "") -> tuple[Term, Term]:
    """Both sides of a comparison; `row` is the one that columns outside sums stand for."""
    return side(comparison.left, values, row), side(comparison.right, values, row)


def holds(comparison: Comparison, values: Values, row: str = "") -> bool:
    """Whether a comparison holds."""
    left, right = sides(comparison, values, row)
    try:
        return _HOLDS[comparison.operator](order(left, right))
    except UnlikeError as error:
        raise UnfitError(error.reason, comparison.text.span) from None


@dataclass(frozen=True, slots=True)
class Seam:
    """Two ranges next to each other that leave a gap or share something."""

    lower: str
    upper: str
    """The rows."""
    ends: Term
    begins: Term
    gap: bool


def seams(comparison: Comparison, values: Values) -> list[Seam]:
    """Where the ranges of a table, one a row, do not join.

    Ranges of whole counts include both ends (80 to 89, 90 to 100); others end where the next begins. The lowest may
    lack its beginning and the highest its end.
    """
    ranges = []
    for row in _rows(comparison.left, values) or _rows(comparison.right, values):
        ranges.append((row, _given(comparison.left, values, row), _given(comparison.right, values, row)))
    open_below = [entry for entry in ranges if entry[1] is None]
    if len(open_below) > 1 or sum(entry[2] is None for entry in ranges) > 1:
        raise NotSetError
    try:
        lowest = {entry[0]: 0 for entry in open_below}
        for row, begins, _ in ranges:
            lowest.setdefault(
                row, 1 + sum(order(begins, other) > 0 for _, other, _ in ranges if begins and other is not None)
            )
        ranges.sort(key=lambda entry: lowest[entry[0]])
        return [seam for pair in pairwise(ranges) if (seam := _seam(*pair)) is not None]
    except UnlikeError as error:
        raise UnfitError(error.reason, comparison.text.span) from None


def _seam(lower: tuple[str, Term | None, Term | None], upper: tuple[str, Term | None, Term | None]) -> Seam | None:
    ends, begins = lower[2], upper[1]
    if ends is None or begins is None:
        raise NotSetError
    expected = ends
    if isinstance(ends, Amount) and ends.measure and ends.measure[0][0].startswith("count:"):
        expected = Amount(ends.value + 1, ends.measure)
    sign = order(begins, expected)
    return Seam(lower[0], upper[0], ends, begins, sign > 0) if sign else None


def _given(node: Arithmetic, values: Values, row: str) -> Term | None:
    try:
        return side(node, values, row)
    except NotSetError:
        return None


def _rows(node: Arithmetic, values: Values) -> tuple[str, ...]:
    return next((rows for operand in operands(node) if (rows := values.rows(operand))), ())


def side(node: Arithmetic, values: Values, row: str = "") -> Term:
    """One side of a comparison by itself."""
    match node:
        case Figure():
            if isinstance(node.value, Fraction):
                return Amount(node.value)
            term = term_of(node.value)
            assert term is not None  # noqa: S101 - only kinds that can be reckoned with are read
            return values.written(term)
        case Operand():
            return values.value(node, row)
        case OverRows():
            return _over_rows(node, values)
    left, right = side(node.left, values, row), side(node.right, values, row)
    try:
        return _OPERATIONS[node.operator](left, right)
    except UnlikeError as error:
        raise UnfitError(error.reason, node.span) from None


def _over_rows(node: OverRows, values: Values) -> Term:
    rows = _rows(node.argument, values)
    if not rows:
        raise UnfitError(M("`{function}` needs a column of a table", function=node.function), node.span)
    if node.function == "count":
        return Amount(Fraction(len(rows)))
    terms = [side(node.argument, values, row) for row in rows]
    try:
        if node.function == "sum":
            return reduce(add, terms)
        sign = -1 if node.function == "min" else 1
        return reduce(lambda a, b: b if order(b, a) == sign else a, terms)
    except UnlikeError as error:
        raise UnfitError(error.reason, node.span) from None
