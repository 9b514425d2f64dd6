"""Bring the YAML files of a workspace into one order, with their comments, and without a change of meaning.

Comes in: a `Source` and the record that its file is decoded to. Goes out: the text in order. Keys stand in the order
in which the record declares them, texts as literal blocks with one sentence a line, quotes only where they are needed.
What was written as a flow (`{…}`, `[…]`) stays one, for a table of one-line rows is easier to read than its opposite.
"""

from __future__ import annotations

from typing import Any

from gen import yamltree
from gen.decode import decode
from gen.finding import Finding, found
from gen.fmt.comments import comments_of
from gen.fmt.files import record_of
from gen.fmt.printing import printed
from gen.fmt.same import same
from gen.message import M
from gen.source import Source
from gen.stage_rules import s107_missing_key

__all__ = ["MeaningChangedError", "in_order", "record_of"]


class MeaningChangedError(Exception):
    """The text brought into order would say something else; nobody is given it."""


def in_order(source: Source, record: Any) -> tuple[str | None, tuple[Finding, ...]]:
    """The text of a file in order; none, with findings, for a file that cannot be read as its record.

    Raises MeaningChangedError where the outcome does not read back as what was written.
    """
    node, findings = yamltree.parse(source)
    if node is None and not findings:
        return None, (found(s107_missing_key.RULE, M("the file is empty"), source.whole_line(1)),)
    if node is None or findings:
        return None, findings
    _, findings = decode(record, node)
    if findings:
        return None, findings
    comments = comments_of(source, node)
    text = printed(node, record, comments)
    again = Source(source.path, text)
    back, wrong = yamltree.parse(again)
    if back is None or wrong or not same(node, back, record) or comments_of(again, back).texts != comments.texts:
        raise MeaningChangedError
    return text, ()
