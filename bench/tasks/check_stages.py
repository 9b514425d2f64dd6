"""Check a workspace stage by stage: `FOLDER`. Prints the seconds of each and the facts of a bid."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from bench.tasks.stages import import_whole, stage, tell
from gen.check import Context, check, check_library
from gen.compose import compose
from gen.facts import facts
from gen.library import load
from gen.resolve import resolve
from gen.workspace import Workspace

if __name__ == "__main__":
    import_whole("gen.check")
    gc.disable()
    with stage("load"):
        library, _ = load(Workspace(Path(sys.argv[1])))
    gc.freeze()
    gc.enable()
    with stage("resolve"):
        packages = [resolve(library, bid)[0] for bid in library.bids.values()]
    with stage("facts"):
        promises = [facts(package)[0] for package in packages]
    with stage("compose"):
        documents = [compose(package, known)[0] for package, known in zip(packages, promises, strict=True)]
    with stage("check library"):
        check_library(library)
    with stage("check bids"):
        for package, made, printed in zip(packages, promises, documents, strict=True):
            check(Context(package, made, printed))
    tell()
