"""Try the fixes that rules propose: set the values in the bid, check it again, keep those that mend.

A fix mends when its finding is gone and nothing has come in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from gen.finding import Finding, Fix
from gen.message import M
from gen.model.library import Library
from gen.model.package import Package
from gen.model.param import Cell
from gen.quantity import NotReadError, read
from gen.rule import Severity

MOST = 40
"""Fixes that are tried in one bid; each costs a check. Where so much is wrong, the first ones will do for a start."""

NONE_MENDS = M("no value that the guardrails permit mends it by itself: ask the owners of the clauses")

Recheck = Callable[[Library], Iterable[Finding]]


def with_mending_fixes(findings: tuple[Finding, ...], package: Package, recheck: Recheck) -> tuple[Finding, ...]:
    """The findings with those of their fixes that `recheck` sees mend them, one for each value set."""
    before = _serious(findings)
    tries = iter(range(MOST))

    def mending(finding: Finding) -> Iterator[Fix]:
        mended: set[frozenset[str]] = set()
        for fix in finding.fixes:
            paths = frozenset(edit.path for edit in fix.edits)
            if paths in mended or not list(islice(tries, 1)):
                continue
            library = _edited(package, fix)
            after = _serious(recheck(library)) if library else None
            if after is not None and finding.fingerprint not in after and after <= before:
                mended.add(paths)
                yield fix

    def mended(finding: Finding) -> Finding:
        if not finding.fixes:
            return finding
        fixes = tuple(mending(finding))
        return replace(finding, fixes=fixes, helps=finding.helps if fixes else (*finding.helps, NONE_MENDS))

    return tuple(mended(finding) for finding in findings)


def _serious(findings: Iterable[Finding]) -> set[str]:
    return {finding.fingerprint for finding in findings if finding.severity >= Severity.WARNING}


def _edited(package: Package, fix: Fix) -> Library | None:
    """The library with a fix's values set in the bid; none where one of them cannot be set."""
    bid = str(package.bid.id)
    values = dict(package.library.bid_values.get(bid, {}))
    for edit in fix.edits:
        cell = package.cell(edit.path)
        if cell is None or package.bid.span is None:
            return None
        param, key = cell
        column = param.spec.columns[key[1]] if key[1] else param.spec
        try:
            quantity = read(edit.value, column.type, column.unit, param.spec.values)
        except NotReadError:
            return None
        values[param.path] = {**values.get(param.path, {}), key: Cell(quantity, package.bid.span)}
    return replace(package.library, bid_values={**package.library.bid_values, bid: values})
