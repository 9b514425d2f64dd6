"""The register for the terminal: what is due month by month, then the standing time limits, then the days missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from gen.message import M, Message, Named, counted, say
from gen.obligations.record import Form, Obligation, Occurrence, Register
from gen.obligations.words import action, doubts, requirement, scope, where
from gen.report.words import harmless
from gen.source import width


def text_register(register: Register) -> str:
    """The register as text in the language spoken."""
    limits, kept = _of_form("limit", register), _of_form("kept", register)
    parts = [
        [_head(register)],
        *_months(register),
        _titled(M("time limits, whenever their event comes ({count})", count=len(limits)), limits),
        _titled(M("kept throughout ({count})", count=len(kept)), kept),
        _missing(register),
    ]
    return "\n\n".join("\n".join(harmless(line) for line in part) for part in parts if part)


def _head(register: Register) -> str:
    dated = counted(len(register.schedule), M("{count} date"), M("{count} dates"))
    owed = counted(len(register.obligations), M("{count} obligation"), M("{count} obligations"))
    return say(
        M("{bid}: {obligations}, {dates}; contract signed {day}",
          bid=str(register.package.bid.id), obligations=owed, dates=dated, day=register.start.isoformat())
    )  # fmt: skip


def _months(register: Register) -> Iterator[list[str]]:
    rows = [(each, occurrence, (_said(action(each)), _said(occurrence.name))) for each, occurrence in register.schedule]
    widths = [max(map(width, column)) for column in zip(*(words for *_, words in rows), strict=True)]
    for month, group in groupby(rows, key=lambda row: str(row[1].due)[:7]):
        lines = [month]
        for each, occurrence, words in group:
            cells = [str(occurrence.due)[5:], _obligor(each)]
            cells += [_padded(part, room) for part, room in zip(words, widths, strict=True)]
            lines.append(f"  {'  '.join((*cells, each.fact.clause, *_tail(each, occurrence)))}")
        yield lines


def _tail(each: Obligation, occurrence: Occurrence) -> Iterator[str]:
    if each.printed:
        yield _said(where(each.printed[0]))
    if occurrence.doubts - {"weekends"}:
        yield f"[{_said(doubts(occurrence.doubts - {'weekends'}))}]"
    if "weekends" in occurrence.doubts:
        yield "*"


def _of_form(form: Form, register: Register) -> list[str]:
    vocabulary = register.package.library.vocabulary
    return [
        f"  {_obligor(each)}  {_said(each.fact.named)}  {_said(requirement(each))}"
        f"  ({_said(scope(each, vocabulary))})  {each.fact.clause}"
        for each in register.obligations
        if each.form == form
    ]


def _missing(register: Register) -> list[str]:
    lines = []
    for each in register.missing:
        lines.append(f"  {_said(each.name)}  →  {each.span.source.path}:{each.span.line}  `{each.key}`")
        lines += [f"    {_waiting(name, register)}" for name in each.needed_by]
    notes = _titled(M("days that nobody has given, and where to write them ({count})", count=len(register.missing)),
                    lines)  # fmt: skip
    if any("weekends" in occurrence.doubts for _, occurrence in register.schedule):
        star = M(
            "* the holidays of that year are not announced or not held; only Saturdays and Sundays are counted off"
        )
        notes += ["", say(star)] if notes else [say(star)]
    return notes


def _waiting(name: str, register: Register) -> str:
    each = register.by_id[name]
    return f"{_said(each.fact.named)}  {_said(requirement(each))}  {each.fact.clause}"


def _titled(title: Message, lines: Iterable[str]) -> list[str]:
    listed = list(lines)
    return [say(title), *listed] if listed else []


def _obligor(each: Obligation) -> str:
    names = {"provider": M("we"), "customer": M("customer"), "both": M("both")}
    return _padded(say(names[each.fact.obligor]), max(width(say(name)) for name in names.values()))


def _said(name: Named) -> str:
    return say(Message("{name}", (("name", name),)))


def _padded(text: str, room: int) -> str:
    return text + " " * (room - width(text))
