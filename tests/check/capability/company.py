"""What the tests of capability share: the company's file and the bid's, with a few lines changed."""

from __future__ import annotations

from gen.finding import Finding
from tests.check.promises import Findings, clause, param

X = param("x", "1小时")
USED = "promise: patch_time, at_most: $x"


def company(**lists: list[str]) -> str:
    """clauses/company.yaml with lists of records, each written as one line."""
    written = "".join(f"{name}:\n" + "".join(f"  - {{{line}}}\n" for line in lines) for name, lines in lists.items())
    return (
        "# clauses/company.yaml\nname: 示例信息有限公司\nshort: 示例信息\naddress: 示例市示例路1号\n"
        f'postcode: "000000"\nhotline: 400-000-0000\nemail: service@example.com\n{written}'
    )


def bid(project: str = "", more: str = "", id_: str = "demo", submission: str = "2026-12-08") -> str:
    """A bid with further facts."""
    return (
        f"# projects/{id_}/project.yaml\nid: {id_}\ntitle: 示例\nprofile: basic\n"
        f"project: {{name: 示例项目, number: X-1, submission: {submission}{project}}}\n"
        f"customer: {{name: 示例单位}}\ndocuments: [letter]\n{more}"
    )


def branch(name: str, travel: str, regions: str = "") -> str:
    where = f", regions: [{regions}]" if regions else ""
    way = f", travel: {travel}" if travel else ""
    return f"name: {name}, address: 示例市, phone: 010-0000 0001, distance: 60公里, people: 4人{way}{where}"


def person(name: str, channels: str = "", certificate: str = "示例证书", role: str = "工程师") -> str:
    return f"name: {name}, role: {role}, duty: 服务, certificate: {certificate}, years: 5年, channels: [{channels}]"


def item(name: str, quantity: str) -> str:
    return f"item: {name}, model: 通用, fits: 服务器, quantity: {quantity}, place: 示例站"


def only(
    findings: Findings, rule: str, *commitments: str, params: tuple[str, ...] = (), files: str = ""
) -> list[Finding]:
    """What one rule finds in a clause with these promises and these other files."""
    found = findings(clause([X, *params], [*commitments, USED]) + files)
    return [finding for finding in found if finding.rule.id == rule]
