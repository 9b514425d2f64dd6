"""A heavy standard term is not marked.

What it finds: a clause that caps or excludes the provider's liability or shortens the period for claims, is printed in
a document that both parties sign, and marks nothing in bold there.

Why it matters: a standard term of great weight that is not marked visibly does not become part of the contract where
the other side did not see it, and the burden of proof lies with who wrote it; a model form is a standard term all the
same.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 责任限额
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      cap: {label: 责任上限, type: percent, default: 100%}
    commitments:
      - {promise: liability_cap, is: $cap}
      - {promise: precedence, is: agreement, obligor: both}
    text: |
      {{ provider }}的赔偿责任累计不超过合同总价的{{ cap }}。

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

    # 数量、质量标准和价款、违约责任和争议解决

    见采购合同。

    {{ signature }}

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 责任限额
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      cap: {label: 责任上限, type: percent, default: 100%}
    commitments:
      - {promise: liability_cap, is: $cap}
      - {promise: precedence, is: agreement, obligor: both}
    text: |
      **{{ provider }}的赔偿责任累计不超过合同总价的{{ cap }}。**

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

    # 数量、质量标准和价款、违约责任和争议解决

    见采购合同。

    {{ signature }}

What to do: set the term in bold (`**…**`).
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.clause import Commitment
from gen.model.library import Library
from gen.rule import Confidence, Severity, rule
from gen.template import calls
from gen.yamltree import place_of

RULE = rule(__name__, __doc__, Severity.HINT, Confidence.MEDIUM)

_HEAVY = {"liability_cap", "ld_cap", "exclusion_of_liability", "claim_period"}


def check_library(library: Library) -> Iterator[Finding]:
    """One finding for each clause in a contract that says something heavy and marks nothing."""
    contracts: dict[str, list[str]] = {}
    for kind, outline in library.outlines.items():
        if len(outline.outline.signatories) > 1:
            for call in calls(outline.body):
                if call.function == "clause" and call.words():
                    contracts.setdefault(call.words()[0], []).append(str(kind))
    for name, kinds in contracts.items():
        clause = library.clauses[name].clause if name in library.clauses else None
        if clause is None or clause.status == "retired" or all("**" in clause.wording(kind) for kind in kinds):
            continue
        heavy = [one for one in clause.commitments if _is_heavy(one)]
        if heavy:
            yield found(
                RULE,
                M("`{clause}` limits what the provider owes, and nothing in it is marked", clause=name),
                *(Label(place_of(one.promise), M("promised here")) for one in heavy),
                notes=[M("source: {source}", source="《中华人民共和国民法典》第四百九十六条；法释〔2023〕13号第十条")],
                helps=[M("set the term in bold (`**…**`)")],
                key=(name,),
            )


def _is_heavy(commitment: Commitment) -> bool:
    return commitment.promise in _HEAVY and commitment.obligor != "customer" and commitment.is_ != "none"
