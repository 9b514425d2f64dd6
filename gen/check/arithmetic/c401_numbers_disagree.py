"""Numbers that belong together do not agree.

What it finds: a relation that a clause declares under `relations` and that does not hold for the values of the bid:
copies that do not add up, payment shares that are not 100%, visits that are not frequency times term, a price that is
not quantity times unit price. Amounts are reckoned exactly and with their units; a relation whose values have no
common measure in this bid (months against days) is reported as undecided. A relation that speaks of a clause that the
bid does not contain, or of a value that is not set, is not judged.

Why it matters: evaluators add up tables. A sum that does not fit makes them doubt every other number, and in a
contract nobody knows which of the two binds.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 份数
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      total: {label: 总份数, type: count, unit: 份, default: 6份}
      ours: {label: 我方份数, type: count, unit: 份, default: 2份}
      theirs: {label: 对方份数, type: count, unit: 份, default: 2份}
    relations:
      - that: total == ours + theirs
        why: 总份数等于各方所执份数之和
    text: |
      本协议共{{ total }}，{{ customer }}执{{ theirs }}，{{ provider }}执{{ ours }}。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 份数
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      total: {label: 总份数, type: count, unit: 份, default: 4份}
      ours: {label: 我方份数, type: count, unit: 份, default: 2份}
      theirs: {label: 对方份数, type: count, unit: 份, default: 2份}
    relations:
      - that: total == ours + theirs
        why: 总份数等于各方所执份数之和
    text: |
      本协议共{{ total }}，{{ customer }}执{{ theirs }}，{{ provider }}执{{ ours }}。

What to do: correct the number that is wrong. Where the relation itself is wrong, its clause's owner corrects that.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.arithmetic.settled import Settled
from gen.check.context import Context
from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.model.setting import Setting
from gen.quantity.algebra import shown
from gen.rule import Severity, rule
from gen.template.arithmetic import BANDS, operands
from gen.template.reckon import NotSetError, Seam, UnfitError, holds, seams, sides

RULE = rule(__name__, __doc__)

_FAILS = {
    "==": M("`{left}` is {value}, not {other}"),
    "<=": M("`{left}` is {value}, more than {other}"),
    ">=": M("`{left}` is {value}, less than {other}"),
    "<": M("`{left}` is {value}, not less than {other}"),
    ">": M("`{left}` is {value}, not more than {other}"),
}


def check(context: Context) -> Iterator[Finding]:
    """One finding for each relation that does not hold, with all its rows."""
    package = context.package
    for clause in package.clauses:
        for bound in package.library.relations.get(clause, ()):
            settled = Settled(bound, package)
            try:
                if bound.comparison.operator == BANDS:
                    if broken := seams(bound.comparison, settled.values()):
                        yield _bands(settled, broken)
                    continue
                rows = [row for row in settled.rows if not _holds(settled, row)]
                if rows:
                    yield _finding(settled, rows)
            except NotSetError:
                continue
            except UnfitError as unfit:
                yield _undecided(settled, unfit)


def _holds(settled: Settled, row: str) -> bool:
    """Whether it holds in a row; a row without one of its values is not judged, while the others are."""
    try:
        return holds(settled.bound.comparison, settled.values(), row)
    except NotSetError:
        return True


def _finding(settled: Settled, rows: list[str]) -> Finding:
    comparison, relation = settled.bound.comparison, settled.bound.relation
    values = shown(*sides(comparison, settled.values(), rows[0]))
    other: Message | str = values[1]
    if any(operands(comparison.right)):
        other = M("`{right}`, {value}", right=comparison.right_text, value=values[1])
    message = M(_FAILS[comparison.operator].text, left=comparison.left_text, value=values[0], other=other)
    if relation.each:
        message = M("{row}: {message}", row=rows[0], message=message)
    notes = [M("{count} rows: {rows}", count=len(rows), rows=tuple(rows))] if len(rows) > 1 else []
    fixes = tuple(settled.fixes())
    return found(
        RULE,
        message,
        *_labels(settled, rows[0]),
        notes=notes,
        helps=[] if fixes else [_ASK],
        fixes=fixes,
        key=(settled.bound.clause, str(relation.that)),
        bid=settled.package.bid.id,
    )


_ASK = M("no single value that the guardrails permit makes it hold: correct several, or ask the owners of the clauses")


def _bands(settled: Settled, broken: list[Seam]) -> Finding:
    first = broken[0]
    ends, begins = shown(first.ends, first.begins)
    said = M("`{lower}` ends at {ends}, but `{upper}` begins at {begins}: a gap", lower=first.lower, upper=first.upper,
             ends=ends, begins=begins)  # fmt: skip
    if not first.gap:
        said = M("`{lower}` ends at {ends}, but `{upper}` begins at {begins}: both hold there", lower=first.lower,
                 upper=first.upper, ends=ends, begins=begins)  # fmt: skip
    rows = {row for seam in broken for row in (seam.lower, seam.upper)}
    settings = [each for each in settled.settings("") if each.path.split(".")[-2] in rows]
    return found(
        RULE,
        said,
        *_labels(settled, "", settings),
        notes=[M("{count} rows: {rows}", count=len(rows), rows=tuple(sorted(rows)))] if len(rows) > 2 else [],
        helps=[M("let each range begin where the one below it ends")],
        key=(settled.bound.clause, str(settled.bound.relation.that)),
        bid=settled.package.bid.id,
    )


def _undecided(settled: Settled, unfit: UnfitError) -> Finding:
    return found(
        RULE,
        M("undecided whether `{relation}` holds: {reason}", relation=str(settled.bound.relation.that),
          reason=unfit.message),
        *_labels(settled, settled.rows[0] if settled.rows else ""),
        helps=[M("set lengths of time all in months or all in days, and no divisor of zero")],
        key=("undecided", settled.bound.clause, str(settled.bound.relation.that)),
        bid=settled.package.bid.id,
        severity=Severity.WARNING,
    )  # fmt: skip


def _labels(settled: Settled, row: str, settings: list[Setting] | None = None) -> list[Label]:
    """Every value with who set it, then the relation itself."""
    taking_part = settled.settings(row) if settings is None else settings
    given = {source.path: source for each in taking_part for source in each.sources}.values()
    labels = [
        Label(each.span, M("`{path}` is {value}, set by {by}", path=each.path, value=each.text, by=_who(each)))
        for each in given
    ]
    why = settled.bound.relation.why
    said = M("must hold: {why}", why=why) if why else M("must hold")
    return [*labels, Label(settled.bound.comparison.text.span, said)]


def _who(setting: Setting) -> Message:
    match setting.set_by:
        case "bid":
            return M("this bid")
        case "profile":
            return M("the profile {name}", name=setting.by)
        case _:
            return M("its clause")
