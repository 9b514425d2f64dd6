"""A company's own base package (`base.docx`): its styles, theme, fonts, headers and footers with logo; no text.

What is in it was chosen by others, so it is taken in part by part, never as a whole: a part that is not known to be
needed is left behind, and a file that could act on its own is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from gen.finding import Finding, found
from gen.model.skin import Skin
from gen.model.theme import Page, Theme
from gen.opc import OpcPackage, Refusal, Relation, active_contents, is_xml, open_package
from gen.render.docx.archive import CONTENT_TYPES, archive
from gen.render.docx.markup import escape
from gen.render.docx.sequence import put
from gen.render.docx.shell import RELATION, WORD, base_files, content_types
from gen.render.docx.skin_faults import damaged, fetches, lacking, not_a_picture, other_page, strict
from gen.render.docx.skin_looks import looks
from gen.render.docx.skin_page import page_of
from gen.render.docx.skin_styles import rename, take_styles
from gen.source import Source
from gen.stage_rules import b503_unusable_skin

_STRICT = "http://purl.oclc.org/ooxml/"
_SETTINGS = ("mirrorMargins", "evenAndOddHeaders", "defaultTabStop", "autoHyphenation", "themeFontLang",
             "clrSchemeMapping")  # fmt: skip
"""Settings that belong to the looks."""
_FETCHING = re.compile(
    r"\b(INCLUDEPICTURE|INCLUDETEXT|LINK|DDE|DDEAUTO|DATABASE|IMPORT|INCLUDE|RD|MACROBUTTON)\b", re.I
)
"""Fields that bring in other files, or start something."""


def read_skin(content: bytes, theme: Theme, path: str = "base.docx") -> tuple[Skin | None, tuple[Finding, ...]]:
    """A skin, or why it cannot be used; whatever the bytes are, it never raises. `path` is what findings call it."""
    package, refusals = open_package(content)
    if package is not None:
        try:
            taking = _Taking(package, theme)
            skin = None if taking.refusals else taking.skin()
            refusals = tuple(taking.refusals)
        except (SyntaxError, ValueError, KeyError):
            # lxml's own error is a SyntaxError; the others come from references to parts that are not there.
            refusals = (damaged(),)
        if not refusals and skin is not None:
            return skin, () if skin.page else (other_page(path, taking.width, theme),)
    place = Source(path, "").span(1, 1, 1, 1)
    return None, tuple(
        found(b503_unusable_skin.RULE, fault.what, place, notes=[fault.why], helps=[fault.mend], key=(path, fault.key))
        for fault in refusals
    )


@dataclass(slots=True)
class _Taking:
    """What is taken out of a package, part after part."""

    package: OpcPackage
    theme: Theme
    refusals: list[Refusal] = field(default_factory=list)
    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    main: str = ""
    sections: list[Any] = field(default_factory=list)
    even_pages: bool = False
    width: int = 0
    """How wide its text is."""

    def __post_init__(self) -> None:
        self.refusals += active_contents(self.package)
        main = [relation for relation in self.package.relations() if relation.kind == "officeDocument"]
        self.main = main[0].target if main else ""
        if self.main not in self.package.parts or not is_xml(self.main):
            self.refusals.append(damaged())
        elif _STRICT in self.package.parts[self.main][:4000].decode("utf-8", "replace"):
            self.refusals.append(strict())
        elif "wordprocessingml" not in self.package.content_type(self.main):
            self.refusals.append(damaged())

    def skin(self) -> Skin | None:
        """The skin; none where more refusals have been found."""
        uses = self.package.relations(self.main)
        styles = self._root(next((r for r in uses if r.kind == "styles"), None))
        if styles is None:
            self.refusals.append(damaged())
            return None
        renamed, missing = take_styles(styles, self.theme)
        if missing:
            self.refusals.append(lacking(missing))
        self._put("word/styles.xml", styles, "styles")
        self._take_looks(uses)
        self.sections = list(parsed(self.package.parts[self.main]).iter(f"{W}sectPr"))
        running = dict(self._running({r.id: r for r in uses}, renamed))
        if self.refusals:
            return None
        page: Page | None = self.theme.page
        title_page = False
        if self.sections:
            title_page = _is_on(self.sections[-1].find(f"{W}titlePg"))
            page, self.width = page_of(self.sections[-1], {kind for kind, _ in running}, self.theme.page)
        relations = {key: _id(name) for key, name in running.items()}
        return Skin(self._base(running), relations, title_page, self.even_pages, page, looks(styles, self.theme))

    def _take_looks(self, uses: tuple[Relation, ...]) -> None:
        """Theme, fonts and settings, where the skin has them."""
        if (theme := self._root(next((r for r in uses if r.kind == "theme"), None))) is not None:
            pictures = self._pictures(next(r.target for r in uses if r.kind == "theme"), "word/theme/theme1.xml")
            if pictures:
                self._put("word/theme/theme1.xml", theme, "theme")
        if (fonts := self._root(next((r for r in uses if r.kind == "fontTable"), None))) is not None:
            for embedded in [e for e in fonts.iter() if isinstance(e.tag, str) and e.tag.startswith(f"{W}embed")]:
                # Fonts are not passed on: their licences seldom allow it.
                embedded.getparent().remove(embedded)
            self._put("word/fontTable.xml", fonts, "fontTable")
        settings = parsed(dict(base_files())["word/settings.xml"])
        if (theirs := self._root(next((r for r in uses if r.kind == "settings"), None))) is not None:
            for name in _SETTINGS:
                if (element := theirs.find(W + name)) is not None:
                    put(settings, element)
        self.even_pages = _is_on(settings.find(f"{W}evenAndOddHeaders"))
        self._put("word/settings.xml", settings, "settings")

    def _running(
        self, uses: Mapping[str, Relation], renamed: Mapping[str, str]
    ) -> Iterator[tuple[tuple[str, str], str]]:
        """The headers and footers of the last section, by kind and pages, with the names that they get."""
        references = {
            (reference.tag, reference.get(f"{W}type", "default")): reference
            # What a section does not say, it takes over from the one before.
            for section in self.sections
            for reference in section.iterchildren(f"{W}headerReference", f"{W}footerReference")
        }
        for count, ((tag, pages), reference) in enumerate(references.items(), 1):
            kind = tag.removeprefix(W).removesuffix("Reference")
            relation = uses.get(reference.get(f"{R}id", ""))
            root = self._root(relation)
            if relation is None or root is None or root.find(f".//{W}p") is None:
                continue
            if fetching := sorted(set(_fetching(root))):
                self.refusals.append(fetches(kind, fetching))
            rename(root, renamed)
            for name in ("bookmarkStart", "bookmarkEnd", "numPr"):
                # They would clash with those of the text, which has the only lists.
                for element in list(root.iter(W + name)):
                    element.getparent().remove(element)
            name = f"word/skin_{kind}{count}.xml"
            if not self._pictures(relation.target, name):
                self.refusals.append(not_a_picture(kind))
            self._put(name, root, kind)
            yield (kind, pages), name

    def _pictures(self, owner: str, name: str) -> bool:
        """Take along the pictures that a part shows; false if it uses anything else."""
        lines = []
        for relation in self.package.relations(owner):
            kind = self.package.content_type(relation.target)
            if relation.kind != "image" or not kind.startswith("image/") or relation.target not in self.package.parts:
                return False
            ending = relation.target.rpartition(".")[2].lower()
            copy = f"word/media/skin{1 + sum(part.startswith('word/media/') for part in self.parts)}.{escape(ending)}"
            self.parts[copy], self.types[f"/{copy}"] = self.package.parts[relation.target], kind
            lines.append((relation.id, "image", f"/{copy}"))
        if lines:
            folder, _, base = name.rpartition("/")
            self.parts[f"{folder}/_rels/{base}.rels"] = _rels(lines)
        return True

    def _root(self, relation: Relation | None) -> Any:
        """A part as an element, none where there is none."""
        if relation is None or not is_xml(relation.target) or relation.target not in self.package.parts:
            return None
        return parsed(self.package.parts[relation.target])

    def _put(self, name: str, root: Any, kind: str) -> None:
        from docx.opc.oxml import serialize_part_xml

        self.parts[name] = serialize_part_xml(root)
        if kind in {"header", "footer"}:
            self.types[f"/{name}"] = f"{WORD}{kind}+xml"

    def _base(self, running: Mapping[tuple[str, str], str]) -> bytes:
        """Our own base package with the parts of the skin in the place of ours."""
        parts = dict(base_files()) | self.parts
        own = parsed(parts["word/_rels/document.xml.rels"])
        uses = [(r.get("Id"), r.get("Type").rpartition("/")[2], r.get("Target")) for r in own]
        uses += [(_id(name), key[0], f"/{name}") for key, name in running.items()]
        parts["word/_rels/document.xml.rels"] = _rels(uses)
        overrides = [
            (e.get("PartName"), e.get("ContentType")) for e in parsed(parts[CONTENT_TYPES]) if e.get("PartName")
        ]
        parts[CONTENT_TYPES] = content_types(sorted([*overrides, *self.types.items()])).encode()
        return archive(parts)


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def parsed(data: bytes) -> Any:
    """XML that others wrote and `gen.opc` has read through; without entities or network."""
    from docx.oxml.parser import parse_xml

    return parse_xml(data)


def _id(name: str) -> str:
    """Id of the relationship to a header or footer of a skin; ours are called rId1 and so on."""
    return "skin_" + name.removeprefix("word/skin_").removesuffix(".xml")


def _rels(lines: list[tuple[str, str, str]]) -> bytes:
    relations = "".join(
        f'<Relationship Id="{escape(id_)}" Type="{RELATION}{kind}" Target="{escape(target)}"/>'
        for id_, kind, target in lines
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'.encode()


def _fetching(root: Any) -> Iterator[str]:
    """What in a header or footer would fetch something: fields, and pictures that are only linked."""
    code = "".join(element.text or "" for element in root.iter(f"{W}instrText"))
    codes = [code, *(element.get(f"{W}instr", "") for element in root.iter(f"{W}fldSimple"))]
    yield from (match[0].upper() for code in codes for match in _FETCHING.finditer(code))
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.rpartition("}")[2].lower() in {"src", "href", "althref"} and ("//" in value or "\\\\" in value):
                yield value[:200]


def _is_on(element: Any) -> bool:
    return element is not None and element.get(f"{W}val", "true") not in {"0", "false", "off"}
