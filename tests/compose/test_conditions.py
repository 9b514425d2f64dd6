"""What a condition of a text can ask: a flag, a choice, and whether a fact of bid or company is written at all."""

from __future__ import annotations

import pytest

from tests.compose.test_compose import Compose, bid, clause, compose, text_of

__all__ = ["compose"]

PEOPLE = """\
# clauses/company.yaml
name: 示例信息有限公司
short: 示例信息
address: 示例市示例路1号
postcode: "000000"
hotline: 400-000-0000
email: service@example.com
people:
  - {name: 林示例, role: 项目经理, duty: 负责, certificate: 示例证书, years: 8年}
"""


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "投标。"),
        (", lot: 第二包", "投标（第二包）。"),
        (", lot: 第二包, site: 甲地", "投标（第二包，甲地）。"),
    ],
)
def test_a_text_can_do_without_a_fact_that_is_not_written(compose: Compose, written: str, said: str) -> None:
    where = "{% if project.site %}，{{ project.site }}{% endif %}"
    examined = compose(
        clause(f"投标{{% if project.lot %}}（{{{{ project.lot }}}}{where}）{{% endif %}}。"),
        bid().replace("submission: 2026-12-08", f"submission: 2026-12-08{written}"),
    )
    assert text_of(examined)[-1] == f"（一）{said}"
    assert [f.rule.id for f in examined.findings] == []


@pytest.mark.parametrize(("company", "said"), [("", "人员另列。"), (PEOPLE, "人员共1人。")])
def test_a_list_with_nothing_in_it_is_not_written(compose: Compose, company: str, said: str) -> None:
    text = "{% if company.people %}人员共{{ count(company.people) }}人{% else %}人员另列{% endif %}。"
    examined = compose(clause(text), company)
    assert text_of(examined)[-1] == f"（一）{said}"
    assert [f.rule.id for f in examined.findings] == []


@pytest.mark.parametrize(("named", "listed"), [("", "2人"), ("people: [示例乙]\n", "1人")])
def test_a_document_lists_the_people_whom_its_bid_names(compose: Compose, named: str, listed: str) -> None:
    second = "  - {name: 示例乙, role: 项目经理, duty: 维修, certificate: 示例证书, years: 5年}\n"
    text = "人员共{{ count(company.people) }}人。\n\n{{ company.people | table }}"
    examined = compose(clause(text), PEOPLE + second, bid(more=named))
    said = "\n".join(text_of(examined))
    assert f"人员共{listed}。" in said
    assert "示例乙" in said
    assert [f.rule.id for f in examined.findings] == []


def test_a_fact_that_one_text_asks_about_is_still_missed_by_another(compose: Compose) -> None:
    examined = compose(clause("{% if project.lot %}甲{% endif %}乙{{ project.lot }}。"))
    assert [(f.rule.id, str(f.message)) for f in examined.findings] == [
        ("R202", "服务承诺书 prints `project.lot`, which has no value")
    ]
