"""Sound files made unsound: cut, twisted, filled with rubbish."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import partial

from bench.planting.base import consistent
from bench.planting.package import Files
from bench.planting.pages import example, small, with_page
from bench.planting.placing import placed
from bench.planting.promise import plain
from bench.planting.seeds import SEEDS
from bench.planting.shipped import shipped

Source = Callable[[], Files]

RUBBISH = (
    "", "null", "~", "true", "no", "-1", "0", "1e400", "99999999999999999999年", "0小时", "00小时", "半",
    "半半小时", "1/0", "999999999999999小时", "99999999999工作小时", "99999年", "0个工作日", "9999999个工作日",
    "0.000000000001%", "1000%", "∞", "NaN", "٣小时", "²小时", "四十八小时", "一百零零小时", "${x}", "$", "$$",
    "$v1", "{{ v1 }}", "{% if %}", "{{ 1/0 }}", "{{ v1 | table }}", "{{ ref('x') }}", "[]", "{}", "[[[[[]]]]]",
    "{a: {b: {c: {d: }}}}", "'", '"', "|", ">", "- - -", "&a", "*a", "!!python/object:os.system x", "<<: *a",
    "?", ":", "#", "%", "@", "`", "2026-02-30", "0000-00-00", "9999-12-31", "7×24", "0×0", "8×25", "5x8", "S1",
    "S9", "server", "report_received", "free", "resolution", "demo", "planted.p1", "hotline.window",
    "hotline.window.v1", "每月0次", "每年99999999次", "每半年1次", "-5%", "5‰", "人民币壹元", "零元", "1.234元",
    "１２小时", "é", "e\u0301", "𠀀𠀁", "👩‍👩‍👧", "\u3000", "\u00a0", "ﬁ", "İ", "ß", "ǅ", "\u0300", "א", "أ",
    "x" * 3000, "，" * 500, "[S1, S1, S1]", "{S1: {S1: S1}}", "a" * 200 + ".b", "../../etc/passwd", "C:\\x",
    "param('x')", "1 == 1", "total == total", "sum(v1) == 1", "bands(v1)", "1小时..", "..1小时", "3小时..1小时",
    "1小时..1年", "total <= 1 <= 2", "((((((1))))))",
)  # fmt: skip

KEYS = (
    "id", "title", "params", "commitments", "promise", "each", "scope", "at_most", "at_least", "is", "clock",
    "fee", "obligor", "modality", "until", "base", "condition", "instead_of", "overrides", "relations", "that",
    "why", "text", "variants", "values", "clauses", "extends", "documents", "dates", "approvals", "people",
    "before", "ends", "axes", "dimensions", "events", "aliases", "roles", "type", "key", "columns", "default",
    "allow", "approval", "kind", "from", "to", "window", "stops", "holidays", "makers", "certificates",
    "branches", "stock", "profile", "severity", "项", "",
)  # fmt: skip


def sound_files() -> list[tuple[float, Source]]:
    """Where nonsense begins: sources of sound files, and how often each is taken."""
    pages: list[Source] = [
        partial(_over_small, example(rule, section)) for rule in with_page() for section in ("Fails", "Passes")
    ]
    made: list[Source] = [partial(_consistent, number) for number in range(60)]
    made += [partial(_planted, rule, number) for rule in SEEDS for number in range(3)]
    return [*((1.0, page) for page in pages), *((1.5, each) for each in made), (8.0, shipped), (5.0, small)]


def _over_small(files: Files) -> Files:
    return {**small(), **files}


def _consistent(number: int) -> Files:
    return consistent(random.Random(number), "demo").files()


def _planted(rule: str, number: int) -> Files:
    chance = random.Random(f"{rule}-{number}")
    case = placed(SEEDS[rule][number % len(SEEDS[rule])](chance), chance, rule, hard=True)
    return {path: plain(text) for path, text in case.files.items()}


def twisted(source: Files, chance: random.Random) -> tuple[Files, tuple[str, ...]]:
    """The files with some of them twisted, and which those are."""
    files = dict(source)
    paths = sorted(path for path in source if path.endswith((".yaml", ".md")))
    chosen = chance.sample(paths, min(len(paths), chance.choice((1, 1, 1, 2, 3))))
    for path in chosen:
        for _ in range(chance.choice((1, 1, 2, 4))):
            files[path] = chance.choice(TWISTS)(files[path], chance)
    if chance.random() < 0.03:
        extra = chance.choice(
            ("clauses/laws.yaml", "projects/demo/accepted.yaml", "clauses/vocabulary.yaml", "bidgen.toml")
        )
        files[extra] = chance.choice(RUBBISH) + "\n"
        chosen.append(extra)
    return files, tuple(chosen)


def _value(text: str, chance: random.Random) -> str:
    """Another value behind one of the keys."""
    places = list(re.finditer(r"(?<=: )[^\n,{}\[\]]+", text))
    return _instead(text, places, chance.choice(RUBBISH), chance)


def _taken_value(text: str, chance: random.Random) -> str:
    """The value of one key behind another."""
    places = list(re.finditer(r"(?<=: )[^\n,{}\[\]]+", text))
    return _instead(text, places, chance.choice(places)[0] if places else "", chance)


def _whole_value(text: str, chance: random.Random) -> str:
    """Rubbish in the place of a list or mapping."""
    places = list(re.finditer(r"(?<=: )[\[{][^\n]*", text))
    return _instead(text, places, chance.choice(RUBBISH), chance)


def _key(text: str, chance: random.Random) -> str:
    """Another key."""
    places = list(re.finditer(r"(?<![\w.])[\w.]+(?=:[ \n])", text))
    return _instead(text, places, chance.choice(KEYS), chance)


def _line_away(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def _line_twice(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return "\n".join(lines)


def _line_of_keys(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    made = f"{' ' * chance.choice((0, 2, 4))}{chance.choice(('', '- '))}{chance.choice(KEYS)}: {chance.choice(RUBBISH)}"
    lines.insert(chance.randrange(len(lines)), made)
    return "\n".join(lines)


def _indented(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((lines[at].lstrip(), "  " + lines[at], "\t" + lines[at]))
    return "\n".join(lines)


def _cut(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _character(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return (
        text[:at] + chance.choice("{}[]:,|>'\"#&*!%@`$.-×，。 \n\t\\一0é𠀀{{}}%}") + text[at + chance.choice((0, 1)) :]
    )


def _deep(text: str, chance: random.Random) -> str:
    depth = chance.choice((5, 60, 400))
    places = list(re.finditer(r"(?<=: )[^\n]+", text))
    made = chance.choice(("[" * depth + "]" * depth, "{a: " * depth + "x" + "}" * depth))
    return _instead(text, places, made, chance)


def _itself(text: str, chance: random.Random) -> str:
    """A clause, profile or dimension that refers to itself."""
    own = re.search(r"^id: (\S+)", text, re.MULTILINE)
    name = own[1] if own else "resolution"
    made = chance.choice(
        (f"overrides: [{name}]", f"extends: {name}", f"instead_of: {name}", f"was: [{name}]", f"before: [{name}]")
    )
    places = list(re.finditer(r"(?<=\n) *- promise: [^\n]+|(?<=\n)id: [^\n]+|^id: [^\n]+", text))
    if not places:
        return text
    place = chance.choice(places)
    indent = " " * (len(place[0]) - len(place[0].lstrip()) + (2 if "- " in place[0] else 0))
    return text[: place.end()] + f"\n{indent}{made}" + text[place.end() :]


def _dimension(text: str, chance: random.Random) -> str:
    """Dimensions of the workspace's own, that may lead in circles."""
    made = (
        "dimensions:\n"
        f"  response: {{label: 响应, en: response, type: {chance.choice(('duration', 'count', 'enum', 'money', 'x'))},"
        f" better: {chance.choice(('less', 'more', 'listed', 'none', 'x'))},"
        f" before: [{chance.choice(('response', 'resolution', 'x'))}]}}\n"
        "  resolution: {label: 修复, en: resolution, type: duration, better: less, before: [response]}\n"
    )
    return text + "\n" + made


def _empty(_text: str, chance: random.Random) -> str:
    return chance.choice(("", "\n", "# x\n", "---\n", "[]\n", "x\n", "\ufeff", "- a\n- b\n", "{}\n", "id:\n"))


TWISTS: tuple[Callable[[str, random.Random], str], ...] = (
    _value, _value, _value, _value, _taken_value, _taken_value, _whole_value, _key, _key, _line_away, _line_twice,
    _line_of_keys, _line_of_keys, _indented, _cut, _character, _character, _deep, _itself, _dimension, _empty,
)  # fmt: skip


def _instead(text: str, places: list[re.Match[str]], made: str, chance: random.Random) -> str:
    if not places:
        return text
    place = chance.choice(places)
    return text[: place.start()] + made + text[place.end() :]
