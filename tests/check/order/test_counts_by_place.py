"""C305 and C307 compare how soon something is done, not how much of it there is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gen.finding import Finding

CLAUSE = """# clauses/hotline/window.yaml
id: hotline.window
title: 人员与备件
status: approved
owner: service
review_by: 2027-10-01
params:
  first: {label: 数量, type: count, unit: UNIT, default: 2UNIT}
  second: {label: 数量, type: count, unit: UNIT, default: 6UNIT}
commitments:
  - promise: DIMENSION
    scope: FIRST
    at_least: $first
  - promise: DIMENSION
    scope: SECOND
    at_least: $second
text: |
  {{ provider }}分别配备{{ first }}和{{ second }}。
"""


@pytest.mark.parametrize(
    ("dimension", "unit", "first", "second"),
    [
        ("staffing", "人", "{channel: remote}", "{channel: onsite}"),
        ("spare_stock_qty", "件", "{region: same_city}", "{region: county}"),
    ],
    ids=["more people on site than for remote work", "more parts in the county than in town"],
)
def test_numbers_are_not_slower(
    findings: Callable[[str], tuple[Finding, ...]], dimension: str, unit: str, first: str, second: str
) -> None:
    text = CLAUSE.replace("DIMENSION", dimension).replace("UNIT", unit)
    assert findings(text.replace("FIRST", first).replace("SECOND", second)) == ()
