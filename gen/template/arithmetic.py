"""Relations between the numbers of clauses: `total == ours + theirs`, `sum(schedule.share) == "100%"`.

Comes in: a scalar. Goes out: the relation as a tree in which every node knows its column, or none with a finding. The
grammar is that of the expressions in texts, with arithmetic: Jinja's parser keeps no columns inside an expression, so
this reads it itself.

    relation := sum (== | <= | >= | < | >) sum  |  bands(column, column)
    sum      := product (+ or - product)…
    product  := atom (* or / atom)…
    atom     := number | "quantity" | name.name… | param("clause.name") | sum(…) count(…) min(…) max(…) | (sum)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from gen.decode import nearest
from gen.finding import Finding, found
from gen.message import M, Message
from gen.quantity import NotReadError, Quantity, read
from gen.source import Span
from gen.stage_rules import s108_wrong_type, s109_unknown_name
from gen.yamltree import Scalar

OVER_ROWS = ("sum", "count", "min", "max")
"""Functions over all rows of a table."""
BANDS = "bands"
"""The function that is a relation by itself: the rows' ranges leave no gap and share nothing."""
COMPARISONS = ("==", "<=", ">=", "<", ">")

_FUNCTIONS = (*OVER_ROWS, "param", BANDS)
_LONGEST = 500
"""Characters that a relation may have; nobody can check a longer one by eye."""
_DEEPEST = 12
"""Brackets inside each other, for the same reason."""
_KINDS = ("percent", "money", "frequency", "date", "duration")
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d{1,15}(?:\.\d{1,15})?)(?![\w.])|(?P<quoted>\"[^\"]*\"|'[^']*')|(?P<name>[^\W\d]\w*(?:\.\w+)*)"
    r"|(?P<sign>==|<=|>=|[-+*/<>(),])|(?P<end>$))"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or quantity written in the relation itself."""

    value: Fraction | Quantity
    span: Span


@dataclass(frozen=True, slots=True)
class Operand:
    """A value that a relation speaks of: a dotted name of its own clause, or with `foreign` a path of any."""

    path: str
    span: Span
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class OverRows:
    """A function over all rows of a table."""

    function: str
    argument: Arithmetic
    span: Span


@dataclass(frozen=True, slots=True)
class Operation:
    """+ - * or / of two."""

    operator: str
    left: Arithmetic
    right: Arithmetic
    span: Span


Arithmetic = Figure | Operand | OverRows | Operation


@dataclass(frozen=True, slots=True)
class Comparison:
    """What must hold; with the operator `bands`, left and right are the columns where each row begins and ends."""

    operator: str
    left: Arithmetic
    right: Arithmetic
    text: Scalar
    left_text: str
    right_text: str


def parse_relation(text: Scalar) -> tuple[Comparison | None, tuple[Finding, ...]]:
    """Parse one relation."""
    try:
        return _Reader(text).relation(), ()
    except _RefusedError as refused:
        return None, (refused.finding,)


def operands(node: Arithmetic | Comparison) -> Iterator[Operand]:
    """Every value that a relation speaks of, in the order in which it stands there."""
    match node:
        case Operand():
            yield node
        case OverRows():
            yield from operands(node.argument)
        case Operation() | Comparison():
            yield from operands(node.left)
            yield from operands(node.right)


def nodes(node: Arithmetic | Comparison) -> Iterator[Arithmetic | Comparison]:
    """Every part of a relation, itself first."""
    yield node
    match node:
        case OverRows():
            yield from nodes(node.argument)
        case Operation() | Comparison():
            yield from nodes(node.left)
            yield from nodes(node.right)


class _RefusedError(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding


class _Reader:
    """Reads from left to right; `at` is where the next token begins."""

    def __init__(self, text: Scalar) -> None:
        self.text = text
        self.at = self.before = self.start = self.depth = 0
        self.kind = self.sign = ""
        if len(text) > _LONGEST:
            raise self.refuse(M("it is longer than {limit} characters", limit=_LONGEST), text.at(0, 1))
        self.step()

    def relation(self) -> Comparison:
        if self.sign == BANDS:
            self.step()
            self.take("(")
            left_at, left = self.start, self.sum()
            left_text = self.written(left_at)
            self.take(",")
            right_at, right = self.start, self.sum()
            right_text = self.written(right_at)
            self.take(")")
            operator = BANDS
        else:
            left, left_text = self.sum(), self.written(0)
            operator = self.sign
            if operator not in COMPARISONS:
                raise self.refuse(M("it compares two sides with {signs}", signs=" ".join(COMPARISONS)))
            self.step()
            right_at, right = self.start, self.sum()
            right_text = self.written(right_at)
        if self.kind != "end":
            raise self.refuse(M("it ends before `{sign}`", sign=self.sign))
        return Comparison(operator, left, right, self.text, left_text, right_text)

    def sum(self) -> Arithmetic:
        return self.chain(("+", "-"), lambda: self.chain(("*", "/"), self.atom))

    def chain(self, operators: tuple[str, str], part: Callable[[], Arithmetic]) -> Arithmetic:
        left = part()
        while self.sign in operators and self.kind == "sign":
            operator, span = self.sign, self.span()
            self.step()
            left = Operation(operator, left, part(), span)
        return left

    def atom(self) -> Arithmetic:
        kind, sign, span = self.kind, self.sign, self.span()
        if kind == "number":
            self.step()
            return Figure(Fraction(sign), span)
        if kind == "quoted":
            self.step()
            return Figure(self.quantity(sign[1:-1], span), span)
        if sign == "(":
            return self.inside()
        if kind == "name":
            self.step()
            return self.call(sign, span) if self.sign == "(" else Operand(sign, span)
        raise self.refuse(M("a number, a name or a quantity in quotes is missing here"))

    def call(self, function: str, span: Span) -> Arithmetic:
        if function not in _FUNCTIONS:
            message = M("there is no function `{name}`", name=function)
            helps = nearest(function, _FUNCTIONS)
            raise _RefusedError(found(s109_unknown_name.RULE, message, span, helps=helps))
        if function == BANDS:
            raise self.refuse(M("`bands` stands alone"), span)
        if function == "param":
            self.step()
            word, place = self.sign, self.span()
            if self.kind != "quoted":
                raise self.refuse(M("`param` takes a path in quotes"))
            self.step()
            self.take(")")
            inside = Span(place.source, place.line, place.column + 1, place.end_line, place.end_column - 1)
            return Operand(word[1:-1], inside, foreign=True)
        return OverRows(function, self.inside(), span)

    def inside(self) -> Arithmetic:
        """What stands between two brackets."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self.refuse(M("it nests too deep"))
        self.take("(")
        inner = self.sum()
        self.take(")")
        self.depth -= 1
        return inner

    def quantity(self, text: str, span: Span) -> Quantity:
        for kind in _KINDS:
            try:
                return read(text, kind)
            except NotReadError:
                continue
        count = re.fullmatch(r"\s*([\d,]+|[零一二两三四五六七八九十百千万]+)\s*(\S+)\s*", text)
        if count:
            try:
                return read(text, "count", count[2])
            except NotReadError:
                pass
        raise self.refuse(M("`{text}` is no quantity", text=text), span)

    def take(self, sign: str) -> None:
        if self.sign != sign or self.kind != "sign":
            raise self.refuse(M("`{sign}` is missing here", sign=sign))
        self.step()

    def step(self) -> None:
        """Go on to the next token."""
        self.before = self.at
        match = _TOKEN.match(self.text, self.at)
        if match is None or match.lastgroup is None:
            self.start = self.at + len(self.text[self.at :]) - len(self.text[self.at :].lstrip())
            self.sign = self.text[self.start : self.start + 1]
            raise self.refuse(M("`{sign}` has no meaning here", sign=self.sign))
        self.kind, self.sign = match.lastgroup, match[match.lastgroup]
        self.start, self.at = match.start(match.lastgroup), match.end()

    def written(self, begin: int) -> str:
        """What has been read since `begin`, as written."""
        return re.sub(r"\s+", " ", str(self.text[begin : self.before])).strip()

    def span(self) -> Span:
        return self.text.at(self.start, max(len(self.sign), 1))

    def refuse(self, reason: Message, span: Span | None = None) -> _RefusedError:
        message = M("the relation cannot be read: {reason}", reason=reason)
        helps = [M("write it so: `total == ours + theirs`")]
        return _RefusedError(found(s108_wrong_type.RULE, message, span or self.span(), helps=helps))
