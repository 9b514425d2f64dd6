"""The styles of a skin: found by their names, given our ids, and completed with what a document needs beyond looks.

Word knows its own styles by their English names, whatever language it speaks; ids are arbitrary (a Chinese Word
calls `heading 1` "1"). So names decide, and an id only where no name fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from gen.model.theme import NumberingScheme, Theme
from gen.render.docx.builtin import BLANK, STRONG
from gen.render.docx.markup import NAMESPACES
from gen.render.docx.numbering import heading_id
from gen.render.docx.sequence import put
from gen.render.docx.styles import NAMES, style_id, styles_xml
from gen.render.docx.tablestyle import TABLE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REQUIRED = frozenset({"Normal", *(identifier for identifier, _ in NAMES.values()), STRONG, BLANK, TABLE})
"""Ids of the styles whose looks a skin must say; variants of them are added where it has none."""
_OURS = ("numPr", "outlineLvl")
"""Properties that are never looks: they make numbers and contents."""
_NEEDED = ("keepNext", "keepLines", "pageBreakBefore", "tabs")
"""Properties that are added where a skin does not say them."""
_REFERENCES = ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle")


def take_styles(styles: Any, theme: Theme) -> tuple[dict[str, str], tuple[str, ...]]:
    """Give the styles of a skin our ids: what each of its own ids has become, and the names that are missing."""
    if styles.tag != f"{W}styles":
        raise ValueError(styles.tag)
    own = {style_of.get(f"{W}styleId"): style_of for scheme in theme.numbering.values() for style_of in
           parsed_styles(styles_xml(theme, scheme)).iterfind(f"{W}style")}  # fmt: skip
    theirs = _unique(styles)
    matched = {identifier: found for identifier, style in own.items() if (found := _match(style, theirs)) is not None}
    missing = tuple(
        name_of(own[identifier]) for identifier in own if identifier in REQUIRED and identifier not in matched
    )
    renamed = {style.get(f"{W}styleId"): identifier for identifier, style in matched.items()}
    taken = set(own) | set(theirs)
    for identifier in theirs:
        if identifier in own and identifier not in renamed:
            # Another style holds an id of ours: it makes way.
            free = next(name for count in range(2, 2 + len(taken)) if (name := f"{identifier}_{count}") not in taken)
            renamed[identifier] = free
            taken.add(free)
    for identifier, style in theirs.items():
        style.set(f"{W}styleId", renamed.get(identifier, identifier))
    rename(styles, renamed)
    return renamed, missing


def rename(root: Any, renamed: Mapping[str, str]) -> None:
    """Let everything that refers to a style refer to its new id."""
    for name in _REFERENCES:
        for element in root.iter(W + name):
            old = element.get(f"{W}val", "")
            element.set(f"{W}val", renamed.get(old, old))


def dress(styles: Any, ours: Any, scheme: NumberingScheme) -> None:
    """Complete the styles of a skin, which have our ids, by those of the theme for a numbering scheme."""
    for paragraph in styles.iter(f"{W}pPr"):
        for element in paragraph.findall(f"{W}numPr"):
            # The lists of the skin are left behind; those of the document take their place.
            paragraph.remove(element)
    theirs = {style.get(f"{W}styleId"): style for style in styles.iterfind(f"{W}style")}
    for own in ours.iterfind(f"{W}style"):
        if own.get(f"{W}styleId") not in theirs:
            added = theirs[own.get(f"{W}styleId")] = deepcopy(own)
            if added.get(f"{W}default") and _has_default(styles, added.get(f"{W}type")):
                del added.attrib[f"{W}default"]
            styles.append(added)
    _dress_headings(theirs, scheme)
    by_id = {own.get(f"{W}styleId"): own for own in ours.iterfind(f"{W}style")}
    for own in ours.iterfind(f"{W}style[@{W}type='paragraph']"):
        _complete(theirs[own.get(f"{W}styleId")], theirs, own, by_id)


def parsed_styles(xml: str) -> Any:
    """A styles part that this writer made, as an element."""
    from docx.oxml.parser import parse_xml

    return parse_xml(xml)


def name_of(style: Any) -> str:
    """The name of a style, as Word shows it."""
    return _value(style, "name")


def _unique(styles: Any) -> dict[str, Any]:
    """The styles by id; of two with the same id the second is dropped."""
    found: dict[str, Any] = {}
    for style in styles.findall(f"{W}style"):
        identifier = style.get(f"{W}styleId")
        if not identifier or identifier in found:
            styles.remove(style)
        else:
            found[identifier] = style
    return found


def _match(own: Any, theirs: Mapping[str, Any]) -> Any:
    kind, name, identifier = own.get(f"{W}type"), name_of(own), own.get(f"{W}styleId")
    alike = [style for style in theirs.values() if style.get(f"{W}type", "paragraph") == kind]
    by_name = [style for style in alike if name_of(style) == name]
    # LibreOffice writes some of Word's own names with capitals.
    nearly = [style for style in alike if name_of(style).lower() == name.lower()]
    by_id = [style for style in alike if style.get(f"{W}styleId") == identifier]
    return next(iter(by_name + nearly + by_id), None)


def _has_default(styles: Any, kind: str) -> bool:
    return any(
        s.get(f"{W}type") == kind and s.get(f"{W}default") in {"1", "true", "on"} for s in styles.iterfind(f"{W}style")
    )


def _dress_headings(theirs: Mapping[str, Any], scheme: NumberingScheme) -> None:
    """Give headings the look of the style that a scheme names for their level: those of a letter have less weight."""
    looks = [(heading_id(at), level.style) for at, level in enumerate(scheme.levels, 1)]
    looks += [(heading_id(at, inside_annex=True), level.style) for at, level in enumerate(scheme.annex_levels, 2)]
    copies = [
        (theirs[target], deepcopy(theirs[style_id(name)]))
        for target, name in looks
        # One that is based on what it looks like stays so.
        if name and target in theirs and style_id(name) not in {target, _value(theirs[target], "basedOn")}
    ]
    for target, source in copies:
        for name in ("basedOn", "pPr", "rPr"):
            for old in target.findall(W + name):
                target.remove(old)
            if (look := source.find(W + name)) is not None:
                put(target, look)


def _complete(style: Any, theirs: Mapping[str, Any], own: Any, ours: Mapping[str, Any]) -> None:
    """Put into a paragraph style what a document needs, and leave its looks alone."""
    properties = style.find(f"{W}pPr")
    if properties is None:
        properties = style.makeelement(f"{W}pPr", {})
        put(style, properties)
    same_base = _value(style, "basedOn") == _value(own, "basedOn")
    for name in (*_OURS, *_NEEDED):
        wanted = _said(own, name, ours)
        if name in _OURS:
            for old in properties.findall(W + name):
                properties.remove(old)
            handed_down = same_base and own.find(f"{W}pPr/{W}{name}") is None
        else:
            handed_down = _said(style, name, theirs) is not None
        if wanted is not None and not handed_down:
            put(properties, deepcopy(wanted))
    numbered = _said(own, "numPr", ours) is not None
    if not numbered and _said(style, "numPr", theirs) is not None:
        # Based on a heading that counts, but its own level does not.
        put(properties, parsed_styles(f'<w:numPr {NAMESPACES}><w:numId w:val="0"/></w:numPr>'))
    elif properties.find(f"{W}numPr") is not None and properties.find(f"{W}ind") is None:
        # The list would give it the indent that its paragraphs have.
        indent = _said(style, "ind", theirs)
        indent = _said(own, "ind", ours) if indent is None else indent
        if indent is not None:
            put(properties, deepcopy(indent))
    if not len(properties):
        style.remove(properties)


def _value(style: Any, name: str) -> str:
    element = style.find(W + name)
    return "" if element is None else str(element.get(f"{W}val", ""))


def _said(style: Any, name: str, theirs: Mapping[str, Any]) -> Any:
    """A paragraph property as a style or one that it is based on says it; none where nobody does."""
    return next((found for base in bases(style, theirs) if (found := base.find(f"{W}pPr/{W}{name}")) is not None), None)


def bases(style: Any, theirs: Mapping[str, Any]) -> Iterator[Any]:
    """A style and those that it is based on, nearest first."""
    seen: list[Any] = []
    while style is not None and style not in seen:
        seen.append(style)
        yield style
        based = style.find(f"{W}basedOn")
        style = None if based is None else theirs.get(based.get(f"{W}val", ""))
