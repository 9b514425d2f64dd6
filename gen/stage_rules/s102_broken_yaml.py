"""A file is not well-formed YAML.

What it finds: a missing colon, quote or bracket, an indentation that does not line up, a tab used for indentation.

Why it matters: nothing of such a file is read, so none of its promises would be compared with the others.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: "热线

What to do: mend the line the finding points at; an editor with YAML support shows the fault while you type.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
