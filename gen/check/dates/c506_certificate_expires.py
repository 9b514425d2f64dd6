"""A certificate expires before the bid is opened, or before the promised term has ended.

What it finds: a certificate or authorisation under `certificates` of the company whose last day lies before the day
on which bids are opened (an error), or before the end of the warranty that the bid's days lead to (a warning).

Why it matters: an expired certificate is none: where the tender asks for it, the bid is rejected. One that expires
during the term must be renewed in time, and the evaluators see the date.

Fails:

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    certificates:
      - {name: 运行维护服务能力证书, number: X-001, expires: 2026-12-01}

Passes:

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    certificates:
      - {name: 运行维护服务能力证书, number: X-001, expires: 2029-12-01}

What to do: renew the certificate and enter its new last day; for one that expires during the term, promise its
renewal.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from gen.check.context import Context
from gen.check.dates.days import OPENING, end_of, planned
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.bid import Certificate
from gen.model.fact import Fact
from gen.rule import Severity, rule
from gen.yamltree import place_of

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each certificate that does not last."""
    company = context.package.company
    if company is None or not company.certificates:
        return
    days = planned(context)
    ends = [
        (end, fact)
        for fact in context.facts
        if fact.dimension == "warranty_term" and (end := end_of(fact, days)) is not None
    ]
    last = max(ends, key=lambda pair: pair[0], default=None)
    for certificate in company.certificates:
        expires = datetime.date.fromisoformat(certificate.expires)
        if expires < days[OPENING].day:
            label = Label(days[OPENING].span, M("bids are opened on {day}", day=days[OPENING].day.isoformat()))
            yield _finding(certificate, "opening", label, Severity.ERROR, context)
        elif last is not None and expires < last[0]:
            yield _finding(certificate, "term", _term(*last), Severity.WARNING, context)


def _term(end: datetime.date, fact: Fact) -> Label:
    return Label(fact.span, M("`{path}`: {value}, until {end}", path=fact.path, value=str(fact.quantity),
                              end=end.isoformat()))  # fmt: skip


def _finding(certificate: Certificate, when: str, label: Label, severity: Severity, context: Context) -> Finding:
    before = M("before bids are opened") if when == "opening" else M("before the warranty ends")
    return found(
        RULE,
        M("the certificate {name} ({number}) expires on {day}, {before}", name=certificate.name,
          number=certificate.number, day=certificate.expires, before=before),
        Label(place_of(certificate.expires), M("its last day")),
        label,
        helps=[M("renew it and enter its new last day")],
        key=(when, str(certificate.number)),
        bid=context.package.bid.id,
        severity=severity,
    )  # fmt: skip
