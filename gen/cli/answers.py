"""Answers that a command needs: given as options, or asked for on a terminal."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import click

from gen.cli.workspace import CannotRunError
from gen.message import M, Message, say
from gen.source import FORBIDDEN
from gen.workspace import Workspace


class Answers:
    """Answers given as options, or asked for on a terminal."""

    def __init__(self, given: dict[str, str | None]) -> None:
        self.given = given
        self.missing: list[str] = []

    def required(self, option: str, question: Message, proper: Callable[[str], str] = str) -> str:
        """An answer that must be given; on a terminal, one that is not `proper` is asked for again at once."""
        answer = self.given.get(option)
        if answer is None:
            answer = self.ask(question, None, proper)
        answer = fit(option, (answer or "").strip())
        if not answer:
            self.missing.append(f"--{option}")
        return answer

    def optional(self, option: str, question: Message) -> str:
        """An answer that may be empty."""
        answer = self.given.get(option)
        if answer is None:
            answer = self.ask(question, "")
        return fit(option, (answer or "").strip())

    def choice(self, option: str, question: Message, choices: list[str], unasked: str | None = None) -> str:
        """One of several; `unasked` where nobody is there to be asked."""
        answer = self.given.get(option)
        if answer is None and sys.stdin.isatty() and len(choices) > 1:
            answer = click.prompt(say(question), type=click.Choice(choices), default=choices[0], err=True)
        elif answer is None:
            answer = choices[0] if len(choices) == 1 else unasked
        if answer is None:
            self.missing.append(f"--{option}")
        elif answer not in choices:
            raise CannotRunError(M("`{answer}` is none of {names}", answer=answer, names=tuple(choices)))
        return answer or ""

    def complete(self) -> None:
        """Refuse to go on where an answer is missing."""
        if self.missing:
            raise CannotRunError(M("not answered: {options}", options=tuple(self.missing)))

    def ask(self, question: Message, default: str | None, proper: Callable[[str], str] = str) -> str | None:
        """Ask on a terminal; where there is none, the answer is `default`."""
        if not sys.stdin.isatty():
            return default

        def checked(text: str) -> str:
            try:
                return proper(text)
            except CannotRunError as error:
                raise click.UsageError(error.message) from error

        answer: str = click.prompt(say(question), default=default, show_default=False, err=True, value_proc=checked)
        return answer


def place_for(workspace: Workspace, path: str) -> Path:
    """Where a new file of the workspace will lie: nothing is there yet, and no link leads away from it."""
    file = workspace.root / path
    for folder in (file, *file.parents):
        if folder == workspace.root:
            break
        if folder.is_symlink():
            message = M(
                "`{path}` is a link; nothing is begun behind it", path=folder.relative_to(workspace.root).as_posix()
            )
            raise CannotRunError(message)
    if file.exists():
        raise CannotRunError(M("{file} is there already", file=path))
    return file


def fit(option: str, answer: str) -> str:
    """An answer, if it can stand in a document."""
    if bad := _NO_FACT.search(answer):
        message = M("--{option} holds a character that no document may hold: U+{code}",
                    option=option, code=f"{ord(bad[0]):04X}")  # fmt: skip
        raise CannotRunError(message)
    return answer


_NO_FACT = re.compile(rf"[\t\n]|{FORBIDDEN.pattern}")
"""What no fact of one line may hold."""


def quoted(text: str) -> str:
    """A text as a YAML scalar: plain where that is safe, else in double quotes."""
    safe = re.fullmatch(r"[\w（）《》、，。·—–.][\w （）《》、，。·—–.-]*", text) and not text.endswith(" ")
    return text if safe else json.dumps(text, ensure_ascii=False)
