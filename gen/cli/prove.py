"""The command `bidgen prove`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gen.cli.workspace import CannotRunError, format_option, load_library, open_workspace, show, write
from gen.message import M, Message, counted, say
from gen.rule import Severity

if TYPE_CHECKING:
    from gen.prove import Clash, Proof

VERSION = 1
"""Of the JSON report; changes when a field changes its meaning or goes."""


@click.command(
    "prove",
    help=say(
        M(
            "Prove that no bid of this library can contradict itself, whatever profile, further clauses and values "
            "inside the guardrails it chooses; or show the choices under which one does. Says what it did not cover."
        )
    ),
)
@click.option(
    "--with-approvals", "approvals", is_flag=True,
    help=say(M("Let bids also choose what somebody may approve beyond the guardrails.")),
)  # fmt: skip
@click.option(
    "--timeout", "seconds", type=click.IntRange(min=1), default=600, show_default=True, metavar="SECONDS",
    help=say(M("Leave undecided what is not decided by then.")),
)  # fmt: skip
@click.option(
    "--format", "formats", multiple=True, metavar="FORMAT[=PATH]",
    help=say(M("text or json, or for the clashes alone any format of `check`; may be given several times.")),
)  # fmt: skip
def command(approvals: bool, seconds: int, formats: tuple[str, ...]) -> None:
    """Prove and exit."""
    from gen.prove import prove, solver_at_hand
    from gen.report import FORMATS

    formats = format_option(formats)
    if not solver_at_hand():
        raise CannotRunError(M("`prove` needs the solver z3; get it with: pip install 'bidgen[prove]'"))
    library, findings = load_library(open_workspace())
    unsound = [each for each in findings if each.severity >= Severity.ERROR and _of_library(each)]
    if unsound:
        show(unsound, Severity.ERROR)
        raise CannotRunError(M("the library has errors of its own; `prove` takes it as it stands only without them"))
    proof = prove(library, approvals=approvals, seconds=seconds)
    for form in formats:
        name, _, path = form.partition("=")
        if name == "text":
            content = "\n".join(_text(proof)) + "\n"
        elif name == "json":
            content = json.dumps(_json(proof), ensure_ascii=False, indent=2) + "\n"
        else:
            content = FORMATS[name]([clash.finding for clash in proof.clashes]) + "\n"
        if path:
            write(Path(path), content)
        else:
            click.echo(content, nl=False)
    sys.exit(0 if proof.proved else 1)


def _of_library(finding: Any) -> bool:
    """Whether a finding of loading is about what all bids share, and not about its wording."""
    elsewhere = any(label.span.source.path.startswith("projects/") for label in finding.labels)
    return finding.rule.id[0] in "SR" and not elsewhere


def _verdict(proof: Proof) -> Message:
    if proof.proved:
        return M("proved: no bid that this library allows contradicts itself, as far as is told below")
    parts = []
    if proof.clashes:
        parts.append(counted(len(proof.clashes), M("{count} clash"), M("{count} clashes")))
    if proof.undecided:
        parts.append(counted(len(proof.undecided), M("{count} undecided"), M("{count} undecided")))
    return M("not proved: {what}", what=tuple(parts))


def _text(proof: Proof) -> Iterator[str]:
    for clash in proof.clashes:
        yield from _clash(clash)
        yield ""
    for one in proof.undecided:
        about = tuple(f"`{path}`" for path in one.about)
        yield say(M("undecided[{rule}] {about}: {reason}", rule=str(one.rule), about=about, reason=one.reason))
    if proof.undecided:
        yield ""
    yield say(_verdict(proof))
    covered = proof.covered
    yield say(
        M(
            "covered: {sets}, {profiles}, {clauses} of which a bid may add {optional}, {values} that a bid may set "
            "{how}",
            sets=counted(covered.shapes, M("{count} set of documents"), M("{count} sets of documents")),
            profiles=counted(covered.profiles, M("{count} profile"), M("{count} profiles")),
            clauses=counted(covered.clauses, M("{count} clause"), M("{count} clauses")),
            optional=covered.optional,
            values=counted(covered.values, M("{count} value"), M("{count} values")),
            how=_how(proof),
        )
    )
    for rule, count in covered.classes:
        yield f"  {rule}: " + say(counted(count, M("{count} combination"), M("{count} combinations")))
    yield say(M("not covered:"))
    for message in proof.left_out:
        yield f"  - {say(message)}"
    ids = tuple(rule.id for rule in proof.other_rules)
    yield "  - " + say(M("what other rules find: {rules}", rules=ids))


def _how(proof: Proof) -> Message:
    return M("inside its guardrail or by approval") if proof.covered.approvals else M("inside its guardrail")


def _clash(clash: Clash) -> Iterator[str]:
    """A clash with what is to be pasted; it cannot be accepted, since no bid has it yet."""
    from gen.prove.choices import PATH
    from gen.report import text_report

    for line in text_report([clash.finding]).splitlines():
        yield line.partition("   ·   bidgen accept")[0]
    yield "  = " + say(M("try it out in {path}:", path=PATH))
    yield from (f"      {line}" for line in clash.yaml.splitlines())


def _json(proof: Proof) -> dict[str, Any]:
    covered = proof.covered
    return {
        "version": VERSION,
        "proved": proof.proved,
        "verdict": say(_verdict(proof)),
        "clashes": [_clash_json(clash) for clash in proof.clashes],
        "undecided": [
            {"rule": one.rule.id, "name": one.rule.name, "about": list(one.about), "reason": say(one.reason)}
            for one in proof.undecided
        ],
        "covered": {
            "classes": [{"rule": rule.id, "name": rule.name, "combinations": count} for rule, count in covered.classes],
            "document_sets": covered.shapes,
            "profiles": covered.profiles,
            "clauses": covered.clauses,
            "optional_clauses": covered.optional,
            "values": covered.values,
            "approvals": covered.approvals,
        },
        "not_covered": {
            "reasons": [say(message) for message in proof.left_out],
            "rules": [rule.id for rule in proof.other_rules],
        },
    }


def _clash_json(clash: Clash) -> dict[str, Any]:
    from gen.report import json_report

    choices = clash.choices
    return {
        **json.loads(json_report([clash.finding]))["findings"][0],
        "cases": clash.cases,
        "departures": choices.departures,
        "profile": choices.profile,
        "added": list(choices.added),
        "yaml": clash.yaml,
    }
