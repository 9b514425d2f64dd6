"""One sentence a line: where the lines of a wording end, so that a change of one sentence is a change of one line.

A line end inside a paragraph prints nothing behind a Chinese character, so only such places get one. Lists, tables
and paragraphs with conditions stay as they were written, and so does a paragraph that would read otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gen.compose.markdown import Content, Grid, Note, Run, Runs, contents
from gen.template import mark

Printed = tuple[object, ...]

_APART = re.compile(r"\n(?:[ \t]*\n)+")
_HOLE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_PIECE = re.compile(
    r"\{\{.*?\}\}|(?P<strong>\*\*.+?\*\*)|\^\[[^\]]*\]|(?P<open>[（“‘「『《【])|(?P<close>[）”’」』》】])|(?P<end>[。！？])|.",
    re.DOTALL,
)
_ENDS = ("。**", "！**", "？**")
_NO_START = re.compile(r"\s|[-+*>] |\d+[.)] |#{1,6} |\||\{\w+\}|\^\[|[）”’」』》】。！？，；：、)\].,;:!?]|$")
"""What begins no line of its own: it would be another thing there, or belongs to what stands before it."""
_BLOCK = re.compile(r"^ *(?:[-+*] |\d+[.)] |#{1,6}(?: |$)|\|)", re.MULTILINE)
"""A line that is no prose: of a list, a table, a heading."""


def in_sentences(text: str) -> str:
    """A wording with one sentence a line, ending with a line end."""
    return "\n\n".join(_paragraph(chunk) for chunk in _chunks(text)) + "\n"


def meaning(text: str) -> tuple[Printed | str, ...]:
    """What a wording prints, paragraph by paragraph, however its lines are broken."""
    return tuple(chunk if "{%" in chunk else _printed(chunk) for chunk in _chunks(text))


def _chunks(text: str) -> Iterator[str]:
    """What stands between blank lines, without spaces at the ends of lines."""
    lines = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    return iter(_APART.split(lines)) if lines else iter(())


def _paragraph(chunk: str) -> str:
    if "{%" in chunk or chunk.startswith(" ") or _BLOCK.search(chunk):
        return chunk
    broken = "\n".join(_sentences(_joined(chunk)))
    return broken if broken == chunk or _printed(broken) == _printed(chunk) else chunk


def _joined(chunk: str) -> str:
    """A paragraph on one line; a line end between two Latin characters prints a space."""
    first, *rest = (line.strip() for line in chunk.split("\n"))
    text = first
    for line in rest:
        space = text[-1].isascii() and line[0].isascii() and not text.endswith("}}") and not line.startswith("{{")
        text += " " * space + line
    return text


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a paragraph; one inside brackets or quotes ends nothing."""
    begin = depth = 0
    for piece in _PIECE.finditer(text):
        if piece["open"]:
            depth += 1
        elif piece["close"]:
            depth = max(depth - 1, 0)
        ends = piece["end"] or (piece["strong"] or "").endswith(_ENDS)
        if ends and not depth and not _NO_START.match(text, piece.end()):
            yield text[begin : piece.end()]
            begin = piece.end()
    yield text[begin:]


@lru_cache(maxsize=8192)
def _printed(chunk: str) -> Printed:
    """What a paragraph prints, with runs that follow each other made one."""
    holes: list[str] = []

    def marked(hole: re.Match[str]) -> str:
        holes.append(" ".join(hole[0].split()))
        return mark(len(holes) - 1)

    return (*(_plain(content) for content in contents(_HOLE.sub(marked, chunk))), tuple(holes))


def _plain(content: Content | Grid) -> object:
    if isinstance(content, Grid):
        return (*map(_merged, content.head), *(tuple(map(_merged, row)) for row in content.rows))
    return content.kind, content.level, content.role, content.anchor, content.ordered, _merged(content.runs)


def _merged(runs: Runs) -> tuple[object, ...]:
    made: list[object] = []
    for run in runs:
        match made[-1] if made else None, run:
            case _, Run(content=Note() as note):
                made.append((note.drafting, _merged(note.runs)))
            case Run(content=str(begun), strong=strong), Run(content=str(more)) if strong == run.strong:
                made[-1] = Run(begun + more, strong)
            case _:
                made.append(run)
    return tuple(made)
