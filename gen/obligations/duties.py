"""How promises are kept, by their kind: the data of duties.yaml."""

from __future__ import annotations

from functools import cache
from importlib import resources

from gen import yamltree
from gen.decode import decode
from gen.model.duty import Duties
from gen.source import Source


@cache
def duties() -> Duties:
    """The data that travel with bidgen."""
    text = resources.files("gen.obligations").joinpath("duties.yaml").read_text("utf-8")
    node, findings = yamltree.parse(Source("gen/obligations/duties.yaml", text))
    made, more = decode(Duties, node) if node is not None else (None, ())
    if made is None or findings or more:
        raise RuntimeError(f"the built-in duties are broken: {[str(f.message) for f in (*findings, *more)]}")
    return made
