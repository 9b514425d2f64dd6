"""From nodes to records: `decode` for what a record declares itself, `values` for what depends on other keys."""

from gen.decode.record import decode
from gen.decode.simple import nearest

__all__ = ["decode", "nearest"]
