"""A character has no glyph in the fonts for PDF.

What it finds: a character of a document that none of the fonts which travel with bidgen can draw.

Why it matters: a reader would see an empty box where a name should stand.

What to do: write the character another way, or have the fonts extended (tools/make_fonts.py). Word files are not
touched: they are drawn with the reader's own fonts.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
