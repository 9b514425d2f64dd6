"""The contract would be signed when the warranty has ended.

What it finds: a `--start` of `bidgen obligations` that lies on or after the day on which the warranty of the bid ends,
as the bid plans that day or as its term leads to it.

Why it matters: the register would list inspections and reports of years that are past, and nothing that is still to be
done.

What to do: give the day on which the contract is signed, or write the days that hold now under `dates` in project.yaml.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
