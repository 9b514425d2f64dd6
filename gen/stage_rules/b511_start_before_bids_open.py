"""The contract would be signed before the bids are opened.

What it finds: a `--start` of `bidgen obligations` that lies before the `submission` of the bid.

Why it matters: nobody can award a contract before the bids are opened; a year typed wrongly would move every date of
the register.

What to do: give the day on which the contract is signed, or correct `submission` in project.yaml.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
