"""Compose the documents of a bid: outlines and clauses become block streams with every number settled.

Comes in: a resolved package. Goes out: its documents and findings. First every document is assembled and numbered,
then references are settled, since one document may refer to another.
"""

from gen.compose.compose import compose

__all__ = ["compose"]
