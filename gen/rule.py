"""What a rule is: a name for one thing that can be wrong, and the page that explains it.

A rule's page is the docstring of its module: a title line, then the sections What it finds, Why it matters,
Fails, Passes, What to do. `bidgen explain` prints it, and the tests run its examples.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from textwrap import dedent

FAMILIES = {
    "S": "reading files",
    "R": "references and completeness",
    "P": "approval and permission",
    "C": "contradictions between promises",
    "L": "limits of the law",
    "F": "feasibility",
    "W": "wording",
    "D": "documents held against each other",
    "A": "findings accepted on the record",
    "B": "building documents",
}


class Severity(IntEnum):
    """How much a finding hinders; ordered, so that a threshold is a comparison."""

    HINT = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Confidence(IntEnum):
    """How sure a finding is; ordered like severity, and apart from it."""

    LOW = 1
    """It rests on a source that nobody has confirmed, or a reader may well see it otherwise."""
    MEDIUM = 2
    """It holds on a reading that most would take, or that the data do not fully decide."""
    HIGH = 3
    """It follows from the data."""

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `C301 deadline-out-of-order`; its id and its name each find it everywhere."""

    id: str
    name: str
    severity: Severity
    page: str
    confidence: Confidence = Confidence.HIGH

    def __str__(self) -> str:
        return f"{self.id} {self.name}"

    @property
    def title(self) -> str:
        """The first line of the page: what is wrong, as a sentence."""
        return self.page.partition("\n")[0]


def rule(
    module: str,
    page: str | None,
    severity: Severity = Severity.ERROR,
    confidence: Confidence = Confidence.HIGH,
) -> Rule:
    """Make the rule of a module: `c301_deadline_out_of_order` gives id C301 and name deadline-out-of-order."""
    name = module.rpartition(".")[2]
    match = re.fullmatch(r"([a-z]\d{3})_(\w+)", name)
    if match is None or not page:
        raise ValueError(f"a rule's module is named like c101_two_values and has a docstring: {module}")
    summary, _, rest = page.partition("\n")
    name = match[2].replace("_", "-")
    return Rule(match[1].upper(), name, severity, f"{summary}\n{dedent(rest)}".strip(), confidence)


def paragraphs(page: str) -> list[tuple[str, bool]]:
    """The paragraphs of a page, each with whether it is an example (indented) rather than prose.

    Blank lines inside an example do not part it. Lines of prose are joined, so that the text has one form however
    it is wrapped in the source.
    """
    parts: list[tuple[str, bool]] = []
    for chunk in re.split(r"\n\s*\n", page):
        code = chunk.startswith("    ")
        text = chunk.rstrip() if code else " ".join(line.strip() for line in chunk.splitlines())
        if code and parts and parts[-1][1]:
            parts[-1] = (f"{parts[-1][0]}\n\n{text}", True)
        else:
            parts.append((text, code))
    return parts
