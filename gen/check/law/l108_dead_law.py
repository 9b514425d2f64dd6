"""A law or standard is cited that is not in force.

What it finds: a law or standard in the basis of a clause, in a wording, an outline or a text that a bid sets, that was
repealed or replaced before the bids are opened, is not yet in force, or never existed under that name; an article
beyond the last one of its law; an article whose number has changed, and an edition of a standard older than the one
that is held, both as a hint. Laws are named by 《…》 or, where the name alone can mean nothing else, without it. What
is held comes with bidgen (gen/check/law/laws.yaml); a workspace adds to it in `clauses/laws.yaml`. A clause is judged
by the latest bid of the workspace, a bid's own texts by that bid's day.

Why it matters: evaluators check every law that is cited. A bid on a repealed law shows that its text is a copy of an
old one, and a contract on it leaves open which rules the parties meant.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    basis: [《中华人民共和国合同法》第六十二条]
    text: |
      {{ provider }}设服务热线，未尽事宜按经济法办理。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    basis: [《中华人民共和国民法典》第五百一十一条]
    text: |
      {{ provider }}设服务热线，未尽事宜依照《中华人民共和国民法典》和《中华人民共和国劳动合同法》办理。

What to do: cite the law in its place, and look up the article there; for a standard, cite the edition in force.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gen.check.context import Context
from gen.check.law.citation import Citation, Laws, article_name, article_number
from gen.check.law.data import CONFIDENCE, severity_of
from gen.check.law.phrase import texts
from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.model.library import Library
from gen.model.param import Cell
from gen.quantity import Words
from gen.rule import Confidence, Severity, rule
from gen.source import Span
from gen.yamltree import Scalar, place_of

RULE = rule(__name__, __doc__)


def check_library(library: Library) -> Iterator[Finding]:
    """Citations in clauses, profiles and outlines, on the day of the latest bid; without bids, after every repeal."""
    day = max((str(bid.project.submission) for bid in library.bids.values()), default="9999-12-31")
    gathered = _Gathered(Laws(library.laws), day)
    for name, loaded in library.clauses.items():
        if loaded.clause.status != "retired":
            for basis in loaded.clause.basis:
                gathered.add(
                    str(name), basis if "《" in basis or basis[:1].isascii() else _titled(basis), place_of(basis)
                )
            for param in loaded.params.values():
                gathered.add_cells(str(name), param.default.values())
    for owner, text in texts(library):
        gathered.add(owner, text)
    for profile, values in library.profile_values.items():
        for cells in values.values():
            gathered.add_cells(str(profile), cells.values())
    yield from gathered.findings(None)


def check(context: Context) -> Iterator[Finding]:
    """Citations in the texts that this bid sets itself, on its own day."""
    bid, library = context.package.bid, context.package.library
    cells = [cell for cells in library.bid_values.get(bid.id, {}).values() for cell in cells.values()]
    if any(isinstance(cell.quantity, Words) for cell in cells):
        gathered = _Gathered(Laws(library.laws), bid.project.submission)
        gathered.add_cells(str(bid.id), cells)
        yield from gathered.findings(str(bid.id))


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What is cited and may not be on a day: owner, law and what is wrong, to every place that cites it so."""

    laws: Laws
    day: str
    places: dict[tuple[str, str, str], list[tuple[Span, Citation]]] = field(default_factory=dict)

    def add_cells(self, owner: str, cells: Iterable[Cell]) -> None:
        for cell in cells:
            if isinstance(cell.quantity, Words):
                self.add(owner, cell.quantity.text, cell.span)

    def add(self, owner: str, text: str, whole: Span | None = None) -> None:
        """Look through a text; `whole` is its place where its characters have none of their own."""
        for citation in self.laws.cited(text):
            if wrong := _wrong(citation, self.day):
                place = (
                    text.at(citation.start, citation.length) if whole is None and isinstance(text, Scalar) else whole
                )
                if place is not None:
                    self.places.setdefault((owner, citation.name, wrong), []).append((place, citation))

    def findings(self, bid: str | None) -> Iterator[Finding]:
        for (owner, _, _), cited in self.places.items():
            yield _finding(owner, cited, self.day, bid)


def _titled(basis: str) -> str:
    """A law named without title marks, with them, so that its articles are read."""
    name, article, rest = basis.partition("第")
    return f"《{name.strip()}》{article}{rest}"


def _wrong(citation: Citation, day: str) -> str:
    """What is wrong with a citation on a day, in one word; nothing for most."""
    law = citation.law
    if law.no_law:
        return "no law"
    if citation.edition:
        return "edition"
    if law.in_force_to and law.in_force_to < day:
        return "ended"
    if law.in_force_from > day:
        return "not begun"
    if law.articles and any(article_number(article) > law.articles for article in citation.articles):
        return "article"
    moved = law.moved_on and law.moved_on <= day
    return "moved" if moved and any(_moved(citation, article) for article in citation.articles) else ""


def _moved(citation: Citation, article: str) -> str:
    number = article_number(article)
    return next((str(to) for old, to in citation.law.moved.items() if article_number(str(old)) == number), "")


def _finding(owner: str, cited: list[tuple[Span, Citation]], day: str, bid: str | None) -> Finding:
    citation = cited[0][1]
    law, wrong = citation.law, _wrong(citation, day)
    message, severity, confidence = _told(citation, wrong, day)
    instead = law.successor
    if wrong == "moved":
        instead = next(moved for article in citation.articles if (moved := _moved(citation, article)))
    if wrong == "edition":
        instead = citation.name
    return found(
        RULE,
        message,
        *(Label(span, M("cited here")) for span, _ in cited),
        notes=[M("source: {source}", source=law.source)],
        helps=[M("cite {law} instead", law=instead)] if instead else [M("look up what stands in its place")],
        key=(owner, citation.name, wrong),
        bid=bid,
        severity=severity,
        confidence=confidence,
    )


def _told(citation: Citation, wrong: str, day: str) -> tuple[Message, Severity, Confidence]:
    law, name = citation.law, citation.name
    severity, confidence = severity_of(RULE, law.confidence), CONFIDENCE[law.confidence]
    if wrong == "no law":
        return M("no law is called {law}", law=name), severity, confidence
    if wrong == "edition":
        message = M("{cited} is cited, and {law} is the edition that is held", cited=citation.edition, law=name)
        return message, Severity.HINT, Confidence.LOW
    if wrong == "ended":
        message = M("{law} was in force until {last} only, the bid is submitted on {day}", law=name,
                    last=law.in_force_to, day=day)  # fmt: skip
        return message, severity, confidence
    if wrong == "not begun":
        message = M("{law} is in force from {first} only, the bid is submitted on {day}", law=name,
                    first=law.in_force_from, day=day)  # fmt: skip
        return message, severity, confidence
    if wrong == "article":
        beyond = next(each for each in citation.articles if article_number(each) > law.articles)
        message = M("{law} has no {article}: its last is {last}", law=name, article=beyond,
                    last=article_name(law.articles))  # fmt: skip
        return message, severity, confidence
    article = next(each for each in citation.articles if _moved(citation, each))
    message = M("{law}: what {article} said has had the number {number} since {day}", law=name, article=article,
                number=_moved(citation, article), day=law.moved_on)  # fmt: skip
    return message, Severity.HINT, Confidence.LOW
