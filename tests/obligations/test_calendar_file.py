"""The calendar: RFC 5545, read back by another program, the same bytes each time."""

from __future__ import annotations

import datetime

import icalendar

from gen.obligations.ics import ics
from tests.obligations.conftest import BID, INSPECTION, WARRANTY, Make

AWKWARD = BID.replace("示例单位", '"单位；a,b;c\\\\d"')


def test_the_whole_calendar_of_one_date(made: Make) -> None:
    assert ics(made(WARRANTY)).split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//bidgen//obligations//ZH",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:示例项目履约日程",
        "BEGIN:VEVENT",
        "UID:75884f09b00e3c15746e577140392b34@bidgen",
        "DTSTAMP:20260112T000000Z",
        "DTSTART;VALUE=DATE:20270131",
        "DTEND;VALUE=DATE:20270201",
        "SUMMARY:质保期 届满",
        "DESCRIPTION:要求：不少于1年，自最终验收合格起\\n范围：全",
        " 部\\n义务人：示例信息有限公司；对象：示例单位\\n证明",
        " ：验收报告或者验收单\\n条款：hotline.window（服务）\\n《",
        " 服务承诺书》一、服务（一） 第1页",
        "CATEGORIES:示例信息有限公司",
        "LOCATION:第一包；示例市机房",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P7D",
        "DESCRIPTION:质保期 届满",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_another_program_reads_the_same(made: Make) -> None:
    listed = made(WARRANTY, INSPECTION, bid=AWKWARD)
    content = ics(listed).encode("utf-8")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.count(b"\n") == content.count(b"\r\n")
    read = icalendar.Calendar.from_ical(content)
    events = read.walk("VEVENT")
    assert [(event["DTSTART"].dt, str(event["SUMMARY"])) for event in events] == [
        (datetime.date(2026, 4, 30), "巡检 第1次"),
        (datetime.date(2026, 7, 31), "巡检 第2次"),
        (datetime.date(2026, 10, 30), "巡检 第3次"),
        (datetime.date(2027, 1, 29), "巡检 第4次"),
        (datetime.date(2027, 1, 31), "质保期 届满"),
    ]
    assert "对象：单位；a,b;c\\d\n" in str(events[0]["DESCRIPTION"])
    assert [event.walk("VALARM")[0]["TRIGGER"].dt for event in events] == [datetime.timedelta(-7)] * 5
    assert len({str(event["UID"]) for event in events}) == 5
    assert [event.errors for event in events] == [[]] * 5


def test_an_occurrence_keeps_its_identity_when_its_day_moves(made: Make) -> None:
    def ids(content: str) -> list[str]:
        return [line for line in content.split("\r\n") if line.startswith("UID:")]

    first = ids(ics(made(WARRANTY, INSPECTION)))
    later = ids(ics(made(WARRANTY, INSPECTION, bid=BID.replace("2026-01-31", "2026-03-15"))))
    assert first == later


def test_the_same_register_gives_the_same_bytes(made: Make) -> None:
    assert ics(made(WARRANTY, INSPECTION)) == ics(made(WARRANTY, INSPECTION))
