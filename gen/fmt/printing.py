"""Print a tree as YAML: what it says, the style of its flows, and its comments in their places."""

from __future__ import annotations

import json
import re
from typing import Any

from gen.fmt.comments import Comments, is_flow
from gen.fmt.sentences import in_sentences
from gen.fmt.shape import Markdown, of_item, of_value, ordered
from gen.yamltree import Mapping, Node, Scalar, Sequence

WIDTH = 120
"""Characters of a line, beyond which a flow is wrapped."""
STEP = 2


def printed(root: Node, shape: Any, comments: Comments) -> str:
    """The text of a file."""
    lines = _Printer(comments).block(root, shape, 0)
    return "\n".join((*_trimmed(comments.head), *lines)) + "\n"


class _Printer:
    def __init__(self, comments: Comments) -> None:
        self.comments = comments

    def block(self, node: Node, shape: Any, indent: int) -> list[str]:
        """The lines of a mapping or sequence in block style."""
        lines: list[str] = []
        if isinstance(node, Mapping):
            for key, value in ordered(node, shape):
                lines += self.entry(key, value, of_value(shape, key), indent)
        elif isinstance(node, Sequence):
            for item in node.items:
                lines += self.item(item, of_item(shape), indent)
        return lines + _indented(self.comments.tails.get(id(node), []), indent)

    def entry(self, key: Scalar, value: Node, shape: Any, indent: int) -> list[str]:
        before, behind = self.remarks(key, indent)
        head = " " * indent + _scalar(key, flow=True) + ":"
        lines = self.begun(f"{head} ", value, behind, shape, indent)
        return [*before, *(lines or [head + behind, *self.block(value, shape, indent + STEP)])]

    def item(self, item: Node, shape: Any, indent: int) -> list[str]:
        before, behind = self.remarks(item, indent)
        dash = " " * indent + "- "
        if lines := self.begun(dash, item, behind, shape, indent):
            return [*before, *lines]
        block = self.block(item, shape, indent + STEP)
        start = next(number for number, line in enumerate(block) if line and not line.lstrip().startswith("#"))
        said = [behind.strip()] if behind else []
        above = _indented([*said, *(line.strip() for line in block[:start])], indent)
        return [*before, *above, dash + block[start][indent + STEP :], *block[start + 1 :]]

    def remarks(self, node: Node, indent: int) -> tuple[list[str], str]:
        """What is said about a key or an item: the lines above it, and what stands behind it."""
        remarks = self.comments.of(node)
        before = _indented(_trimmed([*remarks.before, *remarks.behind[:-1]]), indent)
        return before, "".join(f"  {text}" for text in remarks.behind[-1:])

    def begun(self, head: str, value: Node, behind: str, shape: Any, indent: int) -> list[str]:
        """The lines of a value that begins on the line of its key or dash; none for one in block style."""
        if isinstance(value, Scalar):
            first, rest = self.scalar(value, shape, indent)
            return [(head + first).rstrip() + behind, *rest]
        if self.flows(value, shape):
            *lines, last = self.wrapped(value, head, shape)
            return [*lines, last + behind]
        return []

    def scalar(self, value: Scalar, shape: Any, indent: int) -> tuple[str, list[str]]:
        """What stands behind the key of a scalar, and the lines below it."""
        if shape is Markdown:
            text = in_sentences(value)
            if text.strip():
                return "|", _literal(text, indent)
        if value.block_indent is not None or "\n" in value:
            ends = len(value) - len(value.rstrip("\n"))
            if value.strip() and ends < 2 and not _TAB.search(value):
                sign = str(STEP) * value.lstrip("\n").startswith(" ")
                return f"|{sign}{'' if ends else '-'}", _literal(value, indent)
        return _scalar(value), []

    def flows(self, node: Mapping | Sequence, shape: Any) -> bool:
        """Whether a mapping or sequence is printed as a flow."""
        empty = not (node.entries if isinstance(node, Mapping) else node.items)
        if empty and id(node) not in self.comments.tails:
            return True
        return is_flow(node) and id(node) not in self.comments.opened and not self.holds_text(node, shape)

    def holds_text(self, node: Node, shape: Any) -> bool:
        """Whether a text stands in a node that no flow can hold, or a comment."""
        if isinstance(node, Scalar):
            return shape is Markdown or "\n" in node
        if id(node) in self.comments.opened:
            return True
        if isinstance(node, Mapping):
            return any(self.holds_text(value, of_value(shape, key)) for key, value in node.entries.items())
        return any(self.holds_text(item, of_item(shape)) for item in node.items)

    def wrapped(self, node: Node, head: str, shape: Any) -> list[str]:
        """A flow behind its key or dash: on one line, or on as many as it needs."""
        parts = self.parts(node, shape)
        opening, closing = "{}" if isinstance(node, Mapping) else "[]"
        lines = [head + opening]
        for number, part in enumerate(parts):
            text = part + ("," if number + 1 < len(parts) else closing)
            room = len(lines[-1]) + (number > 0) + len(text)
            if number and room > WIDTH:
                lines.append(" " * (len(head) + 1) + text)
            else:
                lines[-1] += " " * (number > 0) + text
        return lines if parts else [head + opening + closing]

    def parts(self, node: Node, shape: Any) -> list[str]:
        """The entries or items of a flow."""
        if isinstance(node, Mapping):
            pairs = ordered(node, shape)
            return [f"{_scalar(key, flow=True)}: {self.flow(value, of_value(shape, key))}" for key, value in pairs]
        return [self.flow(item, of_item(shape)) for item in node.items] if isinstance(node, Sequence) else []

    def flow(self, node: Node, shape: Any) -> str:
        """A node inside a flow."""
        if isinstance(node, Scalar):
            return _scalar(node, flow=True)
        opening, closing = "{}" if isinstance(node, Mapping) else "[]"
        return opening + ", ".join(self.parts(node, shape)) + closing


def _literal(text: str, indent: int) -> list[str]:
    """The lines of a literal block."""
    return _indented(text.removesuffix("\n").split("\n"), indent + STEP)


def _indented(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _trimmed(lines: list[str]) -> list[str]:
    """Lines with single blank lines only."""
    return [line for number, line in enumerate(lines) if line or number == 0 or lines[number - 1]]


_OTHER_TYPE = re.compile(r"[-+]?\.?[0-9][\x21-\x7e]*|(?:true|false|yes|no|on|off|null|y|n|~)", re.IGNORECASE)
"""What other readers of YAML take for a number, a date or a truth; where somebody has quoted it, it stays so."""
_NO_PLAIN = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`=.\s]|: | #|[:\s]$|[\n\t]|^<<$")
_TAB = re.compile(r"^ *\t", re.MULTILINE)
"""A tab before words: files are refused in which one may be indentation."""
_NO_FLOW = re.compile(r"[,\[\]{}]")


def _scalar(value: Scalar, *, flow: bool = False) -> str:
    """A scalar on one line: plain where that reads back as the same, else in double quotes."""
    written = value.span.text
    quoted = written.startswith(('"', "'"))
    if value.block_indent is None and not quoted and value.span.line == value.span.end_line:
        return str(value)
    bad = not value or _NO_PLAIN.search(value) or (flow and _NO_FLOW.search(value))
    if bad or (quoted and _OTHER_TYPE.fullmatch(value)):
        return json.dumps(str(value), ensure_ascii=False)
    return str(value)
