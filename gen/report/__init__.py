"""Findings for people and machines: each format is a function from findings to a string."""

from collections.abc import Callable, Sequence

from gen.finding import Finding
from gen.report.json import json_report
from gen.report.text import Paint, plain_paint, text_report

FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {"text": text_report, "json": json_report}
"""Formats by name, as `--format` takes them."""

__all__ = ["FORMATS", "Paint", "json_report", "plain_paint", "text_report"]
