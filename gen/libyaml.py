"""What libyaml says when it cannot read on, so that the catalogues can translate its words.

It knows a few more; those are shown as they are.
"""

from gen.message import M

REASONS = (
    M("did not find expected node content"),
    M("did not find expected key"),
    M("did not find expected '-' indicator"),
    M("did not find expected ',' or ']'"),
    M("did not find expected ',' or '}'"),
    M("did not find expected <document start>"),
    M("could not find expected ':'"),
    M("mapping values are not allowed in this context"),
    M("block sequence entries are not allowed in this context"),
    M("mapping keys are not allowed in this context"),
    M("found unexpected end of stream"),
    M("found unexpected document indicator"),
    M("found unknown escape character"),
    M("found character that cannot start any token"),
    M("did not find expected comment or line break"),
    M("while parsing a block mapping"),
    M("while parsing a block collection"),
    M("while parsing a flow mapping"),
    M("while parsing a flow sequence"),
    M("while scanning a simple key"),
    M("while scanning a quoted scalar"),
    M("while scanning a block scalar"),
)
"""Faults, and where what they belong to began."""
