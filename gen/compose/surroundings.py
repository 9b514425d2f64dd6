"""What the texts of one document can see: the bid's settled values, its facts, the company's, the party words.

`surroundings` gives, for the text of a clause or of the outline, the environment in which it is evaluated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from typing import Any

from gen.compose.functions import FUNCTIONS
from gen.compose.holes import (
    NOTHING,
    Hole,
    ImageHole,
    ListHole,
    ParamTable,
    Pending,
    RecordTable,
    SignatureHole,
    TableHole,
)
from gen.compose.table_options import table_options
from gen.decode.length import read_length
from gen.library.names import FACTS, STANDING
from gen.library.printing import ANNEXES
from gen.message import M
from gen.model.blocks import Inlines, Text, Value
from gen.model.library import LoadedClause, LoadedOutline
from gen.model.package import Package
from gen.model.param import PLAIN, CellKey
from gen.model.setting import SetBy, Setting
from gen.quantity import Choice, Flag, Quantity, Words, read
from gen.source import Span
from gen.template import Call, Environment, Name, NotPrintableError
from gen.yamltree import Scalar

_SETTERS: dict[str, SetBy] = {"project": "bid", "customer_party": "bid", "company": "company"}
_DATES = {"submission"}


class Surroundings:
    """The values that one document of a bid prints."""

    def __init__(self, package: Package, outline: LoadedOutline) -> None:
        self._package = package
        self._outline = outline.outline
        self._facts: Mapping[str, Any] = {
            "project": package.bid.project,
            "customer_party": package.bid.customer,
            "company": package.company,
        }
        self._kept: dict[str, Hole] = {}
        self._absent: set[str] = set()
        self.missing: dict[str, Span] = {}
        """Facts that a text prints and nobody wrote, each where it is printed first."""
        self.foreign: dict[str, tuple[str, Span]] = {}
        """Clauses that the bid does not contain: a value of each that a text prints all the same, and where."""

    def environment(self, loaded: LoadedClause | None) -> Environment:
        """The environment of a clause's text, or of the outline's."""
        clause = str(loaded.clause.id) if loaded else ""

        def lookup(name: Name) -> Any:
            head, *rest = name.path
            if loaded and head in loaded.params:
                return self._setting(f"{clause}.{head}", rest)
            return self._fact(name)

        def asked(name: Name) -> Any:
            head = name.path[0]
            if head in self._facts and not (loaded and head in loaded.params):
                return self._written(name)
            return lookup(name)

        return Environment(lookup, _functions(self), _truth, _key, asked)

    def _setting(self, path: str, rest: list[str]) -> Any:
        cells = self._package.setting(path)
        param = self._package.library.param(path)
        if param is None or not cells:
            return NOTHING
        if param.spec.type == "table" and not rest:
            return ParamTable(param, cells)
        key: CellKey = PLAIN
        if rest:
            key = (rest[0], rest[1] if len(rest) > 1 else param.columns[0])
        setting = cells.get(key)
        return Value(setting.text, setting) if setting else NOTHING

    def _fact(self, name: Name) -> Any:
        full = str(name)
        if full not in self._kept:
            self._kept[full] = self._read_fact(name)
        if full in self._absent:
            self.missing.setdefault(full, name.span)
        return self._kept[full]

    def _written(self, name: Name) -> bool:
        """Whether the bid, or the company, has a fact: what a condition may ask, so that a text can do without it."""
        if str(name) not in self._kept:
            self._kept[str(name)] = self._read_fact(name)
        kept = self._kept[str(name)]
        return kept.rows != () if isinstance(kept, RecordTable) else kept is not NOTHING

    def _read_fact(self, name: Name) -> Any:
        head, *rest = name.path
        if head in self._outline.words and not rest:
            return Text(self._outline.words[head])
        if head == "signature" and not rest:
            return SignatureHole(name.span)
        if head in (ANNEXES, *STANDING) and not rest:
            return ListHole(head, name.span)
        record = self._facts.get(head)
        if record is None or len(rest) != 1 or rest[0] not in FACTS[head]:
            return NOTHING
        value = getattr(record, rest[0], "")
        if isinstance(value, tuple):
            return _record_table(f"{head}.{rest[0]}", value)
        if not isinstance(value, Scalar):
            self._absent.add(str(name))
            return NOTHING
        kind = "date" if rest[0] in _DATES else "text"
        return _value(str(name), value, read(value, kind), _SETTERS[head], self._package)

    def param(self, call: Call, arguments: tuple[Any, ...], _named: Mapping[str, Any]) -> Any:
        """Give a value of another clause of the bid: `param("warranty.term.years")`."""
        path = str(arguments[0])
        parts = path.split(".")
        for end in range(len(parts), 1, -1):
            param = self._package.library.param(".".join(parts[:end]))
            if param and param.clause in self._package.clauses:
                return self._setting(param.path, parts[end:])
            if param:
                self.foreign.setdefault(param.clause, (path, call.span))
        return NOTHING  # a finding: here, or of the library where it has no such parameter

    def table(self, call: Call, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
        """Print a table of one or several parameters, or a list of the company."""
        first = arguments[0] if arguments else None
        if first is NOTHING:
            return NOTHING
        if isinstance(first, (RecordTable, ParamTable)):
            captions = arguments[1:]
            if len(captions) + ("caption" in named) > 1:
                raise NotPrintableError(M("a table has one caption"), call.span)
            options = table_options(call, {**named, "caption": captions[0]} if captions else named)
            return TableHole(first if isinstance(first, RecordTable) else (first,), call.span, **options)
        if not all(isinstance(argument, str) for argument in arguments) or not arguments:
            raise NotPrintableError(M("`table` prints a table parameter or a list"), call.span)
        tables = [self.param(call, (path,), {}) for path in arguments]
        if any(table is NOTHING for table in tables):
            return NOTHING
        if not all(isinstance(table, ParamTable) for table in tables):
            raise NotPrintableError(M("`table` prints a table parameter or a list"), call.span)
        if len({table.param.spec.rows for table in tables}) > 1:
            raise NotPrintableError(M("tables can be joined only where their rows stand for the same axis"), call.span)
        return TableHole(tuple(tables), call.span, **table_options(call, named))

    def count(self, call: Call, arguments: tuple[Any, ...], _named: Mapping[str, Any]) -> Any:
        """Count the annexes of the document, a list of the company, or the rows of a table parameter."""
        what = arguments[0] if len(arguments) == 1 else None
        if what is NOTHING:
            return NOTHING
        if what == ANNEXES:
            return Pending(ANNEXES, call.span, show="count")
        if isinstance(what, RecordTable) and what.rows:
            return _counted(what.name, len(what.rows), what.rows[0][0], "company")
        if isinstance(what, ParamTable):
            rows = {row for row, _ in what.cells}
            first = next(iter(what.cells.values()))
            return _counted(what.param.path, len(rows), (Value(first.text, first),), first.set_by)
        raise NotPrintableError(M('what can be counted: "annexes", lists with something in them, tables'), call.span)

    def image(self, call: Call, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
        """Show a picture file: `image("./topology.png", "网络拓扑", width="12cm")`."""
        name, caption = map(str, arguments)
        path = f"projects/{self._package.bid.folder}/{name[2:]}" if name.startswith("./") else name
        image = self._package.library.images.get(path)
        if image is None:
            return ImageHole(path, None, caption, call.span)
        width = read_length(str(named["width"])) if "width" in named else image.width
        if width is None or width <= 0:
            raise NotPrintableError(M("the width of a picture is a length such as 12cm"), call.span)
        height = max(1, image.height * width // image.width)
        return ImageHole(path, replace(image, width=width, height=height, alt=caption), caption, call.span)


def _functions(around: Surroundings) -> Mapping[str, Any]:
    return {"param": around.param, "table": around.table, "count": around.count, "image": around.image, **FUNCTIONS}


def _truth(value: Any, span: Span) -> bool:
    quantity = value.setting.quantity if isinstance(value, Value) else None
    if isinstance(quantity, Flag):
        return quantity.set
    if value is NOTHING:
        return False
    raise NotPrintableError(M('a condition asks a flag (是 or 否), or compares: `forum == "court"`'), span)


def _key(value: Any) -> Any:
    quantity = value.setting.quantity if isinstance(value, Value) else None
    if isinstance(quantity, Choice):
        return quantity.key
    return quantity.text if isinstance(quantity, Words) else str(quantity) if quantity else value


def _value(path: str, text: Scalar, quantity: Quantity, set_by: SetBy, package: Package) -> Value:
    by = str(package.bid.id) if set_by == "bid" else "company"
    return Value(str(quantity), Setting(path, quantity, str(quantity), set_by, by, text.span))


def _record_table(name: str, records: tuple[Any, ...]) -> RecordTable:
    specs = [f for f in fields(records[0]) if f.default is MISSING] if records else []  # what is optional is for checks
    rows = tuple(
        tuple(_record_cell(f"{name}.{number}.{f.name}", getattr(record, f.name)) for f in specs)
        for number, record in enumerate(records, 1)
    )
    return RecordTable(name, tuple(f.metadata["doc"] for f in specs), rows)


def _counted(path: str, number: int, first: Inlines, set_by: SetBy) -> Value | Text:
    """A number of rows, traced to where the first of them is written."""
    origin = next((inline.setting for inline in first if isinstance(inline, Value)), None)
    if origin is None:
        return Text(str(number))
    return Value(str(number), Setting(path, Words(str(number)), str(number), set_by, origin.by, origin.span))


def _record_cell(path: str, text: Any) -> tuple[Value | Text, ...]:
    if not isinstance(text, Scalar):
        return (Text("—"),)
    setting = Setting(path, Words(str(text)), str(text), "company", "company", text.span)
    return (Value(str(text), setting),)
