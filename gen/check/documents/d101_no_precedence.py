"""A contract does not say which of its documents prevails.

What it finds: a document that both parties sign, in a bid none of whose clauses promises an order of precedence among
the documents. Two orders that differ are found by C101.

Why it matters: plan, letter and tender become part of the contract. Where two of them differ and no order is agreed,
the stricter reading binds the bidder.

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
      - promise: precedence
        is: agreement
        obligor: both
    text: |
      {{ provider }}设服务热线；各文件约定不一致的，以本协议为准。

What to do: add a clause that ranks the documents, and declare it: `promise: precedence`.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.printed import signed_by_both
from gen.finding import Finding, Label, found
from gen.message import M
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each contract of a bid that ranks no documents."""
    if any(fact.dimension == "precedence" for fact in context.facts) or not context.package.whole:
        return
    for document in context.documents:
        signed = signed_by_both(document)
        if signed is not None:
            yield found(
                RULE,
                M("the contract {title} does not say which of its documents prevails", title=document.title),
                Label(signed, M("both parties sign it here")),
                helps=[M("add a clause that ranks the documents, and declare it: `promise: precedence`")],
                key=(document.kind,),
                bid=context.package.bid.id,
            )
