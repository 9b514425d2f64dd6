"""Which files of a workspace can be brought into order, and the record that each is decoded to."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from gen.model.bid import Bid, Company
from gen.model.clause import Clause, Profile
from gen.model.form import Form
from gen.model.law import LawAdditions
from gen.model.vocabulary import VocabularyAdditions

PATTERNS = ("clauses/**/*.yaml", "templates/forms/*.yaml", "projects/*/project.yaml")
"""Where such files lie."""

_NAMED = {
    "clauses/company.yaml": Company,
    "clauses/vocabulary.yaml": VocabularyAdditions,
    "clauses/laws.yaml": LawAdditions,
    "clauses/accepted.yaml": None,  # bidgen writes it itself
}


def record_of(path: str) -> Any:
    """The record that a file of the workspace is decoded to; none for one that is not brought into order."""
    if path in _NAMED:
        return _NAMED[path]
    file = PurePosixPath(path)
    if file.match("projects/*/project.yaml") and len(file.parts) == 3:
        return Bid
    if file.match("templates/forms/*.yaml") and len(file.parts) == 3:
        return Form
    if file.suffix != ".yaml" or file.parts[:1] != ("clauses",):
        return None
    if file.parts[1:2] == ("profiles",):
        return Profile if len(file.parts) == 3 else None
    return Clause
