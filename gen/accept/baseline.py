"""The findings that an old library has today: they are let stand, and only new ones count.

A baseline is a list of fingerprints, sorted, one block an entry, without line numbers. It only shrinks: what is mended
is reported until its entry is gone.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from gen import yamltree
from gen.accept.entry import entry_text, words_of
from gen.accept.seen import Seen
from gen.decode import decode
from gen.finding import Acceptance, Finding, found, in_order
from gen.message import M, say
from gen.model.acceptance import Known
from gen.model.bid import folder_of
from gen.source import Source
from gen.stage_rules import a109_stale_baseline, s108_wrong_type
from gen.workspace import Workspace, read
from gen.yamltree import place_of

Key = tuple[str, str]
"""The bid, empty for the library, and the fingerprint."""


def read_baseline(file: Path, shown: str) -> tuple[tuple[Known, ...] | None, tuple[Finding, ...]]:
    """Read a baseline, wherever it lies; none where there is no such file.

    `shown` is the path that findings about it name.
    """
    file = Path(os.path.realpath(file))
    if not file.is_file():
        return None, ()
    source, findings = read(Workspace(file.parent), file.name)
    if source is None:
        return (), tuple(_renamed(finding, shown) for finding in findings)
    node, tree_findings = yamltree.parse(Source(shown, source.text))
    problems = [*findings, *tree_findings]
    if node is None:
        return (), tuple(problems)
    if not isinstance(node, yamltree.Sequence):
        message = M("the value does not fit: {expected}", expected=M("a list is expected here"))
        return (), (*problems, found(s108_wrong_type.RULE, message, node.span.source.whole_line(node.span.line)))
    known = []
    for item in node.items:
        entry, entry_problems = decode(Known, item)
        known += [entry] if entry else []
        problems += entry_problems
    return tuple(known), tuple(problems)


def known_among(
    findings: Iterable[Finding], known: Sequence[Known], seen: Seen
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings in order, those marked that a baseline knows; and a finding for each entry of it that is stale."""
    left = Counter[Key]()
    entries: dict[Key, Known] = {}
    for entry in known:
        left[_key(entry)] += entry.count
        entries.setdefault(_key(entry), entry)
    marked = []
    for finding in in_order(findings):
        key = (finding.bid or "", finding.fingerprint)
        if finding.accepted is None and left[key] > 0:
            left[key] -= 1
            entry = entries[key]
            reason = say(M("baseline of {day}", day=entry.on))
            place = entry.span or place_of(entry.fingerprint)
            marked.append(replace(finding, accepted=Acceptance(reason, "", "", place)))
        else:
            marked.append(finding)
    stale = (
        _stale(entry, left[key])
        for key, entry in entries.items()
        if left[key] and seen.whole(folder_of(entry.bid) or None)
    )
    return tuple(marked), tuple(stale)


def recorded(findings: Iterable[Finding], recorded_before: Iterable[Known], seen: Seen, today: date) -> str:
    """The text of a baseline of the findings that nobody has accepted.

    Former entries keep their day and words as long as they are needed, or nobody can say that they are not.
    """
    earlier: dict[Key, Known] = {_key(entry): entry for entry in recorded_before}
    counts = Counter[Key]()
    values: dict[Key, tuple[str, str, str]] = {}
    for finding in in_order(findings):
        if finding.accepted is None:
            key = (finding.bid or "", finding.fingerprint)
            counts[key] += 1
            former = earlier.get(key)
            day, words = (former.on, former.what) if former else (today.isoformat(), words_of(finding))
            values.setdefault(key, (finding.rule.id, day, words))
    for key, known in earlier.items():
        if key not in counts and not seen.whole(folder_of(known.bid) or None):
            counts[key] = known.count
            values[key] = (known.rule, known.on, known.what)
    ordered = sorted(values, key=lambda key: (key[0], values[key][0], key[1]))
    blocks = []
    for key in ordered:
        (bid, fingerprint), (rule, day, words) = key, values[key]
        count = str(counts[key]) if counts[key] > 1 else ""
        entry = {"fingerprint": fingerprint, "rule": rule, "bid": bid, "count": count, "on": day, "what": words}
        blocks.append(entry_text(entry))
    return "".join(blocks) or "[]\n"


def _stale(entry: Known, left: int) -> Finding:
    place = place_of(entry.fingerprint)
    if left < entry.count:
        message = M(
            "{left} of the {count} findings `{fingerprint}` of the baseline are gone",
            left=left, count=entry.count, fingerprint=entry.fingerprint,
        )  # fmt: skip
    else:
        message = M("the finding `{fingerprint}` of the baseline is gone", fingerprint=entry.fingerprint)
    return found(
        a109_stale_baseline.RULE,
        message,
        place,
        helps=[M("write the baseline anew: `bidgen check --write-baseline {path}`", path=place.source.path)],
        key=(str(entry.fingerprint),),
        bid=str(entry.bid) or None,
    )


def _key(entry: Known) -> Key:
    return (str(entry.bid), str(entry.fingerprint))


def _renamed(finding: Finding, shown: str) -> Finding:
    """A finding about a file that could not be read, under the name that the reader knows."""
    labels = tuple(
        replace(label, span=label.span._replace(source=Source(shown, label.span.source.text)))
        for label in finding.labels
    )
    return replace(finding, labels=labels, key=(shown,))
