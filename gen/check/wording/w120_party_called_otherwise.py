"""A party is called by another name.

What it finds: 甲方, 我公司, 采购人, 用户 and the like typed for a party in a wording, where the document calls that
party otherwise. Wordings that serve several document kinds print the parties by `{{ provider }}` and `{{ customer
}}`. 用户 and 客户 count only where they act or are acted upon as the party; 最终用户, 客户端, 用户名 are none.

Why it matters: “乙方 receives what the user pays” binds somebody who has not signed; one party has one name in one
document.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}向甲方提交报告。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}向{{ customer }}提交报告，最终用户为本单位人员。

What to do: write `{{ provider }}` or `{{ customer }}`; in an outline, the words of its own front matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.wording.lexicon import Places, Told, hits, word_finding
from gen.check.wording.passages import library_passages
from gen.finding import Finding
from gen.message import M
from gen.model.library import Library
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)


def check_library(library: Library) -> Iterator[Finding]:
    """One finding for each name that a clause or outline types for a party which its documents call otherwise."""
    words = {kind: {str(word) for word in outline.outline.words.values()} for kind, outline in library.outlines.items()}
    common = set.intersection(*words.values()) if words else set()
    places: dict[tuple[str, str], Places] = {}
    for passage in library_passages(library):
        if passage.where == "wording":
            right = words.get(passage.kind, common)
            for hit in hits("party", passage.text):
                if hit.word not in right:
                    places.setdefault((passage.owner, hit.word), []).append((passage, hit))
    for (_, word), where in places.items():
        message = M("`{word}` is not what the documents call this party", word=word)
        yield word_finding(Told(RULE, "party", message), where)
