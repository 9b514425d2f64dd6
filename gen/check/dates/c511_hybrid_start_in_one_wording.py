"""Only one wording of a clause says that the earlier of two starts counts.

What it finds: a clause of which one wording lets a term begin or end with whichever of two events comes first
(先到为准), and another wording, printed in other documents, states the start of the term without it.

Why it matters: “12 months from acceptance or 18 months from delivery, whichever ends first” is a shorter promise
than “12 months from acceptance”. If only one document says so, the other binds.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保期
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 12个月}
      latest: {label: 到货起最长, type: duration, default: 18个月}
    text: |
      质保期自验收合格之日起{{ term }}或者自到货之日起{{ latest }}，以先届满者为准。
    variants:
      letter: |
        质保期自验收合格之日起{{ term }}。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保期
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 12个月}
      latest: {label: 到货起最长, type: duration, default: 18个月}
    text: |
      质保期自验收合格之日起{{ term }}或者自到货之日起{{ latest }}，以先届满者为准。
    variants:
      letter: |
        质保期自验收合格之日起{{ term }}或者自到货之日起{{ latest }}，先届满者为准。

What to do: say the same in every wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.library import Library
from gen.rule import rule
from gen.yamltree import Scalar

RULE = rule(__name__, __doc__)

_FIRST = re.compile(r"(?:以)?(?:先到|先届满|先到达|先到期|先发生|较早届满|较早)(?:者|期|的)?为准|孰先")
_START = re.compile(r"自[^。；\n]{1,40}(?:之日|之时)?起")


def check_library(library: Library) -> Iterator[Finding]:
    """One finding for each wording that leaves out what another of its clause says."""
    for name, loaded in library.clauses.items():
        if not loaded.clause.variants:
            continue
        texts = [text for text in (loaded.clause.text, *loaded.clause.variants.values()) if isinstance(text, Scalar)]
        hybrid = next(((text, match) for text in texts if (match := _FIRST.search(text))), None)
        if hybrid is None:
            continue
        said, first = hybrid
        for text in texts:
            start = _START.search(text)
            if start is not None and not _FIRST.search(text):
                yield found(
                    RULE,
                    M("one wording of `{clause}` says `{words}`, another does not", clause=name, words=first[0]),
                    Label(text.at(start.start(), len(start[0])), M("stated here without it")),
                    Label(said.at(first.start(), len(first[0])), M("said here")),
                    helps=[M("say the same in every wording")],
                    key=(str(name), start[0]),
                )
