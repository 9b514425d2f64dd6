"""A file cannot be read.

What it finds: a file that is missing, may not be opened, is larger than the limit for its kind, or is not UTF-8 text.

Why it matters: what cannot be read cannot be checked, and an unchecked promise is worse than a missing one.

What to do: save the file as UTF-8 (in Notepad: Save as, encoding UTF-8), split one that is too large, or mend its
permissions.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
