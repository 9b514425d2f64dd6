"""Lexicons: words that promise nothing, promise too much, or name what is no more, as data in lexicons.yaml.

`word_rule` makes the checks of a rule from one lexicon. Each entry says what to write instead, in which company its
words are harmless, and by which sentences one can see that; the tests run those sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

from gen import yamltree
from gen.check.context import Context
from gen.check.wording.passages import Passage, Where, bid_passages, library_passages
from gen.check.wording.quantities import QUANTITY
from gen.check.wording.reading import CUSTOMER, PROVIDER, VALUE, Reading, read
from gen.decode import decode
from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.model.library import Library
from gen.model.record import key
from gen.rule import Confidence, Rule, Severity
from gen.source import Source

Unless = Literal["number", "customer"]
PROSE: frozenset[Where] = frozenset({"wording", "value"})
ALL_TEXTS: frozenset[Where] = frozenset({"wording", "value", "name"})


@dataclass(frozen=True, slots=True)
class Entry:
    """Words that are wrong in one way."""

    find: str = key("The words: a regular expression without groups of its own")
    fails: tuple[str, ...] = key("Sentences in which they are found; each of the words in one of them")
    passes: tuple[str, ...] = key("Sentences in which they are harmless", default=())
    instead: str = key("What to write instead", default="")
    source: str = key("What this rests on, where it is not the lexicon's own source", default="")
    confidence: Literal["high", "medium", "low"] = key("How sure a hit is; a low one is only a hint", default="medium")
    unless: tuple[Unless, ...] = key(
        "Harmless where the sentence gives a number, or speaks of what the customer does", default=()
    )
    except_: tuple[str, ...] = key("Harmless as part of these: regular expressions", default=(), name="except")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries of one kind."""

    source: str = key("What its entries rest on")
    entries: tuple[Entry, ...] = key("The words; where two would be found at one place, the first is")


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All of them: lexicons.yaml."""

    lexicons: Mapping[str, Lexicon] = key("By name")


@dataclass(frozen=True, slots=True)
class Hit:
    """A word found in a text."""

    entry: Entry
    word: str
    start: int
    end: int


@cache
def lexicon(name: str) -> Lexicon:
    """One of the built-in lexicons."""
    return _built_in().lexicons[name]


@cache
def _built_in() -> Lexicons:
    """What lexicons.yaml holds; a fault in it is a fault of the program."""
    text = resources.files("gen.check.wording").joinpath("lexicons.yaml").read_text("utf-8")
    node, findings = yamltree.parse(Source("gen/check/wording/lexicons.yaml", text))
    made, wrong = decode(Lexicons, node) if node is not None else (None, ())
    if made is None or findings or wrong:
        raise ValueError([(str(f.message), str(f.labels[0].span)) for f in (*findings, *wrong)])
    return made


@lru_cache(maxsize=65536)
def hits(name: str, text: str) -> tuple[Hit, ...]:
    """Every harmful word of a lexicon in a text."""
    reading = read(text)
    pattern, entries = _compiled(name)
    made = []
    for match in pattern.finditer(reading.text):
        entry = entries[(match.lastindex or 1) - 1]
        if not harmless(entry, match, reading):
            made.append(Hit(entry, match[0], match.start(), match.end()))
    return tuple(made)


@cache
def _compiled(name: str) -> tuple[re.Pattern[str], tuple[Entry, ...]]:
    """One alternation over all words of a lexicon, one group an entry."""
    entries = lexicon(name).entries
    return re.compile("|".join(f"({entry.find})" for entry in entries), re.IGNORECASE | re.MULTILINE), entries


@cache
def _exceptions(entry: str) -> re.Pattern[str]:
    return re.compile(entry, re.IGNORECASE | re.MULTILINE)


def harmless(entry: Entry, match: re.Match[str], reading: Reading) -> bool:
    """Whether the company in which a word stands takes the harm from it."""
    start, end = reading.sentence(match.start(), match.end())
    start, end = max(start, match.start() - _NEAR), min(end, match.end() + _NEAR)
    for exception in entry.except_:
        for place in _exceptions(exception).finditer(reading.text, start, end):
            if place.start() <= match.start() and match.end() <= place.end():
                return True
    if "number" in entry.unless:
        others = reading.text[start : match.start()] + "\n" + reading.text[match.end() : end]
        if VALUE in others or QUANTITY.search(others):
            return True
    return "customer" in entry.unless and _by_customer(reading.text[start : match.start()])


_NEAR = 240
"""Characters around a word that count as its sentence, so that a text without full stops takes no long time."""
_PARTIES = re.compile(
    f"(?P<customer>{CUSTOMER}|甲方|采购人|贵单位|贵方|用户|客户|业主|报修人)|{PROVIDER}|乙方|我公司|我司|本公司|投标人|供应商|工程师|服务台"
)


def _by_customer(before: str) -> bool:
    """Whether the party named last before a word is the customer: 采购人可以随时查阅."""
    last = None
    for last in _PARTIES.finditer(before):  # noqa: B007 - only the last one counts
        pass
    return (
        last is not None and last["customer"] is not None and not re.search(r"[向为对给与同]$", before[: last.start()])
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What a rule says of the words of a lexicon."""

    rule: Rule
    lexicon: str
    message: Message
    helps: tuple[Message, ...] = ()


Checks = tuple[Callable[[Library], Iterator[Finding]], Callable[[Context], Iterator[Finding]]]


def word_rule(told: Told, where: frozenset[Where] = PROSE) -> Checks:
    """The two checks of a rule that looks for the words of one lexicon: over the library, and over what a bid sets.

    The message has the hole `word`.
    """

    def check_library(library: Library) -> Iterator[Finding]:
        yield from _findings(told, (p for p in library_passages(library) if p.where in where))

    def check(context: Context) -> Iterator[Finding]:
        passages = (p for p in bid_passages(context.package) if p.where in where)
        yield from _findings(told, passages, context.package.bid.id)

    return check_library, check


def _findings(told: Told, passages: Iterable[Passage], bid: str | None = None) -> Iterator[Finding]:
    """One finding for each word of each owner, with all places where it stands."""
    by_word: dict[tuple[str, str], Places] = {}
    for passage in passages:
        for hit in hits(told.lexicon, passage.text):
            by_word.setdefault((passage.owner, hit.word), []).append((passage, hit))
    for (_, word), places in by_word.items():
        yield word_finding(replace(told, message=M(told.message.text, word=word)), places, bid)


Places = list[tuple[Passage, Hit]]


def word_finding(told: Told, places: Places, bid: str | None = None) -> Finding:
    """The finding for the words of one owner, with all their places."""
    entry = places[0][1].entry
    confidence = Confidence[entry.confidence.upper()]
    instead = (M("instead: {words}", words=entry.instead),) if entry.instead else ()
    return found(
        told.rule,
        told.message,
        *(
            Label(passage.reading.place(passage.text, hit.start, hit.end), M("`{word}` stands here", word=hit.word))
            for passage, hit in places
        ),
        notes=(M("rests on: {source}", source=entry.source or lexicon(told.lexicon).source),),
        helps=(*instead, *told.helps),
        key=(places[0][0].owner, *dict.fromkeys(hit.word for _, hit in places)),
        bid=bid,
        severity=Severity.HINT if confidence is Confidence.LOW else None,
        confidence=confidence,
    )
