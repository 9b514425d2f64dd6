"""A text holds a character that no document may hold.

What it finds: control characters (except line ends), characters that are invisible or turn the direction of
text, private-use characters, non-characters and half surrogates.

Why it matters: Word refuses a file that holds one, and readers print boxes for others; they come in by copying from
web pages and PDF files.

What to do: delete the character at the place the finding names; it is often invisible, so retype the word.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
