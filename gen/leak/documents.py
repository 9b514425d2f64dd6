"""Leaks in composed documents, before anything is laid out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen.finding import Finding, Label, found
from gen.leak.marks import Leak, Names, apart, latin, names_of, patterns
from gen.leak.printed import Printed, printed
from gen.message import M, Message
from gen.model.blocks import Block, Cover, Document, Figure, Signature
from gen.model.drawing import Drawing
from gen.model.image import Image
from gen.model.package import Package
from gen.model.theme import BlindRules
from gen.source import Span
from gen.stage_rules import b504_blind_leak
from gen.yamltree import place_of


def leaks(package: Package, documents: tuple[Document, ...]) -> tuple[Finding, ...]:
    """Everything in the blind documents of a bid that shows who made them; a document is blind if its theme is."""
    library, bid = package.library, package.bid
    findings: dict[tuple[str, ...], Finding] = {}
    for document in documents:
        theme = library.themes[bid.theme_of(document.kind)]
        if theme.blind is None:
            continue
        from gen.figure import illustrated

        shown = illustrated(document, theme)  # what a chart says is known when it is drawn
        outline = place_of(library.outlines[document.kind].outline.kind)
        names = names_of(library.company, bid)
        each = (*_texts(shown, outline, names, theme.blind, str(bid.id)), *_blocks(shown, outline, str(bid.id)))
        for finding in each:
            findings.setdefault((*finding.key, str(finding.labels[0].span)), finding)
    return tuple(findings.values())


def _texts(document: Document, outline: Span, names: Names, blind: BlindRules, bid: str) -> Iterator[Finding]:
    for text in printed(document, outline):
        characters = text.text
        each = (*names.leaks(characters), *patterns(characters), *latin(characters, blind))
        for leak in apart(each):
            yield _shown(document, leak.what, text, leak, bid)
        at = 0
        for inline in text.inlines:
            after = at + len(inline.text)
            if inline.strong and inline.text.strip():
                yield _shown(document, M("bold type"), text, Leak(M("bold type"), at, after), bid)
            at = after


def _shown(document: Document, what: Message, text: Printed, leak: Leak, bid: str) -> Finding:
    shown = text.text[leak.start : leak.end]
    setting = text.setting_at(leak.start, leak.end)
    labels = [Label(_exact(text.span, shown), M("printed here"))]
    if setting is not None:
        labels.insert(0, Label(setting.span, M("`{path}` is set here", path=setting.path)))
    return found(
        b504_blind_leak.RULE,
        M("the blind copy of {title} shows {what}: {text}", title=document.title, what=what, text=shown),
        *labels,
        helps=[M("say it by role and number, or leave it out of this document kind")],
        key=(document.kind, what.text, shown),
        bid=bid,
    )


def _exact(span: Span, shown: str) -> Span:
    """Where a text stands inside the text that has it printed, if it is written there."""
    last = min(span.end_line, len(span.source.lines))
    for number in range(span.line, last + 1):
        at = span.source.lines[number - 1].find(shown)
        if at >= 0:
            return Span(span.source, number, at + 1, number, at + 1 + len(shown))
    return span


def _blocks(document: Document, outline: Span, bid: str) -> Iterator[Finding]:
    for block in document.blocks:
        for what, help_ in _wrong(block):
            span = outline if isinstance(block, Cover) or not hasattr(block, "mark") else block.mark.span
            message = M("the blind copy of {title} has {what}", title=document.title, what=what)
            yield found(b504_blind_leak.RULE, message, span, helps=[help_], key=(document.kind, what.text), bid=bid)


def _wrong(block: Block) -> Iterator[tuple[Message, Message]]:
    match block:
        case Cover(copy=copy) if copy:
            yield M("the mark {copy} on its cover", copy=copy), M("build it without such a mark")
        case Signature():
            yield (
                M("a signature block"),
                M("take `signature` out of its outline; seals and names must not show"),
            )
        case Figure(picture=Drawing(svg=svg)) if coloured(svg):
            yield M("a figure in colour"), M("let the theme's `accent` be 000000")
        case Figure(picture=Image()):
            yield (
                M("a picture, which nobody can look into"),
                M("take it out; figures drawn from the bid's data may stay"),
            )
        case _:
            pass


_COLOUR = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")


def coloured(markup: str) -> bool:
    """Whether a colour that is no shade of grey stands in an SVG."""
    for match in _COLOUR.finditer(markup):
        digits = match[1]
        step = len(digits) // 3
        if len({digits[at : at + step].lower() for at in range(0, len(digits), step)}) > 1:
            return True
    return False
