"""The command `bidgen skin`."""

from __future__ import annotations

from pathlib import Path

import click

from gen.cli.workspace import CannotRunError, load_library, open_workspace
from gen.message import M, say


@click.command(
    "skin",
    help=say(
        M(
            "Write base.docx beside a theme: a Word document that shows every style by its name. Restyle it in Word, "
            "put your logo into its header, and documents are written into it."
        )
    ),
)
@click.argument("theme", default="tender-default", required=False)
@click.option("--output", metavar="FILE", help=say(M("File to write, instead of templates/themes/THEME/base.docx.")))
def command(theme: str, output: str | None) -> None:
    """Write a skin to begin with."""
    from gen.library.skins import NAME
    from gen.render.docx.skin_template import skin_template

    workspace = open_workspace()
    library, _ = load_library(workspace)
    look = library.themes.get(theme)
    if look is None:
        names = tuple(library.themes)
        raise CannotRunError(M("there is no theme `{name}`; there are: {names}", name=theme, names=names))
    file = Path(output) if output else workspace.root / "templates/themes" / theme / NAME
    content = skin_template(look, next(iter(look.numbering.values())))
    try:
        with file.open("xb") as target:
            target.write(content)
    except FileExistsError:
        raise CannotRunError(M("`{path}` is there already, and stays as it is", path=str(file))) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRunError(M("`{path}` cannot be written: {reason}", path=str(file), reason=reason)) from error
    click.echo(str(file))
