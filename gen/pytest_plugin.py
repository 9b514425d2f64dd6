"""The pytest plugin: `pytest --bidgen` tests every bid of a workspace beside a repository's own tests.

pytest imports this file in every run, so it only declares the options; what they do is in `gen.testing`, which is
imported when `--bidgen` is given.
"""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options."""
    group = parser.getgroup("bidgen", "bids of a bidgen workspace")
    group.addoption(
        "--bidgen",
        action="store_true",
        help="test every bid: no finding of severity error, and the text of its documents as in its snapshots",
    )
    group.addoption("--bidgen-root", metavar="DIR", help="the workspace, where it is not pytest's rootdir")
    group.addoption("--bidgen-update", action="store_true", help="write the snapshots anew; implies --bidgen")


def pytest_configure(config: pytest.Config) -> None:
    """Where it is asked for, have the workspace's files collected."""
    update = config.getoption("--bidgen-update")
    if not (update or config.getoption("--bidgen")):
        return
    from gen.message import M, preferred_language, say, speak
    from gen.testing import BidTests
    from gen.workspace import MARKER

    speak(preferred_language(None))
    given = config.getoption("--bidgen-root")
    root = (config.invocation_params.dir / given if given else config.rootpath).resolve()
    if not (root / MARKER).is_file():
        message = M(
            "--bidgen: no {marker} in {folder}; name the workspace with --bidgen-root", marker=MARKER, folder=root
        )
        raise pytest.UsageError(say(message))
    config.pluginmanager.register(BidTests(root, update=update), "bidgen-tests")
    if given or config.args_source != pytest.Config.ArgsSource.ARGS:
        _add_arguments(config, (root / MARKER, root / "projects"))


def _add_arguments(config: pytest.Config, paths: tuple[Path, ...]) -> None:
    """Collect the workspace too, where pytest was not told what to collect or the workspace was named apart."""
    collected = [config.invocation_params.dir / argument for argument in config.args]
    for path in paths:
        if path.exists() and not any(path.is_relative_to(folder.resolve()) for folder in collected):
            config.args.append(str(path))
