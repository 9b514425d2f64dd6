"""Records of the files of a workspace: each read once, decoded, and in the place that its id demands."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar, cast

from gen import yamltree
from gen.decode import decode
from gen.finding import Finding, Label, found
from gen.message import M
from gen.stage_rules import s107_missing_key, s110_duplicate_id
from gen.workspace import Workspace, read
from gen.yamltree import Node, place_of

Record = TypeVar("Record")


def read_record(workspace: Workspace, path: str, cls: type[Record], findings: list[Finding]) -> Record | None:
    """The record of a file; none, with findings, where it cannot be read or does not fit."""
    node = read_node(workspace, path, findings)
    return None if node is None else decoded(cls, node, findings)


def read_node(workspace: Workspace, path: str, findings: list[Finding]) -> Node | None:
    """The tree of a file; none, with a finding, where it cannot be read or holds nothing."""
    source, read_findings = read(workspace, path)
    findings += read_findings
    if source is None:
        return None
    node, tree_findings = yamltree.parse(source)
    findings += tree_findings
    if node is None and not tree_findings:
        findings.append(found(s107_missing_key.RULE, M("the file is empty"), source.whole_line(1)))
    return node


def decoded(cls: type[Record], node: Node, findings: list[Finding]) -> Record | None:
    """The record of a tree, with the hash of its file if it keeps one; none, with findings, where it does not fit."""
    record, record_findings = decode(cls, node)
    findings += record_findings
    if record is not None and hasattr(record, "hash"):
        text = node.span.source.text
        return cast("Record", replace(cast("Any", record), hash=hashlib.sha256(text.encode()).hexdigest()))
    return record


def read_records(
    workspace: Workspace,
    paths: Iterable[str],
    cls: type[Any],
    expected_id: Callable[[str], str],
    findings: list[Finding],
) -> list[Any]:
    """Records of one kind whose id is the one that their place demands."""
    records = (in_place(read_record(workspace, path, cls, findings), expected_id(path), findings) for path in paths)
    return [record for record in records if record is not None]


def in_place(record: Any, expected_id: str, findings: list[Finding]) -> Any:
    """A record, if its id is the one that its place demands."""
    if record is None or record.id == expected_id:
        return record
    findings.append(
        found(
            s110_duplicate_id.RULE,
            M("the id `{id}` does not match its place", id=record.id),
            Label(place_of(record.id), M("this file's place says `{id}`", id=expected_id)),
            helps=[M("write `id: {id}`, or move the file", id=expected_id)],
        )
    )
    return None
