"""The same bytes wherever and whenever: another folder, user, language, time zone, day, another order of hashes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gen.render.pdf.probe import probes
from tests.conftest import ROOT

WORKSPACE = ("bidgen.toml", "clauses", "templates", "projects")
LATER = """
import datetime, time

SHIFT = 3 * 365.25 * 86400 + 4321
clock, stamp, local, universal = time.time, time.time_ns, time.localtime, time.gmtime
time.time = lambda: clock() + SHIFT
time.time_ns = lambda: stamp() + int(SHIFT * 1e9)
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: universal(time.time() if seconds is None else seconds)

class Any(type):
    def __instancecheck__(cls, value):
        return isinstance(value, cls.__mro__[1])

class Date(datetime.date, metaclass=Any):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())

class DateTime(datetime.datetime, metaclass=Any):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)
    @classmethod
    def today(cls):
        return cls.now()

datetime.date, datetime.datetime = Date, DateTime
"""
"""Python's own start-up file, for a process that lives three years later than this one."""

SCRIPT = """
import datetime, hashlib, json, os, sys, time
from dataclasses import replace
from pathlib import Path

from gen.build import build
from gen.editions import FINAL, Wanted
from gen.examine import examine
from gen.library import load
from gen.model.edition import Edition, Remark
from gen.render.docx import write_docx
from gen.render.html import write_html
from gen.render.pdf import write_pdf
from gen.workspace import Workspace
from tests.render.documents import every_feature, theme

# What a file of a company, a reviewer or a draft looks like must not hang on the clock either.
small = every_feature()
remarks = (Remark(6, None, 0, 0, "审核", ("与表1不一致",)),)
files = {
    "small.docx": write_docx(small, theme(), Edition(watermark="草稿", remarks=remarks, revision="0f3a", bid="campus")),
    "small.html": write_html(small, theme(), Edition(watermark="草稿")).encode(),
    "small.pdf": write_pdf(write_html(small, theme()), small, Edition(watermark="草稿")),
}
library, _ = load(Workspace(Path(sys.argv[1])))
bid = library.bids["campus-network"]
examined = examine(library, bid)
plan, letter = (replace(examined, documents=(examined.documents[at],)) for at in (0, 1))
for name, wanted in {
    "final": FINAL, "original": Wanted(copy="original"), "draft": Wanted(draft=True), "review": Wanted(review=True),
    "locked": Wanted(editing="locked"), "tracked": Wanted(editing="tracked"),
}.items():
    built, problems = build(plan, ("docx", "html"), wanted, revision="0f3a")
    files.update((f"{name} {file}", made.content) for file, made in built.files.items())
    assert not problems
built, _ = build(letter, ("pdf",), revision="0f3a")
files.update((file, made.content) for file, made in built.files.items())
said = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
print(json.dumps([datetime.date.today().year, time.localtime().tm_year, said]))
"""


@pytest.mark.skipif(not all(probe.present for probe in probes()), reason="no PDF here: see `bidgen doctor`")
def test_every_file_is_the_same_in_other_surroundings(tmp_path: Path) -> None:
    other = tmp_path / "另一 folder"
    here = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "C.UTF-8"}
    there = {
        "PYTHONPATH": f"{other / 'start'}{os.pathsep}{other}", "PYTHONHASHSEED": "2", "TZ": "America/New_York",
        "LANG": "ja_JP.UTF-8", "HOME": str(other), "USER": "pre-sales", "LOGNAME": "pre-sales",
        "SOURCE_DATE_EPOCH": "0", "TMPDIR": str(other),
    }  # fmt: skip
    (other / "start").mkdir(parents=True)
    (other / "start/sitecustomize.py").write_text(LATER, "utf-8")
    for name in WORKSPACE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, other / name, ignore=shutil.ignore_patterns("out"))
        else:
            shutil.copyfile(source, other / name)
    for name in ("gen", "tests"):  # the program itself lies elsewhere, too
        (other / name).symlink_to(ROOT / name)
    (year, clock, files), (later, later_clock, others) = ran((ROOT, ROOT, here), (other, other, there))
    assert later - year in {3, 4}, "the clock of the other process was not set forward"
    assert later_clock == later
    assert year == clock
    assert [name for name in files if files[name] != others[name]] == []
    assert len(files) == 16


def ran(*runs: tuple[Path, Path, dict[str, str]]) -> list[tuple[int, int, dict[str, str]]]:
    """What the script prints for a workspace, run in a folder with these variables; all runs at once."""
    started = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(workspace)], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1", **variables},
        )
        for workspace, folder, variables in runs
    ]  # fmt: skip
    outputs = [process.communicate() for process in started]
    assert [process.returncode for process in started] == [0] * len(started), "\n".join(err for _, err in outputs)
    return [json.loads(out) for out, _ in outputs]
