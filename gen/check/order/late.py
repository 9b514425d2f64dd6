"""The case in which one deadline ends after another, in words."""

from __future__ import annotations

from gen.check.scope import in_words, one_case
from gen.check.strength import moment, years_held
from gen.message import M, Message
from gen.model.fact import Fact, Scope
from gen.model.vocabulary import Vocabulary
from gen.quantity.clock import Case

REPORTED = "report_received"
"""The event from which a deadline of a fault runs where its clause names none."""


def case_words(case: Case, joint: Scope, sides: tuple[Fact, Fact], vocabulary: Vocabulary) -> list[Message]:
    """One concrete case: when it begins, when the later deadline is due, until when the earlier one may last."""
    earlier, later = (fact.named for fact in sides)
    words = [
        M(
            "example: {case}, reported {moment}: {later} is due {second}, but {earlier} may last until {first}",
            case=in_words(one_case(joint, vocabulary), vocabulary),
            moment=moment(case), earlier=earlier, first=moment(case, case.first_ends), later=later,
            second=moment(case, case.second_ends),
        )
    ]  # fmt: skip
    return words + years_held(case)
