"""The command `bidgen new`: a bid, a clause, a document kind; without a word for it, a bid."""

from __future__ import annotations

import importlib

import click

from gen.message import M, say

_KINDS = {
    "bid": M("Begin a bid: asks its questions, or takes the answers as options."),
    "clause": M("Begin a clause: parameters and promises of the right types, a text to fill in."),
    "document": M("Begin a document kind: front matter, sections, the clauses that it requires."),
}
"""What can be begun, and what for; each has a module of its own."""


class _New(click.Group):
    """A group that takes anything but a name of its own for that of a bid: `bidgen new campus-network`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `bid` in front where nothing else says what is begun."""
        if not args or args[0] not in {*_KINDS, *ctx.help_option_names}:
            args = ["bid", *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's interface
        """What can be begun."""
        return list(_KINDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002 - click's interface
        """The command for one of them, from its own module."""
        if name not in _KINDS:
            return None
        command: click.Command = importlib.import_module(f"gen.cli.new_{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands, made without importing any."""
        with formatter.section(say(M("Commands"))):
            formatter.write_dl([(name, say(purpose)) for name, purpose in _KINDS.items()])


command = _New(
    name="new",
    help=say(M("Begin a bid, a clause or a document kind. `bidgen new NAME` begins the bid NAME.")),
    subcommand_metavar="[bid|clause|document] [NAME] [OPTIONS]",
)
