"""A seed: one document of the real-world texts as commitments, laid out as a workspace that bidgen can check.

Each `Dxx.yaml` beside this file is one document, with the numbers of the hand-made records of its commitments (K…) and
of its contradictions (X…). Its keys:

    signed       whether both parties sign it, as an agreement
    parties      what the document calls provider and customer, where that is not 乙方 and 甲方
    vocabulary   kinds of promise that only this document needs
    commitments  one clause each: the keys of a commitment, with `seed` its number and `words` its sentence in our
                 own words; without `promise` it has no value that data could hold. `____` is a blank. A sentence that
                 is no commitment has the number of the contradiction for which it is here
    left_out     records that are no clause, by reason
    expected     findings: the contradictions that it shows (`seed`; `beyond` and its kind for a true one that the
                 hand-made list does not have), the `rule`, and the clauses `between` which one finding stands, or
                 `each` of which has one. Instead of `rule`: `alone`, a rule that finds it in a bid of these clauses
                 alone, where nothing else hides it; `filled`, one that finds it once the blanks are filled
    silent       clauses that stand together: in a bid of these alone no finding names them
    undecided    all other contradictions, by the reason why data cannot decide them
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from gen.finding import Finding
from gen.library.vocabulary import built_in_vocabulary

SEEDS = Path(__file__).parent

Side = tuple[str, tuple[str, ...]]
"""A rule, and the clauses that its finding names, in order."""

_BOUNDS = ("at_most", "at_least", "is")
_WORDED = {"enum", "text"}
"""Types whose values are keys or sentences, and so stand in no hole."""

_BLANK = "____"
_FILLING = {"date": "2029-12-31"}
"""What fills a blank; a number where nothing is said."""

REASONS = {
    "vague": "one of the sides has no value; its words are what the rules of wording find",
    "reader": "the sides are sentences without values, whose sense only a reader can hold against each other",
    "names": "several names for one thing, or a term without its meaning; data name each thing once",
    "print": "a misprint, a lost character, numbering or layout of the page, which data do not have",
    "truncated": "the text stops; what was left out may have said it",
    "absent": "something is not said at all, and no rule demands that it be",
    "actors": "who does it, or who is bound beside the parties, is no part of a promise's value",
    "calendar": "days end at midnight, so that two of them are not 48 hours, as the reader took them to be",
    "special": "what is better for the customer in a special case stands beside what holds in general",
    "company": "staff and distances of the company, which the text does not give",
    "foreign": "text of another document",
}
"""Why data cannot decide a contradiction that a reader found."""

LEFT_OUT = {
    "truncated": "the sentence breaks off before its promise",
    "stub": "a line of the table of contents, nothing else",
    "foreign": "a sentence of another document",
    "same": "the same sentence as another record",
}
"""Why a record of the seeds is no clause."""


@dataclass(frozen=True)
class Seed:
    """One document of the seeds."""

    id: str
    content: dict[str, Any]

    @property
    def commitments(self) -> list[dict[str, Any]]:
        return list(self.content["commitments"])

    @property
    def expected(self) -> list[dict[str, Any]]:
        return list(self.content["expected"])

    def files(self, only: Collection[str] = (), *, filled: bool = False) -> str:
        """The workspace of this document, to be laid over the small one of the tests: all its clauses, or only some."""
        entries = [entry for entry in self.commitments if not only or entry["seed"] in only]
        ids = [self.clause(entry["seed"]) for entry in entries]
        project = {
            "id": "demo",
            "title": self.id,
            "profile": "basic",
            "project": {"name": "示例项目", "number": "X-1", "submission": "2026-12-08"},
            "customer": {"name": "示例单位"},
            "documents": ["letter"],
        }
        outline: dict[str, Any] = {
            "kind": "letter",
            "title": "服务文件",
            "words": self.content.get("parties", {"provider": "乙方", "customer": "甲方"}),
            "numbering": "letter",
            "clause_titles": "false",
        }
        printed = "".join(f'{{{{ clause("{id_}") }}}}\n\n' for id_ in ids)
        if self.content.get("signed"):
            outline["signatories"] = [{"title": f"{party}（盖章）", "lines": {"日期": ""}} for party in "甲乙"]
            printed += "{{ signature }}\n"
        return "".join(
            (
                _file("clauses/vocabulary.yaml", self.content.get("vocabulary", {})),
                *(self._clause(entry, filled) for entry in entries),
                _file("clauses/profiles/basic.yaml", {"id": "basic", "title": "基本服务", "clauses": ids}),
                _file("projects/demo/project.yaml", project),
                f"# templates/documents/letter.md\n---\n{_lines(outline)}---\n# 服务\n\n{printed}",
            )
        )

    def clause(self, number: str) -> str:
        """The id of the clause of a commitment: K14 is d01.k14."""
        return f"{self.id}.{number}".lower()

    def shown(self, entry: dict[str, Any]) -> list[str]:
        """The contradictions of the hand-made list that an expected entry shows."""
        numbers = entry.get("seed", [])
        return [numbers] if isinstance(numbers, str) else list(numbers)

    def findings(self, how: str) -> set[Side]:
        """The expected findings of one kind: those of a `rule`, those found `alone`, those once blanks are `filled`."""
        return {
            (entry[how], tuple(sorted(map(self.clause, clauses))))
            for entry in self.expected
            if how in entry
            for clauses in ([entry["between"]] if "between" in entry else [[number] for number in entry["each"]])
        }

    def _clause(self, entry: dict[str, Any], filled: bool) -> str:
        commitment = {key: value for key, value in entry.items() if key not in {"seed", "words"}}
        words = str(entry["words"])
        clause: dict[str, Any] = {
            "id": self.clause(entry["seed"]),
            "title": f"第{entry['seed'][1:]}项",
            "status": "approved",
            "owner": "service",
            "review_by": "2027-10-01",
        }
        bound = next((key for key in _BOUNDS if key in entry), "")
        if bound and (type_ := self._type(entry["promise"])) not in _WORDED:
            value = str(commitment[bound])
            assert value in words, f"{self.id}-{entry['seed']}: its sentence does not say {value}"
            words = words.replace(value, "{{ value }}", 1)
            commitment[bound] = "$value"
            value = value.replace(_BLANK, _FILLING.get(type_, "1")) if filled else value
            clause["params"] = {"value": _param(type_, value)}
        if commitment:
            clause["commitments"] = [commitment]
        path = f"clauses/{clause['id'].replace('.', '/')}.yaml"
        return _file(path, clause | {"text": words})

    def _type(self, promise: str) -> str:
        added = self.content.get("vocabulary", {}).get("dimensions", {})
        return str(added[promise]["type"] if promise in added else built_in_vocabulary().dimensions[promise].type)


def seeds() -> list[Seed]:
    """All documents of the seeds."""
    return [Seed(path.stem, yaml.safe_load(path.read_text("utf-8"))) for path in sorted(SEEDS.glob("D*.yaml"))]


def sides(findings: Iterable[Finding]) -> set[Side]:
    """Every finding as its rule and the clauses of the seed that it names."""
    return {(finding.rule.id, clauses_of(finding)) for finding in findings}


def clauses_of(finding: Finding) -> tuple[str, ...]:
    """The clauses that a finding names, in order; places in the bid or the profile are none."""
    paths = {label.span.source.path for label in finding.labels}
    return tuple(
        sorted(f"{m[1]}.{m[2]}" for path in paths if (m := re.fullmatch(r"clauses/(d\d+)/([kx]\d+)\.yaml", path)))
    )


def _param(type_: str, value: str) -> dict[str, str]:
    param = {"label": "数值", "type": type_}
    if type_ == "count":
        param["unit"] = value[-1]
    return param if _BLANK in value else param | {"default": value}


def _file(path: str, content: dict[str, Any]) -> str:
    return f"# {path}\n{_lines(content)}"


def _lines(content: dict[str, Any]) -> str:
    """One key a line, its value as JSON, which YAML reads alike."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in content.items()) or "{}\n"
