"""`bidgen build`: documents as files, all of them or none, and the last good ones stay."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gen.render.pdf.probe import Probe
from tests.cli.conftest import Ran, Run, process
from tests.conftest import ROOT, files_of
from tests.test_editions import TWICE

OUT = "projects/demo/out"
CLAUSE = "clauses/hotline/window.yaml"
BID = "projects/demo/project.yaml"

WHOLE = (Probe("weasyprint", present=True, needed=True), Probe("pango", present=True, needed=True))
WITHOUT_PANGO = (Probe("weasyprint", present=True, needed=True), Probe("pango", present=False, needed=True))


@pytest.fixture(autouse=True)
def whole_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that can make PDF, whose engine is not run: tests/render looks at what it makes."""
    monkeypatch.setattr("gen.render.pdf.probe.probes", lambda: WHOLE)
    monkeypatch.setattr("gen.render.pdf.write_pdf", lambda _html, document, _copy: b"%PDF " + document.title.encode())


@pytest.fixture
def two(here: Path) -> Path:
    """The small workspace, its bid with a second document."""
    letter = (here / "templates/documents/letter.md").read_text("utf-8")
    plan = letter.replace("kind: letter", "kind: plan").replace("服务承诺书", "服务方案")
    (here / "templates/documents/plan.md").write_text(plan, "utf-8")
    bid = (here / BID).read_text("utf-8")
    (here / BID).write_text(bid.replace("[letter]", "[letter, plan]"), "utf-8")
    return here


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def change(folder: Path) -> None:
    """Change what the documents say, so that a build would make other files."""
    clause = (folder / CLAUSE).read_text("utf-8")
    (folder / CLAUSE).write_text(clause.replace("服务热线", "客服热线"), "utf-8")


def test_every_document_is_made_in_word_and_pdf_and_listed_on_standard_output(two: Path, run: Run) -> None:
    ran = run("build")
    assert ran == Ran(
        0,
        f"{OUT}/服务承诺书.docx\n{OUT}/服务承诺书.pdf\n{OUT}/服务方案.docx\n{OUT}/服务方案.pdf\n{OUT}/manifest.json\n",
        "fonts of the Word files, and what stands for them in PDF: 宋体 → Bidgen Song, Times New Roman → Bidgen Song, "
        "黑体 → Bidgen Hei, Arial → Bidgen Hei\nnothing found in 5 files of 1 bid\n",
    )
    assert names(two / OUT) == ["manifest.json", "服务承诺书.docx", "服务承诺书.pdf", "服务方案.docx", "服务方案.pdf"]


def test_the_manifest_lists_what_was_made(here: Path, run: Run) -> None:
    run("build", "--to", "docx")
    manifest = json.loads((here / OUT / "manifest.json").read_text("utf-8"))
    assert [file["name"] for file in manifest["files"]] == ["服务承诺书.docx"]
    assert manifest["files"][0]["bytes"] == (here / OUT / "服务承诺书.docx").stat().st_size
    assert manifest["bid"] == "demo"


@pytest.mark.parametrize(
    ("arguments", "made"),
    [
        (["--to", "docx"], ["服务承诺书.docx"]),
        (["--to", "html"], ["服务承诺书.html"]),
        (["--to", "html", "--to", "docx", "--to", "html"], ["服务承诺书.docx", "服务承诺书.html"]),
        (["--to=pdf"], ["服务承诺书.pdf"]),
    ],
)
def test_only_the_formats_asked_for_are_made(here: Path, run: Run, arguments: list[str], made: list[str]) -> None:
    assert run("build", *arguments).status == 0
    assert names(here / OUT) == ["manifest.json", *made]


def test_the_same_workspace_gives_the_same_bytes(here: Path, run: Run) -> None:
    run("build")
    before = files(here / OUT)
    run("build")
    assert files(here / OUT) == before


def test_documents_go_to_another_folder_where_one_is_named(here: Path, run: Run) -> None:
    ran = run("build", "--to", "docx", "--output", "elsewhere/deep")
    assert ran.out == "elsewhere/deep/服务承诺书.docx\nelsewhere/deep/manifest.json\n"
    assert names(here / "elsewhere/deep") == ["manifest.json", "服务承诺书.docx"]
    assert not (here / OUT).exists()


