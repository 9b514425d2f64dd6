"""Numbers of headings, clauses and list items as Word's own lists, so that a document can be edited on.

The model has settled every number already. Where Word's list would print another one (a list that does not start
at 1, an eleventh item in circles), the settled number is written as text instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gen.model.blocks import Block, Document, Heading, Item, Paragraph, gap, level_of, style_name
from gen.model.theme import Level, NumberingScheme, Theme
from gen.render.docx.counting import WordLevel, WordList, lists_of, word_levels
from gen.render.docx.markup import HINT, NAMESPACES, escape, indent

ANNEX_STYLE = "Annex"
LEVELS = 6
"""Levels of headings that there are."""


@dataclass(frozen=True, slots=True)
class Place:
    """A level of Word's lists."""

    instance: int
    """`w:numId`."""
    level: int
    """`w:ilvl`."""


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


def heading_id(level: int, *, inside_annex: bool = False) -> str:
    """Id of the style of a heading: Word's own by its level, or one of those for the headings inside an annex."""
    return f"Heading{level}Annex" if inside_annex else f"Heading{level}"


def heading_places(scheme: NumberingScheme) -> dict[str, Place]:
    """The level of a list that each style of headings is linked to."""
    return {
        style: Place(instance, at)
        for instance, kind in enumerate(_kinds_of_headings(scheme), 1)
        for at, style in enumerate(kind.styles)
        if style
    }


def number_blocks(document: Document, theme: Theme) -> Numbering:
    """Make the lists of a document; indents are counted in characters of the body."""
    lists = _Lists(document, theme)
    numbers = tuple(lists.number(block) for block in document.blocks)
    return Numbering(lists.xml(), numbers)


@dataclass(frozen=True, slots=True)
class _Kind:
    """Levels of the headings' scheme, or of the annexes', that make one list."""

    annexes: bool
    first: int
    """The place of its first level among those of the scheme."""
    levels: Sequence[Level]
    styles: Sequence[str]
    """The style of headings linked to each level."""


def _kinds_of_headings(scheme: NumberingScheme) -> Iterator[_Kind]:
    annexes = (scheme.annex, *scheme.annex_levels)
    for levels, inside in ((scheme.levels, False), (annexes, True)):
        styles = [heading_id(level, inside_annex=inside) if level <= LEVELS else "" for level in _from_1(levels)]
        if inside:
            styles[0] = ANNEX_STYLE
        for part in lists_of(levels):
            cut = slice(part.start, part.stop)
            yield _Kind(inside, part.start, levels[cut], styles[cut])


def _from_1(levels: Sequence[Level]) -> range:
    return range(1, len(levels) + 1)


