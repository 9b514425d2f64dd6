"""Groups of commands that are listed without importing any."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

from gen.message import Message, say, translate


class Commands(click.Group):
    """Commands, each loaded from its own module when it is asked for."""

    def __init__(self, purposes: Mapping[str, Message], module: str, **settings: Any) -> None:
        """Take the commands, what each is for, and the name of their modules with `{}` for that of the command."""
        super().__init__(**settings)
        self.purposes = purposes
        self.module = module

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's interface
        """The names of all commands."""
        return list(self.purposes)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002 - click's interface
        """The command of a name, from its own module."""
        if name not in self.purposes:
            return None
        command: click.Command = importlib.import_module(self.module.format(name)).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands, made without importing any."""
        with formatter.section(translate("Commands")):
            formatter.write_dl([(name, say(purpose)) for name, purpose in self.purposes.items()])
