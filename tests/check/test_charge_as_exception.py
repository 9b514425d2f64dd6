"""C102: what the help of C604 and C605 says is done without a further finding: a charge declared as an exception."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gen.finding import Finding

FILES = """# clauses/hotline/window.yaml
id: hotline.window
title: 质保期内费用
status: approved
owner: service
review_by: 2027-10-01
commitments:
  - promise: service_fee
    scope: {service: [repair, parts], phase: in_warranty}
    is: free
text: |
  质保期内，故障免费维修和更换部件。

# clauses/hotline/answer.yaml
id: hotline.answer
title: 另行收费
status: approved
owner: service
review_by: 2027-10-01
commitments:
  - promise: CHARGE
    overrides: [hotline.window]
text: |
  下列情形由{{ customer }}承担费用。

# clauses/profiles/basic.yaml
id: basic
title: 基本服务
clauses: [hotline.window, hotline.answer]
"""


@pytest.mark.parametrize(
    ("charge", "found"),
    [
        ("{promise: exclusions, is: 人为损坏, fee: at_cost, overrides: [hotline.window]}", []),
        ("{promise: exclusions, is: 人为损坏, overrides: [hotline.window]}", ["C102"]),
        (
            "{promise: exclusions, scope: {phase: post_warranty}, is: 人为损坏, fee: at_cost,"
            " overrides: [hotline.window]}",
            ["C102"],
        ),
    ],
    ids=["a charge inside what is free", "an exception that charges nothing", "a charge where nothing is free"],
)
def test_a_charge_may_be_an_exception_from_what_is_free(
    findings: Callable[[str], tuple[Finding, ...]], charge: str, found: list[str]
) -> None:
    text = FILES.replace("  - promise: CHARGE\n    overrides: [hotline.window]\n", f"  - {charge}\n")
    assert [finding.rule.id for finding in findings(text)] == found
