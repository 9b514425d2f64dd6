"""One sentence a line, and the same words on paper."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.examine import examine
from gen.fmt import in_order, record_of
from gen.fmt.sentences import in_sentences, meaning
from gen.library import load
from gen.model.text import lines
from gen.source import Source
from gen.workspace import Workspace
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("第一句。第二句！第三句？", "第一句。\n第二句！\n第三句？"),
        ("半句，\n后半句。", "半句，后半句。"),
        ("一、甲；二、乙。", "一、甲；二、乙。"),
        ("他说：“好。走。”然后走。", "他说：“好。走。”然后走。"),
        ("甲（乙。丙。）丁。戊。", "甲（乙。丙。）丁。\n戊。"),
        ("不要停，{{ a }}。{{ b }}到场。", "不要停，{{ a }}。\n{{ b }}到场。"),
        ('按{{ limit | table("甲。乙") }}办理。', '按{{ limit | table("甲。乙") }}办理。'),
        ("**上限。**后文。", "**上限。**\n后文。"),
        ("词^[注。又注。]在。后。", "词^[注。又注。]在。\n后。"),
        ("句。^[注。]后。", "句。^[注。]后。"),
        ("句。 隔。", "句。 隔。"),
        ("甲。1. 乙。", "甲。1. 乙。"),
        ("甲。- 乙。", "甲。- 乙。"),
        ("甲。|乙。", "甲。|乙。"),
        ("abc\ndef\n甲\n乙", "abc def甲乙"),
        ("{flush} 甲。乙。", "{flush} 甲。\n乙。"),
        ("段一。\n\n\n\n段二。  ", "段一。\n\n段二。"),
        ("1. 甲。乙。\n2. 丙。", "1. 甲。乙。\n2. 丙。"),
        ("甲：\n- 乙。丙。", "甲：\n- 乙。丙。"),
        ("1. 甲\n\n   乙。丙。", "1. 甲\n\n   乙。丙。"),
        ("| 甲。乙 |\n| --- |\n| 丙。丁 |", "| 甲。乙 |\n| --- |\n| 丙。丁 |"),
        ("{% if a %}甲。乙。{% endif %}\n丙。丁。", "{% if a %}甲。乙。{% endif %}\n丙。丁。"),
        ("{% if a %}\n\n甲。乙。\n\n{% endif %}", "{% if a %}\n\n甲。\n乙。\n\n{% endif %}"),
        ("甲。)。乙", "甲。)。\n乙"),
        ("……。", "……。"),
    ],
)
def test_a_line_ends_with_its_sentence(before: str, after: str) -> None:
    assert in_sentences(before) == f"{after}\n"
    assert in_sentences(after) == f"{after}\n"


PIECES = st.sampled_from(
    ["甲", "乙丙", "。", "！", "，", "\n", "\n\n", " ", "a", "b1", ". ", "- ", "1. ", "**", "{{ x }}", "^[", "]",
     "（", "）", "| ", "|", "---", "{flush} ", "”", "“", "# ", "\n   ", "<<", "^^"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=24).map("".join))
def test_any_text_prints_the_same_and_is_in_order_the_second_time(text: str) -> None:
    after = in_sentences(text)
    assert meaning(after) == meaning(text)
    assert in_sentences(after) == after


def test_every_document_of_the_shipped_bids_prints_the_same_from_files_in_order(tmp_path: Path) -> None:
    for part in ("bidgen.toml", "clauses", "templates", "projects"):
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, tmp_path / part)
    before = printed_by(Workspace(tmp_path))
    changed = 0
    for path in [*tmp_path.glob("clauses/**/*.yaml"), *tmp_path.glob("projects/*/project.yaml")]:
        name = path.relative_to(tmp_path).as_posix()
        if (record := record_of(name)) is None:
            continue
        text, _ = in_order(Source(name, path.read_text("utf-8")), record)
        if text is not None:
            changed += text != path.read_text("utf-8")
            path.write_text(text, "utf-8")
    for path in tmp_path.glob("clauses/**/*.yaml"):  # and from files with all sentences of a paragraph on one line
        text = path.read_text("utf-8")
        changed += (joined := re.sub(r"。\n +(?=[\u4e00-\u9fff{])(?!\{%)", "。", text)) != text
        path.write_text(joined, "utf-8")
    assert changed
    assert printed_by(Workspace(tmp_path)) == before


def printed_by(workspace: Workspace) -> dict[str, list[str]]:
    library, _ = load(workspace)
    return {
        f"{bid.id}/{document.kind}": list(lines(document))
        for bid in library.bids.values()
        for document in examine(library, bid).documents
    }
