"""A resolved bid: the clauses that it contains and every one of their values, each with who set it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gen.model.bid import Bid, Company
from gen.model.library import Library, LoadedClause
from gen.model.param import CellKey, TypedParam
from gen.model.setting import Setting
from gen.source import Span


@dataclass(frozen=True, slots=True)
class Chosen:
    """A clause of a bid, and where it was chosen."""

    loaded: LoadedClause
    span: Span
    """Where profile or bid names it."""


@dataclass(frozen=True, slots=True)
class Package:
    """One bid, resolved."""

    bid: Bid
    library: Library
    clauses: Mapping[str, Chosen]
    """By id, in the order in which profile and bid name them."""
    settings: Mapping[str, Mapping[CellKey, Setting]]
    """By parameter path; the cells of a table in the order of its rows."""

    @property
    def whole(self) -> bool:
        """Whether the profile and all that it extends could be read; without one nobody knows what the bid contains."""
        seen: set[str] = set()
        name: str = self.bid.profile
        while name in self.library.profiles and name not in seen:
            seen.add(name)
            name = self.library.profiles[name].extends
        return not name

    @property
    def company(self) -> Company | None:
        """The company as this bid presents it.

        Of a post of which the bid names people only those serve it, and of the service points only those that it
        names, each as far from its site as it says.
        """
        company, named, ways = self.library.company, self.bid.people, self.bid.branches
        if company is None:
            return None
        posts = {person.role for person in company.people if person.name in named}
        people = tuple(each for each in company.people if each.name in named or each.role not in posts)
        branches = tuple(
            replace(branch, distance=way.distance, travel=way.travel)
            for branch in company.branches
            if (way := ways.get(branch.name)) is not None
        )
        return replace(company, people=people, branches=branches if ways else company.branches)

    def setting(self, path: str) -> Mapping[CellKey, Setting]:
        """All cells of one parameter; none where it is not part of the bid."""
        return self.settings.get(path, {})

    def cell(self, path: str) -> tuple[TypedParam, CellKey] | None:
        """The parameter and the cell that a setting's path names; none for facts of the bid or the company."""
        parts = path.split(".")
        for end in range(len(parts), 1, -1):
            if param := self.param(".".join(parts[:end])):
                row, column = (*parts[end:], "", "")[:2]
                return param, (row, column or (param.columns[0] if row else ""))
        return None

    def param(self, path: str) -> TypedParam | None:
        """A parameter of a clause that the bid contains."""
        param = self.library.param(path)
        return param if param and param.clause in self.clauses else None
