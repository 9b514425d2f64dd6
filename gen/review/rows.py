"""The catalogue of contradictions, row by row: which rule decides it, or why none does and what to ask instead."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from gen import yamltree
from gen.decode import decode
from gen.message import Named
from gen.model.row import Row
from gen.source import Source

KINDS = {
    "SD": Named("同一承诺两种说法", "one thing promised in two ways"),
    "OR": Named("先后次序", "order"),
    "WD": Named("服务时段与时限", "windows and deadlines"),
    "AR": Named("算术", "arithmetic"),
    "DT": Named("日期与期限", "dates and terms"),
    "FE": Named("免费与收费", "fees"),
    "LE": Named("法律限制", "limits of the law"),
    "CP": Named("履约能力", "capability"),
    "WO": Named("用语", "wording"),
    "DD": Named("文件之间", "documents against each other"),
}


@cache
def rows() -> Mapping[str, Row]:
    """All rows by their ids."""
    text = resources.files("gen.review").joinpath("rows.yaml").read_text("utf-8")
    node, findings = yamltree.parse(Source("gen/review/rows.yaml", text))
    if not isinstance(node, yamltree.Mapping) or findings:
        raise RuntimeError(f"the catalogue is broken: {[str(f.message) for f in findings]}")
    made: dict[str, Row] = {}
    for name, tree in node.entries.items():
        row, more = decode(Row, tree)
        if row is None or more:
            raise RuntimeError(f"the row {name} is broken: {[str(f.message) for f in more]}")
        made[str(name)] = row
    return made
