"""Numbers of headings, clauses and list items as Word's own lists, so that a document can be edited on.

The model has settled every number already. Where Word's list would print another one (a list that does not start
at 1, an eleventh item in circles), the settled number is written as text instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gen.model.blocks import Block, Document, Heading, Item, Paragraph, gap
from gen.model.theme import Level
from gen.render.docx.counting import WordLevel, WordList, word_levels
from gen.render.docx.markup import HINT, NAMESPACES, escape, indent

HEADINGS, ANNEXES = 1, 2
"""Numbers of the lists (`w:numId`) that the styles of headings and annexes point at."""

HEADING_STYLES = ("Heading1", "Heading2", "Heading3")
ANNEX_STYLE = "Annex"


@dataclass(frozen=True, slots=True)
class Number:
    """How one block gets its number in Word."""

    membership: str = ""
    """The paragraph property that puts it into a list, where its style alone does not say so."""
    indent: str = ""
    """The indent as a paragraph property, where no list gives it."""
    text: str = ""
    """The number as text with the gap behind it, where no list makes it."""
    by_style: bool = False
    """Whether the list that the style is linked to makes it."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a document and the number of each of its blocks (an empty one for blocks that have none)."""

    xml: str
    numbers: tuple[Number, ...]


def number_blocks(document: Document, size: int) -> Numbering:
    """Make the lists of a document; indents are counted in characters of `size` twips."""
    lists = _Lists(document, size)
    numbers = tuple(lists.number(block) for block in document.blocks)
    return Numbering(lists.xml(), numbers)


class _Lists:
    """The list definitions of a document while its blocks are counted."""

    def __init__(self, document: Document, size: int) -> None:
        self.scheme = document.scheme
        self.size = size
        self.headings = WordList(self.scheme.levels)
        self.annexes = WordList([self.scheme.annex])
        self.kinds = [
            _kind(0, _levels(self.scheme.levels, size, HEADING_STYLES)),
            _kind(1, _levels([self.scheme.annex], size, [ANNEX_STYLE])),
            *(_kind(at, _levels([level], size)) for at, level in enumerate(self.scheme.items, 2)),
        ]
        """Definitions (`w:abstractNum`): headings, annexes, one for each depth of ordered lists, then bullets."""
        self.instances = [_instance(HEADINGS, 0), _instance(ANNEXES, 1)]
        self.bullets: dict[tuple[str, int], int] = {}
        self.ordered: dict[tuple[int, int], tuple[int, WordList]] = {}

    def number(self, block: Block) -> Number:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(level=level) if level and block.number:
                if self.headings.follows(level - 1, block.number):
                    return Number(_in_list(HEADINGS, level - 1))
                return self._as_text(block, self.scheme.levels[level - 1], block.number)
            case Item(ordered=True):
                return self._ordered(block)
            case Item():
                return self._bullet(block)
        return Number()

    def _heading(self, heading: Heading) -> Number:
        words, instance = (self.annexes, ANNEXES) if heading.annex else (self.headings, HEADINGS)
        level = 0 if heading.annex else heading.level - 1
        if heading.number and words.follows(level, heading.number):
            by_style = heading.listed and level < len(HEADING_STYLES)
            return Number(by_style=True) if by_style else Number(_in_list(instance, level))
        return Number(text=heading.number + gap(self.scheme, heading))

    def _ordered(self, item: Item) -> Number:
        depth = min(item.depth, len(self.scheme.items)) - 1
        level = self.scheme.items[depth]
        if (item.list, depth) not in self.ordered:
            self.ordered[item.list, depth] = (len(self.instances) + 1, WordList([level]))
            self.instances.append(_instance(len(self.instances) + 1, 2 + depth, restart=True))
        instance, words = self.ordered[item.list, depth]
        if words.follows(0, item.marker):
            return Number(_in_list(instance, 0))
        return self._as_text(item, level, item.marker)

    def _bullet(self, item: Item) -> Number:
        depth = min(item.depth, len(self.scheme.items)) - 1
        if (item.marker, depth) not in self.bullets:
            self.bullets[item.marker, depth] = len(self.instances) + 1
            self.instances.append(_instance(len(self.instances) + 1, len(self.kinds)))
            stand_in = Level(format=item.marker, gap="none", indent=self.scheme.items[depth].indent)
            xml = _level(0, WordLevel("bullet", item.marker, legal=False), stand_in, "", self.size)
            self.kinds.append(_kind(len(self.kinds), [xml]))
        return Number(_in_list(self.bullets[item.marker, depth], 0))

    def _as_text(self, block: Paragraph | Item, level: Level, number: str) -> Number:
        return Number(indent=indent(level.indent, self.size), text=number + gap(self.scheme, block))

    def xml(self) -> str:
        """The numbering part: every definition stands before the first instance, or Word calls it broken."""
        return f"<w:numbering {NAMESPACES}>{''.join(self.kinds)}{''.join(self.instances)}</w:numbering>"


def _in_list(instance: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'


def _instance(number: int, kind: int, *, restart: bool = False) -> str:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restart else ""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{again}</w:num>'


def _kind(at: int, levels: list[str]) -> str:
    shape = "multilevel" if len(levels) > 1 else "singleLevel"
    # Word takes lists of equal nsid for the same one when text is copied from one document to another.
    return (
        f'<w:abstractNum w:abstractNumId="{at}"><w:nsid w:val="{0x4B1D0000 + at:08X}"/>'
        f'<w:multiLevelType w:val="{shape}"/>{"".join(levels)}</w:abstractNum>'
    )


def _levels(levels: Sequence[Level], size: int, styles: Sequence[str] = ()) -> list[str]:
    named = (*styles, *("" for _ in levels[len(styles) :]))
    both = zip(word_levels(levels), levels, named, strict=False)
    return [_level(at, word, level, style, size) for at, (word, level, style) in enumerate(both)]


def _level(at: int, word: WordLevel, level: Level, style: str, size: int) -> str:
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    legal = "<w:isLgl/>" if word.legal else ""
    suffix = "space" if level.gap == "space" else "nothing"
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{word.number_format}"/>{style}{legal}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{escape(word.text)}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent(level.indent, size)}</w:pPr><w:rPr>{HINT}</w:rPr></w:lvl>"
    )
