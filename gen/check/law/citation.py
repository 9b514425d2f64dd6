"""Find the laws and standards that a text cites, and what is wrong with citing them on a day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from gen.check.law.data import laws
from gen.model.law import Law
from gen.quantity.numerals import chinese, number

_ARTICLE = r"第[零〇一二三四五六七八九十百千\d]+条"
_TITLE = re.compile(
    rf"《([^《》\n]{{2,60}})》((?:[、至和及到,，\s]*{_ARTICLE}(?:第[一二三四五六七八九十\d]+[款项])*)*)"
)
_STANDARD = re.compile(r"((?:GB|YD|SJ)(?:/[TZ])?|ISO(?:/IEC)?)\s*(\d+(?:\.\d+)*(?:-\d+)?)\s*[-—–:：]\s*(\d{4})(?!\d)")
_NATION = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class Citation:
    """A law as a text cites it."""

    name: str
    """Its full name in the data."""
    law: Law
    articles: tuple[str, ...]
    start: int
    length: int
    edition: str = ""
    """Of a standard in another edition than the one that is held: as it was cited."""


class Laws:
    """The laws built in and those of a workspace, ready to be looked up in texts."""

    def __init__(self, added: Mapping[str, Law]) -> None:
        self.known: dict[str, Law] = {**{str(k): v for k, v in laws().items()}, **{str(k): v for k, v in added.items()}}
        self._titles: dict[str, str] = {}
        self._standards: dict[tuple[str, str], str] = {}
        self._editions: dict[str, str] = {}
        words: list[str] = []
        self._words: list[str] = []
        for name, law in self.known.items():
            if match := _STANDARD.fullmatch(name):
                code = _code(match)
                self._standards[code, match[3]] = name
                self._editions[code] = max(name, self._editions.get(code, name))
                continue
            for title in (name, *law.short):
                self._titles[title.removeprefix(_NATION)] = name
            for word in filter(None, law.words):
                before = "".join(f"(?<!{re.escape(other)})" for other in law.not_after)
                behind = f"(?!{'|'.join(map(re.escape, law.not_before))})" if law.not_before else ""
                words.append(f"({before}{re.escape(word)}{behind})")
                self._words.append(name)
        self._plain = tuple({word for law in self.known.values() for word in law.words if word})
        self._pattern = re.compile("|".join(words)) if words else None

    def cited(self, text: str) -> Iterator[Citation]:
        """The citations of a text that name something known."""
        for match in _TITLE.finditer(text) if "《" in text else ():
            name = self._titles.get(re.sub(r"[（(][^（）()]*[）)]$", "", match[1].strip()).removeprefix(_NATION))
            if name is not None:
                articles = tuple(re.findall(_ARTICLE, match[2]))
                yield Citation(name, self.known[name], articles, match.start(), len(match[0]))
        for match in _STANDARD.finditer(text):
            yield from self._standard(match)
        if self._pattern is not None and any(word in text for word in self._plain):
            bare = _TITLE.sub(lambda found: "　" * len(found[0]), text)
            for match in self._pattern.finditer(bare):
                name = self._words[(match.lastindex or 1) - 1]
                yield Citation(name, self.known[name], (), match.start(), len(match[0]))

    def _standard(self, match: re.Match[str]) -> Iterator[Citation]:
        code, year = _code(match), match[3]
        if name := self._standards.get((code, year)):
            yield Citation(name, self.known[name], (), match.start(), len(match[0]))
        elif (held := self._editions.get(code)) and year < held[-4:]:
            yield Citation(held, self.known[held], (), match.start(), len(match[0]), match[0])


@cache
def article_number(written: str) -> int:
    """The number of an article as written: 第五百一十一条 is 511; 0 where it cannot be read."""
    try:
        return int(number(written.removeprefix("第").removesuffix("条")))
    except ValueError:
        return 0


def article_name(value: int) -> str:
    """An article as laws number them: 第一千二百六十条."""
    return f"第{chinese(value)}条"


def _code(match: re.Match[str]) -> str:
    return f"{match[1]} {match[2]}"
