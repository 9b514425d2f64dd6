"""Heavy work in several processes at once; where that does not pay or cannot be had, one piece after the other."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work that gives bytes and changes nothing."""

    do: Callable[[], bytes]
    """Goes to another process if the job has weight, so it must pickle: a `partial` of a function and records."""
    weight: int = 0
    """How much work it is, in characters of a page to print; 0 for what takes no time to speak of."""


def results(jobs: Sequence[Job]) -> Generator[bytes]:
    """What the jobs give, in their order; the same bytes wherever they are done."""
    heavy = sorted((job for job in jobs if job.weight), key=lambda job: -job.weight)
    processes = min(_processors(), len(heavy))
    if processes < 2 or sum(job.weight for job in heavy[1:]) < WORTH_A_PROCESS:
        yield from (job.do() for job in jobs)
        return
    with _unwound():
        yield from _side_by_side(jobs, heavy, processes)


def _side_by_side(jobs: Sequence[Job], heavy: Sequence[Job], processes: int) -> Generator[bytes]:
    from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    pool = None
    waiting: dict[Job, Future[bytes]] = {}
    strangers = set(active_children())
    try:
        try:
            # Spawned on every system: a fork would take over locks and half of the libraries' state.
            pool = ProcessPoolExecutor(processes, get_context("spawn"), _begin)
            # The longest first, so that none of them is left for the end.
            waiting |= {job: pool.submit(job.do) for job in heavy}
        except (OSError, ImportError, NotImplementedError, BrokenExecutor):
            # No semaphores, no memory, no right to start a process: what is not waited for is done here.
            pass
        for job in jobs:
            try:
                yield waiting[job].result() if job in waiting else job.do()
            except BrokenExecutor:
                yield job.do()
    except BaseException:
        for process in set(active_children()) - strangers:
            process.terminate()  # nobody waits for what it is at
        raise
    finally:
        if pool:
            pool.shutdown(cancel_futures=True)


@contextmanager
def _unwound() -> Iterator[None]:
    """Let a request to end unwind the work as Ctrl-C does: a process that just dies leaves its semaphores behind.

    Python would warn of each. A signal that somebody handles or ignores already stays theirs.
    """
    here = threading.current_thread() is threading.main_thread()
    signals = [number for name in ("SIGTERM", "SIGHUP") if here and (number := getattr(signal, name, None))]
    ours = [number for number in signals if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, _leave)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _leave(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)


def _begin() -> None:
    """Let a worker end without a word when the work is broken off: by Ctrl-C, or because its parent is no more."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Ctrl-C reaches every process of the terminal; the parent speaks for all.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


WORTH_A_PROCESS = 40_000
"""So much weight beside the heaviest job is worth the half second that a new process takes to begin."""
