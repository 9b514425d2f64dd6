"""A reference leads to nothing.

What it finds: `ref(…)` to a clause, table or annex that the document does not print, or to a document that the bid
does not contain.

Why it matters: “see annex three” without an annex three is the first thing that an evaluator notes.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线，号码见{{ ref("annex.contacts") }}。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线。

What to do: print what is referred to, or take the reference out.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
