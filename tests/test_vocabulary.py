"""The words of a vocabulary name what it has, and no order of theirs leads back to where it began."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gen.finding import Finding

Findings = Callable[[str], tuple[Finding, ...]]

WORDS = "# clauses/vocabulary.yaml\nroles: {service-director: 服务总监, legal: 法务}\n"


def dimension(name: str, more: str) -> str:
    return f"  {name}: {{label: 题, en: word, type: duration, better: less, {more}}}\n"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (("[b]", "[]", "[]"), []),
        (("[b, c]", "[c]", "[]"), []),  # two ways to one end are no circle
        (("[a]", "[]", "[]"), ["the order leads back to where it began: a, a"]),
        (("[b]", "[a]", "[]"), ["the order leads back to where it began: a, b, a"]),
        (("[b]", "[c]", "[a]"), ["the order leads back to where it began: a, b, c, a"]),
        (("[b]", "[c]", "[b]"), ["the order leads back to where it began: b, c, b"]),  # a only leads into it
    ],
)
def test_kinds_of_promise_in_a_circle(findings: Findings, before: tuple[str, ...], expected: list[str]) -> None:
    words = "".join(dimension(name, f"before: {each}") for name, each in zip("abc", before, strict=True))
    assert [str(each.message) for each in findings(f"{WORDS}dimensions:\n{words}")] == expected


def test_events_in_a_circle(findings: Findings) -> None:
    text = "events:\n  x: {label: 甲, en: x, before: [y]}\n  y: {label: 乙, en: y, before: [x]}\n"
    (finding,) = findings(WORDS + text)
    assert str(finding.message) == "the order leads back to where it began: x, y, x"
    assert str(finding.labels[0].span).startswith("clauses/vocabulary.yaml:")


@pytest.mark.parametrize(
    ("more", "name"),
    [("before: [resolutoin]", "resolutoin"), ("ends: arival", "arival"), ("service: repiar", "repiar")],
)
def test_a_word_that_is_not_there_is_said_with_the_nearest(findings: Findings, more: str, name: str) -> None:
    (finding,) = findings(f"{WORDS}dimensions:\n{dimension('a', more)}")
    assert str(finding.message) == f"the vocabulary has no word `{name}`"
    assert len(finding.helps) == 1
