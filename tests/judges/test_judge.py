"""The command that asks all judges: what it prints, how it ends, what it does without one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from gen.render.docx import write_docx
from tests.judges import office
from tests.judges.sound import SOUND, zipped
from tests.render.documents import every_block, theme
from tools import judge


def case(**found: list[str]) -> judge.Case:
    return judge.Case("a", "docx", zipped(SOUND), found=found)


def test_a_fault_is_printed_under_the_table_and_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert judge.show([case(ours=["two tables touch"], audit=[])], []) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[1:3] == [
        "docx    ours   audit     sdk    text  office   pages",
        "a          1      ok       –       –       –       –",
    ]
    assert "a.docx: ours: two tables touch" in out
    assert out[-1] == "1 faults"


@pytest.mark.parametrize(("right", "status"), [(95, 0), (94, 1)])
def test_so_do_pages_that_are_wrong_more_often_than_once_in_twenty(right: int, status: int) -> None:
    wrong = [f"heading {number}" for number in range(100 - right)]
    assert judge.show([case(), judge.Case("b", "docx", b"", found={"pages": wrong}, pages=(right, 100))], []) == status


def test_a_judge_that_is_missing_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert judge.show([case(ours=[])], ["LibreOffice has not judged: it needs LibreOffice"]) == 0
    assert "LibreOffice has not judged: it needs LibreOffice" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("ci", "without", "found"),
    [("", "", None), ("true", "", ["not judged; BIDGEN_JUDGE_WITHOUT=sdk allows that"]), ("true", "sdk", None)],
    ids=["at home", "in CI", "in CI, allowed"],
)
def test_without_npm_ci_fails_unless_told_otherwise(
    ci: str, without: str, found: list[str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("BIDGEN_JUDGE_WITHOUT", without)
    monkeypatch.setattr("tests.judges.validators.sdk_program", lambda _root: (Path("none"), "npm"))
    monkeypatch.setattr("tests.judges.office.lacking", lambda: "LibreOffice")
    asked = case()
    assert [*judge.judge_word([asked], judge.load(judge.Workspace(judge.ROOT))[0])] == [
        "the Open XML SDK has not judged: it needs npm",
        "LibreOffice has not judged: it needs LibreOffice",
    ]
    assert asked.found.get("sdk") == found
    assert asked.found["ours"] == []


@pytest.mark.parametrize("arguments", [[], ["--help"], ["--examples", "a.docx"]])
def test_other_arguments_than_files_are_explained(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert judge.main(arguments) == 2
    assert "./run judge --examples" in capsys.readouterr().out


def test_pages_of_the_contents_are_compared_by_their_bookmarks() -> None:
    docx = write_docx(every_block(), theme())
    assert office.stated_pages(docx) == {f"_Toc{number:09d}": page for number, page in enumerate((1, 1, 1, 2, 3), 1)}
    right, wrong = office.agreement({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 3})
    assert right == 1
    assert wrong == [
        "the contents say page 2 for b, LibreOffice sets it on 3",
        "the contents say page 3 for c, LibreOffice sets it on no page",
    ]
    assert office.shown_texts(office.with_body_mark(docx)) == office.shown_texts(docx)


@pytest.mark.skipif(bool(office.lacking()), reason="LibreOffice is not there")
def test_libreoffice_opens_saves_and_prints(tmp_path: Path) -> None:
    docx = write_docx(every_block(), theme())
    libreoffice = office.Office(tmp_path, [theme()])
    files = {"every block": docx, "broken": b"PK\x03\x04"}
    saved = libreoffice.resaved(files)
    assert office.lost_texts(docx, saved["every block"]) == []
    assert office.lost_texts(zipped(SOUND), saved["every block"]) != []
    pages = office.set_pages(libreoffice.printed({"a": office.with_body_mark(docx)})["a"])
    assert office.agreement(office.stated_pages(docx), pages) == (5, [])
