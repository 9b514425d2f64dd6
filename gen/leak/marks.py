"""What gives somebody away: names and numbers of the company, and what looks like such ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gen.message import M, Message
from gen.model.bid import Bid, Company
from gen.model.theme import BlindRules


@dataclass(frozen=True, slots=True)
class Leak:
    """Characters of a text that give somebody away."""

    what: Message
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Names:
    """The company's names and numbers, folded, each with what it is."""

    each: tuple[tuple[str, Message], ...]

    def leaks(self, text: str) -> Iterator[Leak]:
        """Wherever one of them stands in a text, whatever its width, case, spaces and dashes; longest first."""
        folded, offsets = _folded(text)
        hits: list[Leak] = []
        for name, what in self.each:
            at = folded.find(name)
            while at >= 0:
                start, end = offsets[at], offsets[at + len(name) - 1] + 1
                if not (name.isdigit() and _amid_digits(text, start, end)):
                    hits.append(Leak(what, start, end))
                at = folded.find(name, at + 1)
        hits.sort(key=lambda leak: (leak.start, -leak.end))
        reach = 0
        for leak in hits:
            if leak.end > reach:
                yield leak
                reach = leak.end


def names_of(company: Company | None, bid: Bid) -> Names:
    """All names and numbers that belong to a company, most telling first."""
    if company is None:
        return Names(())
    given: list[tuple[str, Message]] = [
        (company.name, M("the company's name")),
        (company.short, M("the company's name")),
        *((part, M("an address of the company")) for part in _addresses(company.address)),
        (company.postcode, M("the company's postcode")),
        (company.hotline, M("a telephone number of the company")),
        (company.email, M("the company's e-mail address")),
        (company.representative, M("the name of one of its people")),
        (company.bank, M("the company's bank")),
        (company.account, M("the company's bank account")),
        (company.tax_number, M("the company's tax number")),
    ]
    given += [(person.name, M("the name of one of its people")) for person in company.people]
    given += [(person, M("the name of one of its people")) for person in bid.people]
    for branch in company.branches:
        given += [
            (re.split("[（(]", branch.name)[0], M("the name of a service point")),
            *((part, M("an address of the company")) for part in _addresses(branch.address)),
            (branch.phone, M("a telephone number of the company")),
        ]
    given += [(maker.maker, M("the name of a maker")) for maker in company.makers]
    given += [(certificate.number, M("the number of a certificate")) for certificate in company.certificates]
    others = "".join(_folded(text)[0] for text in (bid.project.name, bid.project.site, bid.customer.name))
    parts = [part for name in (company.name, company.short) for part in _parts(name) if part not in others]
    given += [(part, M("a part of the company's name")) for part in parts]
    folded: dict[str, Message] = {}
    for name, what in given:
        folded.setdefault(_folded(name)[0], what)
    return Names(tuple((name, what) for name, what in folded.items() if len(name) > 1))


_PLACE = re.compile(r"^\w{2,7}?(?:省|自治区|市|县)")
_ORDINARY = (
    "有限责任公司", "股份有限公司", "有限公司", "分公司", "公司", "集团", "控股", "股份",
    "信息", "系统", "科技", "技术", "网络", "通信", "电子", "软件", "数据", "智能", "工程",
    "集成", "服务", "咨询", "发展", "实业", "数码", "计算机", "设备", "中国",
)  # fmt: skip
"""What names of companies share; it says nothing about whose they are."""


def _parts(name: str) -> Iterator[str]:
    """What is its own in a company's name, and the halves of that: 砚川澄远, 砚川, 澄远."""
    own = _PLACE.sub("", name)
    own = _folded(re.sub("|".join(_ORDINARY), " ", own).split(" ")[0])[0]
    if len(own) < _TELLING:
        return
    yield own
    for length in range(_TELLING, len(own)):
        yield own[:length]
        yield own[-length:]


def _addresses(address: str) -> Iterator[str]:
    """An address, and what is left of it without province, city and district, down to the street."""
    while len(address) >= 2 * _TELLING:
        yield address
        rest = _DISTRICT.sub("", address)
        if rest == address:
            return
        address = rest


_DISTRICT = re.compile(r"^\w{2,7}?(?:省|自治区|市|县|区|镇|乡)")
_TELLING = 2
"""Characters of a name that can be recognized."""

_PATTERNS = (
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII), M("an e-mail address")),
    (re.compile(r"(?:https?://|www\.)[^\s，。；）]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org)\b", re.ASCII | re.I),
     M("an internet address")),
    (re.compile(r"(?<!\d)(?:[48]00[ -]?\d{3}[ -]?\d{4}|0\d{2,3}[ -]?\d{4} ?\d{3,4}"
                r"|1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)"), M("a telephone number")),
    (re.compile(r"(?<![0-9A-Za-z])(?=(?:[A-Z-]*\d){6})[0-9A-Z](?:-?[0-9A-Z]){9,}(?![0-9A-Za-z])"),
     M("a number such as certificates have")),
)  # fmt: skip


def patterns(text: str) -> Iterator[Leak]:
    """Whatever looks like an address to write to, call or open, or like the number of a certificate."""
    plain = "".join(_narrow(character) for character in text)
    reach = 0
    hits = (Leak(what, *match.span()) for pattern, what in _PATTERNS for match in pattern.finditer(plain))
    for leak in sorted(hits, key=lambda leak: (leak.start, -leak.end)):
        if leak.start >= reach:
            yield leak
            reach = leak.end


def latin(text: str, blind: BlindRules) -> Iterator[Leak]:
    """Words in Latin letters that a blind copy must not have."""
    if blind.latin:
        return
    start = None
    for at, character in enumerate(text + " "):
        if _is_latin(character):
            start = at if start is None else start
        elif start is not None:
            if unicodedata.normalize("NFKC", text[start:at]) not in blind.words:
                yield Leak(M("Latin letters"), start, at)
            start = None


def apart(leaks: Iterable[Leak]) -> Iterator[Leak]:
    """Leaks of which none touches one that came before it, so that one place is told of once."""
    kept: list[Leak] = []
    for leak in leaks:
        if all(leak.end <= other.start or other.end <= leak.start for other in kept):
            kept.append(leak)
            yield leak


def _folded(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text in one width and case, and where each stood."""
    characters: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text):
        for plain in unicodedata.normalize("NFKC", character).casefold():
            if plain.isalnum():
                characters.append(plain)
                offsets.append(at)
    return "".join(characters), offsets


def _amid_digits(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isdigit() or text[end : end + 1].isdigit()


def _narrow(character: str) -> str:
    """A character in its narrow form, where that is one character too, so that offsets stay; dashes are hyphens."""
    if character in "－—–‐‑‒―−":
        return "-"
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character


def _is_latin(character: str) -> bool:
    return character.isalpha() and "LATIN" in unicodedata.name(character, "")
