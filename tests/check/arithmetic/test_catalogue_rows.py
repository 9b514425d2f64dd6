"""The rows of the catalogue of sums (AR), each as a relation that its numbers break, and one that they keep."""

from __future__ import annotations

import pytest

from tests.check.promises import Findings, told


def file(params: str, relation: str) -> str:
    names = [part.split(":")[0].strip() for part in params.split("; ")]
    lines = "".join(f"  {part}\n" for part in params.split("; "))
    holes = "".join(f"\n  {{{{ {n} | table }}}}\n\n" if n == "t" else f"\n  {{{{ {n} }}}}\n\n" for n in names)
    return (
        "# clauses/hotline/window.yaml\nid: hotline.window\ntitle: 题\nstatus: approved\nowner: service\n"
        f"review_by: 2027-10-01\nparams:\n{lines}relations:\n  - {relation}\ntext: |\n{holes}"
    )


def count(name: str, value: str, unit: str) -> str:
    return f"{name}: {{label: {name}, type: count, unit: {unit}, default: {value}{unit}}}"


def money(name: str, value: str) -> str:
    return f"{name}: {{label: {name}, type: money, default: {value}}}"


def percent(name: str, value: str) -> str:
    return f"{name}: {{label: {name}, type: percent, default: {value}}}"


def table(columns: str, rows: str) -> str:
    return f"t: {{label: 表, type: table, key: item, columns: {{{columns}}}, default: {{{rows}}}}}"


SHARE = "share: {label: 比例, type: percent}"
LINE = "n: {label: 数量, type: count, unit: 台}, each: {label: 单价, type: money}, sum: {label: 小计, type: money}"
ROLE = "people: {label: 人数, type: count, unit: 人}"

ROWS = [
    ("AR-01", count("total", "6", "份"), "that: total == 2 + 2", "that: total == 2 + 4"),
    ("AR-02", table(SHARE, "首付: 30%, 验收: 60%, 尾款: 5%"),
     'that: sum(t.share) == "100%"', 'that: sum(t.share) == "95%"'),
    ("AR-04 lines", table(LINE, "甲: {n: 6台, each: 5万元, sum: 25万元}"),
     "{that: t.n * t.each == t.sum, each: t}", '{that: t.n * t.each == t.sum + "5万元", each: t}'),
    ("AR-04 tax", f"{money('net', '100元')}; {percent('tax', '6%')}; {money('gross', '107元')}",
     "that: net + tax * net == gross", 'that: net + tax * net == gross - "1元"'),
    ("AR-05", f"f: {{label: f, type: frequency, default: 每季度1次}}; {count('visits', '8', '次')}",
     'that: visits == f * "3年"', 'that: visits == f * "2年"'),
    ("AR-06", f"days: {{label: d, type: duration, default: 2日}}; {count('hours', '24', '学时')}",
     'that: hours <= days / "1日" * "8学时"', 'that: hours <= days / "1日" * "12学时"'),
    ("AR-06 people", f"{count('sessions', '4', '场')}; {count('each', '30', '人')}; {count('people', '100', '人')}",
     "that: people == sessions * each", "that: people <= sessions * each"),
    ("AR-07", f"{table(ROLE, '高级: 3人, 中级: 5人')}; {count('people', '10', '人')}",
     "that: sum(t.people) == people", "that: sum(t.people) <= people"),
    ("AR-07 ratio", f"{table(ROLE, '高级: 3人, 中级: 5人')}; {count('people', '8', '人')}",
     'that: t.高级.people >= "40%" * people', 'that: t.高级.people >= "37.5%" * people'),
    ("AR-10", f"{money('base', '80万元')}; {percent('rate', '10%')}; {money('fee', '9万元')}",
     "that: fee == rate * base", 'that: fee == rate * base + "1万元"'),
    ("AR-11", f"{money('price', '200万元')}; {percent('rate', '5%')}; {money('bond', '20万元')}",
     "that: bond == rate * price", "that: bond == 2 * rate * price"),
    ("AR-12", "a: {label: a, type: duration, default: 3年}; b: {label: b, type: duration, default: 24个月}",
     "that: a == b", "that: a > b"),
    ("AR-13", table("low: {label: 下限, type: percent}, high: {label: 上限, type: percent}",
                    "优: {low: 95%, high: 100%}, 良: {low: 85%, high: 94%}"),
     "that: bands(t.low, t.high)", "that: max(t.high) <= \"100%\""),
    ("AR-15", f"{count('installed', '200', '台')}; {percent('rate', '5%')}; {count('stock', '2', '台')}",
     "that: stock >= rate * installed", 'that: stock >= "1%" * installed'),
]  # fmt: skip


@pytest.mark.parametrize(("row", "params", "broken", "kept"), ROWS, ids=[row[0] for row in ROWS])
def test_rows(findings: Findings, row: str, params: str, broken: str, kept: str) -> None:
    (finding,) = [each for each in findings(file(params, broken)) if each.rule.id == "C401"]
    assert told(finding)[0] == "C401 error"
    assert [each for each in findings(file(params, kept)) if each.rule.id == "C401"] == []
