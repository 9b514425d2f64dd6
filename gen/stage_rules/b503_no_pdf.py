"""PDF cannot be made on this machine.

What it finds: a missing part of the PDF engine: WeasyPrint itself, the Pango libraries, the HarfBuzz subsetter, or the
fonts that travel with bidgen.

Why it matters: tenders ask for both formats. Word files need none of these parts and are made all the same.

What to do: run `bidgen doctor`, which names what is missing and how to get it.
"""

from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)
