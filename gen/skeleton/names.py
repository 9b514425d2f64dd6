"""Names of new things: what may be one, and which one somebody may have meant."""

from __future__ import annotations

import re
import unicodedata

RESERVED = ("profiles", "company", "vocabulary", "laws", "accepted")
"""What no topic can be called: files and folders of other kinds lie there."""


def clause_id(name: str) -> str:
    """The clause id nearest to a name, which is the name itself where it is one; empty where none is near."""
    parts = list(filter(None, map(_word, re.split(r"[./]", name))))
    return ".".join(parts[:2]) if len(parts) > 1 and parts[0] not in RESERVED else ""


def document_kind(name: str) -> str:
    """The name of a document kind nearest to a name, which is the name itself where it is one; may be empty."""
    return _word(name.removesuffix(".md").removesuffix(".yaml"))


def _word(text: str) -> str:
    """A text as small letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
