"""What all reports say alike: severities, counts, why a finding is accepted; and texts that are safe to show."""

from __future__ import annotations

from collections.abc import Sequence

from gen.finding import Acceptance, Finding
from gen.message import M, Message, counted, say
from gen.rule import Confidence, Severity
from gen.source import FORBIDDEN

MOST = 500
"""Characters of a message that are shown: what it quotes of a file may be as long as the file."""

WORKSPACE_FILE = "bidgen.toml"
"""Where formats that demand a place put what no file is at fault for: the file that every workspace has."""

SEVERITIES = {Severity.ERROR: M("error"), Severity.WARNING: M("warning"), Severity.HINT: M("hint")}
CONFIDENCES = {Confidence.LOW: M("low"), Confidence.MEDIUM: M("medium"), Confidence.HIGH: M("high")}

_COUNTS = {
    Severity.ERROR: (M("{count} error"), M("{count} errors")),
    Severity.WARNING: (M("{count} warning"), M("{count} warnings")),
    Severity.HINT: (M("{count} hint"), M("{count} hints")),
}


def sentence(message: Message) -> str:
    """A message on one line, not too long, without the characters that a terminal or a parser would obey."""
    text = " ".join(harmless(say(message)).splitlines())
    return text if len(text) <= MOST else f"{text[:MOST]}…"


def harmless(text: str) -> str:
    """A text with a mark in place of every control character, half surrogate and the like."""
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def parted(findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings that stand, and those that somebody has accepted."""
    standing = [finding for finding in findings if finding.accepted is None]
    return standing, [finding for finding in findings if finding.accepted]


def worst_first(findings: Sequence[Finding]) -> list[Finding]:
    """Findings by severity, otherwise in the order given."""
    return sorted(findings, key=lambda finding: -finding.severity)


def counts(findings: Sequence[Finding]) -> tuple[Message, ...]:
    """How many findings of each severity, worst first; nothing for those that there are none of."""
    numbers = {severity: sum(finding.severity == severity for finding in findings) for severity in _COUNTS}
    return tuple(counted(numbers[severity], *forms) for severity, forms in _COUNTS.items() if numbers[severity])


def places_left(count: int) -> Message:
    """What stands for places that are not shown."""
    return counted(count, M("and {count} more place"), M("and {count} more places"))


def why(accepted: Acceptance) -> str:
    """Why a finding may stand, who says so, and until when; on one line."""
    details = []
    if accepted.by:
        details.append(M("by {who}", who=accepted.by))
    if accepted.until:
        details.append(M("until {day}", day=accepted.until))
    reason = harmless(" ".join(accepted.reason.split()))[:MOST]
    return sentence(M("{reason} ({details})", reason=reason, details=tuple(details))) if details else reason


def notes(finding: Finding) -> tuple[Message, ...]:
    """The facts beside a finding; in a bid for several lots first for which of them it was found."""
    lot = lot_of(finding)
    return (M("found for the lot {lot}", lot=lot), *finding.notes) if lot else finding.notes


def lot_of(finding: Finding) -> str:
    """The id of the lot that a finding is about; "" where its bid has none, or it is about the library."""
    return finding.bid if finding.bid and "/" in finding.bid else ""


def remedies(finding: Finding) -> list[Message]:
    """What mends a finding: first the edits that were tried, then advice."""
    return [*(fix.message for fix in finding.fixes), *finding.helps]
