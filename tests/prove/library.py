"""Small libraries as text, and what is proved of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gen.examine import load_checked
from gen.model.library import Library
from gen.prove import Proof, prove
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
    library, findings = load_checked(lay_out(folder, "".join(files)))
    assert not [str(finding.message) for finding in findings if finding.rule.id[0] == "S"]
    return library


def proved(folder: Path, *files: str, approvals: bool = False) -> Proof:
    """What is proved of it."""
    return prove(load(folder, *files), approvals=approvals)


def told(proof: Proof) -> list[tuple[str, str, str]]:
    """Each clash: its rule, its message, the choices that lead to it."""
    return [(clash.finding.rule.id, str(clash.finding.message), clash.yaml) for clash in proof.clashes]
