"""A feature of YAML is used that is not read here.

What it finds: anchors, aliases, merge keys, tags, folded texts, several documents in one file, and nodes nested too
deep.

Why it matters: these hide where a value stands, so a finding could not point at it; and a few lines of aliases can
grow to fill the memory of the machine.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: &name 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线。

What to do: write the value out where it is used; share values through parameters.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
