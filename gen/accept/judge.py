"""Whether what accepts findings still holds: nothing accepted stays so unseen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import PurePosixPath

from gen.accept.comments import Ignore
from gen.accept.entry import file_of
from gen.accept.mark import Acceptances, entry_key, holds
from gen.accept.seen import Seen
from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.model.acceptance import Accepted
from gen.stage_rules import (
    a103_unused_ignore,
    a105_expired_acceptance,
    a106_stale_acceptance,
    a108_accepted_for_other_rule,
)
from gen.yamltree import place_of


def judge(findings: Sequence[Finding], given: Acceptances, seen: Seen, today: date) -> Iterator[Finding]:
    """Findings about acceptances: expired, stale, unused, meant for another rule.

    `findings` are all that a run has found, accepted or not. What accepts findings of a bid that was not examined as
    a whole is not judged.
    """
    matched: dict[tuple[str | None, str], Finding] = {}
    ignored: set[tuple[Ignore, str]] = set()
    for finding in findings:
        if given.entry(finding) is not None:
            matched.setdefault(entry_key(finding), finding)
        ignored.update((ignore, finding.rule.id) for ignore in given.ignores_of(finding))
    for (bid, fingerprint), entry in given.entries.items():
        finding_of = matched.get((bid, fingerprint))
        if finding_of is None and not seen.whole(bid):
            continue
        if not holds(entry, today):
            yield _expired(entry, bid)
        elif finding_of is None:
            yield _stale(entry, bid, findings)
        elif entry.rule not in {finding_of.rule.id, finding_of.rule.name}:
            yield _of_another_rule(entry, bid, finding_of)
    for ignore in given.ignores:
        bid = _bid_of(ignore.path)
        unused = tuple(rule for rule in ignore.rules if (ignore, rule) not in ignored)
        if unused and (seen.everything if bid is None else seen.whole(bid)):
            yield _unused(ignore, unused, bid)


def _expired(entry: Accepted, bid: str | None) -> Finding:
    place = place_of(entry.until)
    return found(
        a105_expired_acceptance.RULE,
        M("the acceptance of `{fingerprint}` ended on {day}", fingerprint=entry.fingerprint, day=entry.until),
        Label(place, M("its last day")),
        notes=[M("accepted by {by}: {reason}", by=entry.by, reason=entry.reason)],
        helps=[M("mend what was found, or decide again: a later day, and why")],
        key=(place.source.path, str(entry.fingerprint)),
        bid=bid,
    )


def _stale(entry: Accepted, bid: str | None, findings: Sequence[Finding]) -> Finding:
    place = place_of(entry.fingerprint)
    return found(
        a106_stale_acceptance.RULE,
        M("nothing is found any more that has the fingerprint `{fingerprint}`", fingerprint=entry.fingerprint),
        place,
        notes=[M("accepted by {by}: {reason}", by=entry.by, reason=entry.reason)],
        helps=[*_meant(entry, findings), M("delete the entry")],
        key=(place.source.path, str(entry.fingerprint)),
        bid=bid,
    )


def _meant(entry: Accepted, findings: Sequence[Finding]) -> Iterator[Message]:
    """What a stale entry may mean: a finding recorded in the wrong file, or one whose fingerprint is misspelt."""
    elsewhere = next((finding for finding in findings if finding.fingerprint == entry.fingerprint), None)
    if elsewhere is not None:
        yield M("move the entry to `{path}`: there such a finding is accepted", path=file_of(elsewhere))
        return
    present = sorted({finding.fingerprint for finding in findings})
    yield from (
        M("did you mean `{name}`?", name=near) for near in get_close_matches(entry.fingerprint, present, 1, 0.8)
    )


def _of_another_rule(entry: Accepted, bid: str | None, finding: Finding) -> Finding:
    place = place_of(entry.rule)
    message = M(
        "`{fingerprint}` is a finding of {found}, not of {said}",
        fingerprint=entry.fingerprint, found=str(finding.rule), said=entry.rule,
    )  # fmt: skip
    return found(
        a108_accepted_for_other_rule.RULE,
        message,
        place,
        helps=[M("read what is found now; if it may stand as well, write `rule: {rule}`", rule=finding.rule.id)],
        key=(place.source.path, str(entry.fingerprint)),
        bid=bid,
    )


def _unused(ignore: Ignore, rules: tuple[str, ...], bid: str | None) -> Finding:
    return found(
        a103_unused_ignore.RULE,
        M("{rules} finds nothing here that this comment could accept", rules=rules),
        ignore.span,
        helps=[M("delete the comment, or put it on a line that a finding points at, or on the line above")],
        key=(ignore.path, *rules, ignore.reason),
        bid=bid,
    )


def _bid_of(path: str) -> str | None:
    parts = PurePosixPath(path).parts
    return parts[1] if parts[0] == "projects" else None
