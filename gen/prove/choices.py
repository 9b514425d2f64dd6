"""What somebody chooses for a bid: a profile, further clauses, values; as text for project.yaml, and tried out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from gen import yamltree
from gen.decode import decode
from gen.facts import facts
from gen.library.settings import typed_values
from gen.model.bid import Approved, ClauseChoice
from gen.model.fact import Fact
from gen.model.library import Library
from gen.model.package import Package
from gen.model.param import PLAIN, Place, cell_path
from gen.prove.shapes import Shape, blank_bid
from gen.quantity import Choice, Date, Quantity
from gen.resolve import resolve
from gen.source import Source

PATH = "projects/<bid>/project.yaml"
"""Where the choices are to be pasted; findings point there."""


@dataclass(frozen=True, slots=True)
class Choices:
    """One way to make a bid."""

    profile: str
    added: tuple[str, ...] = ()
    """Clauses beside those of the profile."""
    values: tuple[tuple[Place, Quantity], ...] = ()
    """What the bid sets itself."""
    approved: tuple[tuple[Place, str], ...] = ()
    """The cells whose value lies beyond the guardrail, and the role that must approve it."""
    dropped: tuple[str, ...] = ()
    """Clauses of the profile that the bid leaves out."""
    shape: Shape | None = None
    """The documents of the bid."""

    @property
    def departures(self) -> int:
        """How far it is from the plain profile."""
        return len(self.added) + len(self.dropped) + len(self.values)


def written(choices: Choices, library: Library) -> str:
    """The choices as lines of project.yaml."""
    lines = [f"profile: {choices.profile}"]
    if choices.shape and choices.shape.documents:
        lines.append(f"documents: [{', '.join(choices.shape.documents)}]")
        annexes = [f"{host}: [{', '.join(kinds)}]" for host, kinds in choices.shape.annexes.items()]
        lines += [f"annexes: {{{', '.join(annexes)}}}"] if annexes else []
    changes = {"add": choices.added, "drop": choices.dropped}
    changed = [f"{word}: [{', '.join(clauses)}]" for word, clauses in changes.items() if clauses]
    lines += [f"clauses: {{{', '.join(changed)}}}"] if changed else []
    tables: dict[str, dict[str, dict[str, str]]] = {}
    for (path, (row, column)), quantity in choices.values:
        tables.setdefault(path, {}).setdefault(row, {})[column] = _scalar(quantity)
    lines += ["values:"] if tables else []
    for path, rows in tables.items():
        lines.append(f"  {path}: {_tree(path, rows, library)}")
    lines += ["approvals:"] if choices.approved else []
    values = dict(choices.values)
    for place, role in choices.approved:
        param = library.param(place[0])
        assert param is not None  # noqa: S101 - places are made from parameters
        cell = _quoted(cell_path(param, place[1]))
        said = f"value: {cell}, as: {_scalar(values[place])}, by: {role}, on: 2026-01-01, reason: bidgen prove"
        lines.append(f"  - {{{said}}}")
    return "\n".join(lines) + "\n"


def tried(choices: Choices, library: Library) -> tuple[Package, tuple[Fact, ...]]:
    """The bid that comes of the choices, read from their text as from a file, and its promises."""
    node, problems = yamltree.parse(Source(PATH, written(choices, library)))
    assert isinstance(node, yamltree.Mapping), problems  # noqa: S101 - written above
    entries: dict[str, yamltree.Node] = {str(name): child for name, child in node}
    added, _ = decode(ClauseChoice, entries["clauses"]) if "clauses" in entries else (None, ())
    values, approvals = entries.get("values"), entries.get("approvals")
    given = approvals.items if isinstance(approvals, yamltree.Sequence) else ()
    records = [decode(Approved, item)[0] for item in given]
    name = yamltree.scalar("<bid>", node.span)
    bid = replace(
        blank_bid(),
        id=name,
        profile=yamltree.scalar(choices.profile, node.span),
        clauses=added or ClauseChoice(),
        documents=choices.shape.documents if choices.shape else (),
        annexes=choices.shape.annexes if choices.shape else {},
        values={str(path): tree for path, tree in values} if isinstance(values, yamltree.Mapping) else {},
        approvals=tuple(record for record in records if record is not None),
        span=node.span,
    )
    set_here = typed_values(bid.values, library, [])
    library = replace(library, bid_values={**library.bid_values, str(name): set_here})
    package, _ = resolve(library, bid)
    return package, facts(package)[0]


def _tree(path: str, rows: Mapping[str, Mapping[str, str]], library: Library) -> str:
    param = library.param(path)
    assert param is not None  # noqa: S101 - places are made from parameters
    if PLAIN[0] in rows and param.spec.type != "table":
        return rows[PLAIN[0]][PLAIN[1]]
    single = len(param.columns) == 1
    parts = [
        f"{_quoted(row)}: "
        + (next(iter(cells.values())) if single else "{" + ", ".join(f"{c}: {v}" for c, v in cells.items()) + "}")
        for row, cells in rows.items()
    ]
    return "{" + ", ".join(parts) + "}"


def _scalar(quantity: Quantity) -> str:
    match quantity:
        case Choice():
            return _quoted(quantity.key)
        case Date():
            return quantity.day.isoformat()
        case _:
            return _quoted(str(quantity))


def _quoted(text: str) -> str:
    """A text as YAML takes it within braces."""
    return text if re.fullmatch(r"[\w.×%‰-]*[\w×%‰]", text) else json.dumps(text, ensure_ascii=False)
