"""A Word file that came back: what stands in it now for each clause, by the bookmarks around them.

The file was in other hands: it is opened as any foreign file, and read without python-docx.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree

from gen.opc import Refusal, open_package
from gen.render.docx.anchors import clause_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}
_GONE = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pPr"}
"""What is no longer text, or never was."""


def clause_texts(content: bytes, clauses: Iterable[str] = ()) -> tuple[dict[str, list[str]], tuple[Refusal, ...]]:
    """The paragraphs of each clause in a file that came back, in reading order; tracked changes count as accepted.

    Numbers that Word makes are not part of it. Ids too long for a bookmark are looked for among `clauses`.
    """
    package, refusals = open_package(content)
    if package is None:
        return {}, refusals
    main = next((relation.target for relation in package.relations() if relation.kind == "officeDocument"), "")
    if not main.endswith(".xml") or main not in package.parts:
        return {}, ()
    root = ElementTree.fromstring(package.parts[main])  # noqa: S314 - `open_package` has read it through
    names = {start.get(f"{_W}id", ""): start.get(f"{_W}name", "") for start in root.iter(f"{_W}bookmarkStart")}
    ends = {end.get(f"{_W}id", ""): names.get(end.get(f"{_W}id", ""), "") for end in root.iter(f"{_W}bookmarkEnd")}
    reading = _Reading(tuple(clauses), ends)
    reading.read(root)
    return reading.found, ()


class _Reading:
    """A document while it is read."""

    def __init__(self, clauses: tuple[str, ...], ends: Mapping[str, str]) -> None:
        self.clauses = clauses
        self.ends = ends
        """Names of the bookmarks by the ids of their ends. LibreOffice may begin one twice, under two ids."""
        self.found: dict[str, list[str]] = {}
        self.open: dict[str, str] = {}
        """Clauses whose bookmarks have begun, by the name of the bookmark."""
        self.text = ""
        """What the paragraph at hand says so far."""
        self.here: dict[str, None] = {}
        """Clauses that something of it stands in: a whole paragraph belongs to them, for what somebody types at its
        end may come to stand behind the bookmark."""

    def read(self, element: ElementTree.Element) -> None:
        """Read an element and all that is in it."""
        if element.tag == f"{_W}bookmarkStart":
            name = element.get(f"{_W}name", "")
            clause = clause_of(name, self.clauses)
            if clause is not None and name in self.ends.values():
                self.open[name] = clause
        elif element.tag == f"{_W}bookmarkEnd":
            self.open.pop(self.ends[element.get(f"{_W}id", "")], None)
        elif element.tag == f"{_W}t" or element.tag in _BREAKS:
            self.text += _BREAKS.get(element.tag) or element.text or ""
            self.here |= dict.fromkeys(self.open.values())
        elif element.tag == f"{_W}p":
            self._paragraph(element)
        elif element.tag not in _GONE:
            for child in element:
                self.read(child)

    def _paragraph(self, element: ElementTree.Element) -> None:
        outer = self.text, self.here
        self.text, self.here = "", {}
        for child in element:
            self.read(child)
        for clause in self.here:
            self.found.setdefault(clause, []).append(self.text)
        self.text, self.here = outer
