"""C4: sums and products that do not come out, and values written twice."""

from __future__ import annotations

import random
from fractions import Fraction

from bench.planting import writing
from bench.planting.kinds import BY_NAME
from bench.planting.package import Part
from bench.planting.placing import Plant, both
from bench.planting.promise import Promise, marked
from bench.planting.seeds.promises import OFFICE, REPORTED

_HEAD = "id: planted.{name}\ntitle: 约定\nstatus: approved\nowner: legal\nreview_by: 2027-10-01\n"


def _clause(name: str, params: list[str], relation: str, text: str, document: str = "plan") -> Part:
    listed = "".join(f"  {param}\n" for param in params)
    held = f"relations:\n  - that: {relation}\n" if relation else ""
    body = f"text: |\n  {text}\n"
    return Part(
        f"planted.{name}", document=document, written=_HEAD.format(name=name) + "params:\n" + listed + held + body
    )


def copies(chance: random.Random) -> Plant:
    """Copies that do not add up."""
    ours, theirs = chance.randint(1, 5), chance.randint(1, 5)
    total = ours + theirs + chance.choice((-1, 1, 2))
    params = [
        f"{name}: {{label: {label}, type: count, unit: 份, default: {marked(f'{value}份')}}}"
        for name, label, value in (
            ("total", "总份数", total),
            ("ours", "我方所执份数", ours),
            ("theirs", "对方所执份数", theirs),
        )
    ]
    text = "共{{ total }}，双方分执{{ ours }}和{{ theirs }}。"
    values = {}
    if chance.random() < 0.5:
        params[0] = f"total: {{label: 总份数, type: count, unit: 份, default: {ours + theirs}份, allow: 1份..20份}}"
        values = {"planted.copies.total": marked(f"{total}份")}
    return Plant("C401", parts=(_clause("copies", params, marked("total == ours + theirs"), text),), values=values)


def shares(chance: random.Random) -> Plant:
    """Payment shares that are not the whole, in two units."""
    first = chance.randint(10, 60)
    second = 100 - first + chance.choice((-5, -1, 1, 10))
    params = [
        f"{name}: {{label: {label}, type: percent, default: {marked(writing.share(Fraction(share * 10), chance))}}}"
        for name, label, share in (("first", "首付比例", first), ("rest", "余款比例", second))
    ]
    relation = marked('first + rest == "100%"')
    text = "分两次支付，首付{{ first }}，余款{{ rest }}。"
    return Plant("C401", parts=(_clause("shares", params, relation, text),), disguise="units")


def visits(chance: random.Random) -> Plant:
    """Visits that are not frequency times term, over two clauses and documents."""
    months, per_month = chance.choice((12, 24, 36)), chance.choice((1, 2))
    wrong = months * per_month + chance.choice((-1, 1, 12))
    often = marked(writing.frequency(per_month, "月", chance))
    each = _clause(
        "rhythm", [f"often: {{label: 频次, type: frequency, default: {often}}}"],
        "", "按{{ often }}上门。", chance.choice(("plan", "letter")),
    )  # fmt: skip
    params = [
        f"term: {{label: 期限, type: duration, default: {marked(writing.months(months, chance))}}}",
        f"total: {{label: 总次数, type: count, unit: 次, default: {marked(f'{wrong}次')}}}",
    ]
    relation = marked('total == param("planted.rhythm.often") * term')
    return Plant("C401", parts=(each, _clause("visits", params, relation, "期限{{ term }}，共{{ total }}。")),
                 disguise="units")  # fmt: skip


def repair_exceeds_downtime(chance: random.Random) -> Plant:
    """A repair that alone uses up the downtime of a year."""
    value, budget = chance.choice((("99.9%", 9), ("999‰", 9), ("99.5%", 44), ("99.99%", 1)))
    hours = chance.randint(budget, budget + 60)
    repair = Promise("resolution", writing.minutes(hours * 60, chance), clock=REPORTED)
    if chance.random() < 0.4:
        repair = repair.within(severity=("S1",))
    sides = both(BY_NAME["availability"].promise(value), repair)
    return Plant("C402", sides, topics=("ladder",), disguise="units")


