"""C5: terms and days that do not fit."""

from __future__ import annotations

import datetime
import random
from collections.abc import Mapping
from dataclasses import replace

from bench.planting import writing
from bench.planting.kinds import BY_NAME
from bench.planting.package import Part
from bench.planting.placing import Plant, both
from bench.planting.promise import Promise, marked
from bench.planting.seeds.promises import REPORTED

_WAY = ("contract_signed", "contract_effective", "delivery", "installed", "initial_acceptance_passed",
        "trial_run_passed", "final_acceptance_passed", "warranty_ended")  # fmt: skip
"""Events in the order in which they come."""


def _days(chance: random.Random, count: int, start: str = "2027-01-04") -> list[str]:
    """Days in their order, some weeks apart; of years whose holidays are not announced."""
    day = datetime.date.fromisoformat(start) + datetime.timedelta(days=chance.randint(0, 300))
    made = []
    for _ in range(count):
        made.append(day.isoformat())
        day += datetime.timedelta(days=chance.randint(5, 90))
    return made


def _months_later(day: str, months: int, days: int = 0) -> str:
    at = datetime.date.fromisoformat(day)
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    later = datetime.date(year, month + 1, min(at.day, 28)) + datetime.timedelta(days=days)
    return later.isoformat()


def milestones_out_of_order(chance: random.Random) -> Plant:
    """Two neighbouring events changed over; the others in their order."""
    events = sorted(chance.sample(range(len(_WAY)), chance.randint(2, 4)))
    days = _days(chance, len(events))
    at = chance.randrange(len(events) - 1)
    days[at], days[at + 1] = marked(days[at + 1]), marked(days[at])
    dates = {_WAY[event]: day for event, day in zip(events, days, strict=True)}
    return Plant("C501", dates=dates, topics=("terms",))


def report_due_after_next(chance: random.Random) -> Plant:
    """A report that is due when the next one is, by days or by an hour."""
    period, shortest = chance.choice((("月", 28), ("季度", 90), ("周", 7)))
    cadence = BY_NAME["inspection_freq"].promise(marked(f"每{period}1次"))
    late = chance.choice((f"{shortest + chance.randint(1, 20)}日", f"{shortest * 24 + 1}小时"))
    due = Promise(
        "solution_proposal", marked(late),
        clock={"kind": "natural", "from": "inspection_completed", "to": "visit_ended"},
    )  # fmt: skip
    return Plant("C502", (cadence, due), topics=("ladder",))


def report_due_in_working_days(chance: random.Random) -> Plant:
    """A report that is due in working days, which reach into the next period."""
    period, days = chance.choice((("月", 22), ("季度", 70), ("周", 6)))
    cadence = BY_NAME["inspection_freq"].promise(marked(f"每{period}1次"))
    due = Promise(
        "solution_proposal", marked(f"{days}个工作日"),
        clock={"kind": "working", "window": "5×8", "from": "inspection_completed", "to": "visit_ended"},
    )  # fmt: skip
    return Plant("C502", (cadence, due), topics=("ladder",), disguise="clock")


def term_and_dates_differ(chance: random.Random) -> Plant:
    """A warranty whose start and length lead to another day than the one given."""
    months = chance.choice((12, 24, 36))
    start = _days(chance, 1)[0][:8] + f"{chance.randint(1, 28):02d}"
    term = BY_NAME["warranty_term"].promise(marked(writing.months(months, chance)))
    ended = _months_later(start, months, chance.choice((-31, -1, 1, 30)))
    dates = {"acceptance_passed": marked(start), "warranty_ended": marked(ended)}
    return Plant("C503", (replace(term, bound="is"),), dates=dates, topics=("terms",), disguise="units")


def term_ends_too_early(chance: random.Random) -> Plant:
    """A warranty from delivery that has ended before acceptance."""
    months = chance.choice((6, 12))
    start = _days(chance, 1)[0][:8] + f"{chance.randint(1, 28):02d}"
    term = replace(
        BY_NAME["warranty_term"].promise(marked(writing.months(months, chance))),
        clock={"kind": "natural", "from": "delivery"},
    )
    after = _months_later(start, months, chance.choice((1, 1, 30, 90)))
    dates = {"delivery": marked(start), "final_acceptance_passed": marked(after)}
    return Plant("C504", (term,), dates=dates, topics=("terms",), disguise="units")


