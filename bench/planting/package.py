"""A generated package: clauses, the documents that print them, profile and bid; and its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from bench.planting.promise import CLOSE, OPEN, Promise, clause_file, plain, setting

ROOT = Path(__file__).parent.parent.parent
THEME = "templates/themes/tender-default/theme.yaml"

Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands that a finding must point at."""

    path: str
    line: int
    column: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column} {self.text}"


@dataclass(frozen=True, slots=True)
class Part:
    """A clause, and the document that prints it."""

    id: str
    promises: tuple[Promise, ...] = ()
    document: str = "plan"
    title: str = "服务约定"
    written: str = ""
    """The whole file, where it is no list of promises."""
    sentences: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Its file."""
        return f"clauses/{self.id.replace('.', '/')}.yaml"

    def file(self) -> str:
        """Its text."""
        return self.written or clause_file(self.id, self.title, self.promises, self.sentences)


@dataclass(frozen=True, slots=True)
class Package:
    """Everything of one bid; names are such that two packages never clash."""

    name: str
    parts: tuple[Part, ...] = ()
    dates: Mapping[str, str] = field(default_factory=dict)
    project: Mapping[str, str] = field(default_factory=dict)
    customer: Mapping[str, str] = field(default_factory=dict)
    company: tuple[str, ...] = ()
    """Further lines of clauses/company.yaml."""
    vocabulary: tuple[str, ...] = ()
    """Further lines of clauses/vocabulary.yaml."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What the bid sets beside the values of its promises."""

    def adding(self, *parts: Part) -> Package:
        """The package with further clauses."""
        return replace(self, parts=(*self.parts, *parts))

    def files(self) -> dict[str, str]:
        """Its files, marks and all."""
        made = {**shared()} | {part.path: part.file() for part in self.parts}
        documents = list(dict.fromkeys(part.document for part in self.parts))
        for kind in documents:
            made[f"templates/documents/{self.name}-{kind}.md"] = self._outline(kind)
        made[f"clauses/profiles/{self.name}.yaml"] = _yaml(
            [f"id: {self.name}", "title: 服务档次", f"clauses: [{', '.join(part.id for part in self.parts)}]"],
            values=self._values("profile"),
        )
        made[f"projects/{self.name}/project.yaml"] = _yaml(
            [
                f"id: {self.name}",
                "title: 采购项目",
                f"profile: {self.name}",
                _flow("project", {"name": "采购项目", "number": "P-1", "submission": "2026-12-08", **self.project}),
                _flow("customer", {"name": "采购单位", **self.customer}),
                f"documents: [{', '.join(f'{self.name}-{kind}' for kind in documents)}]",
            ],
            values=[*self._values("bid"), *(f"{path}: {value}" for path, value in self.values.items())],
            dates=[f"{event}: {day}" for event, day in self.dates.items()],
        )
        if self.company:
            made["clauses/company.yaml"] = "\n".join((*COMPANY, *self.company, ""))
        if self.vocabulary:
            made["clauses/vocabulary.yaml"] = "\n".join((*self.vocabulary, ""))
        return made

    def _values(self, setter: str) -> list[str]:
        return [
            f"{part.id}.v{number}: {setting(promise)}"
            for part in self.parts
            for number, promise in enumerate(part.promises, 1)
            if promise.setter == setter
        ]

    def _outline(self, kind: str) -> str:
        clauses = [f'{{{{ clause("{part.id}") }}}}\n' for part in self.parts if part.document == kind]
        head = [
            "---",
            f"kind: {self.name}-{kind}",
            f"title: 服务文件（{kind}）",
            "words: {provider: 我公司, customer: 贵单位}",
        ]
        return "\n".join((*head, "numbering: letter", "clause_titles: false", "---", "# 服务", "", *clauses))


COMPANY = (
    "name: 示例信息有限公司",
    "short: 示例信息",
    "address: 示例市示例路1号",
    'postcode: "000000"',
    "hotline: 400-000-0000",
    "email: service@example.com",
)


@cache
def shared() -> Files:
    """What every workspace needs."""
    return {
        "bidgen.toml": "# A generated workspace.\n",
        "clauses/company.yaml": "\n".join((*COMPANY, "")),
        THEME: (ROOT / THEME).read_text("utf-8"),
    }


def unmarked(files: Files) -> tuple[dict[str, str], tuple[Place, ...]]:
    """Files without their marks, and the places that were marked."""
    places: list[Place] = []
    made: dict[str, str] = {}
    for path, text in files.items():
        if OPEN in text:
            places += _places(path, text)
        made[path] = plain(text)
    return made, tuple(places)


def _places(path: str, text: str) -> Iterable[Place]:
    for number, line in enumerate(text.split("\n"), 1):
        rest, column = line, 1
        while OPEN in rest:
            before, _, rest = rest.partition(OPEN)
            said, _, rest = rest.partition(CLOSE)
            column += len(before)
            yield Place(path, number, column, said)
            column += len(said)


def _yaml(lines: Sequence[str], **blocks: Sequence[str]) -> str:
    made = [*lines]
    for name, entries in blocks.items():
        if entries:
            made += [f"{name}:", *(f"  {entry}" for entry in entries)]
    return "\n".join((*made, ""))


def _flow(name: str, values: Mapping[str, str]) -> str:
    return f"{name}: {{{', '.join(f'{key}: {value}' for key, value in values.items())}}}"
