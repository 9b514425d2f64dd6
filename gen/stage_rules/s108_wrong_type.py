"""A value is not of the type that belongs there.

What it finds: a list where a text belongs, a word that is none of those allowed, a quantity without its unit or
with a unit of another kind.

Why it matters: a number without a unit means whatever the reader likes best, and the stricter reading binds the
bidder.

Fails:

    # clauses/hotline/answer.yaml
    id: hotline.answer
    title: 接听
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      within: {label: 接听时限, type: duration, default: 30}
    text: |
      {{ provider }}在{{ within }}内接听。

Passes:

    # clauses/hotline/answer.yaml
    id: hotline.answer
    title: 接听
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      within: {label: 接听时限, type: duration, default: 30秒}
    text: |
      {{ provider }}在{{ within }}内接听。

What to do: write the value as the finding shows; a duration always has its unit: 30分钟, 4小时, 2个工作日, 3年.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
