"""`pytest --bidgen`: every bid of a workspace as tests, with snapshots of its documents' text."""

from __future__ import annotations

import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from tests.conftest import ROOT, files_of, lay_out
from tests.test_lots import BID, CLAUSE

pytest_plugins = ["pytester"]

# Until the package is installed anew, pytest does not know the plugin by its entry point.
INSTALLED = any(entry.name == "bidgen" for entry in entry_points(group="pytest11"))
PLUGIN = () if INSTALLED else ("-p", "gen.pytest_plugin")
LETTER = "projects/demo/snapshots/letter.txt"
ERROR = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 到场与修复
status: approved
owner: service
review_by: 2027-10-01
params:
  arrival: {label: 到场时限, type: duration, default: 48小时}
  repair: {label: 修复时限, type: duration, default: 24小时}
commitments:
  - promise: onsite_arrival
    at_most: $arrival
    clock: {kind: natural, from: report_received}
  - promise: resolution
    at_most: $repair
    clock: {kind: natural, from: report_received}
text: |
  {{ provider }}接到报修通知后{{ arrival }}内到场，{{ repair }}内修复。
"""


@pytest.fixture(autouse=True)
def spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    """English whatever the machine speaks."""
    monkeypatch.setenv("BIDGEN_LANG", "en")


@pytest.fixture
def here(pytester: pytest.Pytester) -> Path:
    """The small workspace as the current folder, its snapshot stored."""
    lay_out(pytester.path)
    assert ran(pytester, "--bidgen-update") == {"passed": 3}
    return pytester.path


def ran(pytester: pytest.Pytester, *arguments: str) -> dict[str, int]:
    """How many tests ended how."""
    return output(pytester, *arguments).parseoutcomes()


def output(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess(*PLUGIN, "-p", "no:cacheprovider", *arguments)


def collected(pytester: pytest.Pytester, *arguments: str) -> list[str]:
    """The tests that are collected, by their ids."""
    lines = output(pytester, "--collect-only", "-q", *arguments).outlines
    return [line for line in lines if "::" in line]


def change(folder: Path, text: str) -> None:
    for path, content in files_of(text).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, "utf-8")


def failures(result: pytest.RunResult) -> list[str]:
    """What is told of failed tests, without pytest's own lines below."""
    lines = result.outlines
    start = next(n for n, line in enumerate(lines) if " FAILURES " in line)
    end = next(n for n, line in enumerate(lines) if " short test summary " in line)
    return lines[start + 1 : end]


def test_a_sound_workspace_passes(pytester: pytest.Pytester, here: Path) -> None:
    assert collected(pytester, "--bidgen") == [
        "bidgen.toml::findings",
        "projects/demo/project.yaml::findings",
        "projects/demo/project.yaml::letter",
    ]
    assert ran(pytester, "--bidgen") == {"passed": 3}


def test_without_the_option_there_are_no_tests(pytester: pytest.Pytester, here: Path) -> None:
    assert collected(pytester) == []


def test_a_snapshot_is_the_text_of_the_document_a_line_a_paragraph(here: Path) -> None:
    assert (here / LETTER).read_bytes().decode("utf-8") == "服务承诺书\n一、服务\n（一）我公司设服务热线。\n"


def test_an_error_in_a_bid_fails_with_the_text_report(pytester: pytest.Pytester, here: Path) -> None:
    change(here, ERROR)
    result = output(pytester, "--bidgen", "projects/demo/project.yaml::findings")
    assert result.parseoutcomes() == {"failed": 1}
    told = failures(result)
    assert told[0].strip("_ ") == "demo: findings"
    assert told[1].startswith("error[C301 deadline-out-of-order] ")
    assert told[2:4] == [
        "  --> clauses/hotline/window.yaml:7:51",
        "   7 |   arrival: {label: 到场时限, type: duration, default: 48小时}",
    ]


def test_an_error_of_the_library_fails_the_test_of_the_library_alone(pytester: pytest.Pytester, here: Path) -> None:
    with (here / "clauses/hotline/answer.yaml").open("a", encoding="utf-8") as file:
        file.write("foo: 1\n")
    result = output(pytester, "--bidgen")
    assert result.parseoutcomes() == {"failed": 1, "passed": 2}
    assert failures(result)[0].strip("_ ") == "library: findings"
    assert failures(result)[1] == "error[S106 unknown-key] `foo` is not known here"


