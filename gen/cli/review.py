"""The command `bidgen review`."""

from __future__ import annotations

import json

import click

from gen.cli.workspace import chosen_bids, load_library, open_workspace
from gen.message import M, say


@click.command(
    "review",
    help=say(M("List what a person has to look at before a bid goes out: what no rule can decide from the data.")),
)
@click.argument("bids", nargs=-1, metavar="[BID]...")
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text",
    help=say(M("How to print the list.")),
)  # fmt: skip
def command(bids: tuple[str, ...], form: str) -> None:
    """Print the questions."""
    from gen.examine import examine
    from gen.review import questions

    workspace = open_workspace()
    library, _ = load_library(workspace)
    asked = {
        str(bid.id): [
            {"row": question.row, "question": say(question.text), "why": say(question.why)}
            for question in questions(examine(library, bid).context)
        ]
        for bid in chosen_bids(library, bids, workspace)
    }
    if form == "json":
        click.echo(json.dumps(asked, ensure_ascii=False, indent=2))
        return
    for bid, listed in asked.items():
        click.echo(f"# {bid}\n" if form == "markdown" else bid)
        for each in listed:
            if form == "markdown":
                click.echo(f"- [ ] **{each['row']}** {each['question']}  \n  {each['why']}")
            else:
                click.echo(f"  {each['row']:<6} {each['question']}\n         {each['why']}")
        click.echo("")
