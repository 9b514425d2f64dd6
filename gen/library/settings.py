"""Hold profiles and bids against the library: the clauses, values, documents and approvals that they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gen.decode import nearest
from gen.decode.values import cells
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.bid import Bid
from gen.model.clause import Profile
from gen.model.library import Library
from gen.model.param import Cell, CellKey
from gen.model.record import Tree
from gen.source import Span
from gen.stage_rules import r201_missing_clause, s109_unknown_name
from gen.yamltree import Scalar

Values = dict[str, Mapping[CellKey, Cell]]


def typed_values(values: Mapping[str, Tree], library: Library, findings: list[Finding]) -> Values:
    """The values that a profile or bid sets, by parameter path; what names nothing is left out with a finding."""
    typed: Values = {}
    for path, tree in values.items():
        param = library.param(path)
        if param is not None:
            typed[param.path] = cells(param.spec, tree, library.vocabulary, findings)
        elif not _declared(path, library):
            message = M("there is no parameter `{name}`", name=path)
            known = [p.path for c in library.clauses.values() for p in c.params.values()]
            findings.append(found(s109_unknown_name.RULE, message, _span(path), helps=nearest(path, known)))
    return typed


def check_profile(profile: Profile, library: Library) -> Iterator[Finding]:
    """Findings for what a profile names and the library does not have."""
    if profile.extends:
        yield from _known(profile.extends, "profile", library)
        chain: list[str] = [profile.id]
        parent = library.profiles.get(profile.extends)
        while parent is not None:
            if parent.id in chain:
                message = M("the profiles extend each other in a circle: {names}", names=(*chain, parent.id))
                yield found(s109_unknown_name.RULE, message, _span(profile.extends))
                break
            chain.append(parent.id)
            parent = library.profiles.get(parent.extends)
    yield from _clauses(profile.clauses, library)


def check_bid(bid: Bid, library: Library) -> Iterator[Finding]:
    """Findings for what a bid names and the library does not have."""
    yield from _known(bid.profile, "profile", library)
    yield from _known(bid.theme, "theme", library)
    for kind in bid.documents:
        yield from _known(kind, "document kind", library)
    yield from _clauses((*bid.clauses.add, *bid.clauses.drop), library)
    for approved in bid.approvals:
        yield from _known(approved.by, "role", library)


def _clauses(ids: tuple[str, ...], library: Library) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for clause in ids:
        if clause in seen:
            yield found(
                s109_unknown_name.RULE,
                M("`{name}` is listed twice", name=clause),
                Label(_span(clause)),
                Label(_span(seen[clause]), M("first written here")),
                key=("twice", str(clause)),
            )
        seen.setdefault(clause, clause)
        if clause in library.present["clause"]:
            continue
        renamed = [loaded.clause.id for loaded in library.clauses.values() if clause in loaded.clause.was]
        helps = [M("it is now called `{name}`", name=name) for name in renamed]
        message = M("there is no clause `{name}`", name=clause)
        yield found(r201_missing_clause.RULE, message, _span(clause), helps=helps or nearest(clause, library.clauses))


_KINDS = {
    "profile": M("there is no profile `{name}`"),
    "theme": M("there is no theme `{name}`"),
    "document kind": M("there is no document kind `{name}`"),
    "role": M("there is no role `{name}`"),
}


def _known(name: str, what: str, library: Library) -> Iterator[Finding]:
    known = library.present[what]
    if name not in known and isinstance(name, Scalar):
        message = M(_KINDS[what].text, name=name)
        yield found(s109_unknown_name.RULE, message, name.span, helps=nearest(name, sorted(known)))


def _declared(path: str, library: Library) -> bool:
    """Whether the parameter is declared, though unsound: then that is reported already."""
    clause, _, name = path.rpartition(".")
    loaded = library.clauses.get(clause)
    if loaded is None:
        return clause in library.present["clause"]
    return name in loaded.clause.params


def _span(text: str) -> Span:
    assert isinstance(text, Scalar)  # noqa: S101 - it was decoded from a file
    return text.span
