"""A company's own Word skin cannot be used.

What it finds: a `base.docx` that cannot be opened without danger (an archive that swells, macros, embedded files,
links to the outside, entities), that is no Word file, or that lacks a style which documents are set in. A warning,
where only the pages of the skin cannot be used: their text is wider or narrower than that of the theme.

Why it matters: whatever a skin carries travels in every document made from it, to the customer; and text in a style
that the skin does not have would fall back to an arbitrary look.

What to do: take what is named out of the file in Word, or put the missing styles in. `bidgen skin` writes a skin that
has every style; change its looks and keep the names of its styles.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
