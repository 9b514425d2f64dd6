"""Load a workspace: every file read once, decoded, typed, and held against the others.

`load` gives the library and all findings about its files. What is unsound is left out, so that the stages behind it
meet sound records only, while every fault is still reported.
"""

from gen.library.load import load

__all__ = ["load"]
