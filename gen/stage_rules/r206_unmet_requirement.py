"""A document promises nothing of a kind that it must promise.

What it finds: a document of a bid whose kind lists something under `requires`, a kind of promise or a topic of clauses,
of which neither a clause nor a value that it prints makes a promise.

Why it matters: an agreement without an article on confidentiality, changes, disputes or termination leaves them to the
law; a plan that is silent on what the tender scores gets no points for it. Nobody misses what is not there.

Fails:

    # templates/documents/letter.md
    ---
    kind: letter
    title: 服务承诺书
    words: {provider: 我公司, customer: 贵单位}
    numbering: letter
    clause_titles: false
    requires: [hotline_answer]
    ---
    # 服务

    {{ clause("hotline.window") }}

    {{ clause("hotline.answer", optional=true) }}

Passes:

    # templates/documents/letter.md
    ---
    kind: letter
    title: 服务承诺书
    words: {provider: 我公司, customer: 贵单位}
    numbering: letter
    clause_titles: false
    requires: [hotline_answer, "topic:hotline"]
    ---
    # 服务

    {{ clause("hotline.window") }}

    {{ clause("hotline.answer") }}

    # clauses/hotline/answer.yaml
    id: hotline.answer
    title: 接听
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      within: {label: 接听时限, type: duration, default: 20秒}
    commitments:
      - promise: hotline_answer
        at_most: $within
        clock: {kind: natural, from: call_received, window: 7×24}
    text: |
      {{ provider }}自电话接入起{{ within }}内接听来电。

What to do: print a clause that makes the promise, or take it off the list of the document kind.
`bidgen clauses --report` shows what every kind requires, and which of its clauses meet it.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
