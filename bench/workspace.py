"""Generate a workspace: a clause library, document kinds and bids, as large as wanted and sound throughout.

A line of products has a clause for each service and class of equipment, a profile, document kinds and bids of its
own. The same size always gives the same files.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

from bench.prose import paragraph, phrase, sentence, short
from bench.services import CLASSES, DIMENSIONS, SERVICES, Service

ROOT = Path(__file__).parent.parent
THEME = "templates/themes/tender-default/theme.yaml"
MOULDS = Path(__file__).parent / "moulds"


class _Mould(Template):
    """A file with `@word` placeholders, for `$name` is bidgen's own."""

    delimiter = "@"


@dataclass(frozen=True, slots=True)
class Size:
    """How large a workspace is."""

    lines: int
    classes: int
    """Classes of equipment in each line."""
    bids: int
    """Bids of each line."""
    documents: dict[str, slice] = field(
        default_factory=lambda: {"plan": slice(12), "agreement": slice(8, 20), "letter": slice(4, 16)}
    )
    """The documents of every bid, and which of the services each prints; together they must print all.

    The name is a mould's, with a letter of its own behind a dash where there are several of it."""


LIBRARY = Size(lines=10, classes=5, bids=5)
"""1,000 clauses in 10 lines of 100, and 50 bids of three documents of 60 clauses."""

PLAN = Size(lines=1, classes=10, bids=1, documents={"plan": slice(20)})
"""One bid whose only document, of some 120 pages, prints 200 clauses."""


PACKAGE = Size(
    lines=1,
    classes=5,
    bids=1,
    documents={
        "plan-a": slice(12),
        "plan-b": slice(8, 20),
        "plan-c": slice(4, 16),
        "agreement-a": slice(8, 20),
        "agreement-b": slice(10),
        "agreement-c": slice(6, 16),
        "letter-a": slice(4, 16),
        "letter-b": slice(12),
    },
)
"""One bid of eight documents."""


def generate(folder: Path, size: Size) -> None:
    """Lay a workspace down in a folder."""
    _write(folder, "bidgen.toml", "# A generated workspace: for benchmarks only.\n")
    _write(folder, "clauses/vocabulary.yaml", _vocabulary())
    _write(folder, "clauses/company.yaml", _mould("company.yaml").template)
    (folder / THEME).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / THEME, folder / THEME)
    for number in range(1, size.lines + 1):
        line = _Line(f"{number:02}", size)
        for id_, text in line.clauses():
            _write(folder, f"clauses/{id_.replace('.', '/')}.yaml", text)
        for name, text in line.profiles():
            _write(folder, f"clauses/profiles/{name}.yaml", text)
        for kind, services in size.documents.items():
            _write(folder, f"templates/documents/{kind}-{line.number}.md", line.outline(kind, SERVICES[services]))
        for bid in range(1, size.bids + 1):
            name = f"bid-{line.number}-{bid}"
            _write(folder, f"projects/{name}/project.yaml", line.bid(name, bid))


