"""Figures of any content are sound: nothing overlaps, nothing leaves the sheet, no word is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gen.figure.calendar import calendar
from gen.figure.flow import flow
from gen.figure.ladder import ladder
from gen.figure.sheet import Look
from gen.figure.timeline import timeline
from gen.figure.tree import tree
from gen.model.chart import (
    Activity,
    Deadline,
    Escalation,
    Exit,
    Lane,
    Organisation,
    Post,
    Process,
    Rung,
    Step,
    Timeline,
    Year,
)
from tests.figure.drawn import assert_sound, boxes, diamonds

LABEL = st.text("受理响应远程诊断到场修复工程师喆玥 AZaz019-，。（）、～<&>\"'", min_size=1, max_size=60).filter(
    str.strip
)
WIDTH = st.integers(6000, 13000)
LOOK = st.sampled_from([Look("1F4E79"), Look(plain=True)])
many = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def processes(draw: Any) -> Process:
    names = draw(st.lists(LABEL, min_size=1, max_size=30, unique=True))
    who = draw(st.lists(LABEL, min_size=1, max_size=6))
    exits = st.builds(Exit, st.one_of(st.just(""), LABEL), st.sampled_from(names))
    limits, ways = st.lists(LABEL, max_size=2).map(tuple), st.lists(exits, max_size=2).map(tuple)
    steps = st.builds(Step, st.just(""), st.sampled_from(who), limits, ways)
    named = tuple(replace(draw(steps), name=name) for name in names)
    return Process(named, draw(st.sampled_from(["", "“～”前后为最短和最长的时限。"])))


@st.composite
def organisations(draw: Any) -> Organisation:
    titles = draw(st.lists(st.tuples(LABEL, st.lists(LABEL, max_size=3)), min_size=1, max_size=30))
    above = [draw(st.integers(-1, at - 1)) for at in range(len(titles))]

    def posts(parent: int) -> tuple[Post, ...]:
        return tuple(
            Post(title, tuple(people), posts(at))
            for at, (title, people) in enumerate(titles)
            if above[at] == parent
        )  # fmt: skip

    return Organisation(posts(-1))


CASES = st.lists(st.tuples(st.one_of(st.just(""), LABEL), LABEL), max_size=5).map(tuple)
ESCALATIONS = st.builds(Escalation, LABEL, st.lists(st.builds(Rung, LABEL, CASES), max_size=12).map(tuple))
DEADLINES = st.lists(
    st.builds(Deadline, LABEL, LABEL, st.integers(0, 10**6)), min_size=1, max_size=8
).map(tuple)  # fmt: skip
TIMELINES = st.builds(Timeline, LABEL, st.lists(st.builds(Lane, LABEL, DEADLINES), min_size=1, max_size=6).map(tuple))
MONTHS = st.sets(st.integers(1, 12)).map(lambda months: tuple(sorted(months)))
COUNTED = tuple(("质保期每年第几个月", str(month)) for month in range(1, 13))
PLANNED = tuple((f"{2027 + month // 12}年", f"{month % 12 + 1}月") for month in range(11, 23))
HEADS = st.sampled_from([COUNTED, PLANNED])
YEARS = st.builds(
    Year, HEADS, LABEL, st.lists(st.builds(Activity, LABEL, LABEL, MONTHS), min_size=1, max_size=30).map(tuple)
)


@many
@given(processes(), WIDTH, LOOK)
def test_flow_charts_are_sound(process: Process, width: int, look: Look) -> None:
    drawing = flow(process, width, look)
    assert_sound(drawing)
    assert len(boxes(drawing)) == len(process.steps)
    assert len(diamonds(drawing)) == sum(bool(exit_.when) for step in process.steps for exit_ in step.exits)


@many
@given(organisations(), WIDTH, LOOK)
def test_organisation_charts_are_sound(organisation: Organisation, width: int, look: Look) -> None:
    assert_sound(tree(organisation, width, look))


@many
@given(ESCALATIONS, WIDTH, LOOK)
def test_ladders_are_sound(escalation: Escalation, width: int, look: Look) -> None:
    assert_sound(ladder(escalation, width, look))


@many
@given(TIMELINES, WIDTH, LOOK)
def test_time_lines_are_sound(chart: Timeline, width: int, look: Look) -> None:
    assert_sound(timeline(chart, width, look))


@many
@given(YEARS, WIDTH, LOOK)
def test_calendars_are_sound(year: Year, width: int, look: Look) -> None:
    assert_sound(calendar(year, width, look))
