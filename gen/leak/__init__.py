"""Whether a blind copy (暗标) shows who made it: in its texts, its pictures, or the properties of its files.

`leaks` looks over the composed documents of a bid, `file_leaks` over a finished file. Each leak is an error.
"""

from gen.leak.documents import leaks
from gen.leak.files import file_leaks

__all__ = ["file_leaks", "leaks"]