def nobody_serves(chance: random.Random) -> Plant:
    """A warranty from final acceptance, and fault promises in the warranty only."""
    term = replace(
        BY_NAME["warranty_term"].promise("24个月"),
        clock={"kind": "natural", "from": chance.choice(("trial_run_passed", "final_acceptance_passed"))},
    )
    step = chance.choice(("response", "onsite_arrival", "resolution"))
    repair = Promise(step, writing.minutes(chance.randint(1, 20) * 60, chance), clock=REPORTED)
    repair = repair.within(phase=("in_warranty",))
    return Plant("C505", both(term, repair), topics=("ladder", "terms", "fees"))


def certificate_expires(chance: random.Random) -> Plant:
    """A certificate that is no more when bids are opened, or before the warranty has ended."""
    if chance.random() < 0.5:
        day = marked(f"202{chance.randint(0, 5)}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}")
        project = {"submission": marked("2026-12-08")}
        return Plant("C506", project=project, company=_certificate(day))
    term = BY_NAME["warranty_term"].promise(marked("3年"))
    start = f"2027-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"
    day = marked(chance.choice((f"2028-0{chance.randint(1, 9)}-11", _months_later(start, 36, -1))))
    return Plant("C506", (term,), dates={"acceptance_passed": start}, company=_certificate(day), topics=("terms",))


def _certificate(day: str) -> tuple[str, ...]:
    return ("certificates:", f"  - {{name: 示例资质证书, number: A-1, expires: {day}}}")


def free_service_term_differs(chance: random.Random) -> Plant:
    """Free service of one length, warranty of another."""
    name = chance.choice(("warranty_term", "free_support_term"))
    first, second = chance.sample((12, 24, 30, 36), 2)
    service = Promise(
        "service_term", writing.months(first, chance), "at_least",
        clock={"kind": "natural", "from": "acceptance_passed"}, more={"fee": chance.choice(("free", "included"))},
    )  # fmt: skip
    other = BY_NAME[name].promise(writing.months(second, chance))
    return Plant("C507", both(service, other), topics=("terms", "fees"), disguise="units")


def lifetime_on_finite_spares(chance: random.Random) -> Plant:
    """For life, on parts for some years."""
    service = chance.choice((("repair",), ("parts",), ("repair", "parts")))
    life = Promise("lifetime_service", "promised", "is", more={"fee": "at_cost", "until": "production_ended"})
    supply = replace(
        BY_NAME["spare_stock_years"].promise(writing.months(chance.choice((60, 72, 120)), chance)),
        clock={"kind": "natural", "from": "last_delivery"},
    )
    sides = both(life.within(service=service, phase=("post_warranty",)), supply)
    return Plant("C508", sides, topics=("terms", "fees"), disguise="units")


def charge_inside_warranty(chance: random.Random) -> Plant:
    """A yearly fee in the free warranty, by its phase or by the day on which it begins."""
    term = replace(BY_NAME["warranty_term"].promise("3年"), more={"fee": chance.choice(("free", "included"))})
    term = term.within(service=("repair",), phase=("in_warranty",))
    if chance.random() < 0.5:
        charge = (
            BY_NAME["post_warranty_fee"]
            .promise("6%")
            .within(service=("inspection",), phase=("in_warranty", "post_warranty"))
        )
    else:
        begins = chance.choice(("delivery", "acceptance_passed"))
        charge = Promise("extended_warranty", writing.months(12, chance), "at_least", more={"fee": "at_cost"},
                         clock={"kind": "natural", "from": begins})  # fmt: skip
    return Plant("C509", both(charge, term), topics=("terms", "fees"))


