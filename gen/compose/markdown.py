"""Read the Markdown of a text: paragraphs, headings, lists, tables, strong words; nothing else is markup.

Comes in: a text in which each hole is written as a numbered mark (`mark`). Goes out: a row of contents whose runs
are plain text or hole numbers. The same text always gives the same contents, so they are kept: clauses are printed
in many bids, and their holes are what differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from gen.template import CLOSE, OPEN, ROLES

_MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
_ROLE = re.compile(rf"\{{({'|'.join(ROLES)})\}} ?")
_ANCHOR = re.compile(r" *\{#([\w.-]+)\}$")


@dataclass(frozen=True, slots=True)
class Note:
    """What stands between ^[ and ]: a footnote; after ^[! one for whoever fills the document in."""

    runs: tuple[Run, ...]
    drafting: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line: text, the number of a hole, or a footnote."""

    content: str | int | Note
    strong: bool


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """A paragraph, heading or list item."""

    kind: Literal["paragraph", "heading", "item"]
    runs: Runs
    level: int = 0
    """Level of a heading, depth of an item."""
    role: str = "body"
    anchor: str | None = None
    list: int = 0
    """Which list of this text an item belongs to."""
    ordered: bool = False
    line: int = field(default=0, compare=False)
    """The line of the text that it begins on, counted from 0."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table written in the text. A cell that says ^^ is one with the cell above it, << with the one before it."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    uneven: tuple[tuple[int, int], ...] = ()
    """Rows that are written with more or fewer cells than the head: which, and how many they have."""
    line: int = field(default=0, compare=False)
    """The line of the text that its head stands on, counted from 0; its rows begin two below."""


ABOVE, BEFORE = "^^", "<<"


@lru_cache(maxsize=8192)
def contents(text: str) -> tuple[Content | Grid, ...]:
    """The contents of a marked text."""
    return tuple(_walk(_MARKDOWN.parse(text), text.split("\n")))


def _strong(state: StateInline, silent: bool) -> bool:
    """`**…**`, also beside Chinese punctuation, where CommonMark's own rule fails (commonmark-spec#650)."""
    if not state.src.startswith("**", state.pos):
        return False
    end = state.src.find("**", state.pos + 2)
    if end <= state.pos + 2:
        return False
    if not silent:
        state.push("strong_open", "strong", 1)
        state.pos, behind, state.posMax = state.pos + 2, state.posMax, end
        state.md.inline.tokenize(state)
        state.posMax = behind
        state.push("strong_close", "strong", -1)
    state.pos = end + 2
    return True


def _note(state: StateInline, silent: bool) -> bool:
    """`^[…]`: a footnote where it belongs, so that nobody has to look for its text; it holds no other footnote."""
    if not state.src.startswith("^[", state.pos):
        return False
    end = state.src.find("]", state.pos + 2)
    drafting = state.src.startswith("!", state.pos + 2)
    start = state.pos + 2 + drafting
    if end <= start or "^[" in state.src[start:end]:
        return False
    if not silent:
        opener = state.push("note_open", "", 1)
        opener.meta = {"drafting": drafting}
        state.pos, behind, state.posMax = start, state.posMax, end
        state.md.inline.tokenize(state)
        state.posMax = behind
        state.push("note_close", "", -1)
    state.pos = end + 1
    return True


def _make() -> MarkdownIt:
    markdown = MarkdownIt("zero").enable(["heading", "list", "table", "newline"])
    markdown.inline.ruler.push("strong", _strong)
    markdown.inline.ruler.push("note", _note)
    return markdown


_MARKDOWN = _make()


def _walk(tokens: list[Token], lines: list[str]) -> Iterator[Content | Grid]:
    lists: list[tuple[int, bool]] = []
    lists_seen = 0
    in_item: list[bool] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type in {"ordered_list_open", "bullet_list_open"}:
            lists_seen += 1
            lists.append((lists_seen, token.type == "ordered_list_open"))
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            lists.pop()
        elif token.type == "list_item_open":
            in_item.append(True)
        elif token.type == "list_item_close":
            in_item.pop()
        elif token.type == "table_open":
            end = next(i for i in range(position, len(tokens)) if tokens[i].type == "table_close")
            yield _grid(tokens[position:end], lines)
            position = end
        elif token.type == "inline":
            opener = tokens[position - 1]
            runs, line = _runs(token), _line(token)
            if opener.type == "heading_open":
                yield _heading(runs, int(opener.tag[1]), line)
            elif in_item and in_item[-1]:
                in_item[-1] = False  # what follows within the item is a paragraph of its own
                number, ordered = lists[-1]
                yield Content("item", runs, level=len(lists), list=number, ordered=ordered, line=line)
            else:
                yield _paragraph(runs, line)
        position += 1


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _paragraph(runs: Runs, line: int) -> Content:
    if runs and isinstance(runs[0].content, str) and (match := _ROLE.match(runs[0].content)):
        rest = runs[0].content[match.end() :]
        runs = ((Run(rest, runs[0].strong),) if rest else ()) + runs[1:]
        return Content("paragraph", runs, role=match[1], line=line)
    return Content("paragraph", runs, line=line)


def _heading(runs: Runs, level: int, line: int) -> Content:
    last = runs[-1].content if runs else None
    if isinstance(last, str) and (match := _ANCHOR.search(last)):
        rest = last[: match.start()]
        runs = runs[:-1] + ((Run(rest, runs[-1].strong),) if rest else ())
        return Content("heading", runs, level, anchor=match[1], line=line)
    return Content("heading", runs, level, line=line)


def _grid(tokens: list[Token], lines: list[str]) -> Grid:
    """A table; markdown-it drops cells beyond the head's, and fills up rows with empty ones."""
    rows: list[list[Runs]] = []
    written: list[int] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
            cells = escapedSplit(lines[_line(token)].strip())
            written.append(len(cells) - (cells[0] == "") - (len(cells) > 1 and cells[-1] == ""))
        elif token.type == "inline":
            rows[-1].append(_runs(token))
    head, *body = (tuple(row) for row in rows)
    uneven = tuple((row, count) for row, count in enumerate(written[1:]) if count != len(head))
    return Grid(head, tuple(body), uneven, _line(tokens[0]))


def _runs(token: Token) -> Runs:
    """The runs of an inline token; a line end inside a paragraph vanishes where Chinese stands beside it."""
    rows: list[list[Run]] = [[]]  # of the paragraph, and of the footnote at hand
    strong = drafting = False
    children: list[Any] = token.children or []
    for index, child in enumerate(children):
        if child.type == "strong_open":
            strong = True
        elif child.type == "strong_close":
            strong = False
        elif child.type == "note_open":
            drafting = child.meta["drafting"]
            rows.append([])
        elif child.type == "note_close":
            note = Note(tuple(rows.pop()), drafting)
            rows[-1].append(Run(note, strong=False))
        elif child.type in {"softbreak", "hardbreak"}:
            before = next((children[at].content[-1] for at in range(index - 1, -1, -1) if children[at].content), "")
            after = next(
                (children[at].content[0] for at in range(index + 1, len(children)) if children[at].content), ""
            )
            if before.isascii() and after.isascii() and before and after:
                rows[-1].append(Run(" ", strong))
        else:
            rows[-1] += _split(child.content, strong)
    return tuple(rows[0])


def _split(text: str, strong: bool) -> Iterator[Run]:
    for index, piece in enumerate(_MARK.split(text)):
        if index % 2:
            yield Run(int(piece), strong)
        elif piece:
            yield Run(piece, strong)
