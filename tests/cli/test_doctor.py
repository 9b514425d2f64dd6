"""`bidgen doctor`: what this machine has for PDF, what it lacks, and how to get it."""

from __future__ import annotations

import pytest

from gen.render.pdf.probe import Probe, probes
from tests.cli.conftest import Ran, Run


def machine(monkeypatch: pytest.MonkeyPatch, platform: str = "linux", **present: bool) -> None:
    found = tuple(Probe(name.replace("_", "-"), there, needed=True) for name, there in present.items())
    monkeypatch.setattr("gen.render.pdf.probe.probes", lambda: found)
    monkeypatch.setattr("gen.cli.doctor.sys.platform", platform)


def test_a_machine_with_everything_is_told_so_with_status_0(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    machine(monkeypatch, weasyprint=True, pango=True, fonts=True)
    assert run("doctor") == Ran(
        0,
        "there  WeasyPrint, the PDF engine\n"
        "there  Pango, which sets the text\n"
        "there  the fonts that travel with bidgen, whole and unchanged\n"
        "Word and PDF can be built here\n",
        "",
    )


def test_what_is_missing_is_named_with_each_remedy_once_and_status_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    machine(monkeypatch, weasyprint=False, pango=False, harfbuzz_subset=False, fonts=False)
    assert run("doctor") == Ran(
        2,
        "missing  WeasyPrint, the PDF engine\n"
        "missing  Pango, which sets the text\n"
        "missing  the HarfBuzz subsetter: without it PDF files differ from run to run\n"
        "missing  the fonts that travel with bidgen, whole and unchanged\n"
        "to get it: pip install 'bidgen[pdf]'\n"
        "to get it: Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n"
        "to get it: install bidgen again: its font files are damaged or missing\n"
        "Word can be built here; PDF cannot\n",
        "",
    )


@pytest.mark.parametrize(
    ("platform", "remedy"),
    [
        ("linux", "Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("darwin", "macOS: brew install pango"),
        ("win32", "Windows: install MSYS2, then in it: pacman -S mingw-w64-x86_64-pango"),
        ("freebsd14", "Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
    ],
)
def test_the_remedy_is_for_the_system_at_hand(
    run: Run, monkeypatch: pytest.MonkeyPatch, platform: str, remedy: str
) -> None:
    machine(monkeypatch, platform, weasyprint=True, pango=False)
    assert f"to get it: {remedy}\n" in run("doctor").out


def test_what_is_missing_but_not_needed_does_not_fail(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gen.render.pdf.probe.probes", lambda: (Probe("viewer", present=False, needed=False),))
    assert run("doctor") == Ran(0, "missing  viewer\nWord and PDF can be built here\n", "")


def test_it_needs_no_workspace_and_speaks_both_languages(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    machine(monkeypatch, weasyprint=True, pango=False)
    ran = run("doctor", "--lang=zh_CN")
    assert ran.status == 2
    assert ran.out.startswith("已有  ")


def test_this_machine_is_looked_at_and_every_part_has_a_name(run: Run) -> None:
    ran = run("doctor")
    parts = probes()
    assert ran.status == (0 if all(part.present for part in parts if part.needed) else 2)
    lines = ran.out.splitlines()[: len(parts)]
    assert [line.split(maxsplit=1)[0] for line in lines] == ["there" if part.present else "missing" for part in parts]
    assert not {line.split(maxsplit=1)[1] for line in lines} & {part.name for part in parts}
