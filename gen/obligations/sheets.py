"""The sheets of the register as a workbook: which columns they have, and what stands in them for a row."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from gen.obligations.record import Missing, Obligation, Occurrence, Register
from gen.obligations.words import action, cadence, doubts, fee, remark, requirement, scope, where

Cell = str | int | datetime.date | None

STATES = ("未开始", "进行中", "已完成")
"""What may stand in the column 状态."""
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in digits, and what stands in it for a row."""

    head: str
    width: int
    of: Callable[[Any], Cell]
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its rows."""

    name: str
    columns: Sequence[Column]
    beside: Sequence[Column]
    """Columns on the right that are not printed."""
    rows: Sequence[Any]
    empty: str
    """What it says where there are no rows."""


def sheets(register: Register) -> Iterable[Sheet]:
    """The four sheets."""
    vocabulary = register.package.library.vocabulary
    what = Column("义务", 14, lambda each: each.fact.spec.label)
    needed = Column("要求", 24, lambda each: requirement(each).zh)
    held = Column("适用范围", 15, lambda each: scope(each, vocabulary).zh)
    owed_by = Column("义务人", 7, lambda each: _PARTIES[each.fact.obligor], centred=True)
    proof = Column("履行证明", 15, lambda each: each.proof.zh)
    paid = Column("费用", 8, lambda each: fee(each, vocabulary).zh)
    clause = Column("条款", 18, lambda each: f"{each.fact.clause}\n{each.title}")
    places = Column("印在何处", 30, lambda each: "\n".join(where(place).zh for place in each.printed))
    begins = Column("起", 10, lambda each: each.begins, centred=True)
    ends = Column("止", 10, lambda each: each.ends, centred=True)
    beside = (
        Column("对象", 22, lambda each: each.obligee),
        Column("包和地点", 30, lambda each: each.place),
        Column("来源", 42, _source),
    )
    yield Sheet(
        "义务清单",
        (
            what, needed, held, owed_by,
            Column("方式", 9, lambda each: cadence(each).zh),
            Column("首次到期", 10, lambda each: each.dated[0].due if each.dated else None, centred=True),
            Column("次数", 5, lambda each: len(each.occurrences) or None, centred=True),
            begins, ends, paid, proof, clause, places,
            Column("说明", 15, lambda each: remark(each).zh),
            _TO_FILL[0],
            Column("状态", 7, lambda each: STATES[0] if each.occurrences else None, centred=True),
            _TO_FILL[2],
        ),
        beside,
        register.obligations,
        "本项目没有承诺",
    )  # fmt: skip
    yield Sheet(
        "日程",
        (
            Column("日期", 10, lambda row: row[1].due, centred=True),
            Column("星期", 5, lambda row: _WEEKDAYS[row[1].due.weekday()], centred=True),
            Column("义务", 14, lambda row: action(row[0]).zh),
            Column("期次", 12, lambda row: row[1].name.zh),
            *map(_first, (needed, held, owed_by, proof, clause, places)),
            Column("说明", 15, lambda row: doubts(row[1].doubts).zh),
            *_TO_FILL,
        ),
        tuple(map(_first, beside)),
        register.schedule,
        "没有已定日期的义务",
    )
    yield Sheet(
        "常设时限",
        (
            what, held, needed,
            Column("计至", 12, lambda each: _ending(each, register)),
            owed_by, begins, ends, paid, proof, clause, places, *_TO_FILL[:1],
        ),
        beside,
        [each for each in register.obligations if each.form == "limit"],
        "没有常设时限",
    )  # fmt: skip
    yield Sheet(
        "缺少的日期",
        (
            Column("缺少的日期", 34, lambda each: each.name.zh),
            Column("写在何处", 42, lambda each: f"{each.span.source.path}:{each.span.line}"),
            Column("写法", 38, _how),
            Column("等待它的义务", 46, lambda each: "\n".join(_named(name, register) for name in each.needed_by)),
        ),
        (),
        register.missing,
        "没有缺少的日期",
    )


_PARTIES = {"provider": "我公司", "customer": "采购人", "both": "双方"}
_TO_FILL = (
    Column("负责人", 8, lambda _each: None),
    Column("状态", 7, lambda _each: STATES[0], centred=True),
    Column("完成日期", 10, lambda _each: None, centred=True),
)


def _first(column: Column) -> Column:
    """A column about an obligation, for rows that hold it beside one of its occurrences."""

    def of(row: tuple[Obligation, Occurrence]) -> Cell:
        return column.of(row[0])

    return Column(column.head, column.width, of, column.centred)


def _source(each: Obligation) -> str:
    """Where the clause declares it, and where its value is set."""
    spans = (each.fact.commitment_span, each.fact.span)
    return "\n".join(dict.fromkeys(f"{span.source.path}:{span.line}" for span in spans))


def _ending(each: Obligation, register: Register) -> str:
    word = register.package.library.vocabulary.events.get(each.fact.ends)
    return word.label if word else ""


def _how(each: Missing) -> str:
    return f"dates 下写 {each.key}" if each.key.endswith("YYYY-MM-DD") else f"承诺下写 {each.key}"


def _named(name: str, register: Register) -> str:
    each = register.by_id[name]
    return f"{each.fact.spec.label}（{each.fact.clause}）"
