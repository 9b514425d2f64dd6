"""What the tests of legal limits share: a bid that says what the law asks, and a clause that makes one promise."""

from __future__ import annotations

from tests.check.promises import clause

COMPANY = """\
# clauses/company.yaml
name: 示例信息有限公司
short: 示例信息
address: 示例市示例路1号
postcode: "000000"
hotline: 400-000-0000
email: service@example.com
sme: {sme}
"""


def bid(project: str = "", customer: str = "", day: str = "2026-12-08", values: str = "") -> str:
    """The bid of the small workspace with more facts: `contract: works`, `type: public_body`."""
    return (
        "# projects/demo/project.yaml\nid: demo\ntitle: 示例\nprofile: basic\n"
        f"project: {{name: 示例项目, number: X-1, submission: {day}{', ' if project else ''}{project}}}\n"
        f"customer: {{name: 示例单位{', ' if customer else ''}{customer}}}\ndocuments: [letter]\n{values}"
    )


def company(sme: str = "true") -> str:
    return COMPANY.format(sme=sme)


def promise(line: str, value: str, type_: str = "", allow: str = "") -> str:
    """A clause with one promise of one value, as a parameter where its type is given."""
    if not type_:
        return wording("甲。", f"commitments:\n  - {{{line.replace('$value', value)}}}\n")
    more = f", allow: {allow}" if allow else ""
    return clause([f"value: {{label: 值, type: {type_}, default: {value}{more}}}"], [line])


def wording(text: str, more: str = "") -> str:
    """A clause that says one thing."""
    return (
        "# clauses/hotline/window.yaml\nid: hotline.window\ntitle: 题\nstatus: approved\nowner: legal\n"
        f"review_by: 2027-10-01\n{more}text: |\n  {text}\n"
    )


CONTRACT = """\
# templates/documents/letter.md
---
kind: letter
title: 服务协议
words: {provider: 乙方, customer: 甲方}
numbering: letter
clause_titles: false
signatories:
  - {title: 甲方（盖章）, lines: {地址: ""}}
  - {title: 乙方（盖章）, lines: {地址: ""}}
---
# 服务内容、期限、地点和方式

{{ clause("hotline.window") }}

{{ clause("hotline.answer", optional=true) }}

# 数量、质量标准和价款、争议解决

见采购合同。

{{ signature }}
"""
"""A contract that lacks only its terms on breach."""
