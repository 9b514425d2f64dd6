"""Write acceptances: one block of lines an entry, so that branches merge and each has its own history."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from gen import yamltree
from gen.accept.mark import LIBRARY_FILE
from gen.decode import decode
from gen.finding import Finding
from gen.message import say
from gen.model.acceptance import Accepted
from gen.model.bid import folder_of
from gen.source import FORBIDDEN, Source
from gen.yamltree import Sequence

_PLAIN = re.compile(r"[\w-]+")
_SCHEMA = "# yaml-language-server: $schema={up}docs/schema/accepted.json\n"


def file_of(finding: Finding) -> str:
    """Where a finding is accepted: with its bid, or with the library."""
    return LIBRARY_FILE if finding.bid is None else f"projects/{folder_of(finding.bid)}/accepted.yaml"


def entry_text(values: Mapping[str, str], indent: str = "") -> str:
    """One entry of a list; keys without a value are left out."""
    lines = [f"{key}: {_written(value)}\n" for key, value in values.items() if value]
    return indent + "- " + f"{indent}  ".join(lines)


def words_of(finding: Finding) -> str:
    """What a finding says, on one line, in the language now spoken."""
    return " ".join(FORBIDDEN.sub("", say(finding.message)).split())


def added(path: str, text: str, entries: tuple[Mapping[str, str], ...]) -> str | None:
    """The text of an accepted.yaml with entries behind its own; none where it is no list of sound ones.

    Everything that stands in the file stays as it is, its line ends too.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    if not text:
        text = _SCHEMA.format(up="../" * path.count("/"))
    if not text.endswith("\n"):
        text += end
    more = "".join(entry_text(entry, _indent(path, text)).replace("\n", end) for entry in entries)
    before, after = _fingerprints(path, text), _fingerprints(path, text + more)
    sound = before is not None and after == (*before, *(entry["fingerprint"] for entry in entries))
    return text + more if sound else None


def _fingerprints(path: str, text: str) -> tuple[str, ...] | None:
    """The fingerprints of all entries; none where one of them is unsound."""
    node, findings = yamltree.parse(_source(path, text))
    if node is None and not findings:
        return ()
    if not isinstance(node, Sequence) or findings:
        return None
    entries = [decode(Accepted, item)[0] for item in node.items]
    return tuple(entry.fingerprint for entry in entries if entry) if all(entries) else None


def _indent(path: str, text: str) -> str:
    """The spaces before the dashes of a list."""
    source = _source(path, text)
    node, _ = yamltree.parse(source)
    if not isinstance(node, Sequence) or not node.items:
        return ""
    match = re.match(r"( *)- ", source.lines[node.items[-1].span.line - 1])
    return match[1] if match else ""


def _source(path: str, text: str) -> Source:
    return Source(path, text.removeprefix("\ufeff").replace("\r\n", "\n"))


def _written(value: str) -> str:
    """A text as a YAML scalar that reads back as it is: plain where it is one word, else in double quotes."""
    return value if _PLAIN.fullmatch(value) and not value.startswith("-") else json.dumps(value, ensure_ascii=False)
