"""Renew the translation catalogues from the texts of the program: `./run messages`.

What is gathered: texts marked `M("…")`, the prose of rule pages, what keys of files are for, and click's own words.
A text keeps its translations; one that is gone is dropped; a new one is listed until somebody translates it in
gen/locale/LANGUAGE/LC_MESSAGES/bidgen.po. A text in the catalogue's own language stands for itself.
With --check nothing is written: it names what is missing or stale, and exits with 1 if anything is.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
import typing
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import click
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import gen
from gen.catalogue import ALL_RULES
from gen.decode.record import keys
from gen.decode.schema import FILE_KINDS
from gen.message import DOMAIN, LANGUAGES, LOCALES
from gen.rule import FAMILIES, Confidence, Severity, paragraphs

Text = str | tuple[str, str]
"""A text, or one with its plural, as click has some."""

_MARKS = {"M", "translate", "_", "ngettext"}
_COMMENT = "# Translations of bidgen. Edit the msgstr lines; `./run messages` renews everything else."


class _Catalogue(Catalog):
    """A catalogue whose header holds no dates and no names, so that it changes only when a text does."""

    def __init__(self, language: str) -> None:
        super().__init__(language, header_comment=_COMMENT, fuzzy=False)
        self.language = language

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header: what gettext needs, nothing else."""
        return [
            ("Language", self.language),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Plural-Forms", self.plural_forms),
        ]


@cache
def texts() -> frozenset[Text]:
    """Every text that a user can meet; all modules are read for them, once."""
    gathered: set[Text] = {*FAMILIES.values(), *map(str, Severity), *map(str, Confidence)}
    gathered |= {text for module in (gen, click) for text in _marked(Path(module.__file__ or "").parent)}
    gathered |= {text for rule in ALL_RULES for text, code in paragraphs(rule.page) if not code}
    return frozenset(gathered | {doc for record in FILE_KINDS.values() for doc in _docs(record)})


def catalogue(language: str) -> Catalog:
    """The catalogue of a language with all texts, and with the translations that its file has."""
    file = _file(language, "po")
    former = read_po(BytesIO(file.read_bytes() if file.exists() else b""), language)
    renewed = _Catalogue(language)
    for text in sorted(texts(), key=str):
        known = former.get(text)
        string: Any = ("",) * renewed.num_plurals if isinstance(text, tuple) else ""
        if known and isinstance(known.string, type(string)):
            string = known.string
        renewed.add(text, text if _in_language(text, language) else string).flags.clear()
    return renewed


def problems() -> Iterator[str]:
    """What is missing or stale, one line each."""
    for language in LANGUAGES:
        renewed = catalogue(language)
        for message in renewed:
            if not message.string or not all(message.string):
                yield f"{language}: not translated: {message.id!r}"
        for form, content in _contents(renewed).items():
            file = _file(language, form)
            if not file.exists() or file.read_bytes() != content:
                yield f"{language}: {file.name} is stale; ./run messages renews it"


def main() -> int:
    """Renew the catalogues, or check them; gives the exit status."""
    parser = argparse.ArgumentParser(description="Renew the translation catalogues.")
    parser.add_argument("--check", action="store_true", help="change nothing; name what is missing or stale")
    if not parser.parse_args().check:
        for language in LANGUAGES:
            _file(language, "po").parent.mkdir(parents=True, exist_ok=True)
            for form, content in _contents(catalogue(language)).items():
                _file(language, form).write_bytes(content)
    found = list(problems())
    print("\n".join(found) or f"{len(texts())} texts in {len(LANGUAGES)} languages, all translated")
    return 1 if found else 0


def _marked(folder: Path) -> Iterator[Text]:
    """The texts that the program marks; babel's own extractor overlooks marks deeper inside a call."""
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKS:
                match node.args:
                    case [ast.Constant(value=str(one)), ast.Constant(value=str(many)), *_]:
                        yield one, many
                    case [ast.Constant(value=str(text)), *_]:
                        yield text


def _docs(hint: Any) -> Iterator[str]:
    """What the keys of a record are for, and those of the records inside it."""
    if is_dataclass(hint):
        for key in keys(typing.cast("type[Any]", hint)):
            yield key.doc
            yield from _docs(key.hint)
    for argument in typing.get_args(hint):
        yield from _docs(argument)


def _in_language(text: Text, language: str) -> bool:
    """Whether a text is in the language already; only heads of printed columns are written in Chinese."""
    words = "".join(text)
    chinese = re.search("[\u4e00-\u9fff]", words) and not re.search("[A-Za-z]", words)
    return language == ("zh_CN" if chinese else "en")


def _contents(renewed: Catalog) -> dict[str, bytes]:
    """Both files of a catalogue: the source, which people edit, and what gettext reads."""
    source, compiled = BytesIO(), BytesIO()
    write_po(source, renewed, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
    write_mo(compiled, renewed)
    return {"po": source.getvalue().rstrip(b"\n") + b"\n", "mo": compiled.getvalue()}


def _file(language: str, form: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.{form}"


if __name__ == "__main__":
    sys.exit(main())
