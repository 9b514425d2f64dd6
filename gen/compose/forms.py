"""Forms: their rows become one table, on a grid so fine that every row can have columns of its own.

A row is written as cells with shares of the width, in 120ths; the columns of the table are what all rows need
together, and a cell that goes over several of them is a merged one. So both writers print a form as they print a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate, pairwise

from gen.compose.holes import FormHole
from gen.compose.stream import Stream
from gen.compose.tables import Measure, breadth, measure_of, shares
from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.model.blocks import Blank, Column, FormCell, Inlines, Mark, Merge, Paragraph, Ruling, Table, Text
from gen.model.form import Field, Form, FormRow, Ruled, Scale
from gen.model.library import LoadedForm
from gen.model.text import plain
from gen.stage_rules import s115_unusable_form
from gen.yamltree import place_of

UNITS = 120
"""Into so many parts the width of a form is divided."""
_LABEL, _LONGEST = 12, 12_000
"""The least width of a label, and the length, in thousandths of a half-width character, from which it breaks."""
_AIR = 1000
"""Room that a label has beyond its words: a base package of the user's may leave less."""
_MARK, _COUNT = 6, 9
"""Widths of a box of a scale and of a column of running numbers."""
_SIGNED = 2
"""Lines that a signature takes."""
_WORDS = 6
"""Half-width characters that a text needs at least."""
_NEEDS = {"text": _WORDS, "date": 20, "time": 24, "phone": 16, "number": 8, "choices": 0, "sign": 14}
"""Half-width characters that a cell has room for on one line, by what it is for."""
BOX = "□"


@dataclass(frozen=True, slots=True)
class _Cell:
    units: int
    kind: FormCell
    inlines: Inlines = ()


@dataclass(frozen=True, slots=True)
class _Line:
    cells: tuple[_Cell, ...]
    lines: int = 1


def add_form(stream: Stream, hole: FormHole, where: Mark) -> None:
    """Add a form and the note below it."""
    loaded = stream.package.library.forms.get(hole.form)
    if loaded is None:
        stream.assembly.whole = False  # a finding of the library
        return
    making = _Making(stream, loaded)
    stream.assembly.forms[hole.form] = None
    heads, rows = making.heads(), [line for row in loaded.form.rows for line in making.lines(row)]
    written = Mark(where.clause, loaded.form.span or where.span)
    lines = making.repeated(rows)
    stream.add(_table((*heads, *lines), len(heads) + making.leading, written))
    if note := loaded.form.note:
        stream.add(Paragraph(making.text(note), Mark(where.clause, place_of(note)), "note"))


