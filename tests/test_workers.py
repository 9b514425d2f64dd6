"""Work in several processes: the same bytes in the same order, and the work is done even where processes fail."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from gen.render.html import write_html
from gen.render.pdf import write_pdf
from gen.workers import Job, results
from tests.render.documents import agreement, letter, theme

HERE = os.getpid()


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with two processors, on which a new process is always worth it."""
    monkeypatch.setattr("gen.workers._processors", lambda: 2)
    monkeypatch.setattr("gen.workers.WORTH_A_PROCESS", 1)


def said(text: str, seconds: float = 0) -> bytes:
    time.sleep(seconds)
    return text.encode()


def worker() -> bytes:
    return str(os.getpid()).encode()


def done_only_here(parent: int) -> bytes:
    if os.getpid() != parent:
        os._exit(1)
    return b"done"


def refused() -> bytes:
    raise ValueError("no such page")


def heavy(text: str, seconds: float = 0) -> Job:
    return Job(partial(said, text, seconds), weight=10)


def test_results_come_in_the_order_of_the_jobs_whichever_is_done_first() -> None:
    jobs = [heavy("slow", 0.3), Job(partial(said, "light")), heavy("quick"), heavy("last")]
    assert list(results(jobs)) == [b"slow", b"light", b"quick", b"last"]


def test_heavy_jobs_are_done_in_other_processes_and_light_ones_in_this_one() -> None:
    first, light, second = results([Job(worker, 1), Job(worker), Job(worker, 1)])
    assert int(light) == HERE
    assert HERE not in {int(first), int(second)}


@pytest.mark.parametrize(
    "jobs",
    [[], [Job(worker)], [Job(worker), Job(worker)], [Job(worker, 1)], [Job(worker, 10**9), Job(worker)]],
    ids=["none", "light", "light ones", "one heavy", "one heavy beside a light one"],
)
def test_nothing_is_started_for_jobs_that_no_process_could_hurry(
    jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refused)
    assert [int(pid) for pid in results(jobs)] == [HERE] * len(jobs)


def test_small_jobs_are_done_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gen.workers.WORTH_A_PROCESS", 3)
    assert [int(pid) for pid in results([Job(worker, 100), Job(worker, 1), Job(worker, 1)])] == [HERE] * 3


def test_one_processor_does_everything_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gen.workers._processors", lambda: 1)
    assert [int(pid) for pid in results([Job(worker, 1), Job(worker, 1)])] == [HERE, HERE]


def test_the_work_of_a_process_that_died_is_done_here() -> None:
    jobs = [Job(partial(done_only_here, HERE), 1), heavy("two")]
    assert list(results(jobs)) == [b"done", b"two"]


@pytest.mark.parametrize("reason", [OSError(11, "no more processes"), ImportError("no semaphores")])
def test_everything_is_done_here_where_no_process_can_be_made(
    reason: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def executor(*_arguments: object) -> None:
        raise reason

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", executor)
    assert [int(pid) for pid in results([Job(worker, 1), Job(worker, 1)])] == [HERE, HERE]


def test_what_a_job_raises_is_raised_here_and_ends_the_others() -> None:
    contents = results([heavy("one"), Job(refused, 1), heavy("three")])
    assert next(contents) == b"one"
    with pytest.raises(ValueError, match="no such page"):
        next(contents)
    assert list(contents) == []


def test_pdf_files_are_the_same_from_other_processes() -> None:
    jobs = [Job(partial(write_pdf, write_html(made, theme()), made), 1) for made in (letter(), agreement())]
    assert list(results(jobs)) == [job.do() for job in jobs]


ENDED = """\
import os, signal, threading, time
import gen.workers
from gen.workers import results
from tests.test_workers import heavy

gen.workers._processors, gen.workers.WORTH_A_PROCESS = lambda: 2, 1
contents = results([heavy("quick"), heavy("slow", 60), heavy("slow", 60)])
print(next(contents).decode(), flush=True)
threading.Timer(0.2, os.kill, (os.getpid(), signal.{name})).start()
next(contents)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to end a process with")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_request_to_end_is_followed_at_once_and_without_a_word(name: str) -> None:
    started = time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-c", ENDED.format(name=name)], capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )  # fmt: skip
    assert (ended.returncode, ended.stdout, ended.stderr) == (128 + signal.Signals[name], "quick\n", "")
    assert time.monotonic() - started < 30
