"""Write the pages of the rules and the catalogue of contradictions: `./run pages`.

docs/rules/ holds a page for each rule, in English, and under zh/ in Chinese; docs/catalogue.md says row by row which
rule decides it, or why none does and what `bidgen review` asks instead. With --check nothing is written: it names what
is stale, and exits with 1 if anything is.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from gen.catalogue import ALL_RULES
from gen.message import speak, translate
from gen.review.rows import KINDS, rows
from gen.rule import FAMILIES, Rule, paragraphs

ROOT = Path(__file__).parent.parent
FOLDER = Path("docs/rules")
_NOTE = "<!-- Made by `./run pages` from the rule itself; edit that. -->"


def pages() -> Mapping[Path, str]:
    """Every file with its content."""
    speak("en")
    made = {FOLDER / f"{rule.id}.md": page(rule) for rule in ALL_RULES}
    made[FOLDER / "README.md"] = index()
    made[Path("docs/catalogue.md")] = catalogue()
    speak("zh_CN")
    made |= {FOLDER / "zh" / f"{rule.id}.md": page(rule, "../..") for rule in ALL_RULES}
    made[FOLDER / "zh" / "README.md"] = index()
    speak("en")
    return made


def page(rule: Rule, docs: str = "..") -> str:
    """The page of one rule in the language now spoken; `docs` leads from it to the folder of all documents."""
    parts = [_NOTE, f"# {rule.id} {rule.name}"]
    decided = [name for name, row in rows().items() if rule.id in row.rules]
    words = f"{translate(str(rule.severity))} · {translate('confidence')}: {translate(str(rule.confidence))}"
    if decided:
        words += " · " + ", ".join(f"[{name}]({docs}/catalogue.md)" for name in decided)
    for number, (text, code) in enumerate(paragraphs(rule.page)):
        if code:
            parts.append("```yaml\n" + re.sub(r"^ {4}", "", text, flags=re.MULTILINE) + "\n```")
        else:
            parts.append(f"**{translate(text)}**\n\n{words}" if number == 0 else translate(text))
    return "\n\n".join(parts) + "\n"


def index() -> str:
    """All rules by family."""
    lines = [_NOTE, "", "# " + translate("Rules"), ""]
    for letter, family in FAMILIES.items():
        of_family = [rule for rule in ALL_RULES if rule.id.startswith(letter)]
        if of_family:
            lines += [f"## {translate(family)}", ""]
            lines += [
                f"- [{rule.id} {rule.name}]({rule.id}.md) ({translate(str(rule.severity))}): {translate(rule.title)}"
                for rule in of_family
            ]
            lines.append("")
    return "\n".join(lines)


def catalogue() -> str:
    """The catalogue, row by row, in both languages."""
    listed = rows()
    by_rule = sum(bool(row.rules) for row in listed.values())
    asked = sum(row.ask is not None for row in listed.values())
    lines = [
        _NOTE, "", "# The catalogue of contradictions", "",
        f"{len(listed)} kinds of contradiction and infeasibility. {by_rule} are decided by rules that run; {asked}",
        "need a person, in whole or in part, and are questions on the list that `bidgen review BID` prints.",
        "",
    ]  # fmt: skip
    for letters, kind in KINDS.items():
        lines += [f"## {letters} {kind.en} · {kind.zh}", ""]
        lines += ["| row | what is wrong | decided by | asked of a person, and why |", "|---|---|---|---|"]
        for name, row in listed.items():
            if name.startswith(letters):
                decided = ", ".join(f"[{rule}](rules/{rule}.md)" for rule in row.rules) or "–"
                asked_of = f"{row.ask.en}<br>{row.ask.zh}" if row.ask else ""
                why = f"<br>*{row.why.en}*" if row.why else ""
                lines.append(f"| {name} | {row.title.en}<br>{row.title.zh} | {decided} | {asked_of}{why} |")
        lines.append("")
    return "\n".join(lines)


def stale(root: Path = ROOT) -> list[str]:
    """The files that differ from what the rules say, and those that no rule has."""
    made = pages()
    wrong = [
        path for path, text in made.items() if not (root / path).exists() or (root / path).read_text("utf-8") != text
    ]
    extra = [path.relative_to(root) for path in (root / FOLDER).rglob("*.md") if path.relative_to(root) not in made]
    return sorted(path.as_posix() for path in (*wrong, *extra))


def main() -> None:
    """Write, or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        if found := stale():
            print("stale: " + ", ".join(found) + "; run ./run pages")
            sys.exit(1)
        return
    made = pages()
    for path in stale():
        if Path(path) not in made:
            (ROOT / path).unlink()
    for path, text in made.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