class _Line:
    """One line of products."""

    def __init__(self, number: str, size: Size) -> None:
        self.number = number
        self.size = size
        # Another line begins with another class, so that all of the axis is used.
        names = list(CLASSES)
        first = int(number) % len(names)
        self.classes = (names[first:] + names[:first])[: size.classes]

    def id(self, service: Service, equipment: str) -> str:
        """The id of a clause."""
        return f"{service.id}-{self.number}.{equipment.replace('_', '-')}"

    def ids(self, services: tuple[Service, ...] = SERVICES) -> list[str]:
        """The ids of the clauses of some services."""
        return [self.id(service, equipment) for service in services for equipment in self.classes]

    def clauses(self) -> Iterator[tuple[str, str]]:
        """Every clause of the line: id and text of its file."""
        for service in SERVICES:
            mould = _mould(f"{service.mould}.yaml")
            for equipment in self.classes:
                id_ = self.id(service, equipment)
                chance = random.Random(id_)
                words = {
                    "id": id_,
                    "line": self.number,
                    "place": CLASSES[equipment],
                    "equipment": equipment,
                    "title": service.title,
                    "basis": f"第{'五六七八'[len(id_) % 4]}百条",
                    **{f"p{at}": paragraph(chance, at - 1) for at in (2, 3)},
                    **{f"s{at}": sentence(chance) for at in (1, 2, 3, 4)},
                    **{f"w{at}": phrase(chance) for at in (1, 2, 3)},
                    **{f"o{at}": short(chance) for at in (1, 2, 3)},
                }
                text = mould.substitute(words | service.words)
                if "letter" not in self.size.documents:
                    text = text.partition("variants:\n")[0]
                yield id_, text

    def profiles(self) -> Iterator[tuple[str, str]]:
        """A basic profile of three quarters of the clauses, and the full one that extends it."""
        ids = self.ids()
        basic, more = ids[: len(ids) * 3 // 4], ids[len(ids) * 3 // 4 :]
        name = f"line-{self.number}"
        yield name, f"id: {name}\ntitle: 产品线{self.number}\nclauses:\n{_items(basic)}"
        yield (
            f"{name}-full",
            f"id: {name}-full\ntitle: 产品线{self.number}全项\nextends: {name}\nclauses:\n{_items(more)}",
        )

    def outline(self, kind: str, services: tuple[Service, ...]) -> str:
        """The outline of a document kind that prints the clauses of some services."""
        chance = random.Random(f"{kind}-{self.number}")
        mould, _, letter = kind.partition("-")
        chapters = []
        for service in services:
            chapters += [f"# {service.title}", paragraph(chance, 2)]
            if mould == "plan" and service.mould == "deadline":
                chapters.append('{{ provider }}的服务人员见{{ ref("annex.people") }}，下列各项同时适用。')
            chapters += [f'{{{{ clause("{id_}") }}}}' for id_ in self.ids((service,))]
        line = f"{letter}-{self.number}" if letter else self.number
        return _mould(f"{mould}.md").substitute(line=line, chapters="\n\n".join(chapters))

    def bid(self, name: str, number: int) -> str:
        """The project file of a bid: its facts, up to 24 values better than the defaults, a dozen notes."""
        chance = random.Random(name)
        clauses = [(service, equipment) for service in SERVICES for equipment in self.classes]
        values = [
            f"  {self.id(service, equipment)}.{service.quick}"
            for service, equipment in sorted(chance.sample(clauses, min(24, len(clauses))), key=clauses.index)
        ]
        notes = [
            f"  - {{topic: {short(chance)}, said: {phrase(chance)}, chosen: {phrase(chance)}, why: {short(chance)}}}"
            for _ in range(12)
        ]
        kinds = ", ".join(f"{kind}-{self.number}" for kind in self.size.documents)
        return "\n".join(
            (
                f"id: {name}",
                f"title: 示例项目{self.number}之{number}",
                f"profile: line-{self.number}-full",
                "project:",
                f"  name: 示例市第{number}医院信息系统运维服务项目（{self.number}包）",
                f"  number: BENCH-2026-{self.number}{number}",
                "  site: 示例市示例区数据中心机房",
                "  scope: 本项目供应的网络、安全、服务器和存储设备及其系统软件",
                "  submission: 2026-12-08",
                "customer:",
                f"  name: 示例市第{number}医院",
                "  address: 示例市示例区示例路1号",
                "  contact: 信息科",
                f"documents: [{kinds}]",
                "values:",
                *values,
                "notes:",
                *notes,
                "",
            )
        )


def _mould(name: str) -> _Mould:
    return _Mould((MOULDS / name).read_text("utf-8"))


def _items(names: list[str]) -> str:
    return "".join(f"  - {name}\n" for name in names)


def _vocabulary() -> str:
    dimensions = "".join(
        f"  {name}: {{label: 附加承诺{number}, en: further promise {number}, type: {kind}, better: {better}}}\n"
        for number, (name, (kind, better)) in enumerate(DIMENSIONS.items(), 1)
    )
    return f"roles: {{service-director: 服务总监, general-manager: 总经理, legal: 法务}}\ndimensions:\n{dimensions}"


def _write(folder: Path, path: str, text: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, "utf-8")
