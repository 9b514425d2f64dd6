"""Make findings of broken limits: one for each commitment and limit, with every case, and a fix where there is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gen.check.context import Context
from gen.check.guardrail import permission
from gen.check.law.data import CONFIDENCE, bound, severity_of
from gen.check.law.limit import Verdict, breaks, verdicts
from gen.check.scope import in_words
from gen.check.sides import says
from gen.finding import Edit, Finding, Fix, found
from gen.message import M, Message
from gen.model.fact import Fact
from gen.model.law import Limit
from gen.quantity import Choice, Quantity
from gen.rule import Rule


def breaches(rule: Rule, context: Context) -> Iterator[Finding]:
    """The findings of one rule: promises beyond a limit of the law that is known to bind them."""
    groups: dict[tuple[str, int, str], list[Verdict]] = {}
    for verdict in verdicts(context, rule.id):
        if verdict.decided:
            fact = verdict.fact
            groups.setdefault((fact.clause, fact.commitment, str(verdict.limit.source)), []).append(verdict)
    for group in groups.values():
        yield _finding(rule, group, context)


def _finding(rule: Rule, group: list[Verdict], context: Context) -> Finding:
    first = group[0]
    fact, limit = first.fact, first.limit
    vocabulary = context.package.library.vocabulary
    notes = [M("{law}: {why}", law=limit.source, why=limit.why.named)]
    if first.because:
        notes.append(M("it binds because {reasons}", reasons=first.because))
    if limit.in_force_from:
        notes.append(
            M("in force since {since}, the bid is submitted on {day}", since=limit.in_force_from,
              day=context.package.bid.project.submission)
        )  # fmt: skip
    if first.case is not None:
        notes.append(first.case)
    if len(group) > 1:
        cases = tuple(in_words(verdict.fact.scope, vocabulary) for verdict in group)
        notes.append(M("{count} cases: {cases}", count=len(group), cases=cases))
    fixes, helps = _mend(fact, limit, context)
    labels = [says(one.fact)
              for one in group]  # fmt: skip
    return found(
        rule,
        _message(fact, limit),
        *labels,
        notes=notes,
        helps=helps,
        key=(fact.dimension, limit.source, fact.key),
        bid=context.package.bid.id,
        severity=severity_of(rule, limit.confidence),
        confidence=CONFIDENCE[limit.confidence],
        fixes=fixes,
    )


def _message(fact: Fact, limit: Limit) -> Message:
    promise, value, allowed = fact.named, str(fact.quantity), bound(limit)
    if allowed is None:
        if limit.none_of:
            return M("{promise}: {value}, which {law} does not let stand", promise=promise, value=value,
                     law=limit.source)  # fmt: skip
        return M("{promise} hangs on something that {law} does not admit as a condition", promise=promise,
                 law=limit.source)  # fmt: skip
    if limit.at_most:
        text = M("{promise} is {value}, but {law} allows at most {limit}", promise=promise, value=value,
                 law=limit.source, limit=str(allowed))  # fmt: skip
    elif limit.at_least:
        text = M("{promise} is {value}, but {law} demands at least {limit}", promise=promise, value=value,
                 law=limit.source, limit=str(allowed))  # fmt: skip
    else:
        text = M("{promise} is {value}, but {law} demands more than {limit}", promise=promise, value=value,
                 law=limit.source, limit=str(allowed))  # fmt: skip
    return text


def _mend(fact: Fact, limit: Limit, context: Context) -> tuple[list[Fix], list[Message]]:
    """Values that this bid may take by itself and the law lets stand; without one, whom to ask."""
    if fact.setting is not None and (fixes := list(_fixes(fact.setting.path, _candidates(fact, limit, context)))):
        return fixes, []
    if bound(limit) is None and not limit.none_of:
        return [], [M("let it run from delivery or acceptance, without a condition")]
    if fact.setting is None:
        return [], [M("change it in the clause `{clause}`", clause=fact.clause)]
    return [], [
        M("no guardrail permits a value that mends it: ask the owners of {clauses}", clauses=(f"`{fact.clause}`",))
    ]


def _fixes(path: str, values: Iterable[Quantity]) -> Iterator[Fix]:
    for value in values:
        message = M("set `{path}` to {value} (inside its guardrail)", path=path, value=str(value))
        yield Fix(message, (Edit(path, value.key if isinstance(value, Choice) else str(value)),))


def _candidates(fact: Fact, limit: Limit, context: Context) -> Iterator[Quantity]:
    """Values inside the guardrail that keep the limit: the limit itself, the clause's default, an end of its range."""
    package = context.package
    cell = package.cell(fact.setting.path) if fact.setting else None
    if cell is None or fact.setting is None:
        return
    param, key = cell
    guard, default = param.allow.get(key), param.default.get(key)
    values = [bound(limit), default.quantity if default else None]
    values += [end for each in (guard.ranges if guard else ()) for end in (each.high, each.low)]
    for value in values:
        if value is None or not _keeps(value, fact, limit):
            continue
        if permission(param, key, value, package.bid, fact.setting.path).granted:
            yield value


def _keeps(value: Quantity, fact: Fact, limit: Limit) -> bool:
    return breaks(replace(fact, quantity=value), limit)[0] is False
