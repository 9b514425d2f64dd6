"""What a check found is remembered by the content of everything that decides it, and by nothing else."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from gen.catalogue import ALL_RULES
from gen.cli.checked import checked
from gen.finding import Edit, Fix, Label, found
from gen.message import M, Named, say, speak
from gen.remembered import Outcome, folder, key, recall, remember
from gen.rule import Confidence, Rule, Severity
from gen.source import Source, Span
from gen.workspace import Workspace
from tests.conftest import TODAY, lay_out

Workspaces = Callable[[str], Workspace]

BROKEN = "# clauses/hotline/window.yaml\nid: hotline.window\ntitle: 题\nstatus: approved\nowner: service\nnonsense: 1\n"


def rules() -> dict[str, Rule]:
    return {rule.id: rule for rule in ALL_RULES}


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for every test."""
    home = tmp_path_factory.mktemp("cache") / "bidgen"
    monkeypatch.setenv("BIDGEN_CACHE", str(home))
    return home


def sample() -> Outcome:
    source = Source("clauses/甲.yaml", "id: 甲\n限: 4小时\n")
    finding = found(
        ALL_RULES[0],
        M("{promise} within {value}", promise=Named("响应", "response"), value="4小时"),
        Label(Span(source, 2, 4, 2, 7), M("here")),
        Span(source, 1, 1, 1, 3),
        notes=[M("{count} cases: {cases}", count=2, cases=(M("in all cases"), "S1")), M("{h} h", h=Fraction(7, 2))],
        helps=[M("write it")],
        key=("a", "b"),
        bid="demo",
        severity=Severity.HINT,
        confidence=Confidence.LOW,
        fixes=[Fix(M("set"), (Edit("a.b", "2小时"),))],
    )
    return Outcome((finding,), clauses=3, bids=1, whole=("demo",), documents=2)


def test_what_is_remembered_comes_back_equal_in_both_languages() -> None:
    outcome = sample()
    remember("0" * 64, outcome)
    back = recall("0" * 64, rules)
    assert back is not None
    (one,), (other,) = outcome.findings, back.findings
    assert other.fingerprint == one.fingerprint
    assert (other.rule, other.severity, other.confidence, other.bid, other.fixes) == (
        one.rule, one.severity, one.confidence, one.bid, one.fixes,
    )  # fmt: skip
    assert [(str(label.span), label.span.text, label.text) for label in other.labels] == [
        (str(label.span), label.span.text, label.text) for label in one.labels
    ]
    assert (back.clauses, back.bids, back.whole, back.documents) == (3, 1, ("demo",), 2)
    for language in ("en", "zh_CN"):
        speak(language)
        assert [say(each) for each in (other.message, *other.notes)] == [
            say(each) for each in (one.message, *one.notes)
        ]


def test_another_key_knows_nothing(cache: Path) -> None:
    remember("0" * 64, sample())
    assert recall("1" * 64, rules) is None
    (cache / f"{'0' * 64}.json").rename(cache / f"{'1' * 64}.json")
    assert recall("1" * 64, rules) is None  # a file that was put under another name is not believed


@pytest.mark.parametrize("place", [0, 40, 64, 130, 200, -2])
def test_a_file_in_which_one_byte_differs_is_not_believed(cache: Path, place: int) -> None:
    remember("0" * 64, sample())
    file = cache / f"{'0' * 64}.json"
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    assert recall("0" * 64, rules) is None


@pytest.mark.parametrize("length", [0, 1, 65, 129, 130, 131, 300])
def test_a_file_that_ends_early_is_not_believed(cache: Path, length: int) -> None:
    remember("0" * 64, sample())
    file = cache / f"{'0' * 64}.json"
    file.write_bytes(file.read_bytes()[:length])
    assert recall("0" * 64, rules) is None


@pytest.mark.parametrize(
    "content",
    [
        "{}", "[]", "null", "1", "[" * 100_000, "{", '"', "Infinity",
        '{"sources": [], "findings": [], "clauses": Infinity, "bids": 0, "whole": [], "documents": 0}',
        '{"sources": [], "findings": [["C999"]], "clauses": 0, "bids": 0, "whole": [], "documents": 0}',
        '{"sources": [], "findings": [["C101", {"text": "a", "values": {"b": {"fraction": "1/0"}}}, 1, [], [], [], [],'
        ' null, 1, []]], "clauses": 0, "bids": 0, "whole": [], "documents": 0}',
        '{"sources": [["a"]], "findings": [], "clauses": 0, "bids": 0, "whole": [], "documents": 0}',
    ],
)  # fmt: skip
def test_nonsense_under_a_right_seal_is_nothing_and_raises_nothing(cache: Path, content: str) -> None:
    cache.mkdir(parents=True)
    seal = f"{'0' * 64} {hashlib.sha256(content.encode()).hexdigest()}"
    (cache / f"{'0' * 64}.json").write_text(f"{seal}\n{content}", "utf-8")
    assert recall("0" * 64, rules) is None


def test_bytes_that_are_no_text_are_nothing(cache: Path) -> None:
    cache.mkdir(parents=True)
    (cache / f"{'0' * 64}.json").write_bytes(b"\xff\xfe\x00")
    assert recall("0" * 64, rules) is None


