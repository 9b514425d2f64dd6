"""The values that a relation speaks of in one bid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gen.model.package import Package
from gen.model.param import CellKey
from gen.model.relation import BoundRelation
from gen.model.setting import FIRST, Setting
from gen.quantity import Quantity
from gen.quantity.algebra import Term, term_of
from gen.template.arithmetic import Operand
from gen.template.reckon import NotSetError, Values


@dataclass(frozen=True, slots=True)
class Related:
    """One relation over the settings of one bid."""

    bound: BoundRelation
    package: Package
    instead: Mapping[str, Quantity] = field(default_factory=dict)
    """Values tried in place of those set, by the path of their setting."""

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows in which it must hold: those of its table, or the one case without rows."""
        relation = self.bound.relation
        if not relation.each:
            return ("",)
        return self._rows(f"{self.bound.clause}.{relation.each}")

    def values(self) -> Values:
        """What its names stand for in this bid."""
        return Values(self._value, self._rows_of)

    def setting(self, operand: Operand, row: str) -> Setting | None:
        """What sets one of its names, of a column in one row."""
        cells = self.bound.cells[operand]
        key: CellKey = (cells.row if cells.row is not None else row, cells.column)
        return self.package.setting(cells.param).get(key)

    def settings(self, row: str, names: Iterable[Operand] | None = None) -> tuple[Setting, ...]:
        """The settings that take part in it, in one of its rows, or those of some names; the bid's come first."""
        used: dict[str, Setting] = {}
        for operand in self.bound.cells if names is None else names:
            settings = self.package.setting(self.bound.cells[operand].param)
            for key in self.keys(operand, row):
                if key in settings:
                    used[settings[key].path] = settings[key]
        return tuple(sorted(used.values(), key=lambda setting: FIRST.index(setting.set_by)))

    def keys(self, operand: Operand, row: str) -> tuple[CellKey, ...]:
        """The cells that one of its names stands for, in one of its rows, set or not."""
        cells = self.bound.cells[operand]
        if cells.row is not None:
            return ((cells.row, cells.column),)
        settings = self.package.setting(cells.param)
        column = cells.column or next((key[1] for key in settings), "")  # of a table as a whole, its first one
        return tuple(
            (each, column) for each in ((row,) if row and self._is_each(cells.param) else self._rows(cells.param))
        )

    def _value(self, operand: Operand, row: str) -> Term:
        setting = self.setting(operand, row)
        if setting is None:
            raise NotSetError
        term = term_of(self.instead.get(setting.path, setting.quantity))
        if term is None:
            raise NotSetError
        return term

    def _rows_of(self, operand: Operand) -> tuple[str, ...]:
        cells = self.bound.cells[operand]
        if cells.row is not None:
            return ()
        rows = self._rows(cells.param)
        if not rows:
            raise NotSetError  # a table without rows, which is a finding already
        return rows

    def _rows(self, path: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row for row, _ in self.package.setting(path)))

    def _is_each(self, path: str) -> bool:
        return path == f"{self.bound.clause}.{self.bound.relation.each}"
