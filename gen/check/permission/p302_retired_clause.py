"""A retired clause is used.

What it finds: a clause with `status: retired` that a bid contains.

Why it matters: a clause is retired because its owner no longer stands behind it: a service that has ended, a law that
was repealed, a figure that was breached.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: retired
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线。

What to do: take the clause that replaces it, or drop it from the bid.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.finding import Finding, Label, found
from gen.message import M
from gen.rule import rule
from gen.yamltree import Scalar

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each retired clause of the bid."""
    for clause, chosen in context.package.clauses.items():
        status = chosen.loaded.clause.status
        if status == "retired" and isinstance(status, Scalar):
            yield found(
                RULE,
                M(
                    "the clause `{clause}` ({title}) is retired",
                    clause=clause,
                    title=chosen.loaded.clause.title,
                ),
                Label(chosen.span, M("chosen here")),
                Label(status.span, M("retired here")),
                helps=[M("drop it from the bid, or choose the clause that replaces it")],
                key=(clause,),
                bid=context.package.bid.id,
            )
