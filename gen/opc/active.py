"""What in an Office file can act on its own or fetch something: macros, controls, embedded files, links."""

from __future__ import annotations

from collections.abc import Iterator

from gen.message import M, Message
from gen.opc.package import OpcPackage, Refusal, relations_in


def active_contents(package: OpcPackage) -> Iterator[Refusal]:
    """Everything in a file that can act on its own or fetch something: macros, controls, embedded files, links."""
    for name in package.parts:
        kind, lower = package.content_type(name).lower(), name.lower()
        if "macroenabled" in kind or "vba" in kind or lower.endswith(("vbaproject.bin", "vbadata.xml")):
            yield _active(name, M("the file has macros: `{part}`", part=name), M("save it as .docx, without macros"))
        elif "activex" in kind or "/activex/" in lower:
            yield _active(name, M("the file has a control: `{part}`", part=name), M("delete the control in Word"))
        elif "oleobject" in kind or "/embeddings/" in lower:
            mend = M("delete the embedded object, or put a picture in its place")
            yield _active(name, M("the file has another file embedded: `{part}`", part=name), mend)
        if not lower.endswith(".rels"):
            continue
        for relation in relations_in(package.parts[name]):
            if relation.external:
                what = M("the file points outside itself: `{target}`", target=relation.target[:200])
                mend = M("in Word, break the link: put pictures into the file, take hyperlinks and the template off")
                yield _active(f"{name} {relation.target}", what, mend)
            elif relation.kind in {"aFChunk", "subDocument"}:
                what = M("the file brings in another document: `{target}`", target=relation.target[:200])
                yield _active(f"{name} {relation.target}", what, M("open it in Word and save it anew"))


def _active(key: str, what: Message, mend: Message) -> Refusal:
    why = M("it would run or be fetched on every machine that opens a document made from this file")
    return Refusal(f"active {key}", what, why, mend)
