"""Page headers and footers, as the theme describes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from gen.model.blocks import BodyStart, Contents, Cover, Document, Sheet
from gen.model.paper import paper
from gen.model.theme import Running, Theme
from gen.render.docx.anchors import BODY_END
from gen.render.docx.markup import NAMESPACES, field, paragraph, run
from gen.render.docx.paper import papers
from gen.render.docx.styles import running_position, style_id

_HOLE = re.compile(r"\{(page|total|header|chapter)\}")


@dataclass(frozen=True, slots=True)
class References:
    """What the sections of a document say of their headers and footers."""

    contents: str
    upright: str
    landscape: str


def running_parts(
    document: Document, theme: Theme, total: int, add: Callable[[str, str, str], str], *, footer_given: bool = False
) -> References:
    """Put headers and footers into the package; `add` takes kind, name and XML of a part and gives its relationship.

    The body has a footer of another's making where `footer_given`.

    Left and right change places on even pages where the theme says so. Word then asks the parts for even pages of
    every section, so each gets them.
    """
    makes = _Parts(document, theme, total, add)
    body = [
        sheet.landscape
        for block, sheet in zip(document.blocks, papers(document, theme.page), strict=True)
        if not isinstance(block, Cover | Contents | BodyStart | Sheet)
    ]
    listed = any(isinstance(block, Contents) for block in document.blocks)
    # A section without a footer of its own would have that of the section before.
    makes.footer_needed = listed and makes.says(theme.contents_footer) and not footer_given
    # A sheet that nothing stands on is none; a body without anything is one upright sheet.
    upright = makes.references(landscape=False) if False in body or not body else ""
    landscape = makes.references(landscape=True) if True in body else ""
    contents = makes.part("footer", theme.contents_footer, first="I") if listed else ""
    return References(contents, upright, landscape)


def mirrored(theme: Theme) -> bool:
    """Whether pages with even numbers have headers and footers of their own."""
    return theme.header.mirrored or theme.footer.mirrored or theme.contents_footer.mirrored


class _Parts:
    """The headers and footers of a document while they are put into its package."""

    def __init__(self, document: Document, theme: Theme, total: int, add: Callable[[str, str, str], str]) -> None:
        self.document = document
        self.theme = theme
        self.total = total
        self.add = add
        self.footer_needed = False
        """Whether the body has a footer even if nothing stands in it."""
        self.ids: dict[tuple[str, str], str] = {}
        """Relationships by kind and XML: equal parts are one."""

    def references(self, *, landscape: bool) -> str:
        header = self.part("header", self.theme.header, landscape=landscape)
        footer = self.part("footer", self.theme.footer, landscape=landscape)
        if self.footer_needed and not footer:
            footer = self._written("footer", Running(), Running(), "1", landscape=landscape)
        return header + footer

    def says(self, running: Running) -> bool:
        """Whether anything stands in a header or footer."""
        return any(map(self._said, (running.left, running.center, running.right)))

    def part(self, kind: str, running: Running, first: str = "1", *, landscape: bool = False) -> str:
        """References to a header or footer, nothing where it would be empty; `first` is a page number to begin with."""
        if not self.says(running):
            return ""
        left, center, right = map(self._said, (running.left, running.center, running.right))
        said = replace(running, left=left, center=center, right=right)
        return self._written(kind, said, running, first, landscape=landscape)

    def _written(self, kind: str, said: Running, running: Running, first: str, *, landscape: bool) -> str:
        pages = {"default": said}
        if mirrored(self.theme):
            pages["even"] = replace(said, left=said.right, right=said.left) if said.mirrored else said
        references = ""
        for which, text in pages.items():
            identifier = self._id(kind, which, self._xml(kind, text, running, first, landscape=landscape))
            references += f'<w:{kind}Reference w:type="{which}" r:id="{identifier}"/>'
        return references

    def _id(self, kind: str, which: str, xml: str) -> str:
        # Odd and even pages never share a part: nobody could then change one of them alone.
        if (kind + which, xml) not in self.ids:
            number = 1 + sum(name.startswith(kind) for name, _ in self.ids)
            self.ids[kind + which, xml] = self.add(kind, f"/word/{kind}{number}.xml", xml)
        return self.ids[kind + which, xml]

    def _said(self, text: str) -> str:
        """A text without the holes that have nothing to say.

        Word cannot be told the chapter at hand: LibreOffice and WPS do not read the field for it (STYLEREF), and a
        wrong chapter is worse than none.
        """
        text = _without(text, "{chapter}")
        return text if self.document.header else _without(text, "{header}")

    def _xml(self, kind: str, said: Running, whole: Running, first: str, *, landscape: bool) -> str:
        sides = [said.left, said.center, said.right]
        while sides and not sides[-1]:
            sides.pop()
        if sides[:-1] == [""] and not whole.left + whole.right:
            # It is centred without any tabs.
            sides = sides[1:]
        content = _TAB.join(self._runs(side, first) for side in sides)
        root = {"header": "hdr", "footer": "ftr"}[kind]
        position = self._position(kind, whole, landscape=landscape)
        return f"<w:{root} {NAMESPACES}>{paragraph(style_id(kind), content, position)}</w:{root}>"

    def _position(self, kind: str, running: Running, *, landscape: bool) -> str:
        """What differs from the style, which stands for upright sheets of the body."""
        edge = "bottom" if kind == "header" else "top"
        of_style = self.theme.header if kind == "header" else self.theme.footer
        whole, upright = paper(self.theme.page, landscape=landscape).text_width, paper(self.theme.page).text_width
        position, align = running_position(running, edge, whole)
        usual, usual_align = running_position(of_style, edge, upright)
        if (position, align) == (usual, usual_align):
            return ""
        none = f'<w:pBdr><w:{edge} w:val="nil"/></w:pBdr>' if of_style.rule and not running.rule else ""
        old = "".join(f'<w:tab w:val="clear" w:pos="{at}"/>' for at in (upright // 2, upright))
        if whole != upright and of_style.left + of_style.right:
            position = position.replace("<w:tabs>", f"<w:tabs>{old}")
        return f'{none}{position}<w:jc w:val="{align}"/>'

    def _runs(self, text: str, first: str) -> str:
        """A text as runs, its holes as fields."""
        runs, at = "", 0
        for hole in _HOLE.finditer(text):
            runs += run(text[at : hole.start()]) + self._hole(hole[1], first)
            at = hole.end()
        return runs + run(text[at:])

    def _hole(self, name: str, first: str) -> str:
        if name == "header":
            return run(self.document.header)
        if name == "page":
            return field("PAGE", run(first))
        # The total counts the pages of the body alone, so it asks for the page of the body's end.
        return field(f"PAGEREF {BODY_END}", run(str(self.total)))


def _without(text: str, hole: str) -> str:
    """A text without a hole and what set it apart from its neighbours: spaces, strokes, brackets."""
    before, found, behind = text.partition(hole)
    if not found:
        return text
    kept_before, kept_behind = re.sub(_APART + "$", "", before), re.sub("^" + _APART, "", behind)
    between = before[len(kept_before) :] if kept_before and kept_behind else ""
    return kept_before + between.rstrip("（(《[【") + kept_behind


_APART = r"[\s　·|｜/—–\-、，：:（）()《》\[\]【】]*"
_TAB = "<w:r><w:tab/></w:r>"
