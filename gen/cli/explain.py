"""The command `bidgen explain`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from gen.cli.workspace import CannotRunError, chosen_bids, load_library, open_workspace
from gen.message import M, Message, say, translate

if TYPE_CHECKING:
    from gen.rule import Rule
    from gen.trace import Trace


@click.command(
    "explain",
    help=say(
        M(
            "Explain WHAT: a rule by id or name, or a sentence (or part of one) of a built document: its clause, "
            "the line of the file, its values and who set them."
        )
    ),
)
@click.argument("what")
@click.option("--bid", "bids", multiple=True, metavar="BID", help=say(M("Look only in the documents of this bid.")))
def command(what: str, bids: tuple[str, ...]) -> None:
    """Explain and exit."""
    from gen.catalogue import rule_called

    rule = rule_called(what)
    if rule is not None:
        click.echo(_page(rule))
        return
    workspace = open_workspace()
    library, _ = load_library(workspace)
    from gen.examine import examine
    from gen.trace import trace

    examined = [examine(library, bid) for bid in chosen_bids(library, bids, workspace)]
    traces = [found for each in examined for found in trace(each, what)]
    if not traces:
        raise CannotRunError(M("no rule is called `{what}`, and no document of these bids says it", what=what))
    for position, found in enumerate(traces):
        if position:
            click.echo()
        click.echo("\n".join(_trace_lines(found)))
    sys.exit(0)


def _page(rule: Rule) -> str:
    """A rule's page in the language spoken: each paragraph of prose is a text of the catalogue, code is not."""
    head = f"{rule}  ({translate(str(rule.severity))})"
    from gen.rule import paragraphs

    body = [text if code else translate(text) for text, code in paragraphs(rule.page)]
    return "\n\n".join((head, *body))


def _trace_lines(found: Trace) -> list[str]:
    where = " ".join(part for part in (found.document, found.heading) if part)
    lines = [f"{found.bid}  {where}", f"  {found.text}"]
    if found.clause:
        lines.append("  " + say(M("clause {clause} ({title})", clause=found.clause, title=found.title)))
    lines.append("  " + say(M("text at {place}", place=str(found.place))))
    for setting, guardrail in found.values:
        setter = _setter(setting.set_by, str(setting.by))
        origin = M(
            "{path} = {value}, set by {setter} at {place}",
            path=setting.path, value=setting.text, setter=setter, place=str(setting.span),
        )  # fmt: skip
        lines.append("  " + say(origin))
        if guardrail:
            lines.append("    " + say(M("pre-sales may set {ranges}", ranges=guardrail)))
    return lines


def _setter(set_by: str, name: str) -> Message:
    forms = {
        "clause": M("the clause's default"),
        "profile": M("the profile {name}"),
        "bid": M("the bid {name}"),
        "company": M("the company's facts"),
        "relation": M("a relation of the clause, which works it out"),
    }
    return M(forms[set_by].text, name=name) if set_by in forms else Message(set_by)
