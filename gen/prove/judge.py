"""Asks a rule whether some promises clash: there is no second version of a rule that could drift from the first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from gen.check.context import Context
from gen.finding import Finding
from gen.model.fact import Fact
from gen.model.param import Place
from gen.prove.classes import Declared, Rows
from gen.prove.rows import Study
from gen.quantity import Quantity
from gen.rule import Confidence, Severity

Values = Mapping[Place, Quantity]


def serious(finding: Finding) -> bool:
    """Whether a finding fails `check` as it is run by default."""
    return finding.severity >= Severity.ERROR and finding.confidence >= Confidence.MEDIUM


def unjudged(finding: Finding) -> bool:
    """Whether a finding says that its rule cannot tell."""
    return finding.key[:1] == ("undecided",) or any(note.text.startswith("undecided") for note in finding.notes)


@dataclass(frozen=True)
class Judge:
    """Asks a rule whether some promises clash: by themselves, and in the company of others that may decide instead."""

    declared: Declared
    rows: Rows
    study: Study
    wanted: Callable[[Finding], bool]

    def alone(self, values: Values) -> bool:
        """Whether they clash, looked at by themselves."""
        return any(map(self.wanted, self.findings([self.study.fact(row, values) for row in self.rows])))

    def among(self, values: Values, profile: str, clauses: frozenset[str]) -> bool:
        """Whether they still do beside what these clauses promise of the same kinds: special cases, exceptions."""
        mine = [self.study.fact(row, values) for row in self.rows]
        beside = [self.study.kept(row, profile) for row in self.companions if row.clause in clauses]
        sides = [{fact.span, fact.commitment_span} for fact in mine if fact is not None]
        return any(
            self.wanted(finding) and all(side & {label.span for label in finding.labels} for side in sides)
            for finding in self.findings(mine, [fact for fact in beside if fact is not None])
        )

    def findings(self, facts: list[Fact | None], beside: Sequence[Fact] = ()) -> tuple[Finding, ...]:
        """What the rule has against these promises, if all of them are made."""
        made = tuple(fact for fact in facts if fact is not None)
        if len(made) < len(self.rows):
            return ()
        return tuple(self.declared.check(Context(self.study.package, (*made, *beside), ())))

    @cached_property
    def companions(self) -> Rows:
        """Other promises of the same kinds that are there whenever their clause is, and always for the same cases."""
        kinds = {str(row.promise.promise) for row in self.rows}
        mine = {row.promised for row in self.rows}
        return tuple(
            row
            for row in self.study.rows
            if str(row.promise.promise) in kinds and row.promised not in mine and self.study.scope(row) is not None
        )
