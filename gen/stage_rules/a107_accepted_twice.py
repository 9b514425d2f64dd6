"""A finding is accepted twice.

What it finds: two entries of one accepted.yaml with the same fingerprint. The first one holds.

Why it matters: the two may give different reasons and different days, and nobody can say which was meant.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2026-10-01
    text: |
      {{ provider }}设服务热线。
    # projects/demo/accepted.yaml
    - fingerprint: f97669d3f4cf
      rule: P303
      reason: 本次投标沿用，复审排在下月
      by: 法务
    - fingerprint: f97669d3f4cf
      rule: P303
      reason: 标书答疑已确认
      by: 法务

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2026-10-01
    text: |
      {{ provider }}设服务热线。
    # projects/demo/accepted.yaml
    - fingerprint: f97669d3f4cf
      rule: P303
      reason: 本次投标沿用，复审排在下月
      by: 法务

What to do: keep one of the two.
"""

from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)
