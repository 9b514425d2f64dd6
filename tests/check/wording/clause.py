"""What the tests of wording share: the clause of the small workspace with another text, and the files around it."""

from __future__ import annotations

from gen.finding import Finding

_HEAD = (
    "# clauses/hotline/window.yaml\nid: hotline.window\ntitle: 热线\nstatus: approved\nowner: service\n"
    "review_by: 2027-10-01\n"
)


def clause(text: str, *more: str) -> str:
    """The clause with this text, which begins at line 7, column 3; `more` are further lines of its file before it."""
    body = "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))
    return _HEAD + "".join(f"{line}\n" for line in more) + "text: |\n" + body


def param(name: str, value: str, type_: str = "duration", more: str = "") -> str:
    """A parameter, as a line of `params`."""
    return f"  {name}: {{label: {name}, type: {type_}, default: {value}{more}}}"


def project(values: str = "{}", id_: str = "demo", name: str = "示例项目", customer: str = "示例单位") -> str:
    """A bid of the small workspace."""
    return (
        f"# projects/{id_}/project.yaml\nid: {id_}\ntitle: 示例\nprofile: basic\n"
        f"project: {{name: {name}, number: {id_}-1, submission: 2026-12-08}}\ncustomer: {{name: {customer}}}\n"
        f"documents: [letter]\nvalues: {values}\n"
    )


def told(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Rule with severity, and message, of every finding."""
    return [(f"{finding.rule.id} {finding.severity}", str(finding.message)) for finding in found]


def places(finding: Finding) -> list[tuple[str, str]]:
    """Where each label stands, and what stands there."""
    return [(str(label.span), label.span.text) for label in finding.labels]
