"""A clause of the bid is printed in no document.

What it finds: a clause that the bid adds (`clauses: {add: …}`) and that none of its documents prints. A clause that its
profile names and no document prints is no part of the bid.

Why it matters: it was chosen, so somebody thinks that it is promised; but the customer will never read it.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线。
    # clauses/hotline/extra.yaml
    id: hotline.extra
    title: 专线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设专线。
    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]
    clauses: {add: [hotline.extra]}

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线。

What to do: add it to the outline of a document kind, or drop it from the bid.
"""

from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)
