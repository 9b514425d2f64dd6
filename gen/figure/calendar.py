"""Calendar of a year of service: a row for each activity, a column for each month, a mark where it falls."""

from __future__ import annotations

from itertools import groupby

from gen.figure.sheet import BODY, FILL, GREY, RULE, THIN, Look, Sheet
from gen.model.chart import Activity, Year
from gen.model.drawing import Drawing

_PAD = 80
_DISC = 65


def calendar(year: Year, sheet_width: int, look: Look) -> Drawing:
    """Draw the activities of a year."""
    sheet = Sheet(sheet_width, look)
    inner = sheet_width - 2 * THIN
    column = inner * 2 // 3 // 12
    title, cadence = inner - 12 * column - inner // 7, inner // 7
    left = THIN + title
    right = left + 12 * column
    y = _heads(sheet, year, left, column=column, cadence=cadence)
    for activity in year.activities:
        rooms = title - 2 * _PAD, cadence - 2 * _PAD
        texts = zip((activity.title, activity.cadence), rooms, strict=True)
        high = max(sheet.block(text, BODY, room) for text, room in texts) + _PAD * 2
        sheet.line((THIN, y), (sheet_width - THIN, y), stroke=RULE, weight=THIN)
        middle = y + high // 2
        sheet.say(activity.title, THIN + _PAD, middle, room=rooms[0], anchor="start")
        sheet.say(activity.cadence, right + cadence // 2, middle, room=rooms[1])
        for month in activity.months:
            sheet.disc(left + (month - 1) * column + column // 2, middle, _DISC, fill=sheet.accent)
        if not activity.months:
            _span(sheet, left + column // 2, right - column // 2, middle)
        y += high
    for at in range(13):
        top = THIN if at in {0, 12} else _below_years(sheet, year, column)
        sheet.line((left + at * column, top), (left + at * column, y), stroke=RULE, weight=THIN)
    sheet.frame(THIN, THIN, inner, y - THIN)
    return sheet.drawing(_legend(sheet, year, y), _alt(year))


def _years(year: Year) -> list[tuple[str, int]]:
    """The heads over the months, and how many columns each takes."""
    return [(head, len(list(same))) for head, same in groupby(year.months, key=lambda month: month[0])]


def _below_years(sheet: Sheet, year: Year, column: int) -> int:
    return THIN + max(sheet.block(head, BODY, months * column - _PAD, "bold") for head, months in _years(year)) + _PAD


def _heads(sheet: Sheet, year: Year, left: int, *, column: int, cadence: int) -> int:
    """The head rows: years, and below them months; gives where the activities begin."""
    right = left + 12 * column
    middle = _below_years(sheet, year, column)
    bottom = middle + max(sheet.block(month, BODY, column - 10) for _, month in year.months) + _PAD
    sheet.band(THIN, THIN, sheet.width - 2 * THIN, bottom - THIN, FILL)
    sheet.say("服务活动", (THIN + left) // 2, (THIN + bottom) // 2, room=left - THIN - _PAD, face="bold")
    x = left
    for head, months in _years(year):
        sheet.say(head, x + months * column // 2, (THIN + middle) // 2, room=months * column - _PAD, face="bold")
        x += months * column
        if x < right:
            sheet.line((x, THIN), (x, middle), stroke=RULE, weight=THIN)
    for at, (_, month) in enumerate(year.months):
        sheet.say(month, left + at * column + column // 2, (middle + bottom) // 2, room=column - 10)
    sheet.say("频次", right + cadence // 2, (THIN + bottom) // 2, room=cadence - _PAD, face="bold")
    sheet.line((left, middle), (right, middle), stroke=RULE, weight=THIN)
    return bottom


def _span(sheet: Sheet, begin: int, end: int, y: int) -> None:
    """A mark over the whole year."""
    sheet.line((begin, y), (end, y), stroke=sheet.accent)
    for x in (begin, end):
        sheet.line((x, y - _DISC), (x, y + _DISC), stroke=sheet.accent)


def _legend(sheet: Sheet, year: Year, y: int) -> int:
    """What the marks mean, and what the year stands for; gives the height of the figure."""
    middle = y + BODY
    x = THIN + _PAD
    room = sheet.width - 2 * THIN
    if any(activity.months for activity in year.activities):
        sheet.disc(x + _DISC, middle, _DISC, fill=sheet.accent)
        sheet.say("计划月份", x + 3 * _DISC, middle, room=room, anchor="start", colour=GREY)
        x += 3 * _DISC + 5 * BODY
    if any(not activity.months for activity in year.activities):
        _span(sheet, x, x + 4 * _DISC, middle)
        sheet.say("不限定月份", x + 6 * _DISC, middle, room=room, anchor="start", colour=GREY)
        x += 6 * _DISC + 6 * BODY
    room = sheet.width - THIN - x
    high = max(sheet.block(year.term, BODY, room), BODY)
    middle += (high - BODY) // 2
    sheet.say(year.term, sheet.width - THIN, middle, room=room, anchor="end", colour=GREY)
    return middle + high // 2 + _PAD // 2


def _alt(year: Year) -> str:
    rows = [_said(year, activity) for activity in year.activities]
    return f"服务日历（{year.term}）：{'；'.join(rows)}。"


def _said(year: Year, activity: Activity) -> str:
    if len(activity.months) == len(year.months):
        return f"{activity.title}{activity.cadence}，各月均有"
    months = "、".join(_month(*year.months[month - 1]) for month in activity.months)
    return f"{activity.title}{activity.cadence}，" + (f"计划在{months}" if months else "不限定月份")


def _month(head: str, month: str) -> str:
    return f"第{month}个月" if month.isdigit() else head + month
