"""The command line: the only code that looks at arguments, environment and terminal, prints, and exits.

Exit status: 0 when nothing at or above `--fail-on` was found, 1 when something was, 2 when the command could not run.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

import click

from gen import __version__
from gen.cli.commands import Commands
from gen.message import LANGUAGES, M, preferred_language, say, speak

COMMANDS = {
    "init": M("Lay down a workspace with a clause library, document kinds and an example bid."),
    "new": M("Begin a bid, a clause or a document kind."),
    "clauses": M("List and search the clauses, show one as it prints, report on the library."),
    "fmt": M("Bring YAML files into one order, comments and meaning untouched."),
    "check": M("Check the library and its bids; CI runs this."),
    "prove": M("Prove that no bid of the library can contradict itself, or show one that does."),
    "accept": M("Let a finding stand, on the record: who says so, why, and until when."),
    "review": M("List what a person has to look at: what no rule can decide from the data."),
    "build": M("Build the documents of bids, in Word and PDF."),
    "obligations": M("After the award: list what a bid obliges its parties to do, and when."),
    "skin": M("Write a base document for Word to restyle: your logo, fonts and colours."),
    "explain": M("Explain a rule, or where a sentence of a document comes from."),
    "rules": M("List the rules."),
    "schema": M("Print the JSON Schema of a file kind, or write them all."),
    "doctor": M("Say what this machine lacks for PDF, and how to get it."),
}
"""Commands and what each is for; a command's module is imported only when it runs."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit."""
    _have_streams()
    wanted, given = _language(list(sys.argv[1:] if arguments is None else arguments))
    speak(preferred_language(wanted))
    try:
        _group().main(given, prog_name="bidgen", standalone_mode=False)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.Abort:
        click.echo(say(M("interrupted; the last good documents are still in place")), err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except OSError as error:  # nothing that a command expects: the folder has gone, standard output is full
        with contextlib.suppress(OSError):
            click.echo(f"bidgen: {error}", err=True)
        _drop_output()
        sys.exit(2)


def _group() -> click.Group:
    group = Commands(
        COMMANDS,
        "gen.cli.{}",
        name="bidgen",
        help=say(M("After-sales bid documents from a clause library that is proved consistent.")),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        no_args_is_help=True,
    )
    group.params.append(
        click.Option(
            ["--lang"],
            type=click.Choice(["zh_CN", "en"]),
            help=say(M("Language of messages; otherwise BIDGEN_LANG or the locale decides.")),
            expose_value=False,
        )
    )
    return click.version_option(__version__, prog_name="bidgen")(group)


def _language(arguments: list[str]) -> tuple[str | None, list[str]]:
    """Take `--lang` out of the arguments, wherever it stands: it must be known before any help text is made.

    One that is wrong is handed on, in front of all others, to be refused.
    """
    rest: list[str] = []
    wanted = None
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--lang":
            wanted = next(remaining, "")
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
        else:
            rest.append(argument)
    return wanted, rest if wanted is None or wanted in LANGUAGES else ["--lang", wanted, *rest]


def _have_streams() -> None:
    """Standard streams that can be used: also where they are closed, or speak another code page, as on Windows."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - until the end
        elif (
            mode == "w" and (stream.encoding or "").lower() not in {"utf-8", "utf8"} and hasattr(stream, "reconfigure")
        ):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _drop_output() -> None:
    """Where standard output cannot be written, let nothing try again when Python ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
