"""Living with findings: which of them stand accepted, and whether what accepts them still holds.

Comes in: findings, and the acceptances of a workspace: entries of accepted.yaml by fingerprint, comments
`# bidgen: ignore C301 -- reason` by place. Goes out: the same findings, the accepted ones marked, never dropped; and
findings about the acceptances themselves. No clock: the day is handed in.
"""

from gen.accept.baseline import known_among, read_baseline, recorded
from gen.accept.comments import says_anything
from gen.accept.entry import added, file_of, words_of
from gen.accept.judge import judge
from gen.accept.mark import Acceptances, acceptances, marked
from gen.accept.seen import MISSING, Seen, seen
from gen.accept.since import new_since

__all__ = [
    "MISSING",
    "Acceptances",
    "Seen",
    "acceptances",
    "added",
    "file_of",
    "judge",
    "known_among",
    "marked",
    "new_since",
    "read_baseline",
    "recorded",
    "says_anything",
    "seen",
    "words_of",
]
