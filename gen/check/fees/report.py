"""How clashes of fees are told: both sides, where they meet, what mends it."""

from __future__ import annotations

from gen.check.context import Context
from gen.check.fees.statements import LIFETIME, FeeClash, Statement, fee_words, service_words
from gen.check.fixes import settings_to
from gen.check.pairs import Cause
from gen.check.scope import in_words, meet
from gen.finding import Finding, Fix, Label, found
from gen.message import M, Message
from gen.model.vocabulary import Vocabulary
from gen.quantity import Choice
from gen.rule import Rule


def clash_finding(rule: Rule, cause: Cause[FeeClash], context: Context) -> Finding:
    """One finding for clashes of one cause, the gravest of them in front."""
    vocabulary = context.package.library.vocabulary
    worst = max(cause.clashes, key=lambda clash: clash.severity)
    better, worse = worst.better[0], worst.worse[0]
    every = (better, worse, *(side for clash in cause.clashes for side in (*clash.better, *clash.worse)))
    sides = {side.fact.span: side for side in every}
    return found(
        rule,
        M("{service}: {first} by `{path}`, but {second} by `{other}`", service=_joint_service(worst, vocabulary),
          first=fee_words(better, vocabulary), path=better.fact.path, second=fee_words(worse, vocabulary),
          other=worse.fact.path),
        *(Label(side.fact.span, _said(side, vocabulary)) for side in sides.values()),
        notes=_notes(cause, worst, vocabulary),
        helps=[
            M("say once who pays for {service}, and let the other clause refer to it",
              service=_joint_service(worst, vocabulary)),
            M("or limit the two to services, phases or equipment that do not meet"),
            M("where the charge is a deliberate exception, declare it: `overrides: [{clause}]`",
              clause=better.fact.clause),
        ],
        key=sorted({f"{side.fact.key} {side.fact.dimension}" for side in sides.values()}),
        bid=context.package.bid.id,
        severity=worst.severity,
        fixes=_fixes(worst, context) if len(sides) == 2 else (),
    )  # fmt: skip


def _notes(cause: Cause[FeeClash], worst: FeeClash, vocabulary: Vocabulary) -> list[Message]:
    cases = tuple(dict.fromkeys(_case(clash, vocabulary) for clash in (worst, *cause.clashes)))
    notes = [M("both hold: {case}", case=cases[0])]
    if len(cases) > 1:
        notes.append(M("{count} cases: {cases}", count=len(cases), cases=cases))
    better, worse = worst.better[0], worst.worse[0]
    if better.fact.dimension == LIFETIME and "phase" not in better.scope:
        notes.append(M("a promise for life holds after the warranty too, since it names no phase"))
    elif "phase" in worse.scope and "phase" not in better.scope:
        notes.append(M("`{path}` names no phase, so it holds in all of them", path=better.fact.path))
    return notes


def _case(clash: FeeClash, vocabulary: Vocabulary) -> Message:
    return in_words(meet(clash.better[0].scope, clash.worse[0].scope) or {}, vocabulary)


def _joint_service(clash: FeeClash, vocabulary: Vocabulary) -> object:
    """The services that both are about; where one is about all, those of the other."""
    better, worse = clash.better[0], clash.worse[0]
    joint = meet(better.scope, worse.scope) or {}
    if "service" in joint:
        values = vocabulary.axes["service"].values
        return in_words({"service": joint["service"] & frozenset(values)}, vocabulary)
    narrower = better if better.subjects else worse
    return service_words(narrower, vocabulary) if narrower.subjects else M("every service")


def _said(side: Statement, vocabulary: Vocabulary) -> Message:
    if side.fact.promise.base:
        return M("`{path}`: {fee}, of {base}", path=side.fact.path, fee=fee_words(side, vocabulary),
                 base=side.fact.promise.base)  # fmt: skip
    return M("`{path}`: {fee}", path=side.fact.path, fee=fee_words(side, vocabulary))


def _fixes(clash: FeeClash, context: Context) -> tuple[Fix, ...]:
    """A fee that is itself a value of the bid may be set to the other's."""
    fixes: list[Fix] = []
    better, worse = clash.better[0], clash.worse[0]
    for side, other in ((worse, better), (better, worse)):
        cell = context.package.cell(side.fact.setting.path) if side.fact.setting else None
        if cell is not None and other.fee in cell[0].spec.values:
            fixes += settings_to(context, (side.fact, Choice(other.fee, cell[0].spec.values[other.fee])))
    return tuple(fixes)