class _Lists:
    """The list definitions of a document while its blocks are counted."""

    def __init__(self, document: Document, theme: Theme) -> None:
        self.scheme = document.scheme
        self.styles = theme.styles
        self.size = theme.styles["body"].size
        self.places: dict[tuple[bool, int], tuple[Place, WordList]] = {}
        """By annex or not and level (from 0) of the scheme: where Word counts it."""
        self.kinds: list[str] = []
        """Definitions (`w:abstractNum`): headings, annexes, one for each depth of ordered lists, then bullets."""
        self.instances: list[str] = []
        for kind in _kinds_of_headings(self.scheme):
            words = WordList(kind.levels, kind.first)
            xml = [
                _level(at, word, level, style, self._indent(level))
                for at, (word, level, style) in enumerate(zip(words.levels, kind.levels, kind.styles, strict=True))
            ]
            self.instances.append(_instance(len(self.kinds) + 1, len(self.kinds)))
            self.kinds.append(_kind(len(self.kinds), xml))
            for at in range(len(kind.levels)):
                self.places[kind.annexes, kind.first + at] = (Place(len(self.instances), at), words)
        self.first_item = len(self.kinds)
        for level in self.scheme.items:
            (word,) = word_levels([level])
            self.kinds.append(_kind(len(self.kinds), [_level(0, word, level, "", self._indent(level))]))
        self.bullets: dict[tuple[str, int], int] = {}
        self.ordered: dict[tuple[int, int], tuple[int, WordList]] = {}

    def number(self, block: Block) -> Number:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(level=level) if level and block.number:
                place = self._counted(block, block.inside_annex, level)
                return Number(_in_list(place)) if place else self._as_text(block, level_of(self.scheme, block))
            case Item(ordered=True):
                return self._ordered(block)
            case Item():
                return self._bullet(block)
        return Number()

    def _heading(self, heading: Heading) -> Number:
        inside = heading.annex or heading.inside_annex
        level = 1 if heading.annex else heading.level
        place = self._counted(heading, inside, level) if heading.number else None
        if place is None:
            return Number(text=heading.number + gap(self.scheme, heading))
        if heading.listed and level <= LEVELS:
            return Number(by_style=True)
        # The list would bring its own indent along.
        style = self.styles[style_name(self.scheme, heading)]
        return Number(_in_list(place), indent(style.indent, style.size))

    def _counted(self, block: Heading | Paragraph, inside: bool, level: int) -> Place | None:
        """Where Word counts a block, none if it would print another number."""
        place, words = self.places.get((inside, level - 1), (None, None))
        return place if place and words and words.follows(place.level, block.number) else None

    def _ordered(self, item: Item) -> Number:
        depth = min(item.depth, len(self.scheme.items)) - 1
        level = self.scheme.items[depth]
        if (item.list, depth) not in self.ordered:
            self.ordered[item.list, depth] = (len(self.instances) + 1, WordList([level]))
            self.instances.append(_instance(len(self.instances) + 1, self.first_item + depth, restart=True))
        instance, words = self.ordered[item.list, depth]
        return Number(_in_list(Place(instance, 0))) if words.follows(0, item.marker) else self._as_text(item, level)

    def _bullet(self, item: Item) -> Number:
        depth = min(item.depth, len(self.scheme.items)) - 1
        if (item.marker, depth) not in self.bullets:
            self.bullets[item.marker, depth] = len(self.instances) + 1
            self.instances.append(_instance(len(self.instances) + 1, len(self.kinds)))
            stand_in = Level(format=item.marker, gap="space", indent=self.scheme.items[depth].indent)
            word = WordLevel("bullet", item.marker, legal=False)
            # In the Latin font, whose bullets are small; those of Chinese fonts fill their square.
            level = _level(0, word, stand_in, "", self._indent(stand_in), look="")
            self.kinds.append(_kind(len(self.kinds), [level]))
        return Number(_in_list(Place(self.bullets[item.marker, depth], 0)))

    def _as_text(self, block: Paragraph | Item, level: Level) -> Number:
        number = block.marker if isinstance(block, Item) else block.number
        return Number(indent=self._indent(level), text=number + gap(self.scheme, block))

    def _indent(self, level: Level) -> str:
        """The indent of numbered paragraphs; a heading's style says its own."""
        return indent(level.indent, self.size)

    def xml(self) -> str:
        """The numbering part: every definition stands before the first instance, or Word calls it broken."""
        return f"<w:numbering {NAMESPACES}>{''.join(self.kinds)}{''.join(self.instances)}</w:numbering>"


def _in_list(place: Place) -> str:
    return f'<w:numPr><w:ilvl w:val="{place.level}"/><w:numId w:val="{place.instance}"/></w:numPr>'


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


_CHINESE = f"<w:rPr>{HINT}</w:rPr>"


def _level(at: int, word: WordLevel, level: Level, style: str, position: str, *, look: str = _CHINESE) -> str:
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    legal = "<w:isLgl/>" if word.legal else ""
    suffix = "space" if level.gap == "space" else "nothing"
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{word.number_format}"/>{style}{legal}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{escape(word.text)}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{position}</w:pPr>{look}</w:lvl>"
    )
