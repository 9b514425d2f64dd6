"""Read all files of a workspace into a `Library`."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import PurePosixPath

from gen.decode.values import typed_params
from gen.finding import Finding, found
from gen.library.company import check_company
from gen.library.forms import load_form, name_taken, outline_of
from gen.library.images import load_images
from gen.library.lots import lots_of
from gen.library.names import check_names
from gen.library.outlines import load_outline
from gen.library.promises import check_promises
from gen.library.records import decoded, in_place, read_node, read_record, read_records
from gen.library.relations import sound_relations
from gen.library.settings import bid_values, check_bid, check_profile, typed_values
from gen.library.skins import load_skins
from gen.library.themes import sound_themes
from gen.library.unused import unused_params
from gen.library.vocabulary import built_in_vocabulary, load_vocabulary
from gen.message import M
from gen.model.bid import Bid, Company
from gen.model.clause import Clause, Profile
from gen.model.form import Form
from gen.model.law import LawAdditions
from gen.model.library import Library, LoadedClause
from gen.model.theme import Theme
from gen.model.vocabulary import Vocabulary
from gen.source import Source
from gen.stage_rules import (
    s101_unreadable_file,
    s106_unknown_key,
    s111_bad_template,
    s113_path_outside,
)
from gen.template import OUTLINE_ONLY, Template, calls, parse
from gen.workspace import MARKER, Workspace, read
from gen.yamltree import Scalar


def load(workspace: Workspace) -> tuple[Library, tuple[Finding, ...]]:
    """Load everything: clauses, profiles, document kinds, themes, company, vocabulary and bids."""
    findings: list[Finding] = []
    _check_settings(workspace, findings)
    _check_unread(workspace, findings)
    vocabulary = load_vocabulary(workspace, findings)
    if vocabulary is None:  # without its words, every promise that uses one would be found as well
        return Library(built_in_vocabulary(), None, {}, {}, {}, {}, {}, {}, {}, {}), tuple(findings)
    company = read_record(workspace, "clauses/company.yaml", Company, findings)
    laws = None
    if os.path.lexists(workspace.root / "clauses/laws.yaml"):
        laws = read_record(workspace, "clauses/laws.yaml", LawAdditions, findings)
    reserved = {f"clauses/{name}.yaml" for name in ("company", "vocabulary", "laws", "accepted")}
    clause_files = [
        path
        for path in workspace.files("clauses/**/*.yaml")
        if path not in reserved and not path.startswith("clauses/profiles/")
    ]
    clauses = {
        clause.id: _loaded_clause(clause, vocabulary, findings)
        for clause in read_records(workspace, clause_files, Clause, _clause_id, findings)
    }
    profile_files = workspace.files("clauses/profiles/*.yaml")
    profiles = {p.id: p for p in read_records(workspace, profile_files, Profile, _stem, findings)}
    outlines = {}
    outline_files = workspace.files("templates/documents/*.md")
    for path in outline_files:
        outline = load_outline(*read(workspace, path), findings)
        if outline is not None:
            outlines[str(outline.outline.kind)] = outline
    form_files = workspace.files("templates/forms/*.yaml")
    forms = {}
    for form in read_records(workspace, form_files, Form, _stem, findings):
        loaded = load_form(form, findings)
        if loaded is None:
            continue
        if form.id in outlines:
            findings.append(name_taken(form, outlines[form.id]))
            continue
        forms[str(form.id)] = loaded
        outlines[str(form.id)] = outline_of(loaded)
    theme_files = workspace.files("templates/themes/*/theme.yaml")
    theme_nodes = {_folder(path): node for path in theme_files if (node := read_node(workspace, path, findings))}
    themes = sound_themes(
        theme_nodes,
        frozenset(map(_folder, theme_files)),
        lambda name, node: in_place(decoded(Theme, node, findings), name, findings),
        findings,
    )
    bid_files = workspace.files("projects/*/project.yaml")
    read_bids = read_records(workspace, bid_files, Bid, _folder, findings)
    bids = {b.id: b for bid in read_bids for b in lots_of(bid, findings)}
    present = {
        "clause": frozenset(map(_clause_id, clause_files)),
        "profile": frozenset(map(_stem, profile_files)),
        "document kind": frozenset(map(_stem, (*outline_files, *form_files))),
        "form": frozenset(map(_stem, form_files)),
        "theme": frozenset(map(_folder, theme_files)),
        "role": frozenset(map(str, vocabulary.roles)),
    }
    library = Library(vocabulary, company, clauses, profiles, outlines, themes, bids, present, {}, {}, forms=forms)
    if company:
        findings += check_company(company, vocabulary)
    findings += check_names(library)
    findings += unused_params(library)
    for profile in profiles.values():
        findings += check_profile(profile, library)
    findings += dict.fromkeys(f for bid in bids.values() for f in check_bid(bid, library))  # lots share most of a bid
    typed = replace(
        library,
        profile_values={id_: typed_values(p.values, library, findings) for id_, p in profiles.items()},
        bid_values=bid_values(bids, library, findings),
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
