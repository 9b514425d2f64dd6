"""Lay out all documents of the one bid of a workspace, Word and PDF: `build_package FOLDER PROCESSORS`."""

import os
import sys
from pathlib import Path

from bench.tasks.stages import stage, tell
from gen.build import build
from gen.examine import examine
from gen.library import load
from gen.workspace import Workspace

if __name__ == "__main__":
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(sys.argv[2])])
    library, _ = load(Workspace(Path(sys.argv[1])))
    (bid,) = library.bids.values()
    examined = examine(library, bid)
    with stage("build"):
        built, _ = build(examined, ("docx", "pdf"))
    assert len(built.files) == 2 * len(examined.documents) > 2
    tell()