def test_another_folder_is_for_one_bid_only(here: Path, run: Run) -> None:
    (here / "projects/other").mkdir()
    bid = (here / BID).read_text("utf-8").replace("id: demo", "id: other")
    (here / "projects/other/project.yaml").write_text(bid, "utf-8")
    ran = run("build", "--output", "elsewhere")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "bidgen: --output takes one bid at a time: their documents carry the same names\n"
    assert run("build", "other", "--to", "docx", "--output", "elsewhere").status == 0


def test_a_bid_with_errors_is_not_built_and_its_last_documents_stay(here: Path, run: Run) -> None:
    run("build", "--to", "docx")
    before = files(here / OUT)
    change(here)
    (here / BID).write_text((here / BID).read_text("utf-8") + "clauses: {drop: [hotline.window]}\n", "utf-8")
    ran = run("build", "--to", "docx")
    assert ran.status == 1
    assert ran.out.startswith("error[R201 missing-clause] ")
    assert OUT not in ran.out
    assert ran.err == "1 error in 0 files of 1 bid\n"
    assert files(here / OUT) == before


def test_an_error_in_one_bid_does_not_keep_another_from_being_built(here: Path, run: Run) -> None:
    (here / "projects/other").mkdir()
    bid = (here / BID).read_text("utf-8").replace("id: demo", "id: other")
    (here / "projects/other/project.yaml").write_text(bid + "clauses: {drop: [hotline.window]}\n", "utf-8")
    ran = run("build", "--to", "docx")
    assert ran.status == 1
    assert names(here / OUT) == ["manifest.json", "服务承诺书.docx"]
    assert not (here / "projects/other/out").exists()


def test_an_error_in_the_library_keeps_every_bid_from_being_built(here: Path, run: Run) -> None:
    (here / "clauses/hotline/answer.yaml").write_text("id: [\n", "utf-8")
    assert run("build", "--to", "docx").status == 1
    assert not (here / OUT).exists()


def test_a_warning_keeps_nothing_from_being_built(here: Path, run: Run) -> None:
    extra = (here / CLAUSE).read_text("utf-8").replace("window", "extra")
    (here / "clauses/hotline/extra.yaml").write_text(extra, "utf-8")
    (here / BID).write_text((here / BID).read_text("utf-8") + "clauses: {add: [hotline.extra]}\n", "utf-8")
    ran = run("build", "--to", "docx")
    assert ran.status == 0
    assert ran.out.startswith("warning[R205 unprinted-clause] ")
    assert ran.out.endswith(f"{OUT}/服务承诺书.docx\n{OUT}/manifest.json\n")
    assert ran.err == "1 warning in 2 files of 1 bid\n"


def test_documents_that_are_no_longer_made_are_removed_and_other_files_stay(two: Path, run: Run) -> None:
    run("build")
    (two / OUT / "notes.txt").write_text("mine", "utf-8")
    (two / BID).write_text((two / BID).read_text("utf-8").replace("[letter, plan]", "[letter]"), "utf-8")
    run("build", "--to", "docx")
    assert names(two / OUT) == ["manifest.json", "notes.txt", "服务承诺书.docx"]


def test_a_hostile_manifest_removes_nothing_outside(here: Path, run: Run) -> None:
    run("build", "--to", "docx")
    listed = [{"name": name} for name in ("../project.yaml", "..", "", "../../../bidgen.toml", 3, None)]
    (here / OUT / "manifest.json").write_text(json.dumps({"files": listed}), "utf-8")
    before = (here / BID).read_bytes()
    assert run("build", "--to", "docx").status == 0
    assert (here / BID).read_bytes() == before
    assert (here / "bidgen.toml").exists()


@pytest.mark.parametrize("manifest", [b"", b"\xff\xfe", b"[" * 100_000, b'{"files": 1}'])
def test_a_manifest_that_cannot_be_read_does_not_matter(here: Path, run: Run, manifest: bytes) -> None:
    (here / OUT).mkdir()
    (here / OUT / "manifest.json").write_bytes(manifest)
    assert run("build", "--to", "docx").status == 0


NO_PDF = (
    "bidgen: only Word can be built here; for PDF this is missing: Pango, which sets the text "
    "(`bidgen doctor` says how to get it)\n"
)


# -- machines that lack something ------------------------------------------------------------------------------------


