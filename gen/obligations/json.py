"""The register as JSON, for other programs; its shape only grows, and `gen.obligations.schema` states it."""

from __future__ import annotations

import datetime
from typing import Any

from gen.chart.promises import text_of
from gen.message import Named
from gen.obligations.record import Missing, Obligation, Occurrence, Printed, Register
from gen.obligations.words import fee, requirement, scope
from gen.report.json import dumped, position

VERSION = 1


def json_register(register: Register) -> str:
    """The register as one JSON document, the obligations by their ids."""
    bid = register.package.bid
    return dumped(
        {
            "version": VERSION,
            "bid": str(bid.id),
            "project": str(bid.project.name),
            "customer": str(bid.customer.name),
            "start": register.start.isoformat(),
            "until": _day(register.until),
            "obligations": [_obligation(register.by_id[name], register) for name in sorted(register.by_id)],
            "missing": [_missing(each) for each in register.missing],
        }
    )


def _obligation(each: Obligation, register: Register) -> dict[str, Any]:
    fact, vocabulary = each.fact, register.package.library.vocabulary
    return {
        "id": each.id,
        "form": each.form,
        "dimension": fact.dimension,
        "label": _named(fact.named),
        "comparator": fact.comparator,
        "value": text_of(fact),
        "requirement": _named(requirement(each)),
        "scope": {axis: sorted(values) for axis, values in sorted(fact.scope.items())},
        "scope_words": _named(scope(each, vocabulary)),
        "obligor": fact.obligor,
        "obligor_name": each.obligor,
        "obligee_name": each.obligee,
        "place": each.place,
        "fee": fact.fee,
        "fee_words": _named(fee(each, vocabulary)),
        "event": fact.start,
        "occasion": _named(each.occasion) if each.occasion else None,
        "window": str(fact.window) if fact.window else "",
        "begins": _day(each.begins),
        "ends": _day(each.ends),
        "proof": {**_named(each.proof.named), "source": str(each.proof.source), "confidence": each.proof.confidence},
        "clause": fact.clause,
        "clause_title": each.title,
        "declared": position(fact.commitment_span),
        "value_set": position(fact.span),
        "printed": [_printed(place) for place in each.printed],
        "occurrences": [_occurrence(occurrence) for occurrence in each.occurrences],
    }


def _occurrence(occurrence: Occurrence) -> dict[str, Any]:
    return {
        "number": occurrence.number,
        "name": _named(occurrence.name),
        "due": _day(occurrence.due),
        "begins": _day(occurrence.begins),
        "ends": _day(occurrence.ends),
        "after": _named(occurrence.after) if occurrence.after else None,
        "doubts": sorted(occurrence.doubts),
    }


def _printed(place: Printed) -> dict[str, Any]:
    return {"document": place.kind, "title": place.title, "section": place.section, "page": place.page}


def _missing(each: Missing) -> dict[str, Any]:
    return {
        "name": _named(each.name),
        "write": each.key,
        "at": position(each.span),
        "needed_by": list(each.needed_by),
    }


def _named(name: Named) -> dict[str, str]:
    return {"zh": str(name.zh), "en": str(name.en)}


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
