"""A text as it is read: what is on paper, and where each character stands in its file."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.check.wording.lexicon import hits
from gen.check.wording.reading import BLANK, CUSTOMER, PROVIDER, REFERENCE, TABLE, VALUE, read
from gen.source import Source
from gen.yamltree import Mapping, Scalar, parse
from gen.yamltree import scalar as made


def scalar(text: str) -> Scalar:
    """The text as a literal block of a file, from line 2, column 3."""
    body = "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))
    node, findings = parse(Source("a.yaml", f"text: |\n{body}"))
    assert isinstance(node, Mapping)
    assert not findings
    value = node.entries[node.key("text")]
    assert isinstance(value, Scalar)
    return value


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("甲乙", "甲乙"),
        ("甲\n乙", "甲乙"),
        ("on\nsite", "on site"),
        ("甲 乙　丙", "甲乙丙"),
        ("甲 on site 乙", "甲on site乙"),
        ("甲\n\n乙", "甲\n乙"),
        ("# 甲\n乙", "甲\n乙"),
        ("1. 甲\n2. 乙\n   丙", "甲\n乙丙"),
        ("- 甲\n- 乙", "甲\n乙"),
        ("{flush} 甲", "甲"),
        ("| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |", "|甲|乙|\n|丙|丁|"),
        ("甲**乙**丙", "甲乙丙"),
        ("甲**\n乙", "甲**乙"),
        ("甲***乙", "甲***乙"),
        ("ＡＢ１％＊", "AB1%*"),
        ("甲,乙;丙(丁)", "甲，乙；丙（丁）"),
        ("a,b(c)", "a,b(c)"),
        ("{{ provider }}{{ customer }}", PROVIDER + CUSTOMER),
        ('{{ ref("a.b") }}{{ blank(3) }}', REFERENCE + BLANK),
        ('{{ list | table("表") }}{{ table("a.b") }}', TABLE + TABLE),
        ('{{ limit.S1 }}{{ param("a.b.c") }}', VALUE + VALUE),
        ("{% if a %}甲{% else %}乙{% endif %}", "甲乙"),
    ],
)
def test_what_is_on_paper(written: str, text: str) -> None:
    assert read(written).text == text


@pytest.mark.parametrize(
    ("written", "word", "place"),
    [
        ("甲乙丙", "乙", "a.yaml:2:4"),
        ("甲 乙", "乙", "a.yaml:2:5"),
        ("甲\n乙", "乙", "a.yaml:3:3"),
        ("{{ provider }}乙", "乙", "a.yaml:2:17"),
        ("甲\n\n1. 乙", "乙", "a.yaml:4:6"),
        ("**甲**乙", "乙", "a.yaml:2:8"),
        ("| 甲 |\n| --- |\n| 乙 |", "乙", "a.yaml:4:5"),
    ],
)
def test_where_it_stands(written: str, word: str, place: str) -> None:
    text = scalar(written)
    reading = read(text)
    start = reading.text.index(word)
    assert str(reading.place(text, start, start + 1)) == place


def test_a_word_over_a_line_end_has_both_lines() -> None:
    text = scalar("甲尽\n快乙")
    span = read(text).place(text, 1, 3)
    assert (span.line, span.column, span.end_line, span.end_column) == (2, 4, 3, 4)


def test_a_hole_at_the_end_of_a_place_belongs_to_it_whole() -> None:
    text = scalar("于{{ limit }}内")
    span = read(text).place(text, 0, 2)
    assert span.text == "于{{ limit }}"


def test_lines_know_their_kind_and_the_block_they_belong_to() -> None:
    reading = read("# 甲\n\n乙\n丙\n\n1. 丁\n2. 戊\n\n| 己 |\n| --- |\n| 庚 |")
    assert [(line.kind, reading.text[line.start : line.end]) for line in reading.lines] == [
        ("heading", "甲"),
        ("paragraph", "乙丙"),
        ("item", "丁"),
        ("item", "戊"),
        ("row", "|己|"),
        ("row", "|庚|"),
    ]
    heading, paragraph, *items, head, row = (line.block for line in reading.lines)
    assert items[0] == items[1]
    assert head == row
    assert len({heading, paragraph, items[0], head}) == 4


def test_a_sentence_ends_with_its_mark_its_line_or_its_cell() -> None:
    reading = read("甲。乙尽快；丙")
    assert reading.text[slice(*reading.sentence(3, 5))] == "乙尽快"
    reading = read("| 甲 | 乙 |")
    assert reading.text[slice(*reading.sentence(3, 4))] == "乙"


@given(st.text("甲乙on 　\n*#|-1.{}%,，。Ａ【(", max_size=60))
def test_every_character_knows_where_it_was_written(written: str) -> None:
    """Whatever the text: nothing raises, places lead back to the character, lines cover what is on paper."""
    reading = read(written)
    text = scalar_of(written)
    for offset, character in enumerate(reading.text):
        span = reading.place(text, offset, offset + 1)
        stands = text[span.column - 1 : span.end_column - 1]
        if character not in "\n " and offset not in reading.holes:
            assert unicodedata.normalize("NFKC", stands) == unicodedata.normalize("NFKC", character)
        assert reading.sentence(offset, offset + 1)[0] <= offset
    assert all(0 <= line.start <= line.end <= len(reading.text) for line in reading.lines)


def scalar_of(written: str) -> Scalar:
    """A text on one line of a source, so that its columns are its offsets."""
    return made(written, Source("a.yaml", written).span(1, 1, 1, len(written) + 1))


@pytest.mark.parametrize(
    "written", ["{{" * 20000, "**a" * 20000, "《" * 50000, "\n" * 50000, "1," * 20000, "尽快，" * 5000]
)
def test_hostile_texts_are_read_at_once(written: str) -> None:
    read(written)
    for name in ("unmeasurable", "blank", "noise", "garbled"):
        hits(name, written)
