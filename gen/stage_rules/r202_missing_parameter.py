"""A parameter has no value.

What it finds: a parameter of a clause in the bid that has no default and is set neither by the profile nor by the
bid; a row of a table without its amount of money; and a fact of the bid or the company that a document prints and
nobody wrote.

Why it matters: a blank in a promise is a ground for rejection, or is filled by whoever reads it.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      open: {label: 热线时段, type: window}
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

What to do: set it in the bid under `values`, in the profile, or give the parameter a default.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
