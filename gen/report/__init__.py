"""Findings for people and machines: each format is a function from findings to a string."""

from collections.abc import Callable, Sequence

from gen.finding import Finding
from gen.report.github import github_report
from gen.report.gitlab import gitlab_report
from gen.report.json import json_report
from gen.report.junit import junit_report
from gen.report.markdown import job_summary, markdown_report
from gen.report.sarif import sarif_report
from gen.report.schema import report_schema
from gen.report.text import Paint, plain_paint, text_report

FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": text_report,
    "json": json_report,
    "sarif": sarif_report,
    "junit": junit_report,
    "github": github_report,
    "gitlab": gitlab_report,
    "markdown": markdown_report,
}
"""Formats by name, as `--format` takes them."""

__all__ = ["FORMATS", "Paint", "job_summary", "json_report", "plain_paint", "report_schema", "text_report"]
