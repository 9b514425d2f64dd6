"""The beginning of a document kind: its front matter, and a section for everything that it must promise."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

from gen.inventory import Use, dimensions_of, uses
from gen.library.printing import clauses_in
from gen.model.clause import Clause
from gen.model.library import Library, LoadedOutline
from gen.model.outline import TOPIC, meets

Value = TypeVar("Value", bound=Hashable)

_SECTION = re.compile(r"^(#+) +(.*?)(?: *\{#[\w.-]+\})?$", re.MULTILINE)
_CLAUSE = re.compile(r"\{\{ *clause\(\"([\w.-]+)\"")
_END = re.compile(r"^\{\{ *(?:signature|annexes|annex\()", re.MULTILINE)
"""Where the body ends and signatures and annexes begin."""
_NOTE = "{drafting} 各章依次列出所印条款，本注不印入正式文本。"


def outline_text(library: Library, kind: str, title: str, requires: Sequence[str]) -> str:
    """A new outline in the habits of the library: what its kinds call the parties, how most of them are numbered."""
    every = [loaded.outline for loaded in library.outlines.values()]
    outlines = [outline for outline in every if outline.cover] or every  # forms to fill in have ways of their own
    words = _commonest([(str(o.words["provider"]), str(o.words["customer"])) for o in outlines]) or ("我公司", "采购人")
    schemes = [str(scheme) for theme in library.themes.values() for scheme in theme.numbering]
    looks = [(str(o.numbering), o.clause_titles) for o in outlines] or [(scheme, True) for scheme in schemes[:1]]
    numbering, titles = _commonest(looks) or ("chapters", True)
    front = [
        f"kind: {kind}",
        f"title: {_yaml(title)}",
        f"words: {{provider: {_yaml(words[0])}, customer: {_yaml(words[1])}}}",
        f"numbering: {numbering}",
        f"clause_titles: {'true' if titles else 'false'}",
        "contents: 2",
        f"header: {_yaml(f'{{{{ project.name }}}}　{title}')}",
        "cover:",
        '  overline: "{{ project.name }}"',
        "  rows:",
        '    项目编号: "{{ project.number }}"',
        '    包号?: "{{ project.lot }}"',
        '    投标人: "{{ company.name }}"',
        '  date: "{{ project.submission }}"',
        *_requires(requires),
    ]
    sections = list(_sections(library, requires)) or ["# 总则", _NOTE]
    return "\n".join(("---", *front, "---", "\n\n".join(sections))) + "\n"


def outline_after(library: Library, model: str, kind: str, title: str, requires: Sequence[str]) -> str:
    """An outline that begins as a copy of another; what is required besides gets sections of its own before the end."""
    loaded = library.outlines[model]
    old = loaded.outline
    assert old.span is not None  # noqa: S101 - it was decoded from a file
    lines = old.span.source.lines
    fence = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    front = [line.replace(old.title, title) for line in _without(lines[1:fence], ("kind", "title", "requires"))]
    body = old.body.strip("\n")
    wanted = tuple(dict.fromkeys((*map(str, old.requires), *requires)))
    have = [library.clauses[name].clause for name in clauses_in(loaded) if name in library.clauses]
    missing = [name for name in wanted if not any(meets(clause, name) for clause in have)]
    end = _END.search(body)
    at = end.start() if end else len(body)
    sections = "".join(f"{section}\n\n" for section in _sections(library, missing))
    before = body[:at].rstrip("\n")
    parts = [part for part in (before, sections.rstrip("\n"), body[at:]) if part]
    head = (f"kind: {kind}", f"title: {_yaml(title)}", *front, *_requires(wanted))
    return "\n".join(("---", *head, "---", "\n\n".join(parts))) + "\n"


def _requires(names: Sequence[str]) -> list[str]:
    return ["requires:", *(f"  - {name}" for name in names)] if names else []


def _without(lines: Sequence[str], keys: tuple[str, ...]) -> Iterator[str]:
    """The lines of a mapping without some of its keys and what stands below them."""
    dropped = False
    for line in lines:
        if line[:1] not in {" ", "", "-", "#"}:
            dropped = line.partition(":")[0] in keys
        if not dropped:
            yield line


def _sections(library: Library, requires: Sequence[str]) -> Iterator[str]:
    """Headings and clauses for what is required; clauses that stand under one heading elsewhere do so here."""
    headings = {
        name: heading for outline in reversed(list(library.outlines.values())) for name, heading in _above(outline)
    }
    living = [loaded.clause for loaded in library.clauses.values() if loaded.clause.status != "retired"]
    used = uses(library)
    sections: dict[str, list[str]] = {}
    for requirement in requires:
        fitting = [clause for clause in living if meets(clause, requirement)]
        best = min(fitting, key=lambda clause: _fitness(clause, requirement, used), default=None)
        if best is None:
            sections.setdefault(_label(library, requirement), []).append(_lacking(requirement))
            continue
        hole = f'{{{{ clause("{best.id}") }}}}'
        below = sections.setdefault(headings.get(str(best.id), str(best.title)), [])
        if hole not in below:
            below.append(hole)
    for heading, below in sections.items():
        yield f"# {heading}"
        yield from below


def _fitness(clause: Clause, requirement: str, used: Mapping[str, Use]) -> tuple[int, int, str]:
    """Smaller for the better: a clause about this promise alone, then one that many documents print."""
    others = 0 if requirement.startswith(TOPIC) else len(dimensions_of(clause))
    return others, -len(used[clause.id].documents), clause.id


def _above(outline: LoadedOutline) -> Iterator[tuple[str, str]]:
    """The clauses of an outline, each with the heading of its chapter, where that is plain words."""
    heading = ""
    for line in outline.outline.body.split("\n"):
        if section := _SECTION.match(line):
            heading = section[2] if len(section[1]) == 1 else heading
        elif (clause := _CLAUSE.match(line)) and heading and "{" not in heading:
            yield clause[1], heading


def _label(library: Library, requirement: str) -> str:
    dimension = library.vocabulary.dimensions.get(requirement)
    return str(dimension.label) if dimension else requirement.removeprefix(TOPIC)


def _lacking(requirement: str) -> str:
    return f"{{drafting}} 条款库中尚无符合 {requirement} 的条款。"


def _commonest(values: Sequence[Value]) -> Value | None:
    """The value that occurs most, the first of equals."""
    counts = Counter(values)
    return max(counts, key=lambda value: counts[value], default=None)


def _yaml(text: str) -> str:
    """A text as a YAML scalar in double quotes, or plain where it is Chinese words only."""
    return text if re.fullmatch(r"[\u4e00-\u9fff（）]+", text) else json.dumps(text, ensure_ascii=False)
