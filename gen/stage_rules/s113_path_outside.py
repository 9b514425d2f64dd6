"""A path leaves the workspace.

What it finds: a path in a setting that is absolute or climbs out of the workspace, also through a link.

Why it matters: a bid taken over from somebody else must not read or overwrite files elsewhere on the machine.

What to do: keep the file inside the workspace and name it by its path from the root.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
