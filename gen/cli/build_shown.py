"""What `bidgen build` says of what it made: the files, what lies beside them by mistake, the fonts they show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gen.message import M, counted, say

if TYPE_CHECKING:
    from gen.model.bid import Bid
    from gen.model.library import Library
    from gen.workspace import Workspace


def say_made(made: Sequence[Path], workspace: Workspace, library: Library, built: Sequence[Bid]) -> None:
    """Say which files stand now, what lies beside them by mistake, and which fonts they show."""
    for path in made:
        click.echo(_shown(path))
    for left in _left_behind(workspace, library, built) if made else ():
        message = M("`{folder}` holds documents of a lot that the bid has no longer; delete it", folder=_shown(left))
        click.echo(say(message), err=True)
    if any(path.suffix == ".pdf" for path in made):
        _say_fonts(library, built)


def _left_behind(workspace: Workspace, library: Library, built: Iterable[Bid]) -> Iterator[Path]:
    """The folders of former lots of the bids that were built: what lies there could be handed in by mistake."""
    for bid in dict.fromkeys(bid.folder for bid in built):
        present = {each.lot for each in library.bids.values() if each.folder == bid}
        for manifest in sorted((workspace.root / "projects" / bid / "out").glob("*/manifest.json")):
            lot = manifest.parent.name
            if lot not in present and f'"bid": "{bid}/{lot}"' in manifest.read_text("utf-8", errors="replace"):
                yield manifest.parent


def _say_fonts(library: Library, bids: Iterable[Bid]) -> None:
    """Say which font stands in the PDF for which font of the Word files."""
    from gen.render.pdf.faces import substitutions

    themes = {bid.theme_of(kind): None for bid in bids for kind in bid.documents}
    pairs = {pair: None for theme in themes for pair in substitutions(library.themes[theme])}
    stands = tuple(f"{word} → {pdf}" for word, pdf in pairs)
    click.echo(say(M("fonts of the Word files, and what stands for them in PDF: {pairs}", pairs=stands)), err=True)


def say_kept(count: int, bid: str) -> None:
    """Say how many files of a bid were kept as they are."""
    kept = counted(count, M("{count} file"), M("{count} files"))
    message = M("{bid}: {files} kept, which nothing has changed for (--fresh makes them again)", bid=bid, files=kept)
    click.echo(say(message), err=True)


def _shown(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
