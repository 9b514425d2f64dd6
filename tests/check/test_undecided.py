"""What cannot be decided is said, never passed over."""

from __future__ import annotations

from collections.abc import Callable

from gen.finding import Finding

CLAUSE = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 到场与修复
status: approved
owner: service
review_by: 2027-10-01
params:
  arrival: {label: 到场时限, type: duration, default: 29日}
  repair: {label: 修复时限, type: duration, default: 1个月}
commitments:
  - promise: onsite_arrival
    at_most: $arrival
    clock: {kind: natural, from: report_received}
  - promise: resolution
    at_most: $repair
    clock: {kind: natural, from: report_received}
text: |
  {{ provider }}接到报修通知后{{ arrival }}内到场，{{ repair }}内修复。
"""


def test_a_step_in_months_is_reported_as_undecided(findings: Callable[[str], tuple[Finding, ...]]) -> None:
    assert [(str(f.severity), str(f.rule), str(f.message), str(f.labels[0].span)) for f in findings(CLAUSE)] == [
        (
            "warning",
            "C301 deadline-out-of-order",
            "resolution within 1个月: months have no fixed length, so its order among the deadlines is undecided",
            "clauses/hotline/window.yaml:8:50",
        )
    ]


def test_a_misspelt_role_of_a_paragraph_is_found(findings: Callable[[str], tuple[Finding, ...]]) -> None:
    text = CLAUSE[: CLAUSE.index("params:")] + "text: |\n  {flsh} 致：贵单位\n"
    (finding,) = findings(text)
    assert (str(finding.message), [str(h) for h in finding.helps]) == (
        "`flsh` is no way to set a paragraph",
        ["did you mean `flush`?"],
    )
    assert str(finding.labels[0].span) == "clauses/hotline/window.yaml:7:4"
