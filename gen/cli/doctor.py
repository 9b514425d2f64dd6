"""The command `bidgen doctor`."""

from __future__ import annotations

import sys

import click

from gen.message import M, Message, say

_NAMES = {
    "weasyprint": M("WeasyPrint, the PDF engine"),
    "pango": M("Pango, which sets the text"),
    "pangoft2": M("Pango's font back end"),
    "harfbuzz": M("HarfBuzz, which shapes the text"),
    "harfbuzz-subset": M("the HarfBuzz subsetter: without it PDF files differ from run to run"),
    "fontconfig": M("Fontconfig, which finds the fonts"),
    "gobject": M("GLib's object library"),
    "fonts": M("the fonts that travel with bidgen, whole and unchanged"),
}

_REMEDIES = {
    "weasyprint": M("pip install 'bidgen[pdf]'"),
    "fonts": M("install bidgen again: its font files are damaged or missing"),
}

_SYSTEM = {
    "linux": M("Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
    "darwin": M("macOS: brew install pango"),
    "win32": M("Windows: install MSYS2, then in it: pacman -S mingw-w64-x86_64-pango"),
}


@click.command(
    "doctor",
    help=say(M("Say what this machine lacks for PDF, and how to get it. Exits with 2 if PDF fails.")),
)
def command() -> None:
    """Print each part and whether it is there."""
    from gen.render.pdf.probe import probes

    found = probes()
    for probe in found:
        state = say(M("there")) if probe.present else say(M("missing"))
        click.echo(f"{state}  {say(_NAMES[probe.name]) if probe.name in _NAMES else probe.name}")
    missing = [probe for probe in found if probe.needed and not probe.present]
    if not missing:
        click.echo(say(M("Word and PDF can be built here")))
        return
    for remedy in dict.fromkeys(_remedy(probe.name) for probe in missing):
        click.echo(say(M("to get it: {remedy}", remedy=remedy)))
    click.echo(say(M("Word can be built here; PDF cannot")))
    sys.exit(2)


def lacking() -> tuple[Message, ...]:
    """What PDF lacks on this machine, by name; nothing where it can be built."""
    from gen.render.pdf.probe import probes

    return tuple(
        _NAMES.get(probe.name, Message(probe.name)) for probe in probes() if probe.needed and not probe.present
    )


def _remedy(name: str) -> Message:
    platform = sys.platform if sys.platform in _SYSTEM else "linux"
    return _REMEDIES.get(name, _SYSTEM[platform])
