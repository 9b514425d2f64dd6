"""Steps that follow one another may take longer than the whole that is promised.

What it finds: deadlines that run on from one another (the report within 14 days, the repair within 28 days of the
report, the payment within 14 days of the repair) and together may end after a deadline that spans them all (42 days).
Each link is shown. Working time is added up from every minute of a week; public holidays are not.

Why it matters: each link is kept and the whole is still broken; the customer holds the bidder to the shorter way of
counting.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 修复流程
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      travel: {label: 到场时限, type: duration, default: 48小时}
      work: {label: 到场后的修复时限, type: duration, default: 24小时}
      whole: {label: 修复时限, type: duration, default: 60小时}
    commitments:
      - promise: onsite_arrival
        at_most: $travel
        clock: {kind: natural, from: report_received}
      - promise: resolution
        at_most: $work
        clock: {kind: natural, from: arrival}
      - promise: resolution
        at_most: $whole
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后{{ travel }}内到场，到场后{{ work }}内修复；自接到报修通知起{{ whole }}内修复完毕。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 修复流程
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      travel: {label: 到场时限, type: duration, default: 24小时}
      work: {label: 到场后的修复时限, type: duration, default: 24小时}
      whole: {label: 修复时限, type: duration, default: 48小时}
    commitments:
      - promise: onsite_arrival
        at_most: $travel
        clock: {kind: natural, from: report_received}
      - promise: resolution
        at_most: $work
        clock: {kind: natural, from: arrival}
      - promise: resolution
        at_most: $whole
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后{{ travel }}内到场，到场后{{ work }}内修复；自接到报修通知起{{ whole }}内修复完毕。

What to do: shorten a link, lengthen the whole, or promise only one of the two ways of counting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from gen.check.context import Context
from gen.check.order.links import Chain, chains, conditions, timed
from gen.check.prevails import remaining
from gen.check.scope import in_words, one_case
from gen.check.strength import deadline, lasting, moment
from gen.finding import Finding, Label, found
from gen.message import M, Message, Named
from gen.model.vocabulary import Vocabulary
from gen.quantity.clock import DAY, FRIDAY_EVENING, WEEK, Case, Deadline, Minutes, ends, even
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each promise that a chain of others may outlast."""
    vocabulary = context.package.library.vocabulary
    upper = [same for same in timed(context) if same[0].comparator != "at_least"]
    worst: dict[tuple[str, ...], tuple[Chain, Case]] = {}
    for chain in chains(upper, upper):
        case = longer(chain)
        if case is None or len(conditions(chain)) > 1:
            continue
        rest = remaining(context, chain.joint, ((chain.whole,),), ((link,) for link in chain.links))
        if not rest:
            continue
        key = (
            *(f"{link.clause} {link.commitment}" for link in chain.links),
            f"{chain.whole.clause} {chain.whole.commitment}",
        )
        known = worst.get(key)
        if known is None or _excess(case) > _excess(known[1]):
            worst[key] = (replace(chain, joint=rest[0]), case)
    for chain, case in worst.values():
        yield _finding(chain, case, context, vocabulary)


def longer(chain: Chain) -> Case | None:
    """The case in which the links end the longest after the whole; none where they never do."""
    limits = [deadline(link) for link in chain.links]
    whole = deadline(chain.whole)
    if whole is None or None in limits:
        return None
    return _longer(tuple(limit for limit in limits if limit is not None), whole)


@cache
def _longer(links: tuple[Deadline, ...], whole: Deadline) -> Case | None:
    alike = all(even(limit) for limit in (*links, whole))
    worst: Case | None = None
    for begins in [FRIDAY_EVENING] if alike else range(WEEK):
        case = Case(begins, after(links, begins) - begins, ends(whole, begins) - begins)
        if _excess(case) > 0 and (worst is None or _excess(case) > _excess(worst)):
            worst = case
    return worst


def after(links: tuple[Deadline, ...], begins: Minutes) -> Minutes:
    """The minute at which the last of several deadlines ends, each beginning where the one before ends.

    What ends with a day has happened on that day, so days that follow are counted from it.
    """
    for number, limit in enumerate(links):
        midnight = number > 0 and begins % DAY == 0 and limit.within.unit in {"day", "working_day"}
        begins = ends(limit, begins - 1 if midnight else begins)
    return begins


def _excess(case: Case) -> Minutes:
    return case.first_ends - case.second_ends


def _finding(chain: Chain, case: Case, context: Context, vocabulary: Vocabulary) -> Finding:
    whole, links = chain.whole, chain.links
    limits = tuple(limit for link in links if (limit := deadline(link)) is not None)

    def event(name: str) -> Named:
        return Named(vocabulary.events[name].label, vocabulary.events[name].en)

    def reached(number: int) -> Message:
        end = after(limits[:number], case.begins)
        return M("{event} by {moment}", event=event(links[number - 1].ends), moment=moment(case, end - case.begins))

    return found(
        RULE,
        M("{links} may take {total} together, but {whole} is promised within {value}",
          links=tuple(link.named for link in links), total=lasting(case.first_ends),
          whole=whole.named, value=str(whole.quantity)),
        Label(whole.span, M("`{path}`: from {start} to {end} within {value}", path=whole.path, start=event(whole.start),
                            end=event(whole.ends), value=str(whole.quantity))),
        *(Label(link.span, M("link {number}, `{path}`: from {start} to {end} within {value}", number=number,
                             path=link.path, start=event(link.start), end=event(link.ends), value=str(link.quantity)))
          for number, link in enumerate(links, 1)),
        notes=[
            M("{parts} makes {total}, and {whole} is {limit}", parts=" + ".join(str(link.quantity) for link in links),
              total=lasting(case.first_ends), whole=str(whole.quantity), limit=lasting(case.second_ends)),
            M("example: {case}, begun {moment}: {steps}; but all was due by {due}",
              case=in_words(one_case(chain.joint, vocabulary), vocabulary), moment=moment(case),
              steps=tuple(reached(number) for number in range(1, len(links) + 1)), due=moment(case, case.second_ends)),
        ],
        helps=[M("shorten a link or lengthen the whole, so that the links fit into it")],
        key=(whole.dimension, whole.key, *(link.key for link in links)),
        bid=context.package.bid.id,
    )  # fmt: skip