def service_waits_for_payment(chance: random.Random) -> Plant:
    """Service from payment beside a warranty from acceptance."""
    waiting = replace(
        BY_NAME["service_term"].promise(writing.months(24, chance)),
        clock={"kind": "natural", "from": "payment_received"},
    )
    other = BY_NAME[chance.choice(("warranty_term", "free_support_term"))].promise("2年")
    return Plant("C510", both(waiting, other), topics=("terms",), disguise="units")


_HYBRID = """id: planted.hybrid
title: 期限
status: approved
owner: legal
review_by: 2027-10-01
params:
  term: {{label: 期限, type: duration, default: {term}}}
text: |
  期限自验收合格之日起{{{{ term }}}}，或者自到货之日起同样长度，以{first}。
variants:
  demo-letter: |
    期限{start}{{{{ term }}}}。
"""


def hybrid_start(chance: random.Random) -> Plant:
    """Whichever comes first, in one wording only."""
    first = marked(chance.choice(("先届满者为准", "先到者为准", "较早届满者为准")))
    text = _HYBRID.format(term=writing.months(12, chance), first=first, start=marked("自验收合格之日起"))
    return Plant("C511", parts=(Part("planted.hybrid", document="letter", written=text.replace("以⟦", "⟦以")),))


def deadline_on_day_off(chance: random.Random) -> Plant:
    """A printed day that is a holiday or on a weekend, or in a year whose holidays nobody knows yet."""
    day = chance.choice(("2026-10-01", "2026-05-02", "2026-11-28", "2030-03-05"))
    text = (
        "id: planted.day\ntitle: 提交\nstatus: approved\nowner: service\nreview_by: 2027-10-01\n"
        f"params:\n  due: {{label: 提交日, type: date, default: {marked(day)}}}\n"
        "text: |\n  {{ provider }}于{{ due }}前提交资料。\n"
    )
    return Plant("C512", parts=(Part("planted.day", written=text),), topics=("terms",))


def event_on_day_off(chance: random.Random) -> Plant:
    """An event that is planned for a weekend or a holiday."""
    event = chance.choice(("delivery", "contract_signed", "initial_acceptance_passed"))
    day = chance.choice(("2026-12-12", "2026-12-13", "2026-12-19", "2026-12-27"))
    return Plant("C512", dates={event: marked(day)}, topics=("terms",))


def from_to_differs(chance: random.Random) -> Plant:
    """From one day to another, for a time that is longer or shorter."""
    years = chance.choice((1, 2, 3))
    begins = f"2026-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"
    ends = _months_later(begins, 12 * years, chance.choice((-30, -2, 1, 31)))
    values = {
        "begins": ("date", begins),
        "ends": ("date", ends),
        "term": ("duration", writing.months(12 * years, chance)),
    }
    params = "".join(f"  {name}: {{label: {name}, type: {kind}, default: {marked(said)}}}\n"
                     for name, (kind, said) in values.items())  # fmt: skip
    text = (
        "id: planted.time\ntitle: 期限\nstatus: approved\nowner: legal\nreview_by: 2027-10-01\n"
        f"params:\n{params}commitments:\n  - {{promise: last_day_roll, is: next_day, obligor: both}}\n"
        "text: |\n  期限自{{ begins }}起至{{ ends }}止，为期{{ term }}。\n"
    )
    return Plant("C513", parts=(Part("planted.time", written=text),), topics=("terms",), disguise="units")


SEEDS: Mapping[str, tuple] = {  # type: ignore[type-arg]
    "C501": (milestones_out_of_order,),
    "C502": (report_due_after_next, report_due_in_working_days),
    "C503": (term_and_dates_differ,),
    "C504": (term_ends_too_early,),
    "C505": (nobody_serves,),
    "C506": (certificate_expires,),
    "C507": (free_service_term_differs,),
    "C508": (lifetime_on_finite_spares,),
    "C509": (charge_inside_warranty,),
    "C510": (service_waits_for_payment,),
    "C511": (hybrid_start,),
    "C512": (deadline_on_day_off, event_on_day_off),
    "C513": (from_to_differs,),
}
