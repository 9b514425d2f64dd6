"""Settle references: once all documents of a bid are numbered, each reference gets its number and its anchor."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from typing import Any

from gen.compose.assembly import Assembly
from gen.compose.holes import Pending
from gen.decode import nearest
from gen.finding import Finding, found
from gen.message import M
from gen.model.bid import Bid
from gen.model.blocks import (
    Block,
    Cover,
    Figure,
    Footnote,
    Group,
    Heading,
    Inline,
    Inlines,
    Item,
    PageReference,
    Paragraph,
    Reference,
    Signatory,
    Signature,
    Table,
    Text,
    Title,
)
from gen.stage_rules import r204_dangling_reference

_BODY = "正文"
"""What stands before a number of the body in an annex, which might have that number itself."""


def settle(
    assembly: Assembly, assemblies: Mapping[str, Assembly], bid: Bid, kinds: Container[str] = ()
) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """The blocks of one document with every reference settled; a dangling one is a finding.

    A reference to one of the document `kinds`, or into it, leads to the annex that prints it, here or in another
    document of the bid, or else to the document that it is itself.
    """
    if not assembly.pending:
        return tuple(assembly.blocks), ()
    settling = _Settling(assembly, assemblies, bid, kinds)
    return tuple(map(settling.block, assembly.blocks)), tuple(settling.findings)


class _Settling:
    """The way through the blocks of one document; `block` is asked for each in its order."""

    def __init__(self, assembly: Assembly, assemblies: Mapping[str, Assembly], bid: Bid, kinds: Container[str]) -> None:
        self.assembly = assembly
        self.assemblies = assemblies
        self.bid = bid
        self.kinds = kinds
        self.findings: list[Finding] = []
        self.inside_annex = False

    def block(self, block: Block) -> Block:
        """A block with its references settled."""
        self.inside_annex |= isinstance(block, Heading) and block.annex
        settled = self.inlines
        match block:
            case Heading() | Paragraph() | Item() | Title():
                inlines = settled(block.inlines)
                return block if inlines is block.inlines else replace(block, inlines=inlines)
            case Table():
                columns = tuple(replace(column, head=settled(column.head)) for column in block.columns)
                rows = tuple(tuple(settled(cell) for cell in row) for row in block.rows)
                groups = tuple(Group(settled(group.head), group.columns) for group in block.groups)
                return replace(block, columns=columns, rows=rows, groups=groups, caption=settled(block.caption))
            case Figure():
                return replace(block, caption=settled(block.caption))
            case Cover():
                lines = tuple((label, settled(value)) for label, value in block.rows)
                return replace(block, overline=settled(block.overline), rows=lines)
            case Signature():
                parties = tuple(
                    Signatory(settled(p.title), tuple((label, settled(value)) for label, value in p.lines))
                    for p in block.parties
                )
                return replace(block, parties=parties)
            case _:
                return block

    def inlines(self, inlines: Inlines) -> Inlines:
        if not any(isinstance(inline, (Pending, Footnote)) for inline in inlines):
            return inlines
        return tuple(made for inline in inlines for made in self.settled(inline))

    def settled(self, inline: Any) -> Iterator[Any]:
        match inline:
            case Footnote():
                yield replace(inline, inlines=self.inlines(inline.inlines))
            case Pending():
                if self.leads_into_body(inline):
                    yield Text(_BODY, inline.strong)
                yield self.reference(inline)
            case _:
                yield inline

    def leads_into_body(self, pending: Pending) -> bool:
        """Whether an annex refers to a number of the body."""
        asked = self.inside_annex and pending.show == "number"
        target = self.assembly.targets.get(pending.target) if asked else None
        return target is not None and target.body

    def reference(self, pending: Pending) -> Inline:
        assembly, assemblies, bid = self.assembly, self.assemblies, self.bid
        if pending.show == "count":
            return Text(str(sum(isinstance(block, Heading) and block.annex for block in assembly.blocks)))
        document, slash, name = pending.target.rpartition("/")
        if not slash and name in self.kinds and name not in assembly.targets:
            if name in assemblies:
                return Reference(f"《{assemblies[name].outline.outline.title}》", "", name, pending.strong)
            document = next((kind for kind, other in assemblies.items() if name in other.targets), name)
        elif slash and document not in assemblies:
            document = next((kind for kind, other in assemblies.items() if document in other.annexes), document)
        home = assemblies.get(document) if document else assembly
        target = home.targets.get(name) if home else None
        if target is None:
            if home.whole if home else document not in bid.documents:
                dangling = _dangling(pending, assembly, home, str(bid.id))
                if not any(dangling.key == each.key for each in self.findings):  # a document that is not there, once
                    self.findings.append(dangling)
            return Reference(pending.target, "", None, pending.strong)
        shown = target.title if pending.show == "title" else target.text
        if home is assembly or home is None:
            if pending.show == "page":
                return PageReference(target.anchor, pending.strong)
            return Reference(shown, target.anchor, None, pending.strong)
        if pending.show == "page":
            self.findings.append(_no_page(pending, assembly, home, str(bid.id)))
        return Reference(f"《{home.outline.outline.title}》{shown}", target.anchor, document, pending.strong)


def _no_page(pending: Pending, assembly: Assembly, home: Assembly, bid: str) -> Finding:
    return found(
        r204_dangling_reference.RULE,
        M("the page is known only within one document, and {title} is another", title=home.outline.outline.title),
        pending.span,
        helps=[M('refer to its number or title: show="title"')],
        key=(str(assembly.outline.outline.kind), pending.target, "page"),
        bid=bid,
    )


def _dangling(pending: Pending, assembly: Assembly, home: Assembly | None, bid: str) -> Finding:
    document, slash, name = pending.target.rpartition("/")
    title = (home or assembly).outline.outline.title
    if home is None:
        message = M("the bid {bid} has no document `{document}`", bid=bid, document=document if slash else name)
        helps = [M("add it to the bid as a document or an annex, or take the reference out")]
    else:
        message = M("{title} prints nothing that is called `{name}`", title=title, name=name)
        helps = nearest(name, home.targets) or [M("print what is referred to, or take the reference out")]
    return found(
        r204_dangling_reference.RULE,
        message,
        pending.span,
        helps=helps,
        key=(str(assembly.outline.outline.kind), pending.target if home else document or name),
        bid=bid,
    )
