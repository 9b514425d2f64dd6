"""Findings as Markdown: a comment on a pull request, the summary of a job.

The counts stand first, then a section a finding, worst first; what somebody has accepted is folded away below. A
comment may have 65,536 characters: what does not fit is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gen.finding import Finding, Label
from gen.message import M, counted, say
from gen.report.words import (
    CONFIDENCES,
    SEVERITIES,
    counts,
    harmless,
    notes,
    parted,
    places_left,
    remedies,
    sentence,
    why,
    worst_first,
)
from gen.rule import Confidence

COMMENT = 65_536
"""Characters that GitHub takes in a comment."""
SUMMARY = 1024 * 1024 // 4
"""Characters that surely fit into the summary of a job, which may have a mebibyte."""


def markdown_report(findings: Sequence[Finding]) -> str:
    """All findings as a comment on a pull request, or as many as it may hold."""
    return _report(findings, COMMENT)


def job_summary(findings: Sequence[Finding]) -> str:
    """All findings for the summary page of a GitHub job: what $GITHUB_STEP_SUMMARY names takes it."""
    return _report(findings, SUMMARY)


def prose(text: str) -> str:
    """A text as Markdown that shows just these characters; what stands in backticks stays code.

    Nothing in it becomes markup or a link, and nobody who is named in it gets a mail.
    """
    parts = text.split("`")
    if len(parts) % 2 == 0:  # an odd number of backticks: they are not ours
        return _escaped(text)
    return "".join(_quoted(part) if position % 2 else _escaped(part) for position, part in enumerate(parts))


def code(text: str) -> str:
    """A text as Markdown code, whatever is in it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest or not text.strip() or (text[0] == " " == text[-1]) else ""
    return f"{fence}{space}{text}{space}{fence}"


def _report(findings: Sequence[Finding], limit: int) -> str:
    standing, accepted = parted(findings)
    found = counts(standing)
    head = M("bidgen: {found}", found=found) if found else M("bidgen: nothing found")
    parts = [f"**{prose(say(head))}**"]
    folded = []
    if accepted:
        parts[0] += f" · {_accepted_count(accepted)}"
        lines = _within((_accepted(finding) for finding in accepted), len(accepted), limit // 8, "\n")
        folded = [f"<details><summary>{_accepted_count(accepted)}</summary>\n\n{lines}\n\n</details>"]
    room = limit - sum(len(part) for part in (*parts, *folded)) - _RESERVE
    if standing:
        parts.append(
            _within(("\n".join(_section(finding)) for finding in worst_first(standing)), len(standing), room, "\n\n")
        )
    return "\n\n".join([*parts, *folded])


_RESERVE = 300
"""Characters for blank lines and for the words on what is left out."""


def _within(parts: Iterable[str], count: int, limit: int, between: str) -> str:
    """As many of the parts as have room; then how many are left out."""
    shown: list[str] = []
    length = 0
    for part in parts:
        length += len(part) + len(between)
        if length > limit:
            left = counted(count - len(shown), M("and {count} more finding"), M("and {count} more findings"))
            shown.append(f"- … {say(left)}")
            break
        shown.append(part)
    return between.join(shown)


def _section(finding: Finding) -> Iterator[str]:
    title = f"{say(SEVERITIES[finding.severity])} {code(str(finding.rule))}"
    yield f"#### {title} {prose(sentence(finding.message))}"
    yield ""
    yield from (_place(label) for label in finding.labels[:_MOST_PLACES])
    if len(finding.labels) > _MOST_PLACES:
        yield f"- … {say(places_left(len(finding.labels) - _MOST_PLACES))}"
    facts = [M("note: {text}", text=note) for note in notes(finding)]
    if finding.confidence < Confidence.HIGH:
        facts.append(M("confidence: {level}", level=CONFIDENCES[finding.confidence]))
    facts += [M("fix: {text}", text=text) for text in remedies(finding)]
    yield from (f"- {prose(sentence(fact))}" for fact in facts)
    yield f"- {code(f'bidgen explain {finding.rule.id}')} · {code(finding.fingerprint)}"


_MOST_PLACES = 8


def _place(label: Label) -> str:
    place = code(harmless(str(label.span)))
    return f"- {place}: {prose(sentence(label.text))}" if label.text else f"- {place}"


def _accepted(finding: Finding) -> str:
    message = f"- {code(f'{finding.rule} {finding.fingerprint}')} {prose(sentence(finding.message))}"
    return f"{message}: {prose(why(finding.accepted))}" if finding.accepted else message


def _accepted_count(accepted: Sequence[Finding]) -> str:
    return say(M("{count} accepted", count=len(accepted)))


def _quoted(text: str) -> str:
    """What stood in backticks; nothing at all cannot be code."""
    return code(text) if text else r"\`\`"


def _escaped(text: str) -> str:
    text = re.sub(r"[\\`*\[\]~|$]|(?<!\w)_|_(?!\w)|^[#+-]|(?<=^\d)[.)]", r"\\\g<0>", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # GitHub makes links of @names, #numbers and bare addresses after reading Markdown: an empty comment parts them.
    return re.sub(r"(?<=[@#])(?=\w)|(?<=:)(?=//)|(?<=\bwww)(?=\.)", "<!-- -->", text, flags=re.IGNORECASE)
