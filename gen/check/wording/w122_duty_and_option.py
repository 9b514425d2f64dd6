"""One duty is promised in one place and left open in another.

What it finds: promises of the same kind by the same party whose scopes meet, with modality `may` or `should` in one
place and `shall` in the other.

Why it matters: 可派工程师 beside 应派工程师 lets the bidder say that nothing was promised; the customer will hold it
to the stricter one.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      window: {label: 服务时段, type: window, default: 7×24}
    commitments:
      - promise: service_window
        scope: {phase: in_warranty}
        at_least: $window
      - promise: service_window
        scope: {phase: in_warranty}
        at_least: $window
        modality: may
    text: |
      {{ provider }}每周{{ window }}小时值守，也可每周{{ window }}小时派员。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      window: {label: 服务时段, type: window, default: 7×24}
    commitments:
      - promise: service_window
        scope: {phase: in_warranty}
        at_least: $window
      - promise: service_window
        scope: {phase: post_warranty}
        at_least: $window
        modality: may
    text: |
      {{ provider }}每周{{ window }}小时值守；质保期外可每周{{ window }}小时派员。

What to do: decide whether it is owed, and say so everywhere; or part the scopes.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.scope import in_words, meet
from gen.finding import Finding, Label, found
from gen.message import M, Named
from gen.model.fact import Fact
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

_OPEN = {"may", "should"}


def check(context: Context) -> Iterator[Finding]:
    """One finding for each two commitments that make one thing a duty and an option."""
    vocabulary = context.package.library.vocabulary
    owed: dict[tuple[str, str], list[Fact]] = {}
    open_: list[Fact] = []
    for fact in context.facts:
        if fact.modality == "shall":
            owed.setdefault((fact.dimension, fact.obligor), []).append(fact)
        elif fact.modality in _OPEN:
            open_.append(fact)
    seen: set[tuple[str, int, str, int]] = set()
    for option in open_:
        for duty in owed.get((option.dimension, option.obligor), ()):
            joint = meet(duty.scope, option.scope)
            pair = (duty.clause, duty.commitment, option.clause, option.commitment)
            if joint is None or pair in seen:
                continue
            seen.add(pair)
            word = vocabulary.modalities[option.modality]
            yield found(
                RULE,
                M("{promise} is a duty in one place and left open in another",
                  promise=option.named),
                Label(option.promise.span or option.span, M("here: {word}", word=Named(word.label, word.en))),
                Label(duty.promise.span or duty.span, M("here it is owed")),
                notes=(M("both hold: {case}", case=in_words(joint, vocabulary)),),
                helps=(M("set one `modality` for both, or part their scopes"),),
                key=(option.dimension, *sorted({duty.clause, option.clause})),
                bid=context.package.bid.id,
            )  # fmt: skip
