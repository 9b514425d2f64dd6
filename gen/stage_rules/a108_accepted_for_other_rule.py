"""An acceptance names another rule than the finding has.

What it finds: an entry of accepted.yaml whose `rule` is not the rule of the finding with its fingerprint.

Why it matters: the fingerprint was copied from another finding than the one that somebody decided on.

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
      rule: C101
      reason: 本次投标沿用，复审排在下月
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

What to do: look the finding up, and correct the fingerprint or the rule.
"""

from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)
