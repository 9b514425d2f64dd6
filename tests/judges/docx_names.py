"""What refers to what inside a Word file: styles, lists, notes, comments, bookmarks. Every name must lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from tests.judges.docx_package import NS, WP, Package, R, V, W, repeated

_STYLE_KINDS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}


def style_faults(package: Package) -> Iterator[str]:
    """Styles that are used and not defined, or defined in a way that Word cannot follow."""
    root = package.tree("word/styles.xml")
    styles = {style.get(f"{W}styleId"): style for style in root.iterfind("w:style", NS)}
    kinds = {name: style.get(f"{W}type") for name, style in styles.items()}
    where = "word/styles.xml"
    yield from (f"{where}: style id {name} twice" for name in repeated(s.get(f"{W}styleId") for s in _styles(root)))
    names = [value(style, "w:name").lower() for style in styles.values()]
    yield from (f"{where}: style name {name!r} twice" for name in repeated(names))
    defaults = [kinds[name] for name, style in styles.items() if style.get(f"{W}default") in {"1", "true"}]
    yield from (f"{where}: two default styles of type {kind}" for kind in repeated(defaults))
    for part, tree in package.trees.items():
        for tag, kind in _STYLE_KINDS.items():
            for element in tree.iter(f"{W}{tag}"):
                used = element.get(f"{W}val")
                if kinds.get(used) != kind:
                    yield f"{part}: <w:{tag}> names {used}, which is no {kind} style"
    for name, style in styles.items():
        yield from _style_links(name, style, styles, kinds)


def _styles(root: Any) -> Iterator[Any]:
    return root.iterfind("w:style", NS)


def _style_links(name: str, style: Any, styles: dict[str, Any], kinds: dict[str, str]) -> Iterator[str]:
    where = f"word/styles.xml: style {name}"
    above, seen = name, set()
    while above and above not in seen:
        seen.add(above)
        above = value(styles[above], "w:basedOn") if above in styles else ""
    if above:
        yield f"{where} is based on itself"
    if (base := value(style, "w:basedOn")) and kinds.get(base) != kinds[name]:
        yield f"{where} is based on {base}, which is no {kinds[name]} style"
    if (following := value(style, "w:next")) and kinds.get(following) != "paragraph":
        yield f"{where} is followed by {following}, which is no paragraph style"
    if linked := value(style, "w:link"):
        other = {"paragraph": "character", "character": "paragraph"}.get(kinds[name])
        if kinds.get(linked) != other or value(styles[linked], "w:link") != name:
            yield f"{where} is linked to {linked}, which is not linked to it"


def numbering_faults(package: Package) -> Iterator[str]:
    """Lists that are used and not defined, and styles and lists that do not agree on each other."""
    where = "word/numbering.xml"
    root = package.tree(where)
    kinds = {kind.get(f"{W}abstractNumId"): kind for kind in root.iterfind("w:abstractNum", NS)}
    lists = {one.get(f"{W}numId"): value(one, "w:abstractNumId") for one in root.iterfind("w:num", NS)}
    for tag, name in (("abstractNum", "abstractNumId"), ("num", "numId")):
        ids = [element.get(f"{W}{name}") for element in root.iterfind(f"w:{tag}", NS)]
        yield from (f"{where}: {name} {id_} twice" for id_ in repeated(ids))
    shared = repeated(value(kind, "w:nsid") for kind in kinds.values() if kind.find("w:nsid", NS) is not None)
    yield from (f"{where}: two lists have the nsid {nsid}" for nsid in shared)
    levels = {id_: [level.get(f"{W}ilvl") for level in kind.iterfind("w:lvl", NS)] for id_, kind in kinds.items()}
    for list_, kind in lists.items():
        if kind not in kinds:
            yield f"{where}: list {list_} is of kind {kind}, which is not defined"
    for id_, kind in kinds.items():
        yield from _level_faults(f"{where}: kind {id_}", kind)
    for one in root.iterfind("w:num", NS):
        for override in one.iterfind("w:lvlOverride", NS):
            if override.get(f"{W}ilvl") not in levels.get(value(one, "w:abstractNumId"), ()):
                yield f"{where}: list {one.get(f'{W}numId')} starts a level anew that it does not have"
    for part, tree in package.trees.items():
        for member in tree.iter(f"{W}numPr"):
            used, level = value(member, "w:numId"), value(member, "w:ilvl") or "0"
            if used not in {*lists, "0", ""}:
                yield f"{part}: names list {used}, which is not defined"
            elif used in lists and level not in levels.get(lists[used], (level,)):
                yield f"{part}: names level {level} of list {used}, which has no such level"
    yield from _both_ways(package, kinds, lists)


def _level_faults(where: str, kind: Any) -> Iterator[str]:
    at = [level.get(f"{W}ilvl") for level in kind.iterfind("w:lvl", NS)]
    if at != [str(number) for number in range(len(at))] or len(at) > 9:
        yield f"{where} has the levels {', '.join(at)}"
    for level in kind.iterfind("w:lvl", NS):
        own = int(level.get(f"{W}ilvl", "0"))
        if any(int(number) > own + 1 for number in re.findall(r"%(\d)", value(level, "w:lvlText"))):
            yield f"{where}: level {own} prints the count of a level below it"


def _both_ways(package: Package, kinds: dict[str, Any], lists: dict[str, str]) -> Iterator[str]:
    """A style that a level names must name the list, and the other way round: Word counts by both."""
    named = {
        (value(level, "w:pStyle"), id_)
        for id_, kind in kinds.items()
        for level in kind.iterfind("w:lvl", NS)
        if value(level, "w:pStyle")
    }
    naming = set()
    for style in package.tree("word/styles.xml").iterfind("w:style", NS):
        used = value(style, "w:pPr/w:numPr/w:numId")
        if used in lists:
            naming.add((style.get(f"{W}styleId"), lists[used]))
    for style, kind in sorted(named - naming):
        yield f"word/numbering.xml: kind {kind} names the style {style}, which does not name it"
    for style, kind in sorted(naming - named):
        yield f"word/styles.xml: style {style} names a list of kind {kind}, no level of which names it"


def note_faults(package: Package) -> Iterator[str]:
    """Footnotes, endnotes and comments that are referred to and not there, or there and never referred to."""
    for part, tag in (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment")):
        where = f"word/{part}.xml"
        notes = list(package.tree(where).iterfind(f"w:{tag}", NS))
        ids = [note.get(f"{W}id") for note in notes]
        yield from (f"{where}: id {id_} twice" for id_ in repeated(ids))
        plain = {note.get(f"{W}id") for note in notes if note.get(f"{W}type", "normal") == "normal"}
        used = [
            (name, element.get(f"{W}id"))
            for name, tree in package.stories()
            for element in tree.iter(f"{W}{tag}Reference")
        ]
        for name, id_ in used:
            if id_ not in plain:
                yield f"{name}: refers to {tag} {id_}, which is not there"
        yield from (f"{where}: {tag} {id_} is referred to twice" for id_ in repeated(id_ for _, id_ in used))
        for id_ in sorted(plain - {id_ for _, id_ in used}, key=str):
            yield f"{where}: nothing refers to {tag} {id_}"
        for note in notes:
            if not len(note) or note[-1].tag != f"{W}p":
                yield f"{where}: {tag} {note.get(f'{W}id')} does not end with a paragraph"
    reserved = {"separator", "continuationSeparator"}
    notes = package.tree("word/footnotes.xml")
    if len(notes) and not reserved <= {note.get(f"{W}type") for note in notes}:
        yield "word/footnotes.xml: lacks the separators"


def range_faults(package: Package) -> Iterator[str]:
    """Bookmarks, comments and permissions whose two ends do not belong together; references that lead nowhere."""
    names: list[str] = []
    for tag in ("bookmark", "commentRange", "perm"):
        start, end = ("permStart", "permEnd") if tag == "perm" else (f"{tag}Start", f"{tag}End")
        starts: list[str] = []
        for part, tree in package.stories():
            opened: set[str] = set()
            for element in tree.iter(f"{W}{start}", f"{W}{end}"):
                id_ = element.get(f"{W}id", "")
                if element.tag == f"{W}{start}":
                    opened.add(id_)
                    starts.append(id_)
                    names += [element.get(f"{W}name", "")] if tag == "bookmark" else []
                elif id_ in opened:
                    opened.remove(id_)
                else:
                    yield f"{part}: <w:{end}> {id_} has no beginning before it"
            yield from (f"{part}: <w:{start}> {id_} has no end" for id_ in sorted(opened))
        yield from (f"two <w:{start}> have the id {id_}" for id_ in repeated(starts))
    yield from (f"two bookmarks have the name {name}" for name in repeated(name.lower() for name in names))
    for name in names:
        if not re.fullmatch(r"[^\W\d]\w{0,39}", name):
            yield f"Word does not accept {name!r} as the name of a bookmark"
    for part, tree in package.stories():
        for link in tree.iter(f"{W}hyperlink"):
            if (anchor := link.get(f"{W}anchor")) and anchor not in names:
                yield f"{part}: a link leads to the bookmark {anchor}, which is not there"
            if not anchor and not link.get(f"{R}id"):
                yield f"{part}: a link leads nowhere"
    for part, instruction in instructions(package):
        field, *words = re.findall(r'"[^"]*"|\S+', instruction) or [""]
        if field in {"REF", "PAGEREF", "NOTEREF"} and (not words or words[0] not in names):
            yield f"{part}: the field {instruction} leads to no bookmark"
        elif field == "STYLEREF":
            yield from _style_reference(package, part, instruction, words)
        elif not field:
            yield f"{part}: a field without an instruction"


def _style_reference(package: Package, part: str, instruction: str, words: list[str]) -> Iterator[str]:
    known = {value(style, "w:name").lower() for style in package.tree("word/styles.xml").iterfind("w:style", NS)}
    wanted = words[0].strip('"').lower() if words else ""
    if (f"heading {wanted}" if wanted.isdigit() else wanted) not in known:
        yield f"{part}: the field {instruction} names no style"


def instructions(package: Package) -> Iterator[tuple[str, str]]:
    """The instruction of each field by the part that it stands in; its runs may have split it."""
    for part, tree in package.stories():
        open_: list[list[str]] = []
        for element in tree.iter(f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"):
            kind = element.get(f"{W}fldCharType")
            if element.tag == f"{W}fldSimple":
                yield part, element.get(f"{W}instr", "").strip()
            elif element.tag == f"{W}instrText":
                if open_:
                    open_[-1].append(element.text or "")
            elif kind == "begin":
                open_.append([])
            elif kind == "end" and open_:
                yield part, "".join(open_.pop()).strip()


def id_faults(package: Package) -> Iterator[str]:
    """Ids of pictures, shapes and content controls that stand for two things."""
    for part, tree in package.stories():
        pictures = [element.get("id") for element in tree.iter(f"{WP}docPr")]
        shapes = [element.get("id") for element in tree.iter(f"{V}*") if element.get("id")]
        controls = [element.get(f"{W}val") for element in tree.iterfind(".//w:sdtPr/w:id", NS)]
        for what, ids in (("picture", pictures), ("shape", shapes), ("content control", controls)):
            yield from (f"{part}: two {what}s have the id {id_}" for id_ in repeated(ids))
        for tag in ("alias", "tag"):
            for element in tree.iterfind(f".//w:sdtPr/w:{tag}", NS):
                if len(element.get(f"{W}val", "")) > 64:
                    yield f"{part}: the {tag} of a content control has more than 64 characters"
        for tag in ("ins", "del"):
            marks = [mark.get(f"{W}id") for mark in tree.iter(f"{W}{tag}")]
            yield from (f"{part}: two <w:{tag}> have the id {id_}" for id_ in repeated(marks))


def value(element: Any, path: str) -> str:
    """The `w:val` of an element below this one, "" if there is none."""
    found = element.find(path, NS) if isinstance(element, etree._Element) else None
    return "" if found is None else found.get(f"{W}val", "")
