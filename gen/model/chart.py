"""What each kind of figure shows, as records: nothing but words, numbers and who belongs to whom.

They compare and hash by what they hold, so that one drawing serves all bids that say the same.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exit:
    """Another way out of a step than to the next one."""

    when: str
    """The condition; empty if it is the only way out."""
    to: str
    """The name of the step that it leads to."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a process."""

    name: str
    who: str
    """Who does it."""
    limits: tuple[str, ...] = ()
    """Its deadlines: `到场 2小时～12小时`."""
    exits: tuple[Exit, ...] = ()


@dataclass(frozen=True, slots=True)
class Process:
    """Steps one after the other."""

    steps: tuple[Step, ...]
    note: str = ""
    """What has to be said below the chart."""


@dataclass(frozen=True, slots=True)
class Post:
    """One post of an organisation, with who holds it and the posts that report to it."""

    title: str
    people: tuple[str, ...]
    under: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """Posts that report to nobody, each with all below it."""

    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of an escalation: who is told, and after how long in each case."""

    title: str
    after: tuple[tuple[str, str], ...]
    """Case and time: (`一级故障`, `1小时`); an empty case where there is only one."""


@dataclass(frozen=True, slots=True)
class Escalation:
    """Rungs from the first to the last."""

    start: str
    """The event from which time runs: `接到报修通知`."""
    rungs: tuple[Rung, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline on a time line."""

    name: str
    time: str
    """As it is printed: `2小时`."""
    at: int
    """When it ends, for the order of marks: seconds, as far as time is comparable."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The deadlines of one severity."""

    title: str
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes on one axis, gravest first."""

    start: str
    """The event from which time runs."""
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity of a year: in which months it falls, or a span over all of them."""

    title: str
    cadence: str
    """How often: `每季度1次`."""
    months: tuple[int, ...]
    """1 to 12, counted from the first month of the year of service; none if it has no month of its own."""


@dataclass(frozen=True, slots=True)
class Year:
    """The activities of a year of service, which all years of the term repeat."""

    months: tuple[tuple[str, str], ...]
    """Heads of the twelve columns, the upper and the lower one: (`2027年`, `7月`), (`质保期每年第几个月`, `1`)."""
    term: str
    """What the year stands for: `质保期3年，各年度相同`."""
    activities: tuple[Activity, ...]


Chart = Process | Organisation | Escalation | Timeline | Year
