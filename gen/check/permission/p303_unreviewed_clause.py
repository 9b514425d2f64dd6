"""A clause is used that its owner has not reviewed.

What it finds: a clause with `status: draft`, or one whose `review_by` lies before the day on which the bid is opened.
The bid's own date counts, never today's, so that a check gives the same answer tomorrow.

Why it matters: laws, prices and service offers change; wording that nobody has looked at since may promise what is no
longer offered.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2026-10-01
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

What to do: ask the owner named in the clause to review it and set a new `review_by`.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.finding import Finding, Label, found
from gen.message import M
from gen.rule import rule
from gen.yamltree import place_of

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each draft or overdue clause of the bid."""
    opened = context.package.bid.project.submission
    for clause, chosen in context.package.clauses.items():
        record = chosen.loaded.clause
        if record.status == "draft":
            message = M("the clause `{clause}` ({title}) is a draft", clause=clause, title=record.title)
            label = Label(place_of(record.status), M("draft here"))
        elif record.review_by < opened:
            message = M(
                "the clause `{clause}` ({title}) was to be reviewed by {day}, before the bid opens on {opened}",
                clause=clause, title=record.title, day=record.review_by, opened=opened,
            )  # fmt: skip
            label = Label(place_of(record.review_by), M("due here"))
        else:
            continue
        yield found(
            RULE,
            message,
            Label(chosen.span, M("chosen here")),
            label,
            helps=[M("have it reviewed by its owner: {owner}", owner=record.owner)],
            key=(clause,),
            bid=context.package.bid.id,
        )
