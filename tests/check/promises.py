"""What the tests of rules share: a clause with commitments, and what is found in it."""

from __future__ import annotations

from collections.abc import Callable

from gen.finding import Finding

Findings = Callable[[str], tuple[Finding, ...]]

REPORTED = "clock: {kind: natural, from: report_received}"
OFFICE = "clock: {kind: working, from: report_received, window: 5×8}"


def param(name: str, value: str, more: str = "", type_: str = "duration") -> str:
    """A parameter that all tests of promises print, so that it is used."""
    return f"{name}: {{label: {name}, type: {type_}, default: {value}{more}}}"


def tiers(name: str, *values: str, columns: str = "within: {label: 时限, type: duration}", more: str = "") -> str:
    """A table of one value for each severity."""
    rows = ", ".join(f"S{number}: {value}" for number, value in enumerate(values, 1))
    return f"{name}: {{label: {name}, type: table, key: severity, columns: {{{columns}}}, default: {{{rows}}}{more}}}"


def clause(params: list[str], commitments: list[str], id_: str = "hotline.window", text: str = "甲。") -> str:
    """A clause that makes promises; parameters are tied to them, so the text need not print any."""
    return (
        f"# clauses/{id_.replace('.', '/')}.yaml\nid: {id_}\ntitle: 题\nstatus: approved\nowner: service\n"
        "review_by: 2027-10-01\nparams:\n"
        + "".join(f"  {line}\n" for line in params)
        + "commitments:\n"
        + "".join(f"  - {{{line}}}\n" for line in commitments)
        + f"text: {text}\n"
    )


def told(finding: Finding) -> tuple[str, str]:
    """Rule with severity, and message."""
    return f"{finding.rule.id} {finding.severity}", str(finding.message)


def labels(finding: Finding) -> list[tuple[str, str, str]]:
    """Place, text there and words of every side."""
    return [(str(label.span), label.span.text, str(label.text)) for label in finding.labels]


def notes(finding: Finding) -> list[str]:
    return [str(note) for note in finding.notes]


def helps(finding: Finding) -> list[str]:
    return [str(fix.message) for fix in finding.fixes] + [str(help_) for help_ in finding.helps]
