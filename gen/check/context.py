"""What a rule is given: the resolved bid, its facts, its documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from gen.check.pairs import Alike, by_dimension
from gen.check.printed import Passage, passages
from gen.model.blocks import Document
from gen.model.fact import Fact
from gen.model.package import Package


@dataclass(frozen=True)
class Context:
    """One bid, as far as it is known."""

    package: Package
    facts: tuple[Fact, ...]
    documents: tuple[Document, ...]

    @cached_property
    def by_dimension(self) -> Mapping[str, list[Alike]]:
        """The facts of each kind of promise, those that say the same for the same cases together."""
        return by_dimension(self.facts)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """What its documents print, paragraph by paragraph."""
        return tuple(passages(self.documents))
