"""Both tongues: every text is translated, the catalogues are fresh, and Chinese reads as Chinese."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gen.catalogue import rule_called
from gen.finding import Finding
from gen.message import LANGUAGES, LOCALES, M, say, speak
from gen.report import text_report
from tests.conftest import ROOT
from tests.test_rule_pages import example
from tools import messages

CHINESE = "[\u4e00-\u9fff]"
HALF_WIDTH = re.compile(rf"{CHINESE}[,;:!?.()]|[,;:!?()]{CHINESE}")
SPACED = re.compile(r" [，。；：？！（）、“”]|[，。；：？！（）、] ")
HOLE = re.compile(r"\{[^{}]*\}|%\(\w+\)s")
CODE = re.compile(r"`[^`]+`")


@cache
def pairs(language: str) -> tuple[tuple[str, str], ...]:
    """Each text with its translation; of a text with a plural the last form of both."""
    entries = [(entry.id, entry.string) for entry in messages.catalogue(language) if entry.id]
    return tuple((_last(text), _last(translation)) for text, translation in entries)


def _last(forms: Any) -> str:
    return forms if isinstance(forms, str) else forms[-1]


def unlike(pattern: re.Pattern[str], language: str) -> list[tuple[str, str]]:
    """The pairs whose two sides do not hold the same pieces of a kind."""
    return [
        (text, translation)
        for text, translation in pairs(language)
        if sorted(pattern.findall(text)) != sorted(pattern.findall(translation))
    ]


def chinese(found: tuple[Finding, ...]) -> str:
    speak("zh_CN")
    return text_report(found)


def test_every_text_is_translated_and_the_catalogues_are_fresh() -> None:
    assert list(messages.problems()) == [], "translate these in gen/locale, then ./run messages"


def test_a_missing_translation_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(LOCALES, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(messages, "LOCALES", tmp_path)
    file = tmp_path / "zh_CN" / "LC_MESSAGES" / "bidgen.po"
    file.write_text(file.read_text("utf-8").replace('"错误"', '""'), "utf-8")
    monkeypatch.setattr(sys, "argv", ["messages.py", "--check"])
    assert messages.main() == 1
    assert list(messages.problems()) == [
        "zh_CN: not translated: 'error'",
        "zh_CN: bidgen.mo is stale; ./run messages renews it",
    ]


def test_texts_are_written_where_they_are_marked() -> None:
    """`M(text)` with a variable would reach no catalogue; `M(message.text)` repeats one that is marked elsewhere."""
    for file in LOCALES.parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "M":
                [text] = node.args
                repeated = isinstance(text, ast.Attribute) and text.attr == "text"
                assert isinstance(text, ast.Constant) or repeated, f"{file}:{node.lineno}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pattern", [HOLE, CODE], ids=["holes", "code"])
def test_holes_and_code_are_kept(pattern: re.Pattern[str], language: str) -> None:
    assert unlike(pattern, language) == []


def test_chinese_has_chinese_punctuation() -> None:
    translations = [CODE.sub("``", translation) for _, translation in pairs("zh_CN")]
    assert [text for text in translations if HALF_WIDTH.search(text) or SPACED.search(text)] == []


def test_chinese_sentences_end_where_english_ones_do() -> None:
    assert [
        (text, translation)
        for text, translation in pairs("zh_CN")
        if re.search(r"[^.]\.$", text) and not translation.endswith("。")
    ] == []


def test_english_is_the_text_itself() -> None:
    assert [
        (text, translation) for text, translation in pairs("en") if text != translation and re.search("[A-Za-z]", text)
    ] == []


def test_lists_are_joined_as_each_language_does() -> None:
    message = M("known here: {names}", names=("a", "b"))
    assert say(message) == "known here: a, b"
    speak("zh_CN")
    assert say(message) == "此处可用：a、b"


def test_an_unknown_key_in_chinese(findings: Callable[[str], tuple[Finding, ...]]) -> None:
    text = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 热线
statuss: approved
status: approved
owner: service
review_by: 2027-10-01
text: |
  {{ provider }}设服务热线。
"""
    assert chinese(findings(text)).splitlines() == [
        "错误[S106 unknown-key] 此处不能使用键 `statuss`",
        "  --> clauses/hotline/window.yaml:3:1",
        "   3 | statuss: approved",
        "     | -------",
        "  = 可改：此处可用：was、basis、params、commitments、relations、variants、instead_of、with",
        "  = bidgen explain S106",
    ]


def test_a_contradiction_in_chinese(findings: Callable[[str], tuple[Finding, ...]]) -> None:
    rule = rule_called("C301")
    assert rule
    assert chinese(findings(example(rule, "Fails"))).splitlines() == [
        "错误[C301 deadline-out-of-order] 到场时限为48小时，修复时限却为24小时",
        "  --> clauses/hotline/window.yaml:7:51",
        "   7 |   arrival: {label: 到场时限, type: duration, default: 48小时}",
        "     |                                                       ------ `hotline.window.arrival`：可长达48小时",
        "  --> clauses/hotline/window.yaml:8:50",
        "   8 |   repair: {label: 修复时限, type: duration, default: 24小时}",
        "     |                                                      ------ `hotline.window.repair`：到24小时即届满",
        "  = 说明：以任何情形、周五 17:00 报修为例：修复时限到周六 17:00 届满，到场时限却可到周日 17:00 才届满",
        "  = 可改：权限范围内没有能消除矛盾的取值：请找 `hotline.window` 的责任人商定",
        '  = bidgen explain C301   ·   bidgen accept 4f281717db71 --reason "…"',
    ]


def test_help_in_chinese() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "gen", "--lang", "zh_CN", "--help"],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    lines = [re.sub(" +", " ", line.strip()) for line in ran.stdout.splitlines() if line]
    assert lines[:3] == [
        "用法： bidgen [OPTIONS] COMMAND [ARGS]...",
        "由经过一致性检验的条款库生成售后服务投标文档。",
        "选项:",
    ]
    assert "-h, --help 显示本帮助后退出。" in lines
    assert "check 检查条款库和各投标项目，供持续集成运行。" in lines
    assert all(re.search(CHINESE, line) for line in lines)
