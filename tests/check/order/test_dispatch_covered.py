"""C308: arrivals promised case by case cover a promise to set out together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gen.finding import Finding

CLAUSE = """# clauses/hotline/window.yaml
id: hotline.window
title: 派出与到场
status: approved
owner: service
review_by: 2027-10-01
params:
  out: {label: 派出时限, type: duration, default: 2小时}
  site: {label: 到场时限, type: table, key: severity, columns: {within: {type: duration, label: 到场}}, default: ROWS}
commitments:
  - promise: dispatch
    scope: {region: [same_city, county]}
    at_most: $out
    clock: {kind: natural, from: report_received}
  - promise: onsite_arrival
    each: site
    scope: {severity: $severity}
    at_most: $within
    clock: {kind: natural, from: report_received}
text: |
  {{ provider }}接到报修通知后{{ out }}内派出工程师，按下表到场：

  {{ site | table("到场时限") }}
"""


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("{S1: 4小时, S2: 6小时, S3: 8小时, S4: 12小时}", []),
        ("{S1: 4小时, S2: 6小时, S3: 8小时}", ["an engineer sets out within 2小时, but no arrival is promised"]),
    ],
    ids=["an arrival for every severity covers all faults", "of severity 4 nobody arrives"],
)
def test_rows_of_arrivals_cover_a_dispatch_together(
    findings: Callable[[str], tuple[Finding, ...]], rows: str, found: list[str]
) -> None:
    assert [str(finding.message) for finding in findings(CLAUSE.replace("ROWS", rows))] == found
