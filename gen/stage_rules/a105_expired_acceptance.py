"""An acceptance has ended.

What it finds: an entry of accepted.yaml whose last day, `until`, has passed. What it accepted is found again, if it is
still there. The day is that of the machine, unless BIDGEN_TODAY or SOURCE_DATE_EPOCH names another.

Why it matters: somebody decided that this may stand until that day and no longer.

Fails:

    # projects/demo/accepted.yaml
    - fingerprint: f97669d3f4cf
      rule: P303
      reason: 本次投标沿用，复审排在下月
      by: 法务
      until: 2026-06-30

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
      until: 2099-12-31

What to do: mend what was found, or decide again and write the new day and the reason.
"""

from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)
