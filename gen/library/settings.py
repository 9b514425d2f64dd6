"""Hold profiles and bids against the library: the clauses, values, documents and approvals that they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gen.decode import nearest
from gen.decode.values import cells
from gen.finding import Finding, Label, found
from gen.library.printing import has_annexes
from gen.message import M
from gen.model.bid import Bid
from gen.model.clause import Profile
from gen.model.library import Library
from gen.model.param import Cell, CellKey
from gen.model.record import Tree
from gen.stage_rules import r201_missing_clause, s109_unknown_name, s110_duplicate_id
from gen.yamltree import Scalar, place_of

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
            findings.append(found(s109_unknown_name.RULE, message, place_of(path), helps=nearest(path, known)))
    return typed


def bid_values(bids: Mapping[str, Bid], library: Library, findings: list[Finding]) -> dict[str, Values]:
    """The values that each bid sets; those of a lot stand over those for all lots, cell by cell."""
    of_folder: dict[str, Values] = {}
    made: dict[str, Values] = {}
    for id_, bid in bids.items():
        if bid.folder not in of_folder:
            of_folder[bid.folder] = typed_values(bid.values, library, findings)
        made[id_] = dict(of_folder[bid.folder])
        for lot in bid.lots:
            for path, own in typed_values(lot.values, library, findings).items():
                made[id_][path] = {**made[id_].get(path, {}), **own}
    return made


def check_profile(profile: Profile, library: Library) -> Iterator[Finding]:
    """Findings for what a profile names and the library does not have."""
    if profile.extends:
        yield from _known(profile.extends, "profile", library)
        yield from _circle(profile, library)
    yield from _clauses(profile.clauses, library)


def _circle(profile: Profile, library: Library) -> Iterator[Finding]:
    """A finding where a profile extends itself in the end; one for each circle, made at its first profile."""
    circle = [profile]
    while (parent := library.profiles.get(circle[-1].extends)) is not None and parent not in circle:
        circle.append(parent)
    if parent is profile and profile.id == min(each.id for each in circle):
        names = tuple(each.id for each in (*circle, profile))
        message = M("the profiles extend each other in a circle: {names}", names=names)
        labels = (Label(place_of(each.extends)) for each in circle)
        yield found(s109_unknown_name.RULE, message, *labels, key=("circle", *names))


def check_bid(bid: Bid, library: Library) -> Iterator[Finding]:
    """Findings for what a bid names and the library does not have."""
    yield from _known(bid.profile, "profile", library)
    for theme in (bid.theme, *bid.themes.values()):
        yield from _known(theme, "theme", library)
    for kind in bid.themes:
        if kind not in bid.documents:
            message = M("the bid has no document `{name}`", name=kind)
            yield found(s109_unknown_name.RULE, message, place_of(kind), helps=nearest(kind, bid.documents))
    yield from _documents(bid, library)
    yield from _annexes(bid, library)
    for event in bid.dates:
        if event not in library.vocabulary.events:
            message = M("`{name}` is no event", name=event)
            helps = nearest(event, library.vocabulary.events)
            yield found(s109_unknown_name.RULE, message, place_of(event), helps=helps)
    known = [branch.name for branch in library.company.branches] if library.company else []
    for branch in bid.branches:
        if branch not in known:
            message = M("the company has no service point `{name}`", name=branch)
            yield found(s109_unknown_name.RULE, message, place_of(branch), helps=nearest(branch, known))
    yield from _clauses((*bid.clauses.add, *bid.clauses.drop), library)
    for approved in bid.approvals:
        yield from _known(approved.by, "role", library)


def _documents(bid: Bid, library: Library) -> Iterator[Finding]:
    titles: dict[str, str] = {}
    for kind in bid.documents:
        yield from _known(kind, "document kind", library)
        loaded = library.outlines.get(kind)
        if loaded is None:
            continue
        title = loaded.outline.title.casefold()
        if title in titles:
            yield found(
                s110_duplicate_id.RULE,
                M("a second document of this bid is called {title}; their files would carry one name",
                  title=loaded.outline.title),
                Label(place_of(kind)),
                Label(place_of(titles[title]), M("the first one")),
                key=("documents", str(kind)),
            )  # fmt: skip
        titles.setdefault(title, kind)


def _annexes(bid: Bid, library: Library) -> Iterator[Finding]:
    """Findings for annexes of no document, unknown ones, and those that no outline would print."""
    for host, annexes in bid.annexes.items():
        if host not in bid.documents:
            message = M("the bid has no document `{name}`", name=host)
            yield found(s109_unknown_name.RULE, message, place_of(host), helps=nearest(host, bid.documents))
            continue
        for kind in annexes:
            yield from _known(kind, "document kind", library)
        outline = library.outlines.get(host)
        if outline and annexes and not has_annexes(outline):
            message = M("{document} has no place for annexes", document=outline.outline.title)
            helps = [M("write {hole} at the end of its outline", hole="`{{ annexes }}`")]
            yield found(s109_unknown_name.RULE, message, place_of(host), helps=helps, key=("annexes", str(host)))


def _clauses(ids: tuple[str, ...], library: Library) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for clause in ids:
        if clause in seen:
            yield found(
                s109_unknown_name.RULE,
                M("`{name}` is listed twice", name=clause),
                Label(place_of(clause)),
                Label(place_of(seen[clause]), M("first written here")),
                key=("twice", str(clause)),
            )
        seen.setdefault(clause, clause)
        if clause in library.present["clause"]:
            continue
        renamed = [loaded.clause.id for loaded in library.clauses.values() if clause in loaded.clause.was]
        helps = [M("it is now called `{name}`", name=name) for name in renamed]
        message = M("there is no clause `{name}`", name=clause)
        yield found(
            r201_missing_clause.RULE, message, place_of(clause), helps=helps or nearest(clause, library.clauses)
        )


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
