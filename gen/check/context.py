"""What a rule is given: the resolved bid, its facts, its documents."""

from __future__ import annotations

from dataclasses import dataclass

from gen.model.blocks import Document
from gen.model.fact import Fact
from gen.model.package import Package


@dataclass(frozen=True, slots=True)
class Context:
    """One bid, as far as it is known."""

    package: Package
    facts: tuple[Fact, ...]
    documents: tuple[Document, ...]
