"""An acceptance is no longer needed.

What it finds: an entry of accepted.yaml whose fingerprint no finding has any more. It is judged only where the bid, for
clauses/accepted.yaml the library, could be read and was examined as a whole.

Why it matters: a list of acceptances that nobody needs hides those that somebody should look at.

Fails:

    # projects/demo/accepted.yaml
    - fingerprint: f97669d3f4cf
      rule: P303
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

What to do: delete the entry. Where the promises have changed, what is found now has another fingerprint: read it, and
decide again.
"""

from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)
