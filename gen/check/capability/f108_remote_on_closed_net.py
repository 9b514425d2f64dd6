"""Remote service is promised for a net that nobody may reach from outside.

What it finds: a promise of remote diagnosis, or one for the channel remote, in a bid whose `project.remote_access` is
forbidden. A bid that does not say whether its net may be reached is left out.

Why it matters: the promise cannot be kept without breaking the rules of the site; on a classified net it is an offence.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: remote_diag
        at_most: 30分钟
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}自接到报修通知起按约定时限开始远程诊断。

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08, remote_access: forbidden}
    customer: {name: 示例单位}
    documents: [letter]

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: response
        scope: {channel: phone}
        at_most: 30分钟
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}自接到报修通知起按约定时限以电话指导。

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08, remote_access: forbidden}
    customer: {name: 示例单位}
    documents: [letter]

What to do: drop the clauses on remote service from this bid, and promise guidance by telephone and engineers on site.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact
from gen.rule import rule
from gen.yamltree import place_of

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for all promises of remote service."""
    bid = context.package.bid
    if bid.project.remote_access != "forbidden":
        return
    promised = {(fact.clause, fact.dimension): fact for fact in reversed(context.facts) if _remote(fact)}
    if promised:
        yield found(
            RULE,
            M("remote service is promised, but the net of this bid may not be reached from outside"),
            *(Label(fact.span, M("`{clause}` promises {promise}", clause=fact.clause,
                                 promise=fact.named))
              for fact in reversed(promised.values())),
            Label(place_of(bid.project.remote_access), M("forbidden here")),
            helps=[M("drop these clauses from the bid: {clauses}",
                     clauses=tuple(f"`{clause}`" for clause in dict.fromkeys(c for c, _ in reversed(promised)))),
                   M("promise guidance by telephone and engineers on site instead")],
            key=("remote",),
            bid=bid.id,
        )  # fmt: skip


def _remote(fact: Fact) -> bool:
    """Whether a promise cannot be kept without reaching the net from outside."""
    if fact.obligor == "customer" or fact.modality == "shall_not" or fact.dimension == "customer_duties":
        return False
    channels = fact.scope.get("channel")
    return "remote" in channels if channels else fact.dimension == "remote_diag"
