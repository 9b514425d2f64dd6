"""An event that follows the contract is planned for a day before it is signed.

What it finds: days under `dates` of a bid, of events that cannot come before the contract is signed, which lie before
the `--start` of `bidgen obligations`. The planned days hold; they are not moved along with the start.

Why it matters: the award came later than the bid had planned, so the planned deliveries, acceptances and all that is
counted from them would fall due too early.

What to do: write under `dates` the days that hold now, or take them out: what waits for them is then listed with the
day that is missing.
"""

from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)
