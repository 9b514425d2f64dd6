"""Write docs/seeds.md from the maps of the seed documents: `./run pages`. With --check, say whether it is stale."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.seeds.mapping import SeedMap, checklist, seed_maps  # noqa: E402 - of this checkout, whatever is installed

PAGE = ROOT / "docs/seeds.md"
_HEAD = """<!-- Made by `./run pages` from tests/seeds/map; edit those. -->
# What has become of the seed documents

Thirteen after-sales documents of real bids and contracts are where this library began. Each has a bid here that takes
its subject, its structure and its figures, with invented names and sentences of our own; what contradicted itself is
settled, and the bid's `notes` say how. Below stands, part by part, what now carries each section, form, table, blank
and promise of them, and what was left out. K numbers are those of the commitments in [tests/seeds](../tests/seeds). A
test holds every line against what the bids print.
"""
_CARRIERS = {
    "clause": "clauses/{path}.yaml",
    "param": "",
    "document": "templates/documents/{name}.md",
    "form": "templates/forms/{name}.yaml",
    "docs": "{name}",
}


def page() -> str:
    """The whole page."""
    lines = [_HEAD]
    for each in seed_maps():
        lines += _document(each)
    lines += ["## What the documents ask for together", "", "| | capability | carried by |", "|---|---|---|"]
    lines += [f"| {e['code']} | {e['name']} | {_carried(e)} |" for e in checklist()]
    return "\n".join(lines) + "\n"


def _document(each: SeedMap) -> Iterator[str]:
    content = each.content
    copies = f" ({', '.join(content['copies'])} are copies of it)" if content.get("copies") else ""
    yield f"## {content['seed']} {content['title']}{copies}"
    yield ""
    yield f"Bid: [{content['bid']}](../projects/{content['bid']}/project.yaml)"
    yield ""
    yield "| what | of the document | carried by |"
    yield "|---|---|---|"
    for entry in each.entries:
        yield f"| {entry['what']} | {_named(entry)} | {_carried(entry)} |"
    yield ""


def _named(entry: Mapping[str, Any]) -> str:
    return str(entry.get("name") or ", ".join(entry["seed"])).replace("|", "\\|")


def _carried(entry: Mapping[str, Any]) -> str:
    if reason := entry.get("left_out"):
        return f"left out: {reason}"
    return ", ".join(map(_link, entry["by"]))


def _link(carrier: str) -> str:
    what, _, name = carrier.partition(":")
    path = _CARRIERS.get(what, "").format(name=name, path=name.replace(".", "/"))
    return f"[{name}](../{path})" if path and (ROOT / path).exists() else f"{what} `{name}`"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if the page is stale")
    if parser.parse_args().check:
        stale = not PAGE.exists() or PAGE.read_text("utf-8") != page()
        if stale:
            sys.exit("docs/seeds.md is stale: run ./run pages")
    else:
        PAGE.write_text(page(), "utf-8", newline="\n")
