"""Findings as a Code Quality report of GitLab."""

from __future__ import annotations

import json

from gen.finding import found
from gen.message import M
from gen.report import FORMATS
from gen.source import Source
from tests.report.samples import ORDER, REPAIR, four, many, odd


def test_four_findings() -> None:
    first, second, third, fourth = four()
    assert json.loads(FORMATS["gitlab"](four())) == [
        {
            "description": "arrival may end after resolution (see also clauses/repair/resolution.yaml:1)",
            "check_name": "C301 deadline-out-of-order",
            "fingerprint": first.fingerprint,
            "severity": "critical",
            "location": {"path": "clauses/response/onsite.yaml", "lines": {"begin": 3}},
        },
        {
            "description": (
                "accepted: training may end too late: the customer wants it so (by legal, until 2027-03-01)"
            ),
            "check_name": "C301 deadline-out-of-order",
            "fingerprint": second.fingerprint,
            "severity": "info",
            "location": {"path": "clauses/repair/resolution.yaml", "lines": {"begin": 1}},
        },
        {
            "description": "`hotline.window` is printed in no document",
            "check_name": "R205 unprinted-clause",
            "fingerprint": third.fingerprint,
            "severity": "minor",
            "location": {"path": "clauses/repair/resolution.yaml", "lines": {"begin": 1}},
        },
        {
            "description": "nothing is at fault but the machine",
            "check_name": "L101 old-basis",
            "fingerprint": fourth.fingerprint,
            "severity": "info",
            "location": {"path": "bidgen.toml", "lines": {"begin": 1}},
        },
    ]


def test_no_findings_are_an_empty_list() -> None:
    assert FORMATS["gitlab"]([]) == "[]"


def test_fingerprints_are_unique_and_the_first_of_several_keeps_its_own() -> None:
    twins = [found(ORDER, M("x"), REPAIR.span(1, n, 1, n + 1), key=("same",)) for n in (1, 2, 3)]
    made = [entry["fingerprint"] for entry in json.loads(FORMATS["gitlab"]([*twins, *many(50)]))]
    assert made[0] == twins[0].fingerprint
    assert len(set(made)) == 53


def test_odd_names_and_words_stay_json() -> None:
    (entry,) = json.loads(FORMATS["gitlab"]([odd()]).encode("utf-8"))
    assert entry["location"]["path"] == "clauses/热线 100%/a:b,c#d?`|[x](y)<i>.yaml"
    assert "\n" not in entry["description"]
    half = found(ORDER, M("x"), Source("\udcff", "x").whole_line(1))
    assert FORMATS["gitlab"]([half]).encode("utf-8")
