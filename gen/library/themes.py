"""The themes of a workspace, whole and sound: put together, decoded, and checked for what no schema can say."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gen.finding import Finding
from gen.library.based_on import base_of, bases_first, merged
from gen.library.geometry import check_geometry
from gen.library.schemes import check_schemes
from gen.library.styles import check_styles
from gen.model.theme import Theme
from gen.yamltree import Node


def sound_themes(
    nodes: Mapping[str, Node],
    present: frozenset[str],
    decoded: Callable[[str, Node], Theme | None],
    findings: list[Finding],
) -> dict[str, Theme]:
    """The themes that can be used, by name, in the order of their files.

    `nodes` are the files' trees by theme, `present` all themes that have a file, `decoded` makes the record.
    """
    order, lost = bases_first(nodes, present)
    findings += lost
    whole: dict[str, Node] = {}
    themes: dict[str, Theme] = {}
    for name in order:
        node = nodes[name]
        base = base_of(node)
        if base is not None and base not in whole:
            continue  # what is wrong with the base is found there
        if base is not None:
            node = merged(node, whole[base])
        theme = decoded(name, node)
        if theme is None:
            continue
        wrong = (*check_styles(theme), *check_schemes(theme), *check_geometry(theme, node))
        findings += wrong
        if not wrong:
            whole[name], themes[name] = node, theme
    return {name: themes[name] for name in nodes if name in themes}
