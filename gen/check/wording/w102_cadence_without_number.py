"""How often is said without a number.

What it finds: 定期, 不定期, 随时, 经常, 阶段性 where the provider promises and the sentence gives no frequency. Where
a clause says both 定期 and 不定期 of its visits, that is told as a clash. What the customer may do at any time does
not count.

Why it matters: without a number the customer cannot ask for a visit, and 随时 promises staff at every hour.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}定期巡检。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}巡检设备，次数以巡检计划为准；{{ customer }}可以随时查验备件。

What to do: give the frequency as a parameter and declare it under `commitments`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gen.check.context import Context
from gen.check.wording.lexicon import PROSE, Places, Told, hits, word_finding
from gen.check.wording.passages import Passage, bid_passages, library_passages
from gen.finding import Finding
from gen.message import M
from gen.model.library import Library
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

_HELPS = (M("print a frequency parameter in its place, and declare it under `commitments`"),)
_REGULAR = {"定期"}


def check_library(library: Library) -> Iterator[Finding]:
    """One finding for each clause that says how often without a number."""
    yield from _findings(library_passages(library))


def check(context: Context) -> Iterator[Finding]:
    """The same for what the bid itself sets."""
    yield from _findings(bid_passages(context.package), context.package.bid.id)


def _findings(passages: Iterable[Passage], bid: str | None = None) -> Iterator[Finding]:
    by_owner: dict[str, Places] = {}
    for passage in passages:
        if passage.where in PROSE:
            for hit in hits("cadence", passage.text):
                by_owner.setdefault(passage.owner, []).append((passage, hit))
    for places in by_owner.values():
        words = tuple(dict.fromkeys(hit.word for _, hit in places))
        if _REGULAR & {*words} and {*words} - _REGULAR:
            message = M("{words} clash, and none says how often", words=words)
        else:
            message = M("{words} says how often without a number", words=words)
        yield word_finding(Told(RULE, "cadence", message, _HELPS), places, bid)
