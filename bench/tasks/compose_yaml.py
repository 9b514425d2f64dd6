"""The peer of `bidgen check`: read every YAML file of a workspace with libyaml into nodes that know their places."""

import sys
from pathlib import Path

import yaml

if __name__ == "__main__":
    root = Path(sys.argv[1])
    files = [
        file for folder in ("clauses", "templates", "projects") for file in sorted((root / folder).rglob("*.yaml"))
    ]
    nodes = [yaml.compose(file.read_text("utf-8"), Loader=yaml.CSafeLoader) for file in files]
    print(len(nodes))
