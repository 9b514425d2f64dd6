"""A clause prints a telephone number or an e-mail address that is not ours.

What it finds: telephone numbers and e-mail addresses that are typed into the wording of a clause and are not those of
clauses/company.yaml (its hotline, its e-mail, the telephones of its branches). What a hole prints is no such text.

Why it matters: it is another project's or another company's, left over from the copy; the customer calls it at night.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}的服务热线为400-000-9999。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}的服务热线为{{ company.hotline }}，也可记为400-000-0000。

What to do: print it from the company: `{{ company.hotline }}`, `{{ company.email }}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.bid import Company
from gen.model.library import Library
from gen.rule import rule
from gen.yamltree import Scalar

RULE = rule(__name__, __doc__)

_PHONE = r"(?<![\d-])(?:[48]00-?\d{3}-?\d{4}|0\d{2,3}[- ]\d{4} ?\d{3,4}|1[3-9]\d{9})(?![\d-])"
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_CONTACT = re.compile(rf"{_MAIL}|{_PHONE}", re.ASCII)


def check_library(library: Library) -> Iterator[Finding]:
    """One finding for each clause, with every contact in it that is not ours."""
    if library.company is None:
        return
    ours = {_bare(text) for text in _contacts(library.company)}
    for name, loaded in library.clauses.items():
        texts = (loaded.clause.text, *loaded.clause.variants.values())
        foreign = [
            (match[0], text.at(match.start(), len(match[0])))
            for text in texts
            if isinstance(text, Scalar) and ("@" in text or any(digit in text for digit in "018"))
            for match in _CONTACT.finditer(text)
            if _bare(match[0]) not in ours
        ]
        if foreign:
            yield found(
                RULE,
                M("`{clause}` prints {contacts}, which is none of ours", clause=name,
                  contacts=tuple(f"`{text}`" for text in dict.fromkeys(text for text, _ in foreign))),
                *(Label(span) for _, span in foreign),
                helps=[M("print it from the company: {hotline}, {email}", hotline="`{{ company.hotline }}`",
                         email="`{{ company.email }}`")],
                key=(name, *dict.fromkeys(text for text, _ in foreign)),
            )  # fmt: skip


def _contacts(company: Company) -> Iterator[str]:
    yield from (company.hotline, company.email)
    yield from (branch.phone for branch in company.branches)


def _bare(text: str) -> str:
    """A contact without the marks that people set or leave out."""
    return re.sub(r"[\s()-]", "", text).lower()
