"""More of the price is kept back than the law allows.

What it finds: in a contract for works a retention above 3%, or a retention beside a performance bond; both as a
warning. A share in a table of payments that falls due only when the warranty has ended is retention, whatever it is
called. For goods and services no national share was found: the review list asks whether a deposit has a legal basis.

Why it matters: what is kept back beyond the limit cannot be claimed as security, and a bid that offers it pays twice.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质量保证金
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      share: {label: 质量保证金比例, type: percent, default: 5%, allow: 3%..5%}
    commitments:
      - {promise: retention, is: $share, obligor: customer}
    text: |
      {{ customer }}预留合同总价的{{ share }}作为质量保证金。

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08, contract: works}
    customer: {name: 示例单位}
    documents: [letter]

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质量保证金
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      share: {label: 质量保证金比例, type: percent, default: 3%, allow: 3%..5%}
    commitments:
      - {promise: retention, is: $share, obligor: customer}
    text: |
      {{ customer }}预留合同总价的{{ share }}作为质量保证金。

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08, contract: works}
    customer: {name: 示例单位}
    documents: [letter]

What to do: lower the retention to 3%, or choose between it and the performance bond. State `project.contract`: without
it the limit is undecided, and is asked about on the review list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gen.check.context import Context
from gen.check.law.breach import breaches
from gen.check.scope import in_words, meet
from gen.check.sides import says
from gen.finding import Finding, found
from gen.message import M
from gen.model.fact import Fact
from gen.quantity import Money, Percent
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)

_AFTER = re.compile("(质保|质量保证|保修|缺陷责任)期?限?(届满|期满|满|结束|到期)")
"""How a row of a table of payments says that the warranty has ended."""


def check(context: Context) -> Iterator[Finding]:
    """Retention beyond its limit, and retention beside a bond."""
    kept = [fact for fact in context.facts if fact.dimension == "retention" and _some(fact)]
    kept += _due_after_warranty(context)
    if not kept:
        return
    yield from breaches(RULE, replace(context, facts=tuple(kept)))
    if context.package.bid.project.contract != "works":
        return
    bonds = [fact for fact in context.facts if fact.dimension == "performance_bond" and _some(fact)]
    for fact in kept:
        bond = next((bond for bond in bonds if meet(fact.scope, bond.scope) is not None), None)
        if bond is not None:
            yield _both(fact, bond, context)


def _due_after_warranty(context: Context) -> Iterator[Fact]:
    """Shares of the price that tables of clauses on payment put behind the end of the warranty, as retention."""
    spec = context.package.library.vocabulary.dimensions["retention"]
    payments = {fact.clause: fact for fact in context.facts if fact.dimension == "payment"}
    for clause, fact in payments.items():
        for param in context.package.clauses[clause].loaded.params.values():
            if param.spec.rows == "item":
                for (row, _), setting in context.package.setting(param.path).items():
                    if isinstance(setting.quantity, Percent) and setting.quantity.share and _AFTER.search(row):
                        yield replace(fact, dimension="retention", spec=spec, comparator="is", row=row,
                                      quantity=setting.quantity, setting=setting, span=setting.span)  # fmt: skip


def _both(fact: Fact, bond: Fact, context: Context) -> Finding:
    joint = meet(fact.scope, bond.scope) or {}
    return found(
        RULE,
        M("retention beside a performance bond"),
        says(fact),
        says(bond),
        notes=[
            M("both hold: {case}", case=in_words(joint, context.package.library.vocabulary)),
            M("source: {source}", source="《建设工程质量保证金管理办法》（建质〔2017〕138号）"),
        ],
        helps=[M("keep the bond or the retention, not both")],
        key=("bond", fact.key, bond.key),
        bid=context.package.bid.id,
        confidence=Confidence.MEDIUM,
    )


def _some(fact: Fact) -> bool:
    """Whether anything is kept back or put up at all."""
    match fact.quantity:
        case Percent(share=share):
            return share > 0
        case Money(yuan=yuan):
            return yuan > 0
    return False
