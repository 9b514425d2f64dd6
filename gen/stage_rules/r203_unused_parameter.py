"""A parameter is used nowhere.

What it finds: a parameter that neither the text nor a variant nor a commitment of its clause uses, and that no
other text reads.

Why it matters: somebody will set it and believe that the promise has changed.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      open: {label: 热线时段, type: window, default: 7×24}
      lines: {label: 线路数, type: count, unit: 条, default: 2条}
    text: |
      热线每周开通{{ open }}。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      open: {label: 热线时段, type: window, default: 7×24}
    text: |
      热线每周开通{{ open }}。

What to do: print it, tie it to a commitment, or delete it.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