def test_without_pango_every_word_file_is_made_and_one_line_says_why_there_is_no_pdf(
    two: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gen.render.pdf.probe.probes", lambda: WITHOUT_PANGO)
    ran = run("build")
    assert ran == Ran(
        0,
        f"{OUT}/服务承诺书.docx\n{OUT}/服务方案.docx\n{OUT}/manifest.json\n",
        NO_PDF + "nothing found in 3 files of 1 bid\n",
    )


def test_pdf_that_is_asked_for_and_cannot_be_made_is_one_line_and_status_2(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gen.render.pdf.probe.probes", lambda: WITHOUT_PANGO)
    assert run("build", "--to", "pdf", "--to", "docx") == Ran(2, "", NO_PDF)
    assert not (here / OUT).exists()


def test_nothing_is_asked_of_the_machine_where_no_pdf_is_wanted(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gen.render.pdf.probe.probes", lambda: pytest.fail("asked"))
    assert run("build", "--to", "docx").status == 0


def test_a_character_without_a_glyph_is_found_at_its_text_and_nothing_is_made(here: Path, run: Run) -> None:
    clause = (here / CLAUSE).read_text("utf-8")
    (here / CLAUSE).write_text(clause.replace("服务热线", "服务热线\U00013000"), "utf-8")
    ran = run("build")
    assert ran.status == 1
    assert ran.out.startswith(
        "error[B502 missing-glyph] no font for PDF has the character \U00013000 (U+13000) in 服务承诺书\n"
        f"  --> {CLAUSE}:7:22\n"
    )
    assert not (here / OUT).exists()
    assert run("build", "--to", "docx").status == 0


# -- folders that take nothing ---------------------------------------------------------------------------------------


def test_a_file_in_place_of_the_folder_is_a_finding(here: Path, run: Run) -> None:
    (here / "elsewhere").write_text("a file", "utf-8")
    ran = run("build", "--to", "docx", "--output", "elsewhere")
    assert ran.status == 1
    assert ran.out == (
        "error[B501 output-not-written] the documents could not be written to elsewhere: File exists\n"
        "  = fix: make room or permission there, close documents that are open in Word, "
        "or choose a folder with --output\n"
        "  = fix: the documents of the last build are still in place\n"
        "  = bidgen explain B501\n\n"
    )
    assert ran.err == "1 error in 0 files of 1 bid\n"


def test_a_full_disk_is_a_finding_and_the_last_documents_stay(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build")
    before = files(here / OUT)
    change(here)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = run("build")
    assert ran.status == 1
    assert ran.out.startswith(
        f"error[B501 output-not-written] the documents could not be written to {here / OUT}: No space left on device\n"
    )
    assert files(here / OUT) == before


def test_an_output_folder_that_is_a_link_out_of_the_workspace_is_a_finding(
    here: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (here / OUT).symlink_to(outside)
    ran = run("build", "--to", "docx")
    assert ran.status == 1
    assert ran.out == (
        f"error[S113 path-outside] `{OUT}` lies outside the workspace\n"
        "  = fix: take the link away, or choose the folder with --output\n"
        "  = bidgen explain S113\n\n"
    )
    assert names(outside) == []
    assert run("build", "--to", "docx", "--output", str(outside)).status == 0
    assert names(outside) == ["manifest.json", "服务承诺书.docx"]


# -- interruptions ---------------------------------------------------------------------------------------------------

INTERRUPTED = "interrupted; the last good documents are still in place\n"


@pytest.mark.parametrize(
    "step", ["gen.build.write_docx", "gen.render.pdf.write_pdf", "gen.manifest.manifest", "os.fsync"]
)
def test_ctrl_c_at_any_step_leaves_the_last_documents(
    two: Path, run: Run, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    run("build")
    before = files(two / OUT)
    change(two)

    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(step, interrupted)
    ran = run("build")
    assert (ran.status, ran.out, ran.err.lstrip("\n")) == (130, "", INTERRUPTED)
    assert files(two / OUT) == before
    assert names(two / OUT) == ["manifest.json", "服务承诺书.docx", "服务承诺书.pdf", "服务方案.docx", "服务方案.pdf"]


def test_a_signal_in_the_middle_of_a_build_leaves_the_last_documents(two: Path) -> None:
    assert process("build", "--to", "docx").returncode == 0
    before = files(two / OUT)
    change(two)
    program = """\
import os, signal
import gen.build
from gen.cli.main import main

write_docx = gen.build.write_docx

def hit(document, theme, copy):
    if document.kind == "plan":
        os.kill(os.getpid(), signal.SIGINT)
    return write_docx(document, theme, copy)

gen.build.write_docx = hit
main(["build", "--to", "docx"])
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr.lstrip("\n")) == (130, "", INTERRUPTED)
    assert files(two / OUT) == before


# -- copies ------------------------------------------------------------------------------------------------------------


def test_a_draft_stands_beside_the_final_documents(here: Path, run: Run) -> None:
    run("build")
    final = files(here / OUT)
    assert run("build", "--draft", "--copy", "original").status == 0
    assert names(here / OUT / "draft-original") == ["manifest.json", "服务承诺书.docx", "服务承诺书.pdf"]
    assert {name: content for name, content in files(here / OUT).items() if "/" not in name} == final


def test_a_review_copy_is_word_and_is_built_in_spite_of_contradictions(here: Path, run: Run) -> None:
    for path, content in files_of(TWICE).items():
        (here / path).write_text(content, "utf-8")
    assert run("build").status == 1
    assert not (here / OUT).exists()
    ran = run("build", "--review")
    assert names(here / OUT / "review") == ["manifest.json", "服务承诺书.docx"]
    assert "服务承诺书.docx" in ran.out


def test_what_cannot_be_printed_hinders_a_review_copy_too(here: Path, run: Run) -> None:
    clause = (here / CLAUSE).read_text("utf-8")
    (here / CLAUSE).write_text(clause.rstrip() + "{{ nobody }}\n", "utf-8")
    ran = run("build", "--review")
    assert (ran.status, (here / OUT / "review").exists()) == (1, False)


def test_a_skin_that_is_not_there_is_said_at_once(here: Path, run: Run) -> None:
    ran = run("build", "--skin", "ours.docx")
    reason = "the file cannot be opened: No such file or directory"
    assert ran == Ran(2, "", f"bidgen: the skin `ours.docx` cannot be used: {reason}\n")


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_a_skin_that_is_no_file_is_said_at_once(here: Path, run: Run, make: Callable[[Path], None]) -> None:
    make(here / "ours.docx")
    reason = "it is a folder or a device, not a file"
    assert run("build", "--skin", "ours.docx") == Ran(2, "", f"bidgen: the skin `ours.docx` cannot be used: {reason}\n")


def test_a_skin_that_is_too_large_is_not_read(here: Path, run: Run) -> None:
    with (here / "ours.docx").open("wb") as file:
        file.truncate(21 * 2**20)
    reason = "the file has 21 MB; 20 MB is the limit"
    assert run("build", "--skin", "ours.docx") == Ran(2, "", f"bidgen: the skin `ours.docx` cannot be used: {reason}\n")


def test_a_copy_is_locked_or_tracked_but_not_both(here: Path, run: Run) -> None:
    ran = run("build", "--lock", "--track")
    assert (ran.status, ran.out, (here / OUT).exists()) == (2, "", False)
    assert ran.err == "bidgen: --lock and --track exclude each other: in a locked copy there is no text to edit\n"


def test_an_output_folder_that_is_a_link_to_itself_is_found(here: Path, run: Run) -> None:
    (here / OUT).symlink_to("out")
    ran = run("build", "--to", "docx")
    assert (ran.status, ran.out.startswith("error[B501 output-not-written] the documents could not be")) == (1, True)


@pytest.mark.parametrize(("options", "folder"), [(("--lock",), "locked"), (("--track",), "tracked")])
def test_a_locked_or_tracked_copy_has_a_folder_of_its_own(
    here: Path, run: Run, options: tuple[str, ...], folder: str
) -> None:
    assert run("build", "--to", "docx", *options).status == 0
    assert names(here / OUT / folder) == ["manifest.json", "服务承诺书.docx"]
    assert files(here / OUT / folder)["服务承诺书.docx"]


def test_comments_are_for_word_alone(here: Path, run: Run) -> None:
    ran = run("build", "--review", "--to", "pdf")
    assert ran == Ran(2, "", "bidgen: --review makes comments, which only Word files have: leave --to out\n")
    assert not (here / OUT).exists()
