"""Small libraries as text, and what is proved of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from gen.examine import load_checked
from gen.model.library import Library
from gen.prove import Clash, Proof, prove
from tests.conftest import lay_out

Proved = Callable[..., Proof]
CLOCK = "clock: {kind: natural, from: report_received}"


def clause(
    id_: str, params: list[str], commitments: list[str], relations: tuple[str, ...] = (), status: str = "approved"
) -> str:
    """A clause file; parameters and commitments are written in one line each."""
    lines = [
        f"# clauses/{id_.replace('.', '/')}.yaml",
        f"id: {id_}",
        "title: 题",
        f"status: {status}",
        "owner: service",
    ]
    lines += (
        ["review_by: 2027-10-01", "params:", *(f"  {param}" for param in params)]
        if params
        else ["review_by: 2027-10-01"]
    )
    lines += ["commitments:", *(f"  - {{{commitment}}}" for commitment in commitments)] if commitments else []
    lines += ["relations:", *(f"  - that: {relation}" for relation in relations)] if relations else []
    names = "".join(f"{{{{ {param.partition(':')[0]} }}}}" for param in params if "type: table" not in param)
    return "\n".join([*lines, "text: |", f"  {{{{ provider }}}}承诺{names}。", ""])


def profile(id_: str, clauses: list[str], values: str = "{}", extends: str = "") -> str:
    """A profile file."""
    more = f"extends: {extends}\n" if extends else ""
    head = f"# clauses/profiles/{id_}.yaml\nid: {id_}\ntitle: 档\n{more}"
    return f"{head}clauses: [{', '.join(clauses)}]\nvalues: {values}\n"


def load(folder: Path, *files: str) -> Library:
    """The small workspace with these files laid over it."""
    text = "".join(files)
    library, findings = load_checked(lay_out(folder, text if "# templates/" in text else text + letter(text)))
    assert not [str(finding.message) for finding in findings if finding.rule.id[0] == "S"]
    return library


def letter(text: str) -> str:
    """A document that prints every clause of a text that the bid has."""
    ids = re.findall(r"^id: (\w+\.\w+)$", text, re.MULTILINE)
    head = "kind: letter\ntitle: 服务承诺书\nwords: {provider: 我公司, customer: 贵单位}\n"
    printed = "".join(f'{{{{ clause("{id_}", optional=true) }}}}\n\n' for id_ in ids)
    return (
        f"# templates/documents/letter.md\n---\n{head}numbering: letter\nclause_titles: false\n---\n# 服务\n\n{printed}"
    )


def proved(folder: Path, *files: str, approvals: bool = False) -> Proof:
    """What is proved of it."""
    return prove(load(folder, *files), approvals=approvals)


def told(proof: Proof) -> list[tuple[str, str, str]]:
    """Each clash: its rule, its message, the choices that lead to it."""
    return [(clash.finding.rule.id, str(clash.finding.message), chosen(clash)) for clash in proof.clashes]


def chosen(clash: Clash) -> str:
    """The choices that lead to a clash, but for the document, which is the only one."""
    return clash.yaml.replace("documents: [letter]\n", "")
