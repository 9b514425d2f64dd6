"""`python -m bench NAME…`: run benchmarks by name, or `all`; without a name, list them."""

from __future__ import annotations

import argparse
import compileall
import importlib
from pathlib import Path

from bench.report import show

BENCHMARKS = {
    "start": "bidgen --help against an empty click program",
    "check": "bidgen check against reading the same files as YAML only",
    "word": "the Word writer against docxtpl and against strings and zipfile",
    "pdf": "the PDF writer against plain WeasyPrint",
    "build": "bidgen build: the example bid, and a bid of 120 pages",
}
"""Each is a module of this package with `run(rounds)`; in no case is a slow run an error."""


def main() -> None:
    listed = "\n".join(f"  {name:8}{purpose}" for name, purpose in BENCHMARKS.items())
    parser = argparse.ArgumentParser(
        prog="bench",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=f"benchmarks:\n{listed}\n  all",
        epilog="Figures go to bench/out/NAME.json as well.",
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="a benchmark, or all")
    parser.add_argument("--rounds", type=int, help="how often each process runs; otherwise the benchmark's own number")
    wanted = parser.parse_args()
    if not wanted.names:
        parser.print_help()
        return
    if unknown := set(wanted.names) - {*BENCHMARKS, "all"}:
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    root = Path(__file__).parent.parent
    for package in ("gen", "bench"):
        compileall.compile_dir(root / package, quiet=2)
    for name in BENCHMARKS if "all" in wanted.names else wanted.names:
        module = importlib.import_module(f"bench.{name}")
        show(module.run(**({"rounds": wanted.rounds} if wanted.rounds else {})))


if __name__ == "__main__":
    main()
