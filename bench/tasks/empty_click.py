"""The peer of `bidgen --help`: the smallest program with a group and a command that click can make."""

import click


@click.group()
def group() -> None:
    """Nothing."""


@group.command()
def nothing() -> None:
    """Do nothing."""


if __name__ == "__main__":
    group()
