"""Reading XML through for what is wrong or dangerous in it, before any library builds a tree of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.parsers import expat

from gen.message import M
from gen.opc.package import NEEDED, SWELLS, Refusal, is_xml

MOST_ELEMENTS = 1_000_000
"""Of one part; a plan of 400 pages has some 100,000."""
DEEPEST = 200
"""How deep elements may be nested; lxml itself gives up at 256."""


def xml_faults(parts: Mapping[str, bytes]) -> Iterator[Refusal]:
    """What is wrong with the XML parts of a file."""
    for name, data in parts.items():
        if not is_xml(name):
            continue
        anew = M("open it in Word and save it anew")
        try:
            _read_through(data)
        except _CrowdedError:
            what = M("`{part}` has more than {limit} elements", part=name, limit=f"{MOST_ELEMENTS:,}")
            yield Refusal(f"elements {name}", what, SWELLS, anew)
        except _DoctypeError:
            what = M("`{part}` declares a document type or entities", part=name)
            why = M("entities can swell without end or bring in other files; no Word file needs them")
            yield Refusal(f"entities {name}", what, why, anew)
        except (expat.ExpatError, ValueError, LookupError):
            what = M("`{part}` is not sound XML", part=name)
            yield Refusal(f"xml {name}", what, NEEDED, anew)


class _CrowdedError(Exception):
    """A part has too many elements."""


class _DoctypeError(Exception):
    """A part begins with a document type."""


def _read_through(data: bytes) -> None:
    """Parse some XML for nothing but its faults."""
    depth = count = 0

    def opened(_name: str, _attributes: object) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if count > MOST_ELEMENTS:
            raise _CrowdedError
        if depth > DEEPEST:
            raise ValueError("nested too deep")

    def closed(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(*_: object) -> None:
        raise _DoctypeError

    def encoded(_version: str, encoding: str | None, _standalone: int) -> None:
        # In another encoding, one reader may take for text what the next one takes for markup.
        if (encoding or "utf-8").lower() not in {"utf-8", "utf-16"}:
            raise ValueError(encoding)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.StartDoctypeDeclHandler, parser.XmlDeclHandler = declared, encoded
    parser.Parse(data, True)  # noqa: FBT003 - this is the end of it
