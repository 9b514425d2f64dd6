"""A finding of the baseline is gone.

What it finds: an entry of the file given by `--baseline` whose fingerprint no finding has any more, or fewer findings
than it counts.

Why it matters: a baseline exists to shrink; an entry that is left over would let the same mistake in again.

What to do: write the baseline anew with `--write-baseline`; it keeps what is still found.
"""

from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.HINT)
