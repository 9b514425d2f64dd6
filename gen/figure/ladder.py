"""Escalation ladder: stairs that rise from the fault report to the last who is told, each with its times.

Where there are too many rungs for stairs, they stand one below the other.
"""

from __future__ import annotations

from gen.figure.sheet import BODY, GREY, THIN, TITLE, Look, Sheet, pitch
from gen.model.chart import Escalation, Rung
from gen.model.drawing import Drawing

_PAD = 80
_GAP = 240
"""Between stairs, for the arrow."""
_RISE = 420
"""From one stair to the next."""
_NARROWEST = 1500


def ladder(escalation: Escalation, sheet_width: int, look: Look) -> Drawing:
    """Draw an escalation from its start to the last rung."""
    sheet = Sheet(sheet_width, look)
    stairs = [Rung(escalation.start, ()), *escalation.rungs]
    wide = (sheet_width - 2 * THIN + _GAP) // len(stairs) - _GAP
    height = _stairs(sheet, stairs, wide) if wide >= _NARROWEST else _rows(sheet, stairs)
    return sheet.drawing(height, _alt(escalation))


def _stairs(sheet: Sheet, stairs: list[Rung], wide: int) -> int:
    """Stairs from left to right; gives the height."""
    tops = [THIN + (len(stairs) - 1 - at) * _RISE for at in range(len(stairs))]
    height = max(top + _height(sheet, stair, wide) for top, stair in zip(tops, stairs, strict=True))
    for at, (top, stair) in enumerate(zip(tops, stairs, strict=True)):
        x = THIN + at * (wide + _GAP)
        sheet.box(x, top, wide, height - top, stroke=sheet.accent)
        if stair.after:
            _words(sheet, stair, x, top, wide)
        else:
            middle = (top + height) // 2
            sheet.say(stair.title, x + wide // 2, middle, room=wide - 2 * _PAD, size=TITLE, face="bold")
        if at:
            entry = tops[at - 1] + _RISE // 2
            sheet.arrow((x - _GAP, entry), (x, entry))
    return height + THIN


def _words(sheet: Sheet, stair: Rung, x: int, top: int, wide: int) -> None:
    """Title and times at the head of a stair: cases at the left, times at the right where both fit a line."""
    room = wide - 2 * _PAD
    head = sheet.block(stair.title, TITLE, room, "bold") + _PAD
    sheet.say(stair.title, x + wide // 2, top + head // 2 + _PAD // 4, room=room, size=TITLE, face="bold")
    y = top + head
    sheet.line((x + _PAD, y), (x + wide - _PAD, y), stroke=GREY, weight=THIN)
    y += _PAD // 2
    beside = _beside(sheet, stair, room)
    for case, time in stair.after:
        if beside:
            sheet.say(case, x + _PAD, y + pitch(BODY) // 2, room=room, anchor="start")
            sheet.say(time, x + wide - _PAD, y + pitch(BODY) // 2, room=room, anchor="end")
            y += pitch(BODY)
        else:
            text = f"{case} {time}".strip()
            high = sheet.block(text, BODY, room)
            sheet.say(text, x + wide // 2, y + high // 2, room=room)
            y += high


def _height(sheet: Sheet, stair: Rung, wide: int) -> int:
    room = wide - 2 * _PAD
    if _beside(sheet, stair, room):
        times = len(stair.after) * pitch(BODY)
    else:
        times = sum(sheet.block(f"{case} {time}".strip(), BODY, room) for case, time in stair.after)
    return sheet.block(stair.title, TITLE, room, "bold") + times + _PAD * 2


def _beside(sheet: Sheet, stair: Rung, room: int) -> bool:
    return all(
        case and sheet.length(case, BODY) + sheet.length(time, BODY) + BODY <= room for case, time in stair.after
    )


def _rows(sheet: Sheet, stairs: list[Rung]) -> int:
    """Rungs from top to bottom; gives the height."""
    y = THIN
    wide = sheet.width - 2 * THIN
    for at, stair in enumerate(stairs):
        times = "、".join(f"{case} {time}".strip() for case, time in stair.after)
        named = wide // 3 if times else wide
        title = f"{at} {stair.title}" if at else stair.title
        rooms = named - 2 * _PAD, wide - named - 2 * _PAD
        high = max(sheet.block(title, TITLE, rooms[0], "bold"), sheet.block(times, BODY, rooms[1])) + _PAD
        if at:
            sheet.arrow((sheet.width // 2, y - _GAP), (sheet.width // 2, y))
        sheet.box(THIN, y, wide, high, stroke=sheet.accent)
        sheet.say(title, THIN + _PAD, y + high // 2, room=rooms[0], size=TITLE, face="bold", anchor="start")
        sheet.say(times, THIN + named + _PAD, y + high // 2, room=rooms[1], anchor="start")
        y += high + _GAP
    return y - _GAP + THIN


def _alt(escalation: Escalation) -> str:
    rungs = [
        rung.title + ("：" + "、".join(case + time for case, time in rung.after) if rung.after else "")
        for rung in escalation.rungs
    ]
    return f"升级上报图，自{escalation.start}起：{'；'.join(rungs)}。"
