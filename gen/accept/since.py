"""Only what is new since an earlier revision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from gen.finding import Finding, in_order


def new_since(findings: Iterable[Finding], older: Iterable[Finding]) -> tuple[tuple[Finding, ...], int]:
    """The findings that `older` does not have, and how many were left out.

    They are compared by fingerprint, as often as each occurs. Accepted findings stay as they are, and one that was
    accepted then is new where nobody accepts it now.
    """
    counts = Counter(finding.fingerprint for finding in in_order(older) if finding.accepted is None)
    new: list[Finding] = []
    left_out = 0
    for finding in in_order(findings):
        if finding.accepted is None and counts[finding.fingerprint] > 0:
            counts[finding.fingerprint] -= 1
            left_out += 1
        else:
            new.append(finding)
    return tuple(new), left_out
