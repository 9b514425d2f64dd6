"""Read all files of a workspace into a `Library`."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import PurePosixPath
from typing import Any, TypeVar, cast

from gen import yamltree
from gen.decode import decode
from gen.decode.values import typed_params
from gen.finding import Finding, Label, found
from gen.library.company import check_company
from gen.library.images import load_images
from gen.library.names import check_names, unused_params
from gen.library.outlines import load_outline
from gen.library.promises import check_promises
from gen.library.relations import sound_relations
from gen.library.settings import check_bid, check_profile, typed_values
from gen.library.skins import load_skins
from gen.library.themes import sound_themes
from gen.library.vocabulary import check_vocabulary
from gen.message import M
from gen.model.bid import Bid, Company
from gen.model.clause import Clause, Profile
from gen.model.law import LawAdditions
from gen.model.library import Library, LoadedClause
from gen.model.theme import Theme
from gen.model.vocabulary import Vocabulary, VocabularyAdditions
from gen.source import Source
from gen.stage_rules import (
    s101_unreadable_file,
    s106_unknown_key,
    s107_missing_key,
    s109_unknown_name,
    s110_duplicate_id,
    s111_bad_template,
    s113_path_outside,
)
from gen.template import OUTLINE_ONLY, Template, calls, parse
from gen.workspace import MARKER, Workspace, read
from gen.yamltree import Node, Scalar, place_of

Record = TypeVar("Record")


def load(workspace: Workspace) -> tuple[Library, tuple[Finding, ...]]:
    """Load everything: clauses, profiles, document kinds, themes, company, vocabulary and bids."""
    findings: list[Finding] = []
    _check_settings(workspace, findings)
    _check_unread(workspace, findings)
    vocabulary = _vocabulary(workspace, findings)
    if vocabulary is None:  # without its words, every promise that uses one would be found as well
        return Library(built_in_vocabulary(), None, {}, {}, {}, {}, {}, {}, {}, {}), tuple(findings)
    company = _one(workspace, "clauses/company.yaml", Company, findings)
    laws = None
    if os.path.lexists(workspace.root / "clauses/laws.yaml"):
        laws = _one(workspace, "clauses/laws.yaml", LawAdditions, findings)
    reserved = {f"clauses/{name}.yaml" for name in ("company", "vocabulary", "laws", "accepted")}
    clause_files = [
        path
        for path in workspace.files("clauses/**/*.yaml")
        if path not in reserved and not path.startswith("clauses/profiles/")
    ]
    clauses = {
        clause.id: _loaded_clause(clause, vocabulary, findings)
        for clause in _many(workspace, clause_files, Clause, _clause_id, findings)
    }
    profile_files = workspace.files("clauses/profiles/*.yaml")
    profiles = {p.id: p for p in _many(workspace, profile_files, Profile, _stem, findings)}
    outlines = {}
    outline_files = workspace.files("templates/documents/*.md")
    for path in outline_files:
        outline = load_outline(*read(workspace, path), findings)
        if outline is not None:
            outlines[str(outline.outline.kind)] = outline
    theme_files = workspace.files("templates/themes/*/theme.yaml")
    theme_nodes = {_folder(path): node for path in theme_files if (node := _node(workspace, path, findings))}
    themes = sound_themes(
        theme_nodes,
        frozenset(map(_folder, theme_files)),
        lambda name, node: _in_place(_record(Theme, node, findings), name, findings),
        findings,
    )
    bid_files = workspace.files("projects/*/project.yaml")
    bids = {b.id: b for b in _many(workspace, bid_files, Bid, _folder, findings)}
    present = {
        "clause": frozenset(map(_clause_id, clause_files)),
        "profile": frozenset(map(_stem, profile_files)),
        "document kind": frozenset(map(_stem, outline_files)),
        "theme": frozenset(map(_folder, theme_files)),
        "role": frozenset(map(str, vocabulary.roles)),
    }
    library = Library(vocabulary, company, clauses, profiles, outlines, themes, bids, present, {}, {})
    if company:
        findings += check_company(company, vocabulary)
    findings += check_names(library)
    findings += unused_params(library)
    for profile in profiles.values():
        findings += check_profile(profile, library)
    for bid in bids.values():
        findings += check_bid(bid, library)
    typed = replace(
        library,
        profile_values={id_: typed_values(p.values, library, findings) for id_, p in profiles.items()},
        bid_values={id_: typed_values(b.values, library, findings) for id_, b in bids.items()},
        relations=sound_relations(library, findings),
        laws=laws.laws if laws else {},
        images=load_images(workspace, library, findings),
        skins=load_skins(workspace, themes, findings),
    )
    return typed, tuple(findings)


def _check_unread(workspace: Workspace, findings: list[Finding]) -> None:
    """Findings for what somebody may believe to be read: linked folders, and files with another ending."""
    for path in workspace.linked_folders("clauses"):
        message = M("`{path}` is a link to a folder; what it holds is not read", path=path)
        findings.append(found(s113_path_outside.RULE, message, Source(path, "").span(1, 1, 1, 1)))
    for path in workspace.files("clauses/**/*"):
        if path.lower().endswith((".yml", ".yaml")) and not path.endswith(".yaml"):
            message = M("only files that end in `.yaml` are read")
            helps = [M("rename the file")]
            findings.append(found(s101_unreadable_file.RULE, message, Source(path, "").span(1, 1, 1, 1), helps=helps))


def _check_settings(workspace: Workspace, findings: list[Finding]) -> None:
    """Findings for bidgen.toml, which only marks the root: a setting in it would be believed and do nothing."""
    source, read_findings = read(workspace, MARKER)
    findings += read_findings
    if source is None or all(not line.strip() or line.startswith("#") for line in source.lines):
        return
    line = next(number for number, text in enumerate(source.lines, 1) if text.strip() and not text.startswith("#"))
    message = M("{file} has no settings; it only marks the root of the workspace", file=MARKER)
    findings.append(found(s106_unknown_key.RULE, message, source.whole_line(line), helps=[M("delete the line")]))


@cache
def built_in_vocabulary() -> Vocabulary:
    """The vocabulary that comes with bidgen."""
    text = resources.files("gen").joinpath("vocabulary.yaml").read_text("utf-8")
    node, findings = yamltree.parse(Source("gen/vocabulary.yaml", text))
    vocabulary, more = decode(Vocabulary, node) if node is not None else (None, ())
    if vocabulary is None or findings or more:
        raise RuntimeError(f"the built-in vocabulary is broken: {[str(f.message) for f in (*findings, *more)]}")
    return vocabulary


def _vocabulary(workspace: Workspace, findings: list[Finding]) -> Vocabulary | None:
    """The built-in vocabulary with what the workspace adds; none where that cannot be read."""
    built_in = built_in_vocabulary()
    path = "clauses/vocabulary.yaml"
    if not os.path.lexists(workspace.root / path):
        return built_in
    added = _one(workspace, path, VocabularyAdditions, findings)
    if added is None:
        return None
    axes = dict(built_in.axes)
    for name, aliases in added.aliases.items():
        if name not in axes:
            message = M("`{name}` is no scope axis", name=name)
            findings.append(found(s109_unknown_name.RULE, message, place_of(name)))
            continue
        values = dict(axes[name].values)
        for value, words in aliases.items():
            if value in values:
                values[value] = replace(values[value], aliases=(*values[value].aliases, *words))
            else:
                message = M("`{name}` is no value of the axis {axis}", name=value, axis=name)
                findings.append(found(s109_unknown_name.RULE, message, place_of(value)))
        axes[name] = replace(axes[name], values=values)
    vocabulary = replace(
        built_in,
        axes=axes,
        dimensions={**built_in.dimensions, **added.dimensions},
        events={**built_in.events, **added.events},
        roles=added.roles,
    )
    findings += check_vocabulary(vocabulary)
    return vocabulary


def _one(workspace: Workspace, path: str, cls: type[Record], findings: list[Finding]) -> Record | None:
    node = _node(workspace, path, findings)
    return None if node is None else _record(cls, node, findings)


def _node(workspace: Workspace, path: str, findings: list[Finding]) -> Node | None:
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


def _record(cls: type[Record], node: Node, findings: list[Finding]) -> Record | None:
    record, record_findings = decode(cls, node)
    findings += record_findings
    if record is not None and hasattr(record, "hash"):
        text = node.span.source.text
        return cast("Record", replace(cast("Any", record), hash=hashlib.sha256(text.encode()).hexdigest()))
    return record


def _many(
    workspace: Workspace,
    paths: Iterable[str],
    cls: type[Any],
    expected_id: Callable[[str], str],
    findings: list[Finding],
) -> list[Any]:
    """Records of one kind whose id is the one that their place demands."""
    records = (_in_place(_one(workspace, path, cls, findings), expected_id(path), findings) for path in paths)
    return [record for record in records if record is not None]


def _in_place(record: Any, expected_id: str, findings: list[Finding]) -> Any:
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


def _loaded_clause(clause: Clause, vocabulary: Vocabulary, findings: list[Finding]) -> LoadedClause:
    params, param_findings = typed_params(clause, vocabulary)
    findings += param_findings
    wordings: dict[str, Template] = {}
    for kind, text in (("", clause.text), *clause.variants.items()):
        template, text_findings = parse(text if isinstance(text, Scalar) else Scalar(text))
        findings += text_findings
        outer = next((call for call in calls(template) if call.function in OUTLINE_ONLY), None) if template else None
        if outer is not None:
            message = M("only an outline prints clauses and annexes, no text of a clause")
            findings.append(found(s111_bad_template.RULE, message, outer.span))
        elif template is not None:
            wordings[str(kind)] = template
    return LoadedClause(clause, params, wordings, check_promises(clause, params, vocabulary, findings))


def _clause_id(path: str) -> str:
    parts = PurePosixPath(path).with_suffix("").parts[1:]
    return ".".join(parts)


def _stem(path: str) -> str:
    return PurePosixPath(path).stem


def _folder(path: str) -> str:
    return PurePosixPath(path).parent.name
