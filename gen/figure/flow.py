"""Flow chart of a process: a lane for each who takes part, a row for each step and each question.

A row holds one shape, so that the ways that leave or enter it at its sides meet no other shape. Ways back run at the
left of the lanes, ways ahead at their right, each on a track of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gen.figure.sheet import BODY, FILL, GREY, RULE, THIN, TITLE, Look, Sheet, pitch
from gen.figure.ways import Shape, Way, shapes, tracks, ways
from gen.model.chart import Exit, Process
from gen.model.drawing import Drawing

_PAD = 80
"""Room round a text in its box."""
_INSET = 60
"""From the edge of a lane to its boxes."""
_GAP = 180
"""From one row to the next."""
_BESIDE = 300
"""From the lanes to the first track: room for a word."""
_TRACK = 150
"""From one track to the next, where there is room."""
_WIDEST = 4400
"""What a lane takes at most."""
_NARROWEST = 1300
"""What a lane needs at least; where there is less, all steps stand in one lane and say who does them."""


@dataclass(frozen=True, slots=True)
class _Side:
    """The tracks at one side of the lanes."""

    tracks: Mapping[Way, int]
    room: int
    """What they may take."""

    @property
    def pitch(self) -> int:
        return min(_TRACK, (self.room - _BESIDE) // (max(self.tracks.values(), default=0) + 1))

    @property
    def wide(self) -> int:
        return _BESIDE + self.pitch * max(self.tracks.values()) + _TRACK // 2 if self.tracks else THIN


@dataclass(frozen=True, slots=True)
class _Lanes:
    """The lanes, from left to right; a single one where there is no room for more."""

    names: tuple[str, ...]
    left: int
    lane: int
    """How wide each is."""

    @property
    def single(self) -> bool:
        return len(self.names) == 1

    @property
    def right(self) -> int:
        return self.left + self.lane * len(self.names)

    def middle(self, name: str) -> int:
        at = 0 if self.single else self.names.index(name)
        return self.left + at * self.lane + self.lane // 2


@dataclass(frozen=True, slots=True)
class _Row:
    """A shape in its place."""

    shape: Shape
    x: int
    """Its middle."""
    y: int
    """Its upper edge."""
    wide: int
    high: int

    @property
    def middle(self) -> int:
        return self.y + self.high // 2


def flow(process: Process, sheet_width: int, look: Look) -> Drawing:
    """Draw a process from top to bottom."""
    drawn = shapes(process)
    beside, down = ways(drawn)
    sides = {
        left: _Side(tracks([way for way in beside if way.left == left]), sheet_width // 4) for left in (True, False)
    }
    lanes = _lanes(process, sides[True].wide, sheet_width - sides[False].wide)
    sheet = Sheet(sheet_width, look)
    top = 0 if lanes.single else _heads(sheet, lanes)
    edge = THIN if lanes.single else _GAP // 2
    rows = _rows(sheet, drawn, lanes, top + edge)
    height = rows[-1].y + rows[-1].high + edge
    if not lanes.single:
        _lines(sheet, lanes, top, height)
    for at, row in enumerate(rows):
        _draw(sheet, row, ends=at in {0, len(rows) - 1}, named=lanes.single)
        for way in (way for way in beside if way.start == at):
            side = sides[way.left]
            off = _BESIDE + side.pitch * side.tracks[way]
            _round(sheet, row, rows[way.end], lanes.left - off if way.left else lanes.right + off, way.word)
        if at in down:
            _down(sheet, row, rows[at + 1])
    if process.note:
        room = sheet_width - lanes.left
        high = sheet.block(process.note, BODY, room)
        sheet.say(process.note, lanes.left, height + _PAD + high // 2, room=room, anchor="start", colour=GREY)
        height += high + _PAD * 3 // 2
    return sheet.drawing(height, _alt(process))


def _lanes(process: Process, left: int, right: int) -> _Lanes:
    names = tuple(dict.fromkeys(step.who for step in process.steps))
    if len(names) * _NARROWEST > right - left:
        names = ("",)
    lane = min((right - left) // len(names), _WIDEST)
    return _Lanes(names, left + (right - left - lane * len(names)) // 2, lane)


def _rows(sheet: Sheet, drawn: Sequence[Shape], lanes: _Lanes, y: int) -> list[_Row]:
    rows = []
    for shape in drawn:
        wide = lanes.lane - 2 * _INSET
        high = _question(sheet, shape.asks, wide)[1] if shape.asks else _step(sheet, shape, wide, named=lanes.single)
        rows.append(_Row(shape, lanes.middle(shape.step.who), y, wide, high))
        y += high + _GAP
    return rows


def _heads(sheet: Sheet, lanes: _Lanes) -> int:
    """Name the lanes; gives where their heads end."""
    room = lanes.lane - 2 * _INSET
    high = max(sheet.block(name, BODY, room, "bold") for name in lanes.names) + _PAD
    sheet.band(lanes.left, THIN, lanes.right - lanes.left, high, FILL)
    for name in lanes.names:
        sheet.say(name, lanes.middle(name), THIN + high // 2, room=room, face="bold")
    return THIN + high


def _lines(sheet: Sheet, lanes: _Lanes, top: int, height: int) -> None:
    """The frame round the lanes and what parts them."""
    sheet.frame(lanes.left, THIN, lanes.right - lanes.left, height - 2 * THIN)
    sheet.line((lanes.left, top), (lanes.right, top), stroke=RULE, weight=THIN)
    for at in range(1, len(lanes.names)):
        x = lanes.left + at * lanes.lane
        sheet.line((x, THIN), (x, height - THIN), stroke=RULE, weight=THIN, dashes="60 40")


def _step(sheet: Sheet, shape: Shape, wide: int, *, named: bool) -> int:
    """How high the box of a step is."""
    room = wide - 2 * _PAD
    texts = (*([shape.step.who] if named else []), *shape.step.limits)
    words = sum(sheet.block(text, BODY, room) for text in texts)
    return sheet.block(_title(shape), TITLE, room, "bold") + words + _PAD * 3 // 2


def _question(sheet: Sheet, asks: Exit, wide: int) -> tuple[int, int]:
    """The room for the words of a question, and how high its diamond must be.

    Words of t × h fit where t / width + h / height is no more than 1. The flattest division into lines is taken.
    """
    choices = []
    for share in (8, 7, 6, 5, 4):
        room = wide * share // 10
        lines = sheet.broken(_asked(asks), BODY, room)
        spare = wide - max(sheet.length(line, BODY) for line in lines)
        choices.append(((len(lines) * pitch(BODY) + _PAD // 4) * wide // spare, room))
    high, room = min(choices)
    return room, high


def _draw(sheet: Sheet, row: _Row, *, ends: bool, named: bool) -> None:
    """The shape of a row with its words."""
    shape, left, right, bottom = row.shape, row.x - row.wide // 2, row.x + row.wide // 2, row.y + row.high
    if shape.asks is not None:
        corners = ((row.x, row.y), (right, row.middle), (row.x, bottom), (left, row.middle))
        sheet.polygon(corners, stroke=sheet.accent)
        sheet.say(_asked(shape.asks), row.x, row.middle, room=_question(sheet, shape.asks, row.wide)[0])
        return
    sheet.box(left, row.y, row.wide, row.high, stroke=sheet.accent, round_=160 if ends else 0)
    room = row.wide - 2 * _PAD
    y = row.y + _PAD * 3 // 4
    high = sheet.block(_title(shape), TITLE, room, "bold")
    sheet.say(_title(shape), row.x, y + high // 2, room=room, size=TITLE, face="bold")
    y += high
    for text in (*([shape.step.who] if named else []), *shape.step.limits):
        high = sheet.block(text, BODY, room)
        sheet.say(text, row.x, y + high // 2, room=room, colour=GREY)
        y += high


def _down(sheet: Sheet, upper: _Row, lower: _Row) -> None:
    """The way to the next row."""
    begin, end = upper.y + upper.high, lower.y
    if upper.x == lower.x:
        sheet.arrow((upper.x, begin), (lower.x, end))
    else:
        # Nearer to the upper row, so that the arrow's head has room.
        bend = begin + _GAP * 2 // 5
        sheet.arrow((upper.x, begin), (upper.x, bend), (lower.x, bend), (lower.x, end))
    if upper.shape.asks is not None:
        aside = -1 if lower.x > upper.x else 1
        sheet.say("否", upper.x + aside * 130, begin + _GAP // 2, room=2 * BODY)


def _round(sheet: Sheet, start: _Row, end: _Row, track: int, word: str) -> None:
    """A way over a track beside the lanes."""
    aside = -1 if track < start.x else 1
    begin = start.x + aside * start.wide // 2
    arrives = end.x + aside * end.wide // 2
    sheet.arrow((begin, start.middle), (track, start.middle), (track, end.middle), (arrives, end.middle))
    sheet.say(word, begin + aside * (_INSET + 130), start.middle - 110, room=2 * BODY)


def _title(shape: Shape) -> str:
    return f"{shape.number} {shape.step.name}"


def _asked(asks: Exit) -> str:
    return asks.when if asks.when.endswith(("？", "?")) else f"{asks.when}？"


def _alt(process: Process) -> str:
    said: list[str] = []
    for number, step in enumerate(process.steps, 1):
        about = "，".join((*([step.who] if step.who else []), *step.limits))
        out = "；".join(f"{exit_.when}则转{exit_.to}" if exit_.when else f"之后转{exit_.to}" for exit_ in step.exits)
        said.append(f"{number} {step.name}" + (f"（{about}）" if about else "") + (f"，{out}" if out else ""))
    return f"流程图，共{len(process.steps)}步：{'；'.join(said)}。{process.note}"
