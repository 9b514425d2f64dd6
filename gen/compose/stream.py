"""The block stream of one document while it is being written: what every room of the assembly adds to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gen.compose.assembly import Assembly, Target
from gen.compose.numbering import Numbering
from gen.compose.texts import Texts
from gen.finding import Finding, found
from gen.message import Message
from gen.model.blocks import Block, Sheet
from gen.model.fact import Fact
from gen.model.library import LoadedOutline
from gen.model.package import Package
from gen.model.theme import NumberingScheme, Theme
from gen.source import Span
from gen.stage_rules import s111_bad_template

Place = Callable[[int], Span]
"""Where a line of a text stands."""


class Stream:
    """The blocks of one document so far, with what they are made from and what was found on the way."""

    def __init__(
        self,
        package: Package,
        facts: Sequence[Fact],
        loaded: LoadedOutline,
        scheme: NumberingScheme,
        theme: Theme,
        *,
        drafting: bool,
    ) -> None:
        self.package = package
        self.facts = facts
        self.theme = theme
        self.drafting = drafting
        self.outline = loaded.outline
        self.numbering = Numbering(scheme)
        self.assembly = Assembly(loaded, scheme)
        self.findings: list[Finding] = []
        self.texts = Texts(package, self.assembly, theme, self.findings, drafting=drafting)
        self.anchors: dict[str, int] = {}
        self.landscape = False

    def turn_to(self, loaded: LoadedOutline) -> None:
        """Take outline and short texts from another kind, which is printed as an annex from here on."""
        self.outline = loaded.outline
        self.texts.outline = loaded

    def anchor(self, name: str) -> str:
        """A name for a place that no other place has: what stands twice is referred to where it stands first."""
        self.anchors[name] = self.anchors.get(name, 0) + 1
        return name if self.anchors[name] == 1 else f"{name}.{self.anchors[name]}"

    def add(self, block: Block) -> None:
        """Add a block at the end."""
        self.assembly.blocks.append(block)

    def turn(self, *, landscape: bool) -> None:
        """Turn the sheets; where nothing stands between two turns, there is none."""
        if landscape == self.landscape:
            return
        self.landscape = landscape
        if not self.drop_empty_sheets():
            self.add(Sheet(landscape))

    def drop_empty_sheets(self) -> bool:
        """Take a turn of the sheets back that nothing stands behind, and say whether there was one."""
        empty = isinstance(self.assembly.blocks[-1], Sheet)
        if empty:
            self.assembly.blocks.pop()
        return empty

    def target(self, name: str, target: Target) -> None:
        """Let references by a name lead somewhere; what had the name first keeps it."""
        self.assembly.targets.setdefault(name, target)

    def refuse(self, message: Message, span: Span, key: str) -> None:
        """Say what cannot stand in a text so; `key` tells it from others of the kind."""
        self.findings.append(found(s111_bad_template.RULE, message, span, key=(key,)))
