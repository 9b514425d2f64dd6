"""Sentences for people, kept apart from their language until they are shown.

A `Message` holds an English sentence as its gettext key and the values to put into it. It is put into words
by `say`, in the language chosen by `speak`. So a finding can be made deep in the reading floors and still be
printed in Chinese or English.
"""

from __future__ import annotations

import gettext
import locale
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOCALES = Path(__file__).parent / "locale"
LANGUAGES = ("zh_CN", "en")
DOMAIN = "bidgen"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: the English text with `{name}` holes, and what fills them.

    A hole may itself be filled by a `Message` (or a tuple of them, joined by commas), which is then
    translated too.
    """

    text: str
    values: tuple[tuple[str, Any], ...] = ()

    def __str__(self) -> str:
        return say(self)


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that carries its name in both languages, such as a word of the vocabulary."""

    zh: str
    en: str


def M(text: str, /, **values: Any) -> Message:  # noqa: N802 - marks a text for the catalogue, like gettext's _
    """Make a message; `text` is what the catalogues translate."""
    return Message(text, tuple(sorted(values.items())))


def counted(count: int, one: Message, many: Message) -> Message:
    """A number of things: `1 bid`, `2 bids`."""
    return M((one if count == 1 else many).text, count=count)


def say(message: Message) -> str:
    """Put a message into words in the language now spoken; one without values has no holes, braces in it are text."""
    text = translate(message.text)
    return text.format(**{key: _spoken(value) for key, value in message.values}) if message.values else text


def translate(text: str) -> str:
    """Translate a bare text; an empty one stays empty (gettext would answer with the catalogue's header)."""
    return _catalogue.gettext(text) if text else ""


def speak(language: str) -> None:
    """Choose the language of all messages from now on: `zh_CN` or `en`.

    The command-line library asks gettext's default domain for its own words ("Usage", "Options"), so that is
    pointed at our catalogue as well.
    """
    global _catalogue, _language  # noqa: PLW0603 - one process speaks one language at a time
    _language = language
    _catalogue = gettext.translation(DOMAIN, LOCALES, [language], fallback=True)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, LOCALES)
    gettext.textdomain(DOMAIN)


def preferred_language(wanted: str | None) -> str:
    """The language to speak: the wanted one, else BIDGEN_LANG, else the locale's, else English."""
    for name in (wanted, os.environ.get("BIDGEN_LANG"), *_locale_names()):
        if name:
            return "zh_CN" if name.lower().replace("-", "_").startswith("zh") else "en"
    return "en"


def _locale_names() -> tuple[str | None, ...]:
    names = tuple(os.environ.get(key) for key in ("LC_ALL", "LC_MESSAGES", "LANG"))
    if any(names):
        return names
    # Windows sets none of these; its own setting is asked for only there, because asking costs time.
    return (locale.getlocale()[0],) if os.name == "nt" else ()


def _spoken(value: Any) -> str:
    if isinstance(value, Message):
        return say(value)
    if isinstance(value, Named):
        return value.zh if _language == "zh_CN" else value.en
    if isinstance(value, (tuple, list)):
        return translate(", ").join(_spoken(part) for part in value)
    return str(value)
