"""Themes that build on another one: what a theme does not say itself, the one that it is based on says.

Comes in: the trees of all theme files. Goes out: whole trees, bases before what builds on them. Merging happens
before decoding, key by key, so every text still knows the file that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gen import yamltree
from gen.decode import nearest
from gen.finding import Finding, Label, found
from gen.message import M
from gen.stage_rules import s109_unknown_name
from gen.yamltree import Node, Scalar

_OWN = ("id", "title", "based_on")
"""Keys that every theme says for itself."""


def base_of(node: Node) -> Scalar | None:
    """The name of the theme that one is based on; none where it stands alone."""
    name = node.entries.get(_KEY) if isinstance(node, yamltree.Mapping) else None
    return name if isinstance(name, Scalar) and name else None


_KEY = Scalar("based_on")


def bases_first(nodes: Mapping[str, Node], present: frozenset[str]) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """The themes in an order in which each follows its base; those that have none they could build on are left out.

    `present` names the themes that have a file, readable or not.
    """
    order: dict[str, None] = {}
    findings: list[Finding] = []
    for name in nodes:
        chain = list(_chain(name, nodes))
        last = base_of(nodes[chain[-1]])
        if last is None:
            order.update(dict.fromkeys(reversed(chain)))
        elif last not in present:
            message = M("there is no theme `{name}`", name=last)
            findings.append(found(s109_unknown_name.RULE, message, last.span, helps=nearest(last, present)))
        elif last == name == min(chain):  # a circle, told of once, at its first theme
            circle = (*chain, name)
            message = M("the themes build on each other in a circle: {names}", names=circle)
            labels = [Label(base.span) for each in chain if (base := base_of(nodes[each]))]
            findings.append(found(s109_unknown_name.RULE, message, *labels, key=("circle", *circle)))
    return tuple(order), tuple(findings)


def _chain(name: str, nodes: Mapping[str, Node]) -> Iterator[str]:
    """A theme, its base, the base of that, as far as they can be followed without coming round."""
    seen: set[str] = set()
    following: str | None = name
    while following is not None and following in nodes and following not in seen:
        seen.add(following)
        yield following
        following = base_of(nodes[following])


def merged(node: Node, base: Node) -> Node:
    """A theme's tree with all that its base says and it does not; a list stands for the whole list of the base."""
    if not isinstance(node, yamltree.Mapping) or not isinstance(base, yamltree.Mapping):
        return node
    left = {key: value for key, value in base.entries.items() if key not in _OWN}
    return _merged(node, yamltree.Mapping(left, base.span))


def _merged(node: Node, base: Node) -> Node:
    if not isinstance(node, yamltree.Mapping) or not isinstance(base, yamltree.Mapping):
        return node
    entries = {
        key: _merged(value, base.entries[key]) if key in base.entries else value for key, value in node.entries.items()
    }
    return yamltree.Mapping({**entries, **{k: v for k, v in base.entries.items() if k not in entries}}, node.span)
