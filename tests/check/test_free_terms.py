"""C103: free terms of different length side by side."""

from __future__ import annotations

import pytest

from tests.check.promises import Findings, clause, param, told


def terms(*promised: tuple[str, str, str]) -> str:
    return clause(
        [param(f"p{number}", value) for number, (_, value, _) in enumerate(promised, 1)],
        [
            f"promise: {kind}, at_least: $p{number}, scope: {{{scope}}}"
            for number, (kind, _, scope) in enumerate(promised, 1)
        ],
    )


@pytest.mark.parametrize(
    ("promised", "expected"),
    [
        ([("warranty_term", "1年", ""), ("free_support_term", "2年", "")], 1),
        ([("warranty_term", "1年", ""), ("free_support_term", "12个月", "")], 0),
        ([("warranty_term", "1年", "service: repair"), ("free_support_term", "2年", "service: support")], 0),
        ([("warranty_term", "1年", "service: repair"), ("free_support_term", "2年", "")], 1),
        ([("warranty_term", "1年", "equipment: server"), ("free_support_term", "2年", "equipment: terminal")], 0),
        # servers have a warranty of their own, as long as their support
        ([("warranty_term", "1年", ""), ("warranty_term", "3年", "equipment: server"),
          ("free_support_term", "3年", "equipment: server")], 0),
        ([("warranty_term", "1年", ""), ("free_support_term", "2年", ""), ("upgrade_term", "3年", "")], 1),
    ],
)  # fmt: skip
def test_terms(findings: Findings, promised: list[tuple[str, str, str]], expected: int) -> None:
    assert [told(each)[0] for each in findings(terms(*promised)) if each.rule.id == "C103"] == (
        ["C103 warning"] * expected
    )
