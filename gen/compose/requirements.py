"""Whether documents promise what their kinds require."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gen.compose.assembly import Assembly
from gen.finding import Finding, Label, found
from gen.library.printing import clauses_in
from gen.message import M, Message, Named
from gen.model.blocks import Block, Value
from gen.model.fact import Fact
from gen.model.library import Library
from gen.model.outline import TOPIC, meets
from gen.model.package import Package
from gen.model.text import inlines_of
from gen.stage_rules import r206_unmet_requirement
from gen.yamltree import place_of


def unmet(package: Package, facts: Sequence[Fact], assembly: Assembly, blocks: Sequence[Block]) -> Iterator[Finding]:
    """A finding for each requirement of a whole document that nothing in it meets."""
    outline, library = assembly.outline.outline, package.library
    if not outline.requires or not assembly.whole:
        return  # what was left out might meet it
    named = {name for name, (_, required) in clauses_in(assembly.outline).items() if required}
    printed = [library.clauses[name].clause for name in {*assembly.printed, *named} if name in library.clauses]
    values = {inline.setting.path for block in blocks for inline in inlines_of(block) if isinstance(inline, Value)}
    stated = {fact.dimension for fact in facts if fact.setting and fact.setting.path in values}
    for requirement in outline.requires:
        if requirement not in library.vocabulary.dimensions and not _topic(requirement, library):
            continue  # a name that leads nowhere is a finding of the library
        if requirement in stated or any(meets(clause, requirement) for clause in printed):
            continue
        yield found(
            r206_unmet_requirement.RULE,
            M("{document} promises nothing of what it must: {requirement}",
              document=outline.title, requirement=_named(requirement, library)),
            Label(place_of(requirement), M("required here")),
            helps=_helps(requirement, library),
            key=(outline.kind, requirement),
            bid=package.bid.id,
        )  # fmt: skip


def _topic(requirement: str, library: Library) -> bool:
    """Whether it names a topic that has clauses."""
    return requirement.startswith(TOPIC) and any(meets(each.clause, requirement) for each in library.clauses.values())


def _named(requirement: str, library: Library) -> Named | Message:
    if requirement.startswith(TOPIC):
        return M("a clause of the topic {name}", name=requirement.removeprefix(TOPIC))
    return library.vocabulary.dimensions[requirement].named


def _helps(requirement: str, library: Library) -> list[Message]:
    """The clauses that would meet it, or how to write one."""
    clauses = (loaded.clause for loaded in library.clauses.values())
    fitting = tuple(str(c.id) for c in clauses if c.status != "retired" and meets(c, requirement))[:_MOST]
    if fitting:
        return [M("print one of these in its outline: {clauses}", clauses=fitting)]
    return [M("no clause of the library meets it: {command}", command=f"`bidgen new clause … --promise {requirement}`")]


_MOST = 5
"""Clauses that are named in a help."""
