"""Hold what the company's file names against the vocabulary: regions, channels, classes of equipment."""

from __future__ import annotations

from collections.abc import Iterator

from gen.decode import nearest
from gen.finding import Finding, found
from gen.message import M
from gen.model.bid import Company
from gen.model.vocabulary import Vocabulary
from gen.stage_rules import s109_unknown_name
from gen.yamltree import place_of


def check_company(company: Company, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Findings for every name that is no value of its axis."""
    named = (
        *(("region", name) for branch in company.branches for name in branch.regions),
        *(("channel", name) for person in company.people for name in person.channels),
        *(("equipment", name) for maker in company.makers for name in maker.equipment),
    )
    for axis, name in named:
        if name not in vocabulary.axes[axis].values:
            message = M("`{name}` is no value of the axis {axis}", name=name, axis=axis)
            helps = nearest(name, vocabulary.axes[axis].values)
            yield found(s109_unknown_name.RULE, message, place_of(name), helps=helps)
