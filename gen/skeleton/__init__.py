"""Write the beginnings of files: a clause, a document kind. What they lack is what somebody has to decide.

Comes in: a `Library`, for its vocabulary and its habits, and what the new thing is called. Goes out: the text of a file
that can be read and checked as it stands.
"""

from gen.skeleton.clause import clause_text, proposed_owner
from gen.skeleton.names import clause_id, document_kind
from gen.skeleton.outline import outline_after, outline_text

__all__ = ["clause_id", "clause_text", "document_kind", "outline_after", "outline_text", "proposed_owner"]
