"""A bid for one lot speaks of another.

What it finds: in a bid that says for which lot it is (`project.lot`: 第一包, 第2标段): another lot of that kind named
in the wording of one of its clauses, in a value that the bid sets or in its own project facts; and a promise that
holds for other lots only, where its clause makes the same kind of promise for no case of this lot.

Why it matters: lots are tendered, priced and evaluated one by one; names and values of another lot are taken for a bid
on it, or for carelessness.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}为第二包设备提供服务。

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08, lot: 第一包}
    customer: {name: 示例单位}
    documents: [letter]

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}为第1包设备提供服务。

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08, lot: 第一包}
    customer: {name: 示例单位}
    documents: [letter]

What to do: print the lot from the bid, `{{ project.lot }}`, and let a clause for another lot out of this bid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from gen.check.context import Context
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact
from gen.quantity import Words
from gen.quantity.numerals import PATTERN, number
from gen.rule import rule
from gen.source import Span
from gen.yamltree import Scalar, scalar

RULE = rule(__name__, __doc__)

_LOT = re.compile(rf"第\s*({PATTERN})\s*(标包|标段|包件|包)")


def check(context: Context) -> Iterator[Finding]:
    """One finding for each text that names another lot, and for each promise for others only."""
    bid = context.package.bid
    own = _lot(str(bid.project.lot))
    if own is None:
        return
    for name, text in _texts(context, own[1]):
        others = [(written, span) for written, span, lot in _named(text) if lot[1] == own[1] and lot != own]
        if others:
            yield found(
                RULE,
                M("the bid is for {lot}, but `{place}` names {others}", lot=str(bid.project.lot), place=name,
                  others=tuple(dict.fromkeys(written for written, _ in others))),
                *(Label(span) for _, span in others),
                helps=[M("print the lot from the bid: {hole}", hole="`{{ project.lot }}`")],
                key=(name, *dict.fromkeys(written for written, _ in others)),
                bid=bid.id,
            )  # fmt: skip
    yield from _promises(context, own)


def _lot(text: str) -> tuple[Fraction, str] | None:
    """A lot as its number and what it is called; none where a text names none in that form."""
    match = _LOT.search(text)
    try:
        return (number(match[1]), match[2]) if match else None
    except ValueError:
        return None


def _named(text: Scalar) -> Iterator[tuple[str, Span, tuple[Fraction, str]]]:
    for match in _LOT.finditer(text):
        lot = _lot(match[0])
        if lot is not None:
            yield match[0], text.at(match.start(), len(match[0])), lot


def _texts(context: Context, kind: str) -> Iterator[tuple[str, Scalar]]:
    """What the bid writes, where it may name a lot: its own facts, the texts that it sets, its clauses' wording."""
    bid = context.package.bid
    facts = [("project.name", bid.project.name), ("project.scope", bid.project.scope), ("title", bid.title)]
    wordings = [
        (str(clause.id), text)
        for clause in (chosen.loaded.clause for chosen in context.package.clauses.values())
        for text in (clause.text, *clause.variants.values())
    ]
    for name, text in (*facts, *wordings):
        if isinstance(text, Scalar) and kind in text:
            yield name, text
    for cells in context.package.settings.values():
        for setting in cells.values():
            if setting.set_by == "bid" and isinstance(setting.quantity, Words) and kind in setting.text:
                yield setting.path, scalar(setting.text, setting.span)


def _promises(context: Context, own: tuple[Fraction, str]) -> Iterator[Finding]:
    bid = context.package.bid
    here: set[tuple[str, str]] = set()
    elsewhere: dict[tuple[str, str], Fact] = {}
    for fact in context.facts:
        lots = {_lot(name) for name in fact.scope.get("lot", ())}
        others = lots and all(lot is not None and lot[1] == own[1] and lot != own for lot in lots)
        if others:
            elsewhere.setdefault((fact.clause, fact.dimension), fact)
        else:
            here.add((fact.clause, fact.dimension))
    for key, fact in elsewhere.items():
        if key not in here:
            yield found(
                RULE,
                M("the bid is for {lot}, but `{place}` promises for {others}", lot=str(bid.project.lot),
                  place=fact.path, others=tuple(sorted(fact.scope["lot"]))),
                Label(fact.span),
                helps=[M("leave the clause out of this bid, or state the promise for its lot")],
                key=(*key, "promise"),
                bid=bid.id,
            )  # fmt: skip
