"""One document on its way: numbered blocks, with references that wait until all documents are numbered."""

from __future__ import annotations

from dataclasses import dataclass, field

from gen.model.blocks import Block
from gen.model.library import LoadedOutline
from gen.model.theme import NumberingScheme


@dataclass(frozen=True, slots=True)
class Target:
    """Something that a reference can lead to."""

    text: str
    """Its number."""
    anchor: str
    title: str = ""
    body: bool = False
    """Whether its number is one of the body, which an annex may have as well."""


@dataclass(slots=True)
class Assembly:
    """One document on its way: its blocks with references still pending."""

    outline: LoadedOutline
    scheme: NumberingScheme
    header: str = ""
    blocks: list[Block] = field(default_factory=list)
    targets: dict[str, Target] = field(default_factory=dict)
    """By what `ref` names: a clause id, a table's parameter path, an annex or heading anchor."""
    printed: dict[str, None] = field(default_factory=dict)
    """Clause ids in the order in which they are printed."""
    annexes: list[str] = field(default_factory=list)
    """Document kinds that it prints as annexes."""
    forms: dict[str, None] = field(default_factory=dict)
    """Forms that are printed, by id."""
    pending: bool = False
    """Whether any reference waits for its number."""
    whole: bool = True
    """Whether nothing was left out because it could not be read or printed."""
