"""Names of new things: what may be one, and which one somebody may have meant."""

from __future__ import annotations

import re
import unicodedata

_WORD = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_CLAUSE = re.compile(rf"{_WORD}\.{_WORD}")
_KIND = re.compile(_WORD)
RESERVED = ("profiles", "company", "vocabulary", "laws", "accepted")
"""What no topic can be called: files and folders of other kinds lie there."""


def clause_id(name: str) -> tuple[str, str]:
    """A clause id as written, if it is one, and the nearest one that is; both may be empty."""
    parts = [_word(part) for part in re.split(r"[./]", name) if _word(part)]
    near = ".".join(parts[:2]) if len(parts) > 1 and parts[0] not in RESERVED else ""
    good = _CLAUSE.fullmatch(name) is not None and name.partition(".")[0] not in RESERVED
    return (name if good else ""), near


def document_kind(name: str) -> tuple[str, str]:
    """The name of a document kind as written, if it is one, and the nearest one that is; both may be empty."""
    return (name if _KIND.fullmatch(name) else ""), _word(name.removesuffix(".md").removesuffix(".yaml"))


def _word(text: str) -> str:
    """A text as small letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
