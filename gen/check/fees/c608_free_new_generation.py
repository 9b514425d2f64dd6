"""New versions are free without an end, or a new generation is.

What it finds: upgrades free of charge that reach to the next generation of a product; and free major versions without
an end: no phase, no term of upgrades in the bid, no event that ends them.

Why it matters: the next generation is a product of its own, which the maker sells at its price; nobody calculated it
into this bid.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: upgrade_policy
        scope: {phase: in_warranty}
        at_least: next_generation
        fee: free
    text: |
      质保期内，{{ provider }}免费提供产品换代更新。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: upgrade_policy
        scope: {phase: in_warranty}
        at_least: major
        fee: free
    text: |
      质保期内，{{ provider }}免费提供大版本升级，不含产品换代。

What to do: promise minor versions, or major ones for the term of the warranty; offer the next generation at a price.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.fees.statements import statement
from gen.check.fixes import settings_to
from gen.check.sides import says
from gen.finding import Finding, found
from gen.message import M, Named
from gen.model.fact import Fact
from gen.quantity import Choice
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each promise of upgrades that is too generous to be meant."""
    ended = any(fact.dimension == "upgrade_term" for fact in context.facts)
    for fact in context.facts:
        made = statement(fact) if fact.dimension == "upgrade_policy" else None
        if made is None or made.charged or not isinstance(fact.quantity, Choice) or fact.comparator == "at_most":
            continue
        if fact.quantity.key == "next_generation" or (fact.quantity.key == "major" and not ended and _endless(fact)):
            yield _finding(fact, context)


def _endless(fact: Fact) -> bool:
    """Whether a promise neither ends nor keeps to phases before the end of the warranty."""
    return not fact.promise.until and "post_warranty" in fact.scope.get("phase", {"post_warranty"})


def _finding(fact: Fact, context: Context) -> Finding:
    assert isinstance(fact.quantity, Choice)  # noqa: S101 - the caller has asked
    lower = "major" if fact.quantity.key == "next_generation" else "minor"
    word = fact.spec.values[lower]
    helps = [M("promise {lower} at most, and the rest at a price", lower=Named(word.label, word.en))]
    if lower == "minor":
        helps.append(M("or limit it to the warranty: `scope: {scope}`", scope="{phase: in_warranty}"))
    cell = context.package.cell(fact.setting.path) if fact.setting else None
    wanted = Choice(lower, cell[0].spec.values.get(lower, word.label)) if cell else None
    return found(
        RULE,
        M("upgrades up to {value} are free, and nobody priced them", value=str(fact.quantity))
        if lower == "major"
        else M("upgrades up to {value} are free without an end", value=str(fact.quantity)),
        says(fact),
        helps=helps,
        key=(fact.key,),
        bid=context.package.bid.id,
        fixes=settings_to(context, (fact, wanted)) if wanted else (),
    )
