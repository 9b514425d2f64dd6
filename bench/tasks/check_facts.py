"""Check one bid with more and more promises: `FOLDER COUNT…`. Prints the seconds for each count.

The promises of a real bid are repeated for one lot after another, so that they stay consistent.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from bench.tasks.stages import import_whole, stage, tell
from gen.check import Context, check
from gen.facts import facts
from gen.library import load
from gen.model.fact import Fact, FixedScope
from gen.resolve import resolve
from gen.workspace import Workspace


def repeated(promises: tuple[Fact, ...], count: int) -> tuple[Fact, ...]:
    """So many promises: those given, for as many lots as it takes."""
    made = [
        replace(fact, scope=FixedScope({**fact.scope, "lot": frozenset({str(lot)})}), clause=f"{fact.clause}-{lot}")
        for lot in range(count // len(promises) + 1)
        for fact in promises
    ]
    return tuple(made[:count])


if __name__ == "__main__":
    import_whole("gen.check")
    library, _ = load(Workspace(Path(sys.argv[1])))
    package, _ = resolve(library, next(iter(library.bids.values())))
    promises, _ = facts(package)
    check(Context(package, promises, ()))  # what is looked up once
    for count in map(int, sys.argv[2:]):
        many = repeated(promises, count)
        with stage(str(count)):
            check(Context(package, many, ()))
    tell()