def test_a_bid_that_cannot_be_read_fails(pytester: pytest.Pytester, here: Path) -> None:
    (here / "projects/demo/project.yaml").write_text("id: [\n", "utf-8")
    result = output(pytester, "--bidgen")
    assert result.parseoutcomes() == {"failed": 1, "passed": 1}
    assert failures(result)[0].strip("_ ") == "demo: findings"
    assert failures(result)[1].startswith("error[S102 broken-yaml] ")


def test_what_lies_beside_the_bids_fails_the_test_of_the_library(pytester: pytest.Pytester, here: Path) -> None:
    (here / "projects/lost").mkdir()
    (here / "projects/lost/accepted.yaml").write_text("[\n", "utf-8")
    result = output(pytester, "--bidgen")
    assert result.parseoutcomes() == {"failed": 1, "passed": 2}
    assert failures(result)[0].strip("_ ") == "library: findings"
    assert failures(result)[2] == "  --> projects/lost/accepted.yaml:2:1"


def test_an_accepted_error_fails_nothing(pytester: pytest.Pytester, here: Path) -> None:
    change(here, ERROR)
    line = next(line for line in failures(output(pytester, "--bidgen")) if "bidgen accept" in line)
    fingerprint = line.split("bidgen accept ")[1].split(" ")[0]
    entry = f"- fingerprint: {fingerprint}\n  rule: C301\n  reason: the customer wants it so\n  by: legal\n"
    (here / "projects/demo/accepted.yaml").write_text(entry, "utf-8")
    assert ran(pytester, "--bidgen", "projects/demo/project.yaml::findings") == {"passed": 1}


def test_a_document_that_reads_otherwise_fails_with_the_lines_that_differ(
    pytester: pytest.Pytester, here: Path
) -> None:
    clause = here / "clauses/hotline/window.yaml"
    clause.write_text(clause.read_text("utf-8").replace("服务热线", "电话"), "utf-8")
    result = output(pytester, "--bidgen")
    assert result.parseoutcomes() == {"failed": 1, "passed": 2}
    assert failures(result)[1:] == [
        f"the text differs from {LETTER}: if it is right, run `pytest --bidgen-update`",
        "",
        "--- stored",
        "+++ now",
        "@@ -1,3 +1,3 @@",
        " 服务承诺书",
        " 一、服务",
        "-（一）我公司设服务热线。",
        "+（一）我公司设电话。",
    ]
    assert ran(pytester, "--bidgen-update") == {"passed": 3}
    assert ran(pytester, "--bidgen") == {"passed": 3}
    assert "（一）我公司设电话。\n" in (here / LETTER).read_text("utf-8")


def test_a_missing_snapshot_fails_and_says_how_to_make_it(pytester: pytest.Pytester, here: Path) -> None:
    (here / LETTER).unlink()
    result = output(pytester, "--bidgen")
    assert failures(result)[1:] == [f"there is no {LETTER}: `pytest --bidgen-update` writes it"]
    assert not (here / LETTER).exists()


def test_a_snapshot_of_no_document_fails_until_it_is_removed(pytester: pytest.Pytester, here: Path) -> None:
    (here / "projects/demo/snapshots/plan.txt").write_text("一\n", "utf-8")
    (here / "projects/demo/snapshots/notes.md").write_text("一\n", "utf-8")
    result = output(pytester, "--bidgen")
    assert result.parseoutcomes() == {"failed": 1, "passed": 3}
    assert failures(result)[1:] == [
        "the bid has no such document: `pytest --bidgen-update` removes projects/demo/snapshots/plan.txt"
    ]
    assert ran(pytester, "--bidgen-update") == {"passed": 4}
    assert sorted(path.name for path in (here / "projects/demo/snapshots").iterdir()) == ["letter.txt", "notes.md"]


