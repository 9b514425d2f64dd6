"""The beginning of a clause: for each kind of promise a parameter, a commitment and a sentence of the right type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from gen.model.clause import Clock, Commitment
from gen.model.library import Library
from gen.model.vocabulary import Dimension

_EXAMPLES = {
    "duration": ("4小时", "2小时..8小时"),
    "count": ("2{unit}", "1{unit}..4{unit}"),
    "percent": ("95%", "90%..99%"),
    "frequency": ("每季度1次", "每季度1次..每月1次"),
    "money": ("1000元", "800元..1200元"),
    "date": ("2026-12-08", ""),
    "window": ("7×24", "[7×24, 5×8]"),
    "text": ("…", ""),
}
"""What a default and a guardrail look like; the file shows them in comments, for the values are somebody's decision."""

_BOUNDS = {"less": ("at_most", "不超过"), "earlier": ("at_most", "不迟于"), "more": ("at_least", "不少于"),
           "later": ("at_least", "不早于")}  # fmt: skip
_NOTE = "{drafting} 写明由谁、从何时起、在多长时间内、做什么、达到什么标准、逾期如何处理；数值一律取自参数。"


def clause_text(library: Library, name: str, promises: Sequence[str], *, title: str, owner: str, review_by: str) -> str:
    """The file of a new clause; its title, its owner and the day of its review are handed in as YAML."""
    dimensions = {promise: library.vocabulary.dimensions[promise] for promise in promises}
    habits = [commitment for loaded in library.clauses.values() for commitment in loaded.clause.commitments]
    clocks = {promise: _clock(promise, dimension, habits) for promise, dimension in dimensions.items()}
    lines = [
        "# yaml-language-server: $schema=../../docs/schema/clause.json",
        f"id: {name}",
        f"title: {title}",
        "status: draft",
        f"owner: {owner}",
        f"review_by: {review_by}",
    ]
    if dimensions:
        lines.append("params:")
        for promise, dimension in dimensions.items():
            lines += (f"  {line}" for line in _param(promise, dimension, library))
        lines.append("commitments:")
        for promise, dimension in dimensions.items():
            lines += (f"  {line}" for line in _commitment(promise, dimension, clocks[promise]))
    lines += ["text: |", f"  {_NOTE}"]
    for promise, dimension in dimensions.items():
        lines += ["", f"  {_sentence(promise, dimension, clocks[promise], library)}"]
    if not dimensions:
        lines += ["", "  {{ provider }}____。"]
    return "\n".join(lines) + "\n"


def proposed_owner(library: Library, topic: str) -> str:
    """Who answers for most clauses of a topic, else for most clauses of the library; nobody in an empty one."""
    clauses = [loaded.clause for loaded in library.clauses.values()]
    near = [clause for clause in clauses if clause.id.startswith(f"{topic}.")]
    return _commonest(str(clause.owner) for clause in near or clauses)


def _param(promise: str, dimension: Dimension, library: Library) -> Iterator[str]:
    kind = str(dimension.type)
    yield f"{promise}:"
    yield f"  label: {dimension.label}"
    yield f"  type: {kind}"
    unit = _unit(promise, library) if kind == "count" else ""
    if unit:
        yield f"  unit: {unit}"
    if kind == "enum":
        yield "  values:"
        yield from (f"    {key}: {word.label}" for key, word in dimension.values.items())
        default, allow = next(iter(dimension.values)), f"[{', '.join(dimension.values)}]"
    else:
        default, allow = (example.format(unit=unit) for example in _EXAMPLES[kind])
    yield f"  # default: {default}"
    if allow:
        yield f"  # allow: {allow}"


def _commitment(promise: str, dimension: Dimension, clock: Clock | None) -> Iterator[str]:
    yield f"- promise: {promise}"
    yield f"  {_bound(dimension)[0]}: ${promise}"
    if clock is not None:
        start = f", from: {clock.start}" if clock.start else ""
        yield f"  clock: {{kind: {clock.kind}{start}}}"


def _sentence(promise: str, dimension: Dimension, clock: Clock | None, library: Library) -> str:
    event = library.vocabulary.events.get(clock.start) if clock else None
    since = f"，自{event.label}起计算" if event else ""
    return f"{{{{ provider }}}}承诺：{dimension.label}{_bound(dimension)[1]}{{{{ {promise} }}}}{since}。"


def _bound(dimension: Dimension) -> tuple[str, str]:
    """The key of the bound that protects the customer, and the word for it."""
    if dimension.type == "enum":
        return "is", "为"
    return _BOUNDS.get(dimension.better, ("is", "为"))


def _clock(promise: str, dimension: Dimension, habits: Sequence[Commitment]) -> Clock | None:
    """How deadlines of a kind run in this library; a term of the vocabulary alone has natural time and no start."""
    if dimension.type != "duration":
        return None
    clocks = [commitment.clock for commitment in habits if commitment.promise == promise and commitment.clock]
    kind: Literal["natural", "working"] = "natural"
    if _commonest(str(clock.kind) for clock in clocks) == "working":
        kind = "working"
    return Clock(kind=kind, start=_commonest(str(clock.start) for clock in clocks if clock.start))


def _unit(promise: str, library: Library) -> str:
    """The unit in which a kind of promise is counted in this library, else 次."""
    units = (
        str(param.spec.unit)
        for loaded in library.clauses.values()
        for commitment in loaded.clause.commitments
        if commitment.promise == promise
        for param in loaded.params.values()
        if param.spec.unit and f"${param.name}" in {commitment.at_most, commitment.at_least, commitment.is_}
    )
    return _commonest(units) or "次"


def _commonest(words: Iterator[str]) -> str:
    """The word that occurs most, the first of equals in the order of the alphabet; none where there are none."""
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], word), default="")
