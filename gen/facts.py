"""Turn a resolved bid into facts: every promise of every clause, once for each row of its table, with its value.

Comes in: a package. Goes out: facts. What the clauses declare is sound by now, so there is little left to find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from gen.decode import nearest
from gen.finding import Finding, found
from gen.message import M
from gen.model.clause import Clock, Commitment
from gen.model.fact import Fact, FixedScope, Scope
from gen.model.library import LoadedClause
from gen.model.package import Package
from gen.model.param import PLAIN
from gen.model.setting import Setting
from gen.model.vocabulary import Vocabulary
from gen.quantity import Choice, Duration, NotReadError, Quantity, Window, read
from gen.quantity.clock import ALWAYS, Week
from gen.quantity.numerals import PATTERN
from gen.source import Span
from gen.stage_rules import s108_wrong_type, s109_unknown_name
from gen.yamltree import Scalar, Sequence


def facts(package: Package) -> tuple[tuple[Fact, ...], tuple[Finding, ...]]:
    """All facts of a bid, in the order of its clauses."""
    findings: list[Finding] = []
    made: list[Fact] = []
    for chosen in package.clauses.values():
        for number, commitment in enumerate(chosen.loaded.clause.commitments):
            if number in chosen.loaded.sound:
                made += _Promise(package, chosen.loaded, number, commitment, findings).facts()
    return tuple(made), tuple(findings)


class _Promise:
    """One commitment of one clause in one bid."""

    def __init__(
        self,
        package: Package,
        loaded: LoadedClause,
        number: int,
        commitment: Commitment,
        findings: list[Finding],
    ) -> None:
        self.package = package
        self.loaded = loaded
        self.number = number
        self.commitment = commitment
        self.findings = findings
        self.vocabulary: Vocabulary = package.library.vocabulary

    def facts(self) -> Iterator[Fact]:
        if not self.commitment.each:
            fact = self.fact("", {})
            if fact:
                yield fact
            return
        cells = self.package.setting(f"{self.loaded.clause.id}.{self.commitment.each}")
        rows: dict[str, dict[str, Setting]] = {}
        for (row, column), setting in cells.items():
            rows.setdefault(row, {})[column] = setting
        for row, columns in rows.items():
            fact = self.fact(row, columns)
            if fact:
                yield fact

    def fact(self, row: str, columns: Mapping[str, Setting]) -> Fact | None:
        commitment = self.commitment
        comparator, written = _bound(commitment)
        value = self.value(written, columns)
        if value is None:
            return None
        quantity, setting, span = value
        clock = commitment.clock
        window = self.window(clock, columns)
        spec = self.vocabulary.dimensions[commitment.promise]
        return Fact(
            dimension=str(commitment.promise),
            spec=spec,
            comparator=comparator,
            quantity=quantity,
            scope=self.scope(row, columns),
            week=self.week(clock, quantity, window),
            start=str(clock.start) if clock else "",
            ends=str(clock.to) if clock and clock.to else spec.ends,
            window=window,
            fee=self.fee(columns),
            obligor=str(commitment.obligor),
            modality=str(commitment.modality),
            clause=str(self.loaded.clause.id),
            commitment=self.number,
            row=row,
            promise=commitment,
            setting=setting,
            span=span,
        )

    def value(self, written: str, columns: Mapping[str, Setting]) -> tuple[Quantity, Setting | None, Span] | None:
        """The value that `$name` or a literal stands for; none where it is not set in this bid."""
        assert isinstance(written, Scalar)  # noqa: S101 - it was decoded from a file
        if written.startswith("$"):
            setting = self.setting(written, columns)
            return (setting.quantity, setting, setting.sources[0].span) if setting else None
        dimension = self.vocabulary.dimensions[self.commitment.promise]
        kind = dimension.type
        try:
            labels = {key: word.label for key, word in dimension.values.items()}
            counted = re.fullmatch(rf"(?:{PATTERN})(\D+)", written) if kind == "count" else None
            if counted:
                quantity = read(written, "count", counted[1])
            else:
                quantity = read(written, "text" if kind == "count" else kind, values=labels)
        except NotReadError as error:
            message = M("`{written}` is not {expected}", written=written, expected=error.reason)
            self.findings.append(found(s108_wrong_type.RULE, message, written.span))
            return None
        return quantity, None, written.span

    def setting(self, reference: str, columns: Mapping[str, Setting]) -> Setting | None:
        name = reference.removeprefix("$")
        if name in columns:
            return columns[name]
        return self.package.setting(f"{self.loaded.clause.id}.{name}").get(PLAIN)

    def scope(self, row: str, columns: Mapping[str, Setting]) -> Scope:
        table = self.loaded.params.get(self.commitment.each)
        scope: dict[str, frozenset[str]] = {}
        for axis, tree in self.commitment.scope.items():
            values = set()
            for item in tree.items if isinstance(tree, Sequence) else (tree,):
                if not isinstance(item, Scalar):
                    continue
                if not item.startswith("$"):
                    values.add(self.vocabulary.axes[axis].value(item) or str(item))
                elif table is not None and item.removeprefix("$") == table.spec.rows:
                    values.add(row)
                elif setting := self.setting(item, columns):
                    values |= self.scope_value(axis, setting)
            scope[str(axis)] = frozenset(values)
        return FixedScope(scope)

    def scope_value(self, name: str, setting: Setting) -> set[str]:
        """The value of an axis that a parameter names."""
        value = setting.quantity.key if isinstance(setting.quantity, Choice) else setting.text
        axis = self.vocabulary.axes[name]
        if (known := axis.value(value)) is not None:
            return {known}
        message = M("`{name}` is no value of the axis {axis}", name=value, axis=name)
        self.findings.append(found(s109_unknown_name.RULE, message, setting.span, helps=nearest(value, axis.values)))
        return set()

    def fee(self, columns: Mapping[str, Setting]) -> str:
        """The key of the fee, where a parameter names it the one that it stands at in this bid."""
        if not self.commitment.fee.startswith("$"):
            return str(self.commitment.fee)
        setting = self.setting(self.commitment.fee, columns)
        if setting is None:
            return ""
        name = setting.quantity.key if isinstance(setting.quantity, Choice) else setting.text
        if name in self.vocabulary.fees:
            return str(name)
        message = M("`{name}` is no kind of fee", name=name)
        helps = nearest(name, self.vocabulary.fees)
        self.findings.append(found(s109_unknown_name.RULE, message, setting.span, helps=helps))
        return ""

    def window(self, clock: Clock | None, columns: Mapping[str, Setting]) -> Window | None:
        """The service window that the clock names."""
        if clock is None or not clock.window:
            return None
        if clock.window.startswith("$"):
            setting = self.setting(clock.window, columns)
            window = setting.quantity if setting else None
        else:
            window = read(clock.window, "window")
        return window if isinstance(window, Window) else None

    def week(self, clock: Clock | None, quantity: Quantity, window: Window | None) -> Week:
        """The hours in which the deadline runs: those of its window in working time, all in natural time.

        Working hours and working days are counted in working time, whatever the clause's clock says.
        """
        if clock is None or clock.kind == "natural":
            working = isinstance(quantity, Duration) and quantity.working
            return week_of(Window(5, 8), self.vocabulary) if working else ALWAYS
        return week_of(window or Window(5, 8), self.vocabulary)


def _bound(commitment: Commitment) -> tuple[Literal["at_most", "at_least", "is"], str]:
    """The comparator and the value as written; loading has seen to it that there is just one."""
    if commitment.at_most:
        return "at_most", commitment.at_most
    return ("at_least", commitment.at_least) if commitment.at_least else ("is", commitment.is_)


def week_of(window: Window, vocabulary: Vocabulary) -> Week:
    """When a window is open; the vocabulary says at what hour, and 09:00 is taken where it does not."""
    for value in vocabulary.axes["window"].values.values():
        if (value.days, value.hours) == (window.days, window.hours) and value.opens:
            hour, minute = value.opens.split(":")
            return Week(window.days, int(hour) * 60 + int(minute), window.hours * 60)
    opens = min(9, 24 - window.hours) * 60
    return Week(window.days, opens, window.hours * 60)
