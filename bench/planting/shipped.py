"""Plants in the example bid: for each of its promises another clause says almost the same, or the same."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from functools import cache

from bench.planting import writing
from bench.planting.judge import Case
from bench.planting.package import ROOT, Files, Place
from bench.planting.promise import Promise, commitment, marked
from gen.examine import examine, load_checked
from gen.model.fact import Fact
from gen.quantity import Choice, Count, Duration, Frequency, Percent, Quantity, Window
from gen.workspace import Workspace

BID = "projects/campus-network/project.yaml"
_DOCUMENTS = "documents: [service-plan, commitment-letter, support-agreement]"
_OUTLINE = (
    "---\nkind: planted-annex\ntitle: 补充约定\nwords: {provider: 乙方, customer: 甲方}\n"
    'numbering: letter\nclause_titles: false\n---\n# 补充约定\n\n{{ clause("planted.promise") }}\n'
)
_CLAUSE = """id: planted.promise
title: 补充约定
status: approved
owner: service
review_by: 2027-10-01
commitments:
{commitment}
text: |
  {{{{ provider }}}}按本条履行补充约定。
"""


@cache
def shipped() -> Files:
    """The workspace of this repository."""
    paths = [path for pattern in ("clauses/**/*.yaml", "templates/**/*.*", "projects/*/*.yaml")
             for path in ROOT.glob(pattern) if path.is_file() and path.suffix in {".yaml", ".md"}]  # fmt: skip
    return {"bidgen.toml": "# The example.\n"} | {p.relative_to(ROOT).as_posix(): p.read_text("utf-8") for p in paths}


@cache
def promises() -> tuple[Fact, ...]:
    """The promises of the example bid whose values can be compared and that stand alone."""
    library, _ = load_checked(Workspace(ROOT))
    facts = examine(library, library.bids["campus-network"]).facts
    return tuple(fact for fact in facts if _simple(fact))


_TIED = {"service_fee", "staffing", "warranty_term", "training_terms", "subcontracting", "dispute"}
"""Kinds of which another value breaks a second rule too: lists of staff, dates, the law, what other clauses cost."""


def _simple(fact: Fact) -> bool:
    promise = fact.promise
    tied = promise.overrides or promise.instead_of or promise.condition
    return not tied and fact.dimension not in _TIED and _other(fact.quantity, fact) is not None


def untouched() -> Case:
    """The example bid as it is shipped."""
    return Case("shipped", "consistent", shipped(), tags=("the example bid",))


def almost(fact: Fact, _: random.Random, name: str) -> Case:
    """A clause of another document that says almost the same as one of the promises."""
    value = _other(fact.quantity, fact)
    assert value is not None
    where = Place(fact.span.source.path, fact.span.line, fact.span.column, fact.span.text)
    case = _beside(fact, marked(value), name)
    column = next(line for line in case.files["clauses/planted/promise.yaml"].split("\n") if "⟦" in line).index("⟦") + 1
    lines = case.files["clauses/planted/promise.yaml"].split("\n")
    line = next(number for number, text in enumerate(lines, 1) if "⟦" in text)
    planted = Place("clauses/planted/promise.yaml", line, column, value)
    return replace(case, kind="planted", rule="C101", expected=((where, planted),),
                   tags=("the example bid", "across documents"))  # fmt: skip


def the_same(fact: Fact, chance: random.Random, name: str) -> Case:
    """A clause of another document that says the same in other words."""
    case = _beside(fact, _written(fact.quantity, chance), name)
    return replace(case, kind="harmless", rule="C101", tags=("the example bid", "same value"))


def _beside(fact: Fact, value: str, name: str) -> Case:
    clock = fact.promise.clock
    said: dict[str, str] = {}
    if clock is not None:
        said = {"kind": clock.kind, "from": fact.start, "window": str(fact.window or ""), "to": clock.to,
                "stops": f"[{', '.join(clock.stops)}]" if clock.stops else "", "holidays": clock.holidays}  # fmt: skip
    more = {
        "fee": fact.fee, "obligor": fact.obligor, "modality": fact.modality, "base": str(fact.promise.base),
        "until": str(fact.promise.until),
    }  # fmt: skip
    scope = {axis: tuple(sorted(values)) for axis, values in fact.scope.items()}
    promise = Promise(
        fact.dimension, value, fact.comparator, scope, {key: word for key, word in said.items() if word},
        {key: word for key, word in more.items() if word}, setter="literal",
    )  # fmt: skip
    text = _CLAUSE.format(commitment="\n".join(commitment("", promise)))
    bid = shipped()[BID].replace(_DOCUMENTS, _DOCUMENTS[:-1] + ", planted-annex]")
    bid = bid.rstrip("\n") + "\nclauses: {add: [planted.promise]}\n"
    files = {
        **shipped(), BID: bid, "clauses/planted/promise.yaml": text, "templates/documents/planted-annex.md": _OUTLINE,
    }  # fmt: skip
    return Case(name, "planted", files)


def _other(quantity: Quantity, fact: Fact) -> str | None:
    """A value next to another one; none where none is known that would break no other rule."""
    match quantity:
        case Duration(unit="minute" | "hour"):
            return f"{quantity.amount * (3600 if quantity.unit == 'hour' else 60) + 1}秒"
        case Duration(unit="day" | "working_day" | "month") if quantity.amount > 1:
            return str(Duration(quantity.amount + 1, quantity.unit))
        case Duration(unit="year"):
            return f"{quantity.amount * 12 + 1}个月"
        case Percent():
            return str(Percent(quantity.share - Fraction(1, 10000)))
        case Count():
            return str(Count(quantity.amount + 1, quantity.unit))
        case Frequency():
            return str(Frequency(quantity.times + 1, quantity.period))
        case Choice():
            return next((key for key in fact.spec.values if key != quantity.key), None)
        case _:
            return None


def _written(quantity: Quantity, chance: random.Random) -> str:
    if isinstance(quantity, Choice):
        return quantity.key
    if isinstance(quantity, Window):
        return str(quantity)
    return writing.other(str(quantity), chance)