def repair_in_working_time(chance: random.Random) -> Plant:
    """A repair in working hours, which last over a weekend what they do not last in a day; or too long by minutes."""
    value, hours = chance.choice(
        (("99%", "16工作小时"), ("990‰", "2个工作日"), ("98%", "48工作小时"), ("99%", "5257分钟"))
    )
    clock = OFFICE if "工作" in hours else REPORTED
    sides = both(BY_NAME["availability"].promise(value), Promise("resolution", hours, clock=clock))
    return Plant("C402", sides, topics=("ladder",), disguise="clock")


def damages_in_working_days(chance: random.Random) -> Plant:
    """A remedy after so many working days, which are more days than the cap lasts."""
    days, cap = chance.choice(((5, 7), (10, 14), (20, 28)))
    sides = (
        BY_NAME["liquidated_damages"].promise(marked("1%")),
        BY_NAME["ld_cap"].promise(marked(f"{cap}%")),
        BY_NAME["termination"].promise(marked(f"{days}个工作日")),
    )
    return Plant("C403", sides, topics=("damages", "ladder"), disguise="clock", scoped=False)


def damages_stop(chance: random.Random) -> Plant:
    """A cap that is reached long before the remedy."""
    rate, cap = chance.randint(2, 10), chance.randint(2, 10)
    days = -(-cap * 10 // rate)
    wait = f"{days + chance.randint(1, 30)}日"
    sides = (
        BY_NAME["liquidated_damages"].promise(marked(writing.share(Fraction(rate), chance))),
        BY_NAME["ld_cap"].promise(marked(writing.share(Fraction(cap * 10), chance))),
        BY_NAME["termination"].promise(marked(wait)),
    )
    if chance.random() < 0.5:
        sides = (sides[0].within(equipment=("server", "storage")), *sides[1:])
    return Plant("C403", sides, topics=("damages", "ladder"), disguise="units", scoped=False)


def damages_stop_an_hour_early(chance: random.Random) -> Plant:
    """A cap that is reached a minute or an hour before the remedy, which is given in hours."""
    days = chance.randint(3, 20)
    wait = chance.choice((f"{days * 24 + 1}小时", f"{days * 24 * 60 + 1}分钟"))
    sides = (
        BY_NAME["liquidated_damages"].promise(marked("1%")),
        BY_NAME["ld_cap"].promise(marked(f"{days}%")),
        BY_NAME["termination"].promise(marked(wait)),
    )
    return Plant("C403", sides, topics=("damages", "ladder"), disguise="units", scoped=False)


def written_twice(chance: random.Random) -> Plant:
    """A value and the same in another unit behind it, which is not the same."""
    months = chance.choice((12, 24, 36, 60))
    first, second = writing.months(months), f"{months + chance.choice((-1, 1, 6))}个月"
    kind = "duration"
    if chance.random() < 0.4:
        kind, first, second = "money", "壹拾贰万元整", f"{chance.choice((121000, 120001, 12000)):,}元"
        text = f"金额为人民币{marked(first)}（{{{{ second }}}}）。"
        params = [f"second: {{label: 金额, type: money, default: {marked(repr(second))}}}"]
        return Plant("C404", parts=(_clause("twice", params, "", text),))
    params = [
        f"first: {{label: 期限, type: {kind}, default: {marked(first)}}}",
        f"second: {{label: 期限（月）, type: {kind}, default: {marked(second)}}}",
    ]
    return Plant("C404", parts=(_clause("twice", params, "", "期限为{{ first }}（{{ second }}）。"),), disguise="units")


def nothing(chance: random.Random) -> Plant:
    """A promise of none, or for no time."""
    name, value = chance.choice((
        ("spare_stock_qty", "0件"), ("training", "0场"), ("visit_freq", "每年0次"),
        ("price_hold", "0日"), ("staff_change", "0日"),
    ))  # fmt: skip
    promise = BY_NAME[name].promise(value)
    return Plant("C405", both(promise, promise)[:1], disguise="units")


SEEDS = {
    "C401": (copies, shares, visits),
    "C402": (repair_exceeds_downtime, repair_in_working_time),
    "C403": (damages_stop, damages_in_working_days, damages_stop_an_hour_early),
    "C404": (written_twice,),
    "C405": (nothing,),
}
