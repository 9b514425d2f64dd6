"""Organisation chart: posts in boxes, those that report to a post below it, a level a row.

Subtrees stand as close as they can without meeting (Reingold and Tilford), each post in the middle over its own.
Where the boxes of a row would be too narrow for words, the posts are listed one below the other instead, indented.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gen.figure.sheet import BODY, FILL, THIN, TITLE, Look, Sheet
from gen.model.chart import Organisation, Post
from gen.model.drawing import Drawing

_PAD = 60
_GAP = 140
"""Between boxes side by side."""
_FALL = 360
"""From one row to the next."""
_NARROWEST = 1240
"""What a box needs for five characters of a title; where there is less, the posts are listed."""
_WIDEST = 3000
_INDENTS = 25
"""A level of a list is indented by this part of the width."""
_DEEPEST = 6
"""How many levels of a list are indented further than the one above."""


@dataclass(slots=True)
class _Node:
    """A post with its place in the tree."""

    post: Post
    depth: int
    under: list[_Node] = field(default_factory=list)
    at: int = 0
    """Its middle, in half columns."""

    def all(self) -> Iterator[_Node]:
        yield self
        for node in self.under:
            yield from node.all()


def tree(organisation: Organisation, sheet_width: int, look: Look) -> Drawing:
    """Draw an organisation from the top down."""
    roots = [_node(post, 0) for post in organisation.posts]
    _side_by_side(roots)
    nodes = [node for root in roots for node in root.all()]
    first = min(node.at for node in nodes)
    columns = max(node.at for node in nodes) - first + 2
    # `columns` are half columns: so many boxes and a half fit, with a gap after each but the last.
    wide = min((2 * (sheet_width - 2 * THIN) - (columns - 2) * _GAP) // columns, _WIDEST)
    sheet = Sheet(sheet_width, look)
    if wide < _NARROWEST:
        return sheet.drawing(_listed(sheet, nodes), _alt(organisation))
    margin = (sheet_width - columns * (wide + _GAP) // 2 + _GAP) // 2
    place = {id(node): margin + (node.at - first) * (wide + _GAP) // 2 for node in nodes}
    height = _spread(sheet, nodes, place, wide)
    return sheet.drawing(height, _alt(organisation))


def _node(post: Post, depth: int) -> _Node:
    return _Node(post, depth, [_node(below, depth + 1) for below in post.under])


def _side_by_side(nodes: list[_Node]) -> dict[int, tuple[int, int]]:
    """Put subtrees next to each other; gives the leftmost and rightmost place that they take on each level."""
    outline: dict[int, tuple[int, int]] = {}
    for node in nodes:
        own = _side_by_side(node.under)
        if node.under:
            node.at = (node.under[0].at + node.under[-1].at) // 2
        own[node.depth] = (node.at, node.at)
        shift = max((outline[level][1] + 2 - left for level, (left, _) in own.items() if level in outline), default=0)
        for below in node.all():
            below.at += shift
        for level, (left, right) in own.items():
            outline[level] = (outline[level][0] if level in outline else left + shift, right + shift)
    return outline


def _spread(sheet: Sheet, nodes: list[_Node], place: Mapping[int, int], wide: int) -> int:
    """The tree in rows, each node at its place; gives its height."""
    tops: list[int] = [THIN]
    highs: list[int] = []
    for depth in range(max(node.depth for node in nodes) + 1):
        highs.append(max(_height(sheet, node.post, wide) for node in nodes if node.depth == depth))
        tops.append(tops[-1] + highs[-1] + _FALL)
    for node in nodes:
        x, y = place[id(node)], tops[node.depth]
        _draw(sheet, node.post, x, y, (wide, highs[node.depth]))
        if node.under:
            middle, bottom = x + wide // 2, y + highs[node.depth]
            bar = bottom + _FALL // 2
            ends = [place[id(below)] + wide // 2 for below in node.under]
            sheet.line((middle, bottom), (middle, bar))
            sheet.line((min(middle, *ends), bar), (max(middle, *ends), bar))
            for end in ends:
                sheet.line((end, bar), (end, tops[node.depth + 1]))
    return tops[-1] - _FALL + THIN


def _listed(sheet: Sheet, nodes: list[_Node]) -> int:
    """The tree as an indented list; gives its height."""
    y = THIN
    step = sheet.width // _INDENTS
    above: dict[int, tuple[int, int]] = {}
    for node in nodes:
        x = THIN + min(node.depth, _DEEPEST) * step
        high = _row(sheet, node.post, x, y)
        above[node.depth] = (x, y + high)
        if 0 < node.depth <= _DEEPEST:
            from_x, from_y = above[node.depth - 1]
            spine = from_x + step // 2
            sheet.line((spine, from_y), (spine, y + high // 2), (x, y + high // 2))
        y += high + _GAP
    return y - _GAP + THIN


def _row(sheet: Sheet, post: Post, x: int, y: int) -> int:
    """A post of the list: the title at the left, its people beside it; gives the height."""
    people = "、".join(post.people)
    wide = sheet.width - THIN - x
    named = sheet.width // 2 - x if people else wide
    rooms = named - 2 * _PAD, wide - named - 2 * _PAD
    high = max(sheet.block(post.title, TITLE, rooms[0], "bold"), sheet.block(people, BODY, rooms[1], "song")) + _PAD
    sheet.box(x, y, wide, high, stroke=sheet.accent)
    sheet.say(post.title, x + _PAD, y + high // 2, room=rooms[0], size=TITLE, face="bold", anchor="start")
    sheet.say(people, x + named + _PAD, y + high // 2, room=rooms[1], face="song", anchor="start")
    return high


def _head(sheet: Sheet, post: Post, wide: int) -> int:
    return sheet.block(post.title, TITLE, wide - 2 * _PAD, "bold") + _PAD


def _height(sheet: Sheet, post: Post, wide: int) -> int:
    people = sum(sheet.block(person, BODY, wide - 2 * _PAD, "song") for person in post.people)
    return _head(sheet, post, wide) + (people + _PAD * 3 // 2 if people else 0)


def _draw(sheet: Sheet, post: Post, x: int, y: int, box: tuple[int, int]) -> None:
    """A box of some width and height: the title in its head, the people below."""
    wide, high = box
    head = _head(sheet, post, wide)
    sheet.box(x, y, wide, high, stroke=sheet.accent)
    if post.people:
        sheet.band(x, y, wide, head, FILL)
        sheet.line((x, y + head), (x + wide, y + head), stroke=sheet.accent, weight=THIN)
        sheet.box(x, y, wide, high, stroke=sheet.accent, fill="none")
    middle = y + (head if post.people else high) // 2
    sheet.say(post.title, x + wide // 2, middle, room=wide - 2 * _PAD, size=TITLE, face="bold")
    room = wide - 2 * _PAD
    # Names stand one below the other, as a block in the middle.
    longest = max(
        (
            sheet.length(line, BODY, "song")
            for person in post.people
            for line in sheet.broken(person, BODY, room, "song")
        ),
        default=0,
    )
    at = y + head + _PAD * 3 // 4
    for person in post.people:
        tall = sheet.block(person, BODY, room, "song")
        sheet.say(person, x + (wide - longest) // 2, at + tall // 2, room=room, face="song", anchor="start")
        at += tall


def _alt(organisation: Organisation) -> str:
    said = [sentence for post in organisation.posts for sentence in _said(post)]
    return f"组织结构图：{'；'.join(said)}。"


def _said(post: Post) -> Iterator[str]:
    people = f"（{'、'.join(post.people)}）" if post.people else ""
    below = f"，下设{'、'.join(each.title for each in post.under)}" if post.under else ""
    yield post.title + people + below
    for each in post.under:
        yield from _said(each)