@pytest.mark.parametrize("said", ["off", "OFF", "no", "0"])
def test_it_can_be_switched_off(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("BIDGEN_CACHE", said)
    assert folder() is None
    remember("0" * 64, sample())
    assert recall("0" * 64, rules) is None


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("a file, no folder", "utf-8")
    monkeypatch.setenv("BIDGEN_CACHE", str(tmp_path / "file"))
    remember("0" * 64, sample())
    assert recall("0" * 64, rules) is None
    monkeypatch.setenv("BIDGEN_CACHE", str(tmp_path / "file" / "deeper"))
    remember("0" * 64, sample())
    assert recall("0" * 64, rules) is None


def test_no_half_written_file_is_left_behind_and_the_oldest_make_room(cache: Path) -> None:
    for number in range(40):
        remember(f"{number:064d}", sample())
        os.utime(cache / f"{number:064d}.json", (number, number))
    remember("f" * 64, sample())
    left = sorted(path.name for path in cache.iterdir())
    assert len(left) == 32
    assert f"{'f' * 64}.json" in left
    assert f"{0:064d}.json" not in left


def test_many_at_once_neither_fail_nor_mix() -> None:
    wrong: list[object] = []

    def work(number: int) -> None:
        for _ in range(10):
            remember(f"{number % 3:064d}", sample())
            back = recall(f"{number % 3:064d}", rules)
            if back is not None and back.findings[0].fingerprint != sample().findings[0].fingerprint:
                wrong.append(back)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert all(recall(f"{number:064d}", rules) is not None for number in range(3))


# -- the key


def test_the_same_files_have_the_same_key_wherever_they_lie(
    workspace: Workspaces, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert key(workspace(""), []) == key(lay_out(tmp_path_factory.mktemp("other")), [])


CHANGES = [
    "bidgen.toml",
    "clauses/hotline/window.yaml",
    "clauses/out/new.yaml",
    "clauses/hotline/out/deep.yaml",
    "clauses/.building/x.yaml",
    "clauses/notes.txt",
    "templates/documents/letter.md",
    "templates/themes/out/theme.yaml",
    "templates/themes/tender-default/theme.yaml",
    "projects/demo/project.yaml",
    "projects/demo/accepted.yaml",
    "projects/out/project.yaml",
    "projects/demo/more/out/x.yaml",
]


@pytest.mark.parametrize("path", CHANGES)
def test_whatever_is_read_changes_the_key(workspace: Workspaces, path: str) -> None:
    made = workspace("")
    before = key(made, [])
    file = made.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes((file.read_bytes() if file.exists() else b"") + b"\n# more\n")
    assert key(made, []) != before


def test_a_file_that_is_renamed_or_gone_changes_the_key(workspace: Workspaces) -> None:
    made = workspace("")
    keys = {key(made, [])}
    (made.root / "clauses/hotline/answer.yaml").rename(made.root / "clauses/hotline/answers.yaml")
    keys.add(key(made, []))
    (made.root / "clauses/hotline/answers.yaml").unlink()
    keys.add(key(made, []))
    assert len(keys) == 3


@pytest.mark.parametrize(
    "path", ["projects/demo/out/a.docx", "projects/demo/out/more/b.yaml", "projects/demo/.building-1/c"]
)
def test_what_was_built_changes_nothing(workspace: Workspaces, path: str) -> None:
    made = workspace("")
    before = key(made, [])
    (made.root / path).parent.mkdir(parents=True)
    (made.root / path).write_text("built", "utf-8")
    assert key(made, []) == before


def test_the_bids_asked_for_and_their_order_are_part_of_the_key(workspace: Workspaces) -> None:
    made = workspace("")
    assert len({key(made, names) for names in ([], ["demo"], ["other"], ["demo", "other"], ["other", "demo"])}) == 5


def test_where_a_folder_is_a_link_nothing_is_remembered(
    workspace: Workspaces, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What lies behind a link may change without a trace in the workspace."""
    made = workspace("")
    aside = tmp_path_factory.mktemp("aside")
    (made.root / "projects/linked").symlink_to(aside, target_is_directory=True)
    assert key(made, []) is None
    remember(None, sample())
    assert recall(None, rules) is None


def test_a_pipe_is_not_waited_for(workspace: Workspaces) -> None:
    made = workspace("")
    before = key(made, [])
    os.mkfifo(made.root / "clauses/hotline/pipe.yaml")
    assert key(made, []) not in {before, None}


# -- a check that is remembered


def test_a_second_check_says_the_same_and_a_changed_file_is_seen(workspace: Workspaces, cache: Path) -> None:
    made = workspace("")
    first = checked(made, [], TODAY)
    assert len(list(cache.glob("*.json"))) == 1
    again = checked(made, [], TODAY)
    assert (again.findings, again.clauses, again.bids, again.documents) == (
        first.findings, first.clauses, first.bids, first.documents,
    )  # fmt: skip
    (made.root / "clauses/hotline/window.yaml").write_text(BROKEN.split("\n", 1)[1], "utf-8")
    assert {finding.rule.id for finding in checked(made, [], TODAY).findings} > set()
    assert len(list(cache.glob("*.json"))) == 2


def test_findings_that_are_remembered_print_as_at_first(workspace: Workspaces) -> None:
    made = workspace(BROKEN)
    first, again = checked(made, [], TODAY).findings, checked(made, [], TODAY).findings
    assert [(str(f), f.fingerprint, [str(label.span) for label in f.labels]) for f in first] == [
        (str(f), f.fingerprint, [str(label.span) for label in f.labels]) for f in again
    ]


def test_a_picture_of_some_megabytes_changes_the_key_with_any_byte(workspace: Workspaces) -> None:
    held = workspace("")
    picture = held.root / "projects/demo/network.png"
    picture.write_bytes(bytes(3 * 2**20))
    before = key(held, ())
    picture.write_bytes(bytes(3 * 2**20 - 1) + b"x")
    assert key(held, ()) != before
