"""A contract lacks what every contract settles.

What it finds: a document that both parties sign and that does not speak of the parties' addresses, subject, quantity,
quality, price, term, place and manner, liability for breach or settlement of disputes; in government procurement also
of acceptance. They are looked for by words (gen/check/law/elements.yaml).

Why it matters: what a contract leaves open is filled in by law, seldom in the provider's favour; the cost of an
unsettled manner of performance, say, falls on who performs.

Fails:

    # templates/documents/letter.md
    ---
    kind: letter
    title: 服务协议
    words: {provider: 乙方, customer: 甲方}
    numbering: letter
    clause_titles: false
    signatories:
      - title: 甲方（盖章）
        lines: {日期: ""}
      - title: 乙方（盖章）
        lines: {日期: ""}
    ---
    # 服务

    {{ clause("hotline.window") }}

    {{ clause("hotline.answer", optional=true) }}

    {{ signature }}

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - {promise: precedence, is: agreement, obligor: both}
    text: |
      {{ provider }}设服务热线；各文件约定不一致的，以本协议为准。

Passes:

    # templates/documents/letter.md
    ---
    kind: letter
    title: 服务协议
    words: {provider: 乙方, customer: 甲方}
    numbering: letter
    clause_titles: false
    signatories:
      - title: 甲方（盖章）
        lines: {地址: ""}
      - title: 乙方（盖章）
        lines: {地址: ""}
    ---
    # 服务内容、期限、地点和方式

    {{ clause("hotline.window") }}

    {{ clause("hotline.answer", optional=true) }}

    # 数量、质量标准和价款

    见设备清单。

    # 违约责任和争议解决

    见采购合同。

    {{ signature }}

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - {promise: precedence, is: agreement, obligor: both}
    text: |
      {{ provider }}设服务热线；各文件约定不一致的，以本协议为准。

What to do: add the clause, or say in the contract which other document settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen.check.context import Context
from gen.check.law.data import contract_elements
from gen.check.printed import signed_by_both
from gen.finding import Finding, Label, found
from gen.message import M, Named
from gen.model.text import lines
from gen.rule import Confidence, rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each contract of the bid, naming all that it lacks."""
    government = context.package.bid.project.government_procurement
    for document in context.documents:
        signed = signed_by_both(document)
        if signed is None or not context.package.whole:
            continue
        text = "\n".join(lines(document))
        missing = [
            element
            for element in contract_elements()
            if (government or not element.government) and not re.search(element.pattern, text)
        ]
        if missing:
            yield found(
                RULE,
                M("the contract {title} does not speak of: {elements}", title=document.title,
                  elements=tuple(Named(element.zh, element.en) for element in missing)),
                Label(signed, M("both parties sign it here")),
                notes=[M("source: {source}", source=missing[0].source)],
                helps=[M("add clauses that settle them")],
                key=(document.kind,),
                bid=context.package.bid.id,
                confidence=Confidence.MEDIUM,
            )  # fmt: skip
