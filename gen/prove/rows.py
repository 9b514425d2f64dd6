"""The promises that a library can make: every commitment, once for each row of its table, and the cells it hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gen import yamltree
from gen.facts import facts
from gen.model.clause import Commitment
from gen.model.fact import Fact, Scope
from gen.model.library import Library, LoadedClause
from gen.model.package import Chosen, Package
from gen.model.param import PLAIN, Place, TypedParam
from gen.model.record import Tree
from gen.prove.following import NOWHERE, inputs, settled
from gen.prove.shapes import Shape, blank_bid
from gen.prove.values import Domain, domain
from gen.quantity import Quantity

_FRESH = ("甲", "乙")
"""Names that nobody has used: with them and those in use, two promises can stand in every way to each other."""


@dataclass(frozen=True, slots=True)
class Row:
    """One promise that a clause can make."""

    clause: str
    commitment: int
    row: str
    """The row of its table; "" for a single one."""
    cells: tuple[Place, ...]
    """What it hangs on: its value, window, scope and fee, so far as parameters set them."""
    value: Place | None
    """The cell of its value; none for a literal."""
    amounts: tuple[Place, ...]
    """What its value hangs on: its cell, or those from which that follows."""
    follows: tuple[Place, ...]
    """Cells of it that follow from others; those stand among `cells`."""
    promise: Commitment = field(compare=False)

    @property
    def promised(self) -> tuple[str, int, str]:
        """Which promise it is."""
        return (self.clause, self.commitment, self.row)

    @property
    def path(self) -> str:
        """What sets its value, or the clause where it is a literal."""
        if self.value is None:
            return self.clause
        path, (row, column) = self.value
        return ".".join(part for part in (path, row, column) if part)


class Study:
    """A library with what its bids of one shape may make of every cell.

    What does not hang on the shape is shared with the study `like` which it is.
    """

    def __init__(self, library: Library, shape: Shape, *, approvals: bool = False, like: Study | None = None) -> None:
        self.library = library
        self.shape = shape
        self.approvals = approvals
        self.open_ended: set[str] = set()
        """Tables to which a bid may add rows of any name, each with a promise of its own: these are not looked at."""
        self.unknown: set[str] = set()
        """Clauses that promise a value which only the bid knows: such promises are not looked at."""
        self._named: dict[Place, tuple[str, ...]] = like._named if like else dict(_names(library))
        self._domains: dict[Place, Domain] = like._domains if like else {}
        self._inputs: dict[Place, tuple[Place, ...]] = like._inputs if like else {}
        self._scopes: dict[Row, Scope | None] = like._scopes if like else {}
        self._facts: dict[tuple[Row, tuple[Quantity | None, ...]], Fact | None] = like._facts if like else {}
        chosen = {clause: Chosen(loaded, NOWHERE) for clause, loaded in library.clauses.items()}
        self.package = Package(blank_bid(), library, chosen, {})
        """A bid with every clause; rules ask it for the library."""
        inside = (loaded for clause, loaded in library.clauses.items() if clause in shape.named)
        self.rows = tuple(row for loaded in inside for row in _rows(loaded, self))

    def domain(self, place: Place) -> Domain:
        """What a cell may be."""
        if place not in self._domains:
            names = self._named.get(place, ())
            self._domains[place] = domain(self.library, place, approvals=self.approvals, names=names)
        return self._domains[place]

    def scope(self, row: Row) -> Scope | None:
        """Where a promise holds; none where that hangs on a value."""
        if row not in self._scopes:
            written = [item for tree in row.promise.scope.values() for item in _items(tree)]
            table = self.library.param(f"{row.clause}.{row.promise.each}") if row.promise.each else None
            fixed = not any(item.startswith("$") and (table is None or item[1:] != table.spec.rows) for item in written)
            sample = self.fact(row, {p: q for p in row.cells for q in self.domain(p).points()[:1]}) if fixed else None
            self._scopes[row] = sample.scope if sample is not None else None
        return self._scopes[row]

    def can_be_set(self, place: Place) -> bool:
        """Whether any bid has a value in this cell."""
        mine = self.domain(place)
        return bool(mine.kept or mine.settable)

    def inputs(self, place: Place) -> tuple[Place, ...]:
        """The cells from which one follows that no bid need set; none where nothing says so."""
        if place not in self._inputs:
            self._inputs[place] = inputs(self, place)
        return self._inputs[place]

    def fact(self, row: Row, values: Mapping[Place, Quantity]) -> Fact | None:
        """The promise of a row under such values; none where it is not made."""
        key = (row, tuple(values.get(place) for place in row.cells))
        if key not in self._facts:
            self._facts[key] = self._made(row, values)
        return self._facts[key]

    def kept(self, row: Row, profile: str) -> Fact | None:
        """The promise of a row as the plain profile makes it."""
        values = {place: self.domain(place).kept[profile] for place in row.cells if profile in self.domain(place).kept}
        return self.fact(row, values) if len(values) == len(row.cells) else None

    def _made(self, row: Row, values: Mapping[Place, Quantity]) -> Fact | None:
        mine = {place: quantity for place in row.cells if (quantity := values.get(place)) is not None}
        settings = settled(self, mine, row.follows)
        package = Package(self.package.bid, self.library, {row.clause: self.package.clauses[row.clause]}, settings)
        for fact in facts(package)[0]:
            if (fact.commitment, fact.row) == (row.commitment, row.row):
                return fact
        return None


def _rows(loaded: LoadedClause, study: Study) -> Iterator[Row]:
    for number, commitment in enumerate(loaded.clause.commitments):
        if number not in loaded.sound:
            continue
        table = loaded.params.get(commitment.each)
        if table is None:
            plain = [place for name in _references(commitment) if (place := _plain(loaded, name)) is not None]
            yield _row(study, loaded, number, plain)
            continue
        for name in _row_names(table, commitment, study):
            columns = {column: (table.path, (name, column)) for column in table.columns}
            cells = [
                place
                for reference in _references(commitment)
                if (place := columns.get(reference) or _plain(loaded, reference)) is not None
            ]
            anchors = [place for place in columns.values() if study.can_be_set(place)]
            always = [place for place in anchors if len(study.domain(place).kept) == len(study.library.profiles)]
            for anchor in always[:1] or anchors:  # any of them makes the row one
                yield _row(study, loaded, number, [*cells, anchor], (name, table))


def _row(
    study: Study,
    loaded: LoadedClause,
    number: int,
    cells: Sequence[Place],
    at: tuple[str, TypedParam | None] = ("", None),
) -> Row:
    commitment, (name, table) = loaded.clause.commitments[number], at
    written = next(value for value in (commitment.at_most, commitment.at_least, commitment.is_) if value)
    value = None
    if written.startswith("$"):
        reference = written.removeprefix("$")
        in_table = table is not None and reference in table.columns
        value = (table.path, (name, reference)) if table is not None and in_table else _plain(loaded, reference)
    hanging: dict[Place, None] = {}
    follows = [place for place in dict.fromkeys(cells) if not study.can_be_set(place) and study.inputs(place)]
    for place in cells:
        hanging |= dict.fromkeys(study.inputs(place) if place in follows else (place,))
        if place not in follows and not study.can_be_set(place):
            study.unknown.add(str(loaded.clause.id))
    amounts = () if value is None else study.inputs(value) if value in follows else (value,)
    return Row(str(loaded.clause.id), number, name, tuple(hanging), value, amounts, tuple(follows), commitment)


def _references(commitment: Commitment) -> Iterator[str]:
    """The parameters and columns that a commitment names."""
    written = [commitment.at_most, commitment.at_least, commitment.is_, commitment.fee]
    written += [commitment.clock.window] if commitment.clock else []
    written += [item for tree in commitment.scope.values() for item in _items(tree)]
    yield from (name.removeprefix("$") for name in written if name.startswith("$"))


def _items(tree: Tree) -> list[str]:
    """The values that a scope names on one axis."""
    return [str(item) for item in (tree.items if isinstance(tree, yamltree.Sequence) else (tree,))]


def _plain(loaded: LoadedClause, name: str) -> Place | None:
    param = loaded.params.get(name)
    return (param.path, PLAIN) if param is not None and param.spec.type != "table" else None


def _row_names(table: TypedParam, commitment: Commitment, study: Study) -> list[str]:
    """The rows that a table has in any bid: those that somebody names, and those that may be added."""
    library = study.library
    sets = [table.default, table.allow, *(cells for _, cells in table.approval if study.approvals)]
    sets += [values.get(table.path, {}) for values in library.profile_values.values()]
    names = dict.fromkeys(row for cells in sets for row, _ in cells)
    if any(spec.type in {"text", "date"} for spec in table.spec.columns.values()):
        axis = library.vocabulary.axes.get(table.spec.rows)
        if axis is not None and not axis.open:
            names |= dict.fromkeys(map(str, axis.values))
        elif any(table.spec.rows == name for name in _references(commitment)):
            study.open_ended.add(table.path)
    return list(names)


def _names(library: Library) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """The cells with a text that says where a promise holds, and what that may be."""
    used: dict[str, dict[str, None]] = {}
    asking: list[tuple[str, Place]] = []
    for loaded in library.clauses.values():
        for commitment in loaded.clause.commitments:
            if commitment.fee.startswith("$") and (place := _plain(loaded, commitment.fee.removeprefix("$"))):
                yield place, tuple(map(str, library.vocabulary.fees))
            for axis, tree in commitment.scope.items():
                for item in _items(tree):
                    if not item.startswith("$"):
                        used.setdefault(axis, {})[item] = None
                        continue
                    name, table = item.removeprefix("$"), loaded.params.get(commitment.each)
                    if table is not None and name in table.columns:
                        asking += [(axis, (table.path, (row, name))) for row, _ in table.default]
                    elif place := _plain(loaded, name):
                        asking.append((axis, place))
    for axis, place in asking:
        spec = library.vocabulary.axes.get(axis)
        if spec is not None:
            yield place, tuple(map(str, spec.values)) if not spec.open else (*used.get(axis, ()), *_FRESH)
