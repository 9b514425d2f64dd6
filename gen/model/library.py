"""The library: everything that a workspace holds beside its bids, decoded, typed and cross-checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gen.model.bid import Bid, Company
from gen.model.clause import Clause, Profile
from gen.model.form import Form
from gen.model.image import Image
from gen.model.law import Law
from gen.model.outline import Outline
from gen.model.param import Cell, CellKey, TypedParam
from gen.model.relation import BoundRelation
from gen.model.theme import Theme
from gen.model.vocabulary import Vocabulary
from gen.template import Template


@dataclass(frozen=True, slots=True, eq=False)
class LoadedClause:
    """A clause with its typed parameters and parsed wordings; itself only, so that what it says can be looked up."""

    clause: Clause
    params: Mapping[str, TypedParam]
    wordings: Mapping[str, Template]
    """The default wording under "", variants under their document kind; unsound ones are left out."""
    sound: frozenset[int]
    """The numbers of its commitments that are sound; the others promise nothing that could be compared."""

    def wording(self, kind: str) -> Template | None:
        """The wording for a document kind; none where it was unsound."""
        return self.wordings.get(kind if kind in self.clause.variants else "")


@dataclass(frozen=True, slots=True, eq=False)
class LoadedOutline:
    """A document kind with its parsed texts; itself only, so that what it prints can be looked up."""

    outline: Outline
    body: Template
    texts: Mapping[str, Template]
    """The short texts of its front matter (header, cover, signatories) by the text itself."""


@dataclass(frozen=True, slots=True)
class LoadedForm:
    """A form with its parsed texts."""

    form: Form
    texts: Mapping[str, Template]
    """By the text itself; unsound ones are left out."""


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """What bids are made from; itself only, so that what holds for all of it can be looked up."""

    vocabulary: Vocabulary
    company: Company | None
    clauses: Mapping[str, LoadedClause]
    profiles: Mapping[str, Profile]
    outlines: Mapping[str, LoadedOutline]
    themes: Mapping[str, Theme]
    bids: Mapping[str, Bid]
    present: Mapping[str, frozenset[str]]
    """Names by kind that have a file, sound or not: what is unsound is reported once, not wherever it is named."""
    profile_values: Mapping[str, Mapping[str, Mapping[CellKey, Cell]]]
    """What each profile sets: profile, parameter path, cell."""
    bid_values: Mapping[str, Mapping[str, Mapping[CellKey, Cell]]]
    """What each bid sets itself."""
    relations: Mapping[str, tuple[BoundRelation, ...]] = field(default_factory=dict)
    """What the numbers of each clause must satisfy; unsound ones are left out."""
    laws: Mapping[str, Law] = field(default_factory=dict)
    """Laws and standards that the workspace adds to those built in."""
    images: Mapping[str, Image] = field(default_factory=dict)
    """Pictures that texts show, by path; those that cannot be shown are left out."""
    skins: Mapping[str, bytes] = field(default_factory=dict)
    """Base packages for Word that lie beside themes, by theme."""
    forms: Mapping[str, LoadedForm] = field(default_factory=dict)
    """Blank record forms; each is a document kind as well."""

    def param(self, path: str) -> TypedParam | None:
        """A parameter by clause.parameter."""
        clause, _, name = path.rpartition(".")
        loaded = self.clauses.get(clause)
        return loaded.params.get(name) if loaded else None