def test_each_lot_of_a_bid_has_tests_of_its_own(pytester: pytest.Pytester, here: Path) -> None:
    change(here, CLAUSE + BID)  # in place of the bid without lots
    (here / LETTER).unlink()
    assert ran(pytester, "--bidgen-update") == {"passed": 5}
    assert [name.partition("::")[2] for name in collected(pytester, "--bidgen") if "projects/" in name] == [
        "lot-1/findings",
        "lot-1/letter",
        "lot-2/findings",
        "lot-2/letter",
    ]
    assert sorted(file.as_posix() for file in (here / "projects/demo/snapshots").rglob("*.txt")) == [
        (here / f"projects/demo/snapshots/{lot}/letter.txt").as_posix() for lot in ("lot-1", "lot-2")
    ]


def test_line_ends_of_a_windows_checkout_do_not_matter(pytester: pytest.Pytester, here: Path) -> None:
    stored = (here / LETTER).read_bytes()
    (here / LETTER).write_bytes(stored.replace(b"\n", b"\r\n"))
    assert ran(pytester, "--bidgen") == {"passed": 3}


def test_messages_are_in_the_language_asked_for(
    pytester: pytest.Pytester, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIDGEN_LANG", "zh_CN")
    change(here, ERROR)
    told = failures(output(pytester, "--bidgen"))
    assert told[1].startswith("错误[C301 deadline-out-of-order] ")


def test_the_workspace_is_tested_beside_a_repository_s_own_tests(pytester: pytest.Pytester, here: Path) -> None:
    (here / "tests").mkdir()
    (here / "tests/test_own.py").write_text("def test_own(): pass\n", "utf-8")
    (here / "pytest.ini").write_text("[pytest]\ntestpaths = tests\n", "utf-8")
    bids = ["bidgen.toml::findings", "projects/demo/project.yaml::findings", "projects/demo/project.yaml::letter"]
    own = "tests/test_own.py::test_own"
    assert collected(pytester) == [own]
    assert collected(pytester, "--bidgen") == [own, *bids]
    assert collected(pytester, "--bidgen", "tests") == [own]
    assert collected(pytester, "--bidgen", "projects/demo") == bids[1:]
    assert sorted(collected(pytester, "--bidgen", ".")) == sorted([own, *bids])
    assert collected(pytester, "--bidgen", "-k", "letter") == bids[2:]
    assert collected(pytester, "--bidgen", "--bidgen-root", ".", "tests") == [own, *bids]


def test_a_workspace_elsewhere_is_named(pytester: pytest.Pytester) -> None:
    lay_out(pytester.path / "热线 bids")
    assert ran(pytester, "--bidgen-update", "--bidgen-root", "热线 bids") == {"passed": 3}
    assert (pytester.path / "热线 bids" / LETTER).is_file()
    assert ran(pytester, "--bidgen", "--bidgen-root", "热线 bids") == {"passed": 3}


def test_where_there_is_no_workspace_pytest_says_so(pytester: pytest.Pytester) -> None:
    result = output(pytester, "--bidgen")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert result.errlines == [
        f"ERROR: --bidgen: no bidgen.toml in {pytester.path}; name the workspace with --bidgen-root",
        "",
    ]


def test_without_the_option_nothing_of_bidgen_is_loaded(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        test_loaded="""
        import sys
        def test_loaded():
            assert sorted(name for name in sys.modules if name.split(".")[0] == "gen") == ["gen", "gen.pytest_plugin"]
            assert "jinja2" not in sys.modules
        """
    )
    pytester.syspathinsert(ROOT)
    result = pytester.run(
        sys.executable, "-m", "pytest", *PLUGIN, "-p", "no:openxml_audit", "-p", "no:cacheprovider", "-q"
    )
    assert result.parseoutcomes() == {"passed": 1}


def test_the_example_that_ships_is_tested(pytester: pytest.Pytester) -> None:
    for part in ("bidgen.toml", "clauses", "templates", "projects"):
        (pytester.path / part).symlink_to(ROOT / part)
    names = [path.parent.name for path in sorted(ROOT.glob("projects/*/project.yaml"))]
    assert [f"projects/{name}/project.yaml::findings" for name in names] == [
        test for test in collected(pytester, "--bidgen") if test.endswith("yaml::findings")
    ]
