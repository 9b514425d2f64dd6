"""Look for phrases that the law does not let stand, in the wordings of clauses and in outlines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen.check.law.data import CONFIDENCE, phrases
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.law import Phrase
from gen.model.library import Library
from gen.rule import Rule, Severity
from gen.source import Span
from gen.yamltree import Scalar

_SEVERITY = {"error": Severity.ERROR, "warning": Severity.WARNING, "hint": Severity.HINT}
_ENDS = "。；！？\n"
_REACH = 300
"""How many characters of a sentence are looked at on either side of a phrase."""


def texts(library: Library) -> Iterator[tuple[str, Scalar]]:
    """Every wording with what it belongs to: texts and variants of clauses in use, bodies of outlines."""
    for name, loaded in library.clauses.items():
        if loaded.clause.status != "retired":
            for text in (loaded.clause.text, *loaded.clause.variants.values()):
                if isinstance(text, Scalar):
                    yield str(name), text
    for kind, outline in library.outlines.items():
        yield str(kind), outline.outline.body


def phrased(rule: Rule, library: Library) -> Iterator[Finding]:
    """The findings of one rule: a finding for each phrase and text, with every place where it stands."""
    wanted = phrases(rule.id)
    for owner, text in texts(library):
        for name, phrase, pattern, unless in wanted:
            if places := [text.at(m.start(), len(m[0])) for m in pattern.finditer(text) if not _harmless(m, unless)]:
                yield _finding(rule, owner, name, phrase, places)


def _harmless(match: re.Match[str], unless: re.Pattern[str] | None) -> bool:
    """Whether something in the same sentence makes a phrase harmless."""
    if unless is None:
        return False
    text, first = match.string, max(match.start() - _REACH, 0)
    begin = max((text.rfind(end, first, match.start()) for end in _ENDS), default=-1) + 1
    ends = [at for end in _ENDS if (at := text.find(end, match.end(), match.end() + _REACH)) >= 0]
    return bool(unless.search(text, max(begin, first), min(ends, default=match.end() + _REACH)))


def _finding(rule: Rule, owner: str, name: str, phrase: Phrase, places: list[Span]) -> Finding:
    return found(
        rule,
        M("“{words}”: {why}", words=places[0].text, why=phrase.why.named),
        *(Label(place, M("it stands here")) for place in places),
        notes=[M("source: {source}", source=phrase.source)],
        helps=[M("{help}", help=phrase.help.named)],
        key=(owner, name),
        severity=_SEVERITY[phrase.severity],
        confidence=CONFIDENCE[phrase.confidence],
    )
