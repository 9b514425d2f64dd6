"""The schedule as a calendar (RFC 5545): one whole-day event an occurrence, with an alarm a week ahead.

The same register gives the same bytes: the stamp of every event is the day of signing, and its identity is made of
bid, obligation and occurrence, so that a later export replaces what an earlier one has put into a calendar.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator

from gen.obligations.record import Obligation, Occurrence, Register
from gen.obligations.words import action, doubts, requirement, scope, where
from gen.report.words import harmless

_LINE = 75
"""Octets of a line; longer ones are folded."""


def ics(register: Register) -> str:
    """The calendar, in Chinese like the documents of the bid."""
    bid = register.package.bid
    content = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//bidgen//obligations//ZH",
        "CALSCALE:GREGORIAN",
        _text("X-WR-CALNAME", f"{bid.project.name}履约日程"),
    ]
    for each, occurrence in register.schedule:
        content += _event(each, occurrence, register)
    content.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in content for part in _folded(line))


def _event(each: Obligation, occurrence: Occurrence, register: Register) -> Iterator[str]:
    assert occurrence.due is not None  # noqa: S101 - the schedule has no other
    vocabulary = register.package.library.vocabulary
    title = f"{action(each).zh} {occurrence.name.zh}"
    notes = [
        f"要求：{requirement(each).zh}",
        f"范围：{scope(each, vocabulary).zh}",
        f"义务人：{each.obligor}；对象：{each.obligee}",
        f"证明：{each.proof.zh}",
        f"条款：{each.fact.clause}（{each.title}）",
        *(where(place).zh for place in each.printed),
        doubts(occurrence.doubts).zh,
    ]
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(each, occurrence, register)}"
    yield f"DTSTAMP:{_day(register.start)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(occurrence.due)}"
    if occurrence.due < datetime.date.max:
        yield f"DTEND;VALUE=DATE:{_day(occurrence.due + datetime.timedelta(1))}"
    yield _text("SUMMARY", title)
    yield _text("DESCRIPTION", "\n".join(note for note in notes if note))
    yield _text("CATEGORIES", each.obligor)
    if each.place:
        yield _text("LOCATION", each.place)
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield "TRIGGER:-P7D"
    yield _text("DESCRIPTION", title)
    yield "END:VALARM"
    yield "END:VEVENT"


def uid(each: Obligation, occurrence: Occurrence, register: Register) -> str:
    """What a calendar knows an event by: the same for the same occurrence, whatever its day."""
    parts = "\0".join((str(register.package.bid.id), each.id, str(occurrence.number)))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:32] + "@bidgen"


def _day(day: datetime.date) -> str:
    return day.isoformat().replace("-", "")


def _text(name: str, value: str) -> str:
    lines = (harmless(line) for line in value.splitlines())
    escaped = "\\n".join(line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for line in lines)
    return f"{name}:{escaped}"


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, which never part a character; all but the first begin with a space."""
    piece, taken = "", 0
    for character in line:
        size = len(character.encode("utf-8"))
        if taken + size > _LINE:
            yield piece
            piece, taken = " ", 1
        piece += character
        taken += size
    yield piece
