"""A picture cannot be shown.

What it finds: a text shows a picture that is not there, is neither PNG nor JPEG, is damaged, animated, too large, or
stored lying on its side with a note how to turn it.

Why it matters: the page would have a hole, or the file could not be sent or printed.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线。

      {{ image("./network.png", "服务网络") }}

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线。

What to do: put a still PNG or JPEG picture at the path, not over 10 MB and 50 million pixels.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
