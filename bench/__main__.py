"""`python -m bench NAME…`: run benchmarks by name, or `all`; without a name, list them."""

from __future__ import annotations

import argparse
import compileall
import importlib
import inspect
import sys
from pathlib import Path

from bench.report import show

BENCHMARKS = {
    "start": "bidgen --help against an empty click program",
    "check": "bidgen check against reading the same files as YAML only",
    "scale": "checking: many bids, many promises in one, a second run over the same files",
    "documents": "Word and PDF against docxtpl, strings, WeasyPrint, LibreOffice; by length; 8 documents at once",
    "build": "bidgen build: the example bid, and a bid of 120 pages",
    "library": "every document of every bid, and what a build takes after one clause was edited",
}
"""Each is a module of this package with `run(rounds)`; in no case is a slow run an error."""

JUDGED = {
    "contradictions": "what the engine finds of planted contradictions, and what it invents",
    "mutation": "whether the planted contradictions notice a rule that is disabled or weakened",
    "fuzz": "generated nonsense through the engine, which must never raise",
}
"""Each is a module with a `run` that takes the options below; its result shows itself, and may be an error."""


def main() -> None:
    listed = "\n".join(f"  {name:15}{purpose}" for name, purpose in BENCHMARKS.items())
    parser = argparse.ArgumentParser(
        prog="bench",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=f"benchmarks:\n{listed}\n  all             those that measure time",
        epilog="Figures go to bench/out/NAME.json as well.",
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="a benchmark, or all")
    parser.add_argument("--rounds", type=int, help="how often each process runs; otherwise the benchmark's own number")
    parser.add_argument("--short", action="store_true", help="a run for CI: seconds rather than minutes")
    parser.add_argument("--packages", type=int, help="contradictions: how many packages")
    parser.add_argument("--seed", type=int, help="contradictions, fuzz: what the packages are made from")
    parser.add_argument("--minutes", type=float, help="fuzz: how long")
    wanted = parser.parse_args()
    if not wanted.names:
        parser.print_help()
        return
    if unknown := set(wanted.names) - {*BENCHMARKS, *JUDGED, "all"}:
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    root = Path(__file__).parent.parent
    for package in ("gen", "bench"):
        compileall.compile_dir(root / package, quiet=2)
    status = 0
    for name in BENCHMARKS if "all" in wanted.names else wanted.names:
        module = importlib.import_module(f"bench.{name}")
        taken = inspect.signature(module.run).parameters
        given = {option: value for option, value in vars(wanted).items() if option in taken and value}
        if name in JUDGED:
            status |= module.run(**given).show()
        else:
            show(module.run(**given))
    sys.exit(status)


if __name__ == "__main__":
    main()
