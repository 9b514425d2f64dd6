"""The command `bidgen new`: a bid, a clause, a document kind; without a word for it, a bid."""

from __future__ import annotations

import click

from gen.cli.commands import Commands
from gen.message import M, say

_KINDS = {
    "bid": M("Begin a bid: asks its questions, or takes the answers as options."),
    "clause": M("Begin a clause: parameters and promises of the right types, a text to fill in."),
    "document": M("Begin a document kind: front matter, sections, the clauses that it requires."),
}
"""What can be begun, and what for; each has a module of its own."""


class _New(Commands):
    """A group that takes anything but a name of its own for that of a bid: `bidgen new campus-network`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `bid` in front where nothing else says what is begun."""
        if not args or args[0] not in {*self.purposes, *ctx.help_option_names}:
            args = ["bid", *args]
        return super().parse_args(ctx, args)


command = _New(
    _KINDS,
    "gen.cli.new_{}",
    name="new",
    help=say(M("Begin a bid, a clause or a document kind. `bidgen new NAME` begins the bid NAME.")),
    subcommand_metavar="[bid|clause|document] [NAME] [OPTIONS]",
)
