"""The lexicons, run over their own sentences: every word listed is found, and every exception holds."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import resources

import pytest

from gen.check.wording.lexicon import Entry, Lexicons, harmless, hits, lexicon
from gen.check.wording.reading import read
from gen.decode import decode
from gen.source import Source
from gen.yamltree import Scalar, parse


def lexicons() -> Lexicons:
    text = resources.files("gen.check.wording").joinpath("lexicons.yaml").read_text("utf-8")
    node, _ = parse(Source("lexicons.yaml", text))
    assert node is not None
    made, findings = decode(Lexicons, node)
    assert made is not None, [str(finding.message) for finding in findings]
    return made


ENTRIES = [(str(name), entry) for name, kind in lexicons().lexicons.items() for entry in kind.entries]
IDS = [f"{name}-{number}" for number, (name, _) in enumerate(ENTRIES)]
EVERY = pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=IDS)


def alternatives(pattern: str) -> list[str]:
    """What stands between the bars of a regular expression, outside brackets."""
    parts, depth, in_class, escaped = [""], 0, False, False
    for character in pattern:
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = True
        elif in_class:
            in_class = character != "]"
        elif character == "[":
            in_class = True
        elif character in "()":
            depth += 1 if character == "(" else -1
        elif character == "|" and not depth:
            parts.append("")
            continue
        parts[-1] += character
    return parts


@EVERY
def test_finds_its_words(name: str, entry: Entry) -> None:
    for sentence in entry.fails:
        assert [hit.word for hit in hits(name, sentence) if same(hit.entry, entry)], sentence


@EVERY
def test_every_one_of_its_words_is_in_one_of_its_sentences(name: str, entry: Entry) -> None:
    words = [hit.word for sentence in entry.fails for hit in hits(name, sentence) if same(hit.entry, entry)]
    whole = "\n".join(sentence for sentence in entry.fails)
    for alternative in alternatives(entry.find):
        pattern = re.compile(f"(?:{alternative})", re.IGNORECASE | re.MULTILINE)
        assert any(pattern.match(word) or pattern.search(whole) for word in words), alternative


@EVERY
def test_lets_its_harmless_sentences_pass(name: str, entry: Entry) -> None:
    for sentence in entry.passes:
        assert hits(name, sentence) == (), sentence


@EVERY
def test_every_one_of_its_exceptions_lets_one_of_its_sentences_pass(name: str, entry: Entry) -> None:
    for exception in entry.except_:
        without = replace(entry, except_=tuple(other for other in entry.except_ if other != exception))
        assert any(harmful(without, sentence) for sentence in entry.passes), (name, exception)
    for unless in entry.unless:
        without = replace(entry, unless=tuple(other for other in entry.unless if other != unless))
        assert any(harmful(without, sentence) for sentence in entry.passes), (name, unless)


def harmful(entry: Entry, sentence: str) -> bool:
    """Whether an entry, taken alone, finds something in a sentence."""
    reading = read(sentence)
    pattern = re.compile(entry.find, re.IGNORECASE | re.MULTILINE)
    return any(not harmless(entry, match, reading) for match in pattern.finditer(reading.text))


@EVERY
def test_has_no_groups_of_its_own(name: str, entry: Entry) -> None:
    assert re.compile(entry.find).groups == 0, name


def same(first: Entry, second: Entry) -> bool:
    return first.find == second.find


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("乙方尽快修复。", ["尽快"]),
        ("乙方尽\n快修复。", ["尽快"]),
        ("乙方尽 快修复。", ["尽快"]),
        ("乙方**尽**快修复。", ["尽快"]),
        ("乙方尽{{ limit }}快修复。", []),
        ("乙方尽\n\n快修复。", []),
        ("1. 乙方尽\n2. 快修复。", []),
        ("| 乙方尽快修复 | 尽 | 快 |\n| --- | --- | --- |\n| 甲 | 第一时间 | 乙 |", ["尽快", "第一时间"]),
        ("乙方尽快修复，{{ provider }}第一时间到场，尽快恢复。", ["尽快", "第一时间", "尽快"]),
    ],
)
def test_a_word_is_found_as_it_is_printed(sentence: str, words: list[str]) -> None:
    assert [hit.word for hit in hits("unmeasurable", sentence)] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("{{ provider }}立即处理。", ["立即"]),
        ("{{ provider }}立即处理，{{ limit }}内到场。", []),
        ("{{ provider }}立即处理，2小时内到场。", []),
        ("{{ provider }}立即处理。2小时内到场。", ["立即"]),  # the number stands in another sentence
        ("{{ customer }}应立即告知{{ provider }}。", []),
        ("{{ customer }}报修的，{{ provider }}立即处理。", ["立即"]),
        ("{{ provider }}应向{{ customer }}及时通报。", ["及时"]),  # told to the customer, owed by the provider
        ("响应及时率为95%，{{ provider }}及时处理；", []),
        ("| 立即处理 | 2小时 |", ["立即"]),  # another cell is another sentence
    ],
)
def test_a_number_or_the_customer_makes_some_words_harmless(sentence: str, words: list[str]) -> None:
    assert [hit.word for hit in hits("unmeasurable", sentence)] == words


@pytest.mark.parametrize("written", ["IS09001", "ＩＳ０９００１", "is09001", "IS0 9001", "通过IS0\n9001"])
def test_full_width_letters_and_line_ends_do_not_hide_a_word(written: str) -> None:
    assert len(hits("wrong_standard", f"通过{written}认证。")) == 1


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("质保期为　　年。", ["年"]),
        ("质保期为{{ term }}。", []),
        ("质保期为{{ blank(4) }}年。", []),
        ("日期：{{ blank(4) }}年{{ blank(2) }}月{{ blank(2) }}日", []),
        ("**重点**：甲方（盖章）", []),
        ("**XX**公司", ["XX"]),
        ("***年内免费", ["***"]),
    ],
)
def test_a_blank_is_found_by_what_is_missing(sentence: str, words: list[str]) -> None:
    assert [hit.word for hit in hits("blank", sentence)] == words


def test_every_lexicon_says_what_it_rests_on() -> None:
    assert all(kind.source for kind in lexicons().lexicons.values())


def test_only_known_ones_are_asked_for() -> None:
    with pytest.raises(KeyError):
        lexicon("nonsense")


def test_a_text_of_a_file_and_a_plain_one_read_the_same() -> None:
    assert hits("unmeasurable", Scalar("尽快。")) == hits("unmeasurable", "尽快。")
