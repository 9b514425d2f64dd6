"""The documents cannot be written.

What it finds: an output folder that is read-only, a disk that is full, a document that another program holds open.

Why it matters: half of a new package beside half of an old one is a contradiction of its own, so nothing is changed.

What to do: make room or permission, close the documents in Word, or choose another folder with `--output`.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