class _Making:
    """The lines of one form while they are made."""

    def __init__(self, stream: Stream, loaded: LoadedForm) -> None:
        self.stream = stream
        self.form: Form = loaded.form
        self.texts = loaded.texts
        self.measure: Measure = measure_of(stream.theme, landscape=stream.landscape)
        self.pair = UNITS // (self.form.columns // 2)
        self.label = self._label_width()
        self.counted = 0
        """Statements of scales so far."""
        self.marks: tuple[int, int] | None = None
        """The marks over which statements stand at the moment."""
        self.leading = 0
        """Rows at the beginning that repeat on every page, beside those with the numbers of the form."""

    def text(self, text: str) -> Inlines:
        """A text of the form with its holes filled."""
        return self.stream.texts.short(text, self.texts)

    def heads(self) -> tuple[_Line, ...]:
        """The row with the number of the form and of the case, which stands on every page."""
        numbers = self._numbers()
        if not numbers:
            return ()
        width = UNITS // len(numbers)
        cells = []
        for name, number in numbers:
            cells += [_Cell(self.label, "label", name), replace(number, units=width - self.label)]
        return (_Line(tuple(cells)),)

    def _numbers(self) -> list[tuple[Inlines, _Cell]]:
        """What the numbers of the form and of the case are called, and their cells, which have no width yet."""
        code, case = self.form.code, self.form.case
        numbers = [(_plain("表单编号"), _Cell(0, "given", _plain(code)))] if code else []
        return [*numbers, *([(self.text(case), _Cell(0, "field"))] if case else [])]

    def lines(self, row: FormRow) -> Iterator[_Line]:
        """The lines of one row of the form."""
        if row.section or row.text:
            kind: FormCell = "band" if row.section else "given"
            yield _Line((_Cell(UNITS, kind, self.text(row.section or row.text)),))
        for fields in _side_by_side(row.fields, self.form.columns // 2):
            yield self._fields(fields)
        if row.table:
            yield from self._ruled(row.table)
        if row.scale:
            yield from self._scale(row.scale)
        for name in row.sign:
            yield self._signed(self._signing(name))

    def repeated(self, lines: Sequence[_Line]) -> Sequence[_Line]:
        """The lines; heads with which the form begins stand on every page, the heading above them once."""
        first = next((at for at, line in enumerate(lines) if line.cells[0].kind != "band"), len(lines))
        if first >= len(lines) or lines[first].cells[0].kind != "head":
            return lines
        self.leading = 1
        return (lines[first], *lines[:first], *lines[first + 1 :])

    def _label_width(self) -> int:
        labels = [self.text(field.label) for row in self.form.rows for field in row.fields]
        labels += [name for name, _ in self._numbers()]
        return min(max(self._width(labels, _LONGEST), _LABEL), self.pair * 9 // 20)

    def _width(self, texts: Sequence[Inlines], most: int) -> int:
        """The width that the longest of some texts needs; texts that need more than `most` break."""
        longest = min(max((breadth(plain(text)) for text in texts), default=0), most)
        return -(-(longest + _AIR + self.measure.padding) * UNITS // self.measure.width)

    def _signing(self, name: str) -> Inlines:
        return (*self.text(name), Text("签字"))

    def _signed(self, label: Inlines) -> _Line:
        half = UNITS // 2
        names = [self._signing(name) for row in self.form.rows for name in row.sign]
        width = max(self.label, min(self._width(names, 2 * _LONGEST), half // 2))
        cells = (
            _Cell(width, "label", label),
            _Cell(half - width, "field"),
            _Cell(_LABEL, "label", _plain("日期")),
            _Cell(half - _LABEL, "field", _DATE),
        )
        return _Line(cells, _SIGNED)

    def _fields(self, fields: Sequence[Field]) -> _Line:
        cells = []
        for field in fields:
            width = field.across * self.pair - self.label
            label, (kind, inlines) = self.text(field.label), self._filled(field)
            self._fits(field, label, self.label, max(field.lines, 2))
            printed = inlines if kind == "given" or field.choices else ()
            self._fits(field, printed, width, field.lines)
            self._suffices(field, width)
            cells += [_Cell(self.label, "label", label), _Cell(width, kind, inlines)]
        return _Line(tuple(cells), max(max(field.lines, _SIGNED * (field.kind == "sign")) for field in fields))

    def _filled(self, field: Field) -> tuple[FormCell, Inlines]:
        """What stands in a field before anybody fills it in."""
        match field.kind:
            case "date":
                return "field", _DATE
            case "time":
                return "field", _TIME
            case "number":
                return "field", (Blank(4), *self.text(field.unit))
            case "choices":
                boxes = [(Text(BOX), *self.text(choice)) for choice in field.choices]
                gaps: list[Inlines] = [(), *((Text("　"),) for _ in boxes[1:])]
                return "field", tuple(one for gap, box in zip(gaps, boxes, strict=True) for one in (*gap, *box))
            case _ if field.value:
                return "given", self.text(field.value)
        return "field", ()

    def _ruled(self, table: Ruled) -> Iterator[_Line]:
        counted = bool(table.first)
        heads = tuple(self.text(head) for head in table.heads)
        rows: list[tuple[Inlines, ...]] = []
        for number in range(max(table.rows, len(table.given))):
            given = table.given[number] if number < len(table.given) else ()
            cells = [_plain(str(number + 1))] * counted + [self.text(cell) for cell in given]
            rows.append((*cells, *(() for _ in range(len(heads) - len(cells)))))
        columns = shares(heads, tuple(rows), self.measure)
        wanted = [Fraction(width) for width in table.widths] or [column.share for column in columns]
        ends = [round(end * UNITS / sum(wanted)) for end in accumulate(wanted, initial=Fraction(0))]
        widths = [right - left for left, right in pairwise(ends)]
        yield _Line(tuple(_Cell(width, "head", head) for width, head in zip(widths, heads, strict=True)))
        for row in rows:
            yield _Line(
                tuple(
                    _Cell(width, "count" if counted and not at else "given" if cell else "field", cell)
                    for at, (width, cell) in enumerate(zip(widths, row, strict=True))
                ),
                table.lines,
            )

    def _scale(self, scale: Scale) -> Iterator[_Line]:
        marks = range(scale.from_, scale.to + 1)
        widths = (_COUNT, UNITS - _COUNT - _MARK * len(marks))
        if self.marks != (scale.from_, scale.to):
            self.marks = scale.from_, scale.to
            words = (_plain("序号"), self.text(scale.head))
            named = (_Cell(width, "head", head) for width, head in zip(widths, words, strict=True))
            yield _Line((*named, *(_Cell(_MARK, "head", _plain(str(mark))) for mark in marks)))
        for item in scale.items:
            self.counted += 1
            yield _Line(
                (
                    _Cell(widths[0], "count", _plain(str(self.counted))),
                    _Cell(widths[1], "given", self.text(item)),
                    *(_Cell(_MARK, "box", _plain(BOX)) for _ in marks),
                )
            )

    # -- what does not fit -------------------------------------------------------------------------------------

    def _room(self, units: int) -> int:
        return max(1, units * self.measure.width // UNITS - self.measure.padding)

    def _fits(self, field: Field, inlines: Inlines, units: int, lines: int) -> None:
        """See that a printed text has room in its cell."""
        needed = -(-breadth(plain(inlines)) // self._room(units))
        if needed > lines:
            message = M("`{text}` needs {needed} lines in its cell, which has {lines}",
                        text=plain(inlines), needed=needed, lines=lines)  # fmt: skip
            helps = [M("give it more room: `lines: {lines}`, a greater `span`, or fewer `columns`", lines=needed)]
            self._found(field, message, helps)

    def _suffices(self, field: Field, units: int) -> None:
        """See that a cell has room for what it is to be filled in with."""
        wanted = _NEEDS[field.kind] * 1000 + (breadth(plain(self.text(field.unit))) if field.unit else 0)
        if self._room(units) < wanted:
            message = M("the cell of `{label}` has room for {room} characters, and needs {wanted}",
                        label=field.label, room=self._room(units) // 2000, wanted=-(-wanted // 2000))  # fmt: skip
            self._found(field, message, [M("give it a greater `span`, or the form fewer `columns`")])

    def _found(self, field: Field, message: Message, helps: list[Message]) -> None:
        outline, bid = self.stream.outline, self.stream.package.bid.id
        labels = [Label(place_of(field.label), M("this field"))]
        if field.value:
            labels.append(Label(place_of(field.value), M("filled in beforehand with this")))
        key = (str(self.form.id), str(field.label), str(outline.kind))
        finding: Finding = found(s115_unusable_form.RULE, message, *labels, helps=helps, key=key, bid=bid)
        self.stream.findings.append(finding)


def _side_by_side(fields: Sequence[Field], pairs: int) -> Iterator[list[Field]]:
    """The fields that stand in one line each."""
    line: list[Field] = []
    for field in fields:
        line.append(field)
        if sum(one.across for one in line) >= pairs:
            yield line
            line = []


def _plain(text: str) -> Inlines:
    return (Text(text),)


_DATE: Inlines = (Blank(3), Text("年"), Blank(2), Text("月"), Blank(2), Text("日"))
_TIME: Inlines = (Blank(2), Text("月"), Blank(2), Text("日"), Blank(2), Text("时"), Blank(2), Text("分"))


def _table(lines: Sequence[_Line], heads: int, where: Mark) -> Table:
    """All lines as one table."""
    starts = [list(accumulate((cell.units for cell in line.cells), initial=0)) for line in lines]
    edges = sorted({edge for ends in starts for edge in ends})
    at = {edge: number for number, edge in enumerate(edges)}
    columns = tuple(Column((), Fraction(right - left, UNITS)) for left, right in pairwise(edges))
    rows, kinds, merges = [], [], []
    for number, (line, ends) in enumerate(zip(lines, starts, strict=True)):
        row: list[Inlines] = [()] * len(columns)
        kind: list[FormCell] = ["field"] * len(columns)
        for cell, (left, right) in zip(line.cells, pairwise(ends), strict=True):
            first, last = at[left], at[right]
            row[first] = cell.inlines
            kind[first:last] = [cell.kind] * (last - first)
            if last - first > 1:
                merges.append(Merge(number, first, across=last - first))
        rows.append(tuple(row))
        kinds.append(tuple(kind))
    ruling = Ruling(tuple(kinds), tuple(line.lines for line in lines), heads)
    return Table(columns, tuple(rows), (), "", None, where, merges=tuple(merges), ruling=ruling)
