"""What a person has to look at before a bid goes out: the rows of the catalogue that no rule can decide."""

from gen.model.row import Row
from gen.review.questions import Question, questions
from gen.review.rows import rows

__all__ = ["Question", "Row", "questions", "rows"]
