"""Generate a workspace: `LIBRARY` or `PLAN`, into a folder."""

import sys
from pathlib import Path

from bench import workspace

if __name__ == "__main__":
    workspace.generate(Path(sys.argv[2]), getattr(workspace, sys.argv[1]))
