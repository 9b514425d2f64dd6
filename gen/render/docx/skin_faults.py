"""What can be wrong with a skin, in words."""

from __future__ import annotations

from gen.finding import Finding, found
from gen.message import M
from gen.model.paper import paper
from gen.model.theme import Theme
from gen.opc import Refusal
from gen.rule import Severity
from gen.source import Source
from gen.stage_rules import b503_unusable_skin


def damaged() -> Refusal:
    """No Word file at all."""
    what = M("the file is not a Word file (.docx), or it is damaged")
    why = M("the parts of a Word file are needed, and this one does not show them")
    return Refusal("broken", what, why, M("open it in Word and save it as .docx"))


def strict() -> Refusal:
    """The other dialect of the format."""
    what = M("the file was saved as Strict Open XML")
    why = M("WPS and older versions of Word cannot read it, and its parts have other names")
    return Refusal("strict", what, why, M("in Word, save it as Word document (.docx), not as Strict Open XML document"))


def lacking(missing: tuple[str, ...]) -> Refusal:
    """Styles are missing."""
    what = M("the skin lacks styles: {names}", names=missing)
    why = M("text of a document is set in them; without them it would have an arbitrary look")
    mend = M("add styles of these names, or begin with the skin that `bidgen skin` writes, which has them all")
    return Refusal("styles", what, why, mend)


def not_a_picture(kind: str) -> Refusal:
    """A header or footer with more than text and pictures."""
    what = M("the {place} of the skin uses something that is not a picture", place=_PLACES[kind])
    why = M("charts, diagrams and the like consist of many parts, and are not taken over")
    return Refusal(f"running {kind}", what, why, M("paste it as a picture"))


def fetches(kind: str, names: list[str]) -> Refusal:
    """A header or footer that brings in other files."""
    what = M("the {place} of the skin brings in other files: {names}", place=_PLACES[kind], names=tuple(names))
    why = M("it would run or be fetched on every machine that opens a document made from this file")
    return Refusal(f"fetches {kind}", what, why, M("put the picture or the text itself into the file"))


_PLACES = {"header": M("page header"), "footer": M("page footer")}


def other_page(path: str, width: int, theme: Theme) -> Finding:
    """The sheet of the skin does not suit the theme."""
    return found(
        b503_unusable_skin.RULE,
        M(
            "the pages of the skin are not used: their text is not as wide as that of the theme `{theme}`",
            theme=theme.id,
        ),
        Source(path, "").span(1, 1, 1, 1),
        notes=[
            M(
                "the skin: {skin} mm; the theme: {own} mm",
                skin=_millimetres(width),
                own=_millimetres(paper(theme.page).text_width),
            ),
            M("tables, tabs and signatures are as wide as the theme says; documents get the pages of the theme"),
        ],
        helps=[M("give the skin the paper and the margins of the theme, or make a theme for it")],
        key=(path, "page"),
        severity=Severity.WARNING,
    )


def _millimetres(twips: int) -> str:
    return f"{twips * 127 / 7200:.1f}"
