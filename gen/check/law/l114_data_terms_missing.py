"""An agreement on personal data leaves out what the law demands of it.

What it finds: where a clause promises `data_processing: entrusted`, the items that neither it nor the other clauses on
data (return, records, incidents, secrecy) speak of: purpose, term, manner, kinds of data, safeguards, rights and
duties, return or deletion, passing on. They are looked for by words (gen/check/law/elements.yaml), so a text in other
words may be found though it says them.

Why it matters: who has personal data processed for it must agree on these; a bid that only says "confidential" leaves
the customer in breach from the first remote session.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 数据
    status: approved
    owner: legal
    review_by: 2027-10-01
    commitments:
      - {promise: data_processing, is: entrusted}
    text: |
      {{ provider }}对接触到的个人信息保密。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 数据
    status: approved
    owner: legal
    review_by: 2027-10-01
    commitments:
      - {promise: data_processing, is: entrusted}
    text: |
      {{ provider }}受托处理个人信息的目的是排除故障，方式限于查看，期限至作业完成之时止，种类限于账号字段。
      {{ provider }}应采取加密等保护措施，不得转委托他人；作业完成后予以删除，{{ customer }}有权检查。

What to do: add the items to the clause on data, or say in it where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen.check.context import Context
from gen.check.law.data import personal_data_items
from gen.finding import Finding, Label, found
from gen.message import M, Named
from gen.quantity import Choice
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

_ON_DATA = {"data_processing", "data_return", "processing_records", "incident_notice", "confidentiality"}


def check(context: Context) -> Iterator[Finding]:
    """One finding for each clause that promises such processing, naming all that is left out."""
    entrusted = {
        fact.clause: fact
        for fact in context.facts
        if fact.dimension == "data_processing"
        and isinstance(fact.quantity, Choice)
        and fact.quantity.key == "entrusted"
    }
    if not entrusted:
        return
    owners = dict.fromkeys(fact.clause for fact in context.facts if fact.dimension in _ON_DATA)
    text = "\n".join(context.package.clauses[owner].loaded.clause.text for owner in owners)
    missing = [item for item in personal_data_items() if not re.search(item.pattern, text)]
    if missing:
        fact = next(iter(entrusted.values()))
        yield found(
            RULE,
            M("personal data are processed on the customer's behalf, but nothing is said of: {items}",
              items=tuple(Named(item.zh, item.en) for item in missing)),
            Label(fact.span, M("the processing is promised here")),
            notes=[M("source: {source}", source=missing[0].source)],
            helps=[M("add them to the clause on data: `{clause}`", clause=fact.clause)],
            key=(fact.clause, *(item.en for item in missing)),
            bid=context.package.bid.id,
        )  # fmt: skip
