"""Lots: a bid for several lots of one tender stands for one bid each, which share all that is not said apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.bid import Bid, ClauseChoice, Lot
from gen.stage_rules import s107_missing_key, s108_wrong_type, s110_duplicate_id
from gen.yamltree import place_of, scalar

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def lots_of(bid: Bid, findings: list[Finding]) -> tuple[Bid, ...]:
    """A bid as one for each of its lots; the bid itself where it has none."""
    if not bid.lots:
        return (bid,)
    findings += _problems(bid)
    first = {str(lot.id): lot for lot in reversed(bid.lots)}
    return tuple(_lot(bid, lot) for lot in bid.lots if first[lot.id] is lot and _ID.fullmatch(lot.id))


def _lot(bid: Bid, lot: Lot) -> Bid:
    """The bid for one lot; of what is said for all lots, without that which is about documents of others only."""
    documents = _documents(bid, lot)
    others = {kind for other in bid.lots for kind in _documents(bid, other)}.difference(documents)
    project = replace(
        bid.project, lot=lot.name, scope=lot.scope or bid.project.scope, site=lot.site or bid.project.site
    )
    clauses = ClauseChoice((*bid.clauses.add, *lot.clauses.add), (*bid.clauses.drop, *lot.clauses.drop))
    return replace(
        bid,
        id=scalar(f"{bid.id}/{lot.id}", place_of(lot.id)),
        project=project,
        documents=documents,
        annexes={**{kind: listed for kind, listed in bid.annexes.items() if kind not in others}, **lot.annexes},
        theme=lot.theme or bid.theme,
        themes={kind: theme for kind, theme in bid.themes.items() if kind not in others},
        clauses=clauses,
        people=bid.people if lot.people is None else lot.people,
        branches=lot.branches or bid.branches,
        dates={**bid.dates, **lot.dates},
        lots=(lot,),
    )


def _documents(bid: Bid, lot: Lot) -> tuple[str, ...]:
    return bid.documents if lot.documents is None else lot.documents


def _problems(bid: Bid) -> Iterator[Finding]:
    """Findings for lots that cannot be told apart, that no document covers, or that are named beside a lot."""
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    for lot in bid.lots:
        if not _ID.fullmatch(lot.id):
            expected = M("small letters, digits and hyphens, as in lot-1")
            message = M("the value does not fit: {expected}", expected=expected)
            yield found(s108_wrong_type.RULE, message, place_of(lot.id), key=("lot", str(lot.id)))
        for said, earlier in ((lot.id, ids), (lot.name, names)):
            if said in earlier:
                yield found(
                    s110_duplicate_id.RULE,
                    M("two lots of this bid are called `{name}`", name=said),
                    Label(place_of(said)),
                    Label(place_of(earlier[said]), M("the first one")),
                    key=("lots", str(said)),
                )
            earlier.setdefault(said, said)
        if not _documents(bid, lot):
            message = M("no document covers the lot {name}", name=lot.name)
            helps = [M("list its `documents`, or those of all lots under `documents` of the bid")]
            yield found(s107_missing_key.RULE, message, place_of(lot.id), helps=helps, key=("lot", str(lot.id)))
    if bid.project.lot:
        message = M("the bid has `lots`, so that `project.lot` says nothing")
        helps = [M("take it out; each lot prints its own name")]
        yield found(s108_wrong_type.RULE, message, place_of(bid.project.lot), helps=helps, key=("lot", "project"))
