"""Two files carry one id.

What it finds: two clauses, profiles, bids or document kinds with the same id, a file whose id does not match its
place, and a bid with two documents of one title, whose files would carry one name.

Why it matters: a reference to that id could mean either, so one text would print where the other was approved.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.answer
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
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

What to do: the id is folder and file name: clauses/hotline/window.yaml holds hotline.window.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
