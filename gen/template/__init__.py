"""Texts with holes: Jinja2 parses them, and only what this package knows is let through.

A text can print values, ask flags and call a handful of functions. It is never run as a program: `parse` turns
Jinja's syntax tree into the few records of `nodes`, and `evaluate` walks those over typed values, so a text cannot
reach anything of Python's, however it is written.
"""

from gen.template.evaluate import Environment, NotPrintableError, evaluate
from gen.template.nodes import CLOSE, OPEN, Call, Name, Template, calls, mark, names, printed
from gen.template.parse import FUNCTIONS, OUTLINE_ONLY, ROLES, parse

__all__ = [
    "CLOSE",
    "FUNCTIONS",
    "OPEN",
    "OUTLINE_ONLY",
    "ROLES",
    "Call",
    "Environment",
    "Name",
    "NotPrintableError",
    "Template",
    "calls",
    "evaluate",
    "mark",
    "names",
    "parse",
    "printed",
]
