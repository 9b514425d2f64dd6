"""Take stock of a library: its clauses and where each is used, what one prints, and what is missing or too much.

Comes in: a `Library`. Goes out: records for the command line to show. Nothing here is a finding: a library may well
hold clauses that no bid needs today.
"""

from gen.inventory.alike import Pair, alike
from gen.inventory.coverage import Demand
from gen.inventory.preview import Preview, preview
from gen.inventory.report import Report, report
from gen.inventory.search import Wanted, dimensions_of, matching, topic_of
from gen.inventory.uses import Use, newest_day, uses

__all__ = [
    "Demand",
    "Pair",
    "Preview",
    "Report",
    "Use",
    "Wanted",
    "alike",
    "dimensions_of",
    "matching",
    "newest_day",
    "preview",
    "report",
    "topic_of",
    "uses",
]
