"""Time line of an incident: a lane for each severity, a mark for each deadline.

Minutes and days stand on one axis, so the marks are set in the order of their times and not to scale; the figure
says so, and every mark says its time. Marks of the same time stand one below the other in all lanes, as long as there
is room for a column for each time; else each lane is spaced by itself, and broken into rows if it must be.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from gen.figure.sheet import BODY, FILL, GREY, RULE, THIN, Look, Sheet, pitch
from gen.model.chart import Deadline, Lane, Timeline
from gen.model.drawing import Drawing

_PAD = 80
_NARROWEST = 600
"""What a column of the shared axis needs."""
_ALONE = 1000
"""What a mark needs in a lane that is spaced by itself."""
_DISC = 55
_INSET = 20
"""From the edges of a column to its words."""

Mark = tuple[str, str, int]
"""Names, time and column of a mark."""


def timeline(chart: Timeline, sheet_width: int, look: Look) -> Drawing:
    """Draw the deadlines of an incident, lane by lane."""
    sheet = Sheet(sheet_width, look)
    head = min(max(len(lane.title) for lane in chart.lanes) * BODY + 2 * _PAD, sheet_width // 5)
    room = sheet_width - 2 * THIN - head
    times = sorted({_when(deadline) for lane in chart.lanes for deadline in lane.deadlines})
    shared = len(times) * _NARROWEST <= room
    fits = len(times) if shared else max(min(room // _ALONE, max(len(lane.deadlines) for lane in chart.lanes)), 1)
    column = room // fits
    y = _top(sheet, chart, head)
    begin = y
    for lane in chart.lanes:
        marks = [
            (when, "、".join(deadline.name for deadline in same)) for when, same in groupby(_in_order(lane), _when)
        ]
        if shared:
            rows = [[(names, when[1], times.index(when)) for when, names in marks]]
        else:
            rows = [
                [(names, when[1], at) for at, (when, names) in enumerate(marks[row : row + fits])]
                for row in range(0, len(marks), fits)
            ]
        y = _lane(sheet, lane, rows, y, head=head, column=column)
    sheet.frame(THIN, THIN, sheet_width - 2 * THIN, y - THIN)
    sheet.line((THIN + head, begin), (THIN + head, y), stroke=RULE, weight=THIN)
    return sheet.drawing(y + THIN, _alt(chart))


def _when(deadline: Deadline) -> tuple[int, str]:
    return deadline.at, deadline.time


def _in_order(lane: Lane) -> list[Deadline]:
    return sorted(lane.deadlines, key=_when)


def _top(sheet: Sheet, chart: Timeline, head: int) -> int:
    """What the axis stands for; gives where the lanes begin."""
    note = f"自{chart.start}起的时间（按先后排列，间距不按比例）"
    room = sheet.width - 2 * THIN - 2 * _PAD
    high = sheet.block(note, BODY, room) + _PAD
    sheet.band(THIN, THIN, sheet.width - 2 * THIN, high, FILL)
    middle = THIN + head + (sheet.width - 2 * THIN - head) // 2
    fits = sheet.block(note, BODY, sheet.width - 2 * THIN - head - 2 * _PAD) == pitch(BODY)
    sheet.say(note, middle if fits else sheet.width // 2, THIN + high // 2, room=room, colour=GREY)
    return THIN + high


def _lane(sheet: Sheet, lane: Lane, rows: Sequence[Sequence[Mark]], y: int, *, head: int, column: int) -> int:
    """One lane with its marks; gives where it ends."""
    room = column - 2 * _INSET
    highs = [
        (
            max((sheet.block(time, BODY, room, "bold") for _, time, _ in row), default=0),
            max((sheet.block(names, BODY, room) for names, _, _ in row), default=0),
        )
        for row in rows
    ]
    used = sum(over + under + 2 * _DISC + 2 * _PAD for over, under in highs)
    high = max(used, sheet.block(lane.title, BODY, head - 2 * _PAD, "bold") + 2 * _PAD)
    sheet.line((THIN, y), (sheet.width - THIN, y), stroke=RULE, weight=THIN)
    sheet.say(lane.title, THIN + head // 2, y + high // 2, room=head - 2 * _PAD, face="bold")
    at = y + (high - used) // 2
    for row, (over, under) in zip(rows, highs, strict=True):
        axis = at + _PAD + over + _DISC
        places = [THIN + head + place * column + column // 2 for _, _, place in row]
        sheet.line((THIN + head, axis), (places[-1], axis), stroke=GREY)
        for x, (names, time, _) in zip(places, row, strict=True):
            sheet.disc(x, axis, _DISC, fill=sheet.accent)
            tall = sheet.block(time, BODY, room, "bold")
            sheet.say(time, x, axis - _DISC - _PAD // 4 - tall // 2, room=room, face="bold")
            tall = sheet.block(names, BODY, room)
            sheet.say(names, x, axis + _DISC + _PAD // 4 + tall // 2, room=room)
        at += over + under + 2 * _DISC + 2 * _PAD
    return y + high


def _alt(chart: Timeline) -> str:
    lanes = [
        f"{lane.title}：" + "、".join(f"{deadline.name}{deadline.time}" for deadline in _in_order(lane))
        for lane in chart.lanes
    ]
    return f"故障处理时间轴，自{chart.start}起：{'；'.join(lanes)}。"
