"""Read the outline of a document kind: YAML front matter between `---` lines, then Markdown with holes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from gen import yamltree
from gen.decode import decode
from gen.finding import Finding, Label, found
from gen.library.names import WORDS
from gen.message import M
from gen.model.library import LoadedOutline
from gen.model.outline import Outline
from gen.source import Source, Span
from gen.stage_rules import s107_missing_key, s108_wrong_type, s110_duplicate_id
from gen.template import parse
from gen.yamltree import Scalar, place_of

_FENCE = "---"


def load_outline(source: Source | None, read: tuple[Finding, ...], findings: list[Finding]) -> LoadedOutline | None:
    """Read one outline; none where it cannot stand."""
    findings += read
    if source is None:
        return None
    fences = [number for number, line in enumerate(source.lines) if line.rstrip() == _FENCE][:2]
    if len(fences) < 2 or fences[0] != 0:
        message = M("an outline begins with its front matter between two lines `---`")
        findings.append(found(s107_missing_key.RULE, message, source.whole_line(1)))
        return None
    node, tree_findings = yamltree.parse(source, slice(1, fences[1]))
    findings += tree_findings
    outline, record_findings = decode(Outline, node) if node is not None else (None, ())
    findings += record_findings
    if outline is None:
        return None
    if outline.kind != PurePosixPath(source.path).stem:
        expected = PurePosixPath(source.path).stem
        findings.append(
            found(
                s110_duplicate_id.RULE,
                M("the id `{id}` does not match its place", id=outline.kind),
                Label(place_of(outline.kind), M("this file's place says `{id}`", id=expected)),
            )
        )
        return None
    if wrong := [*_words(outline), *title_fault(outline.title, outline.kind)]:
        findings += wrong
        return None
    body = _body(source, fences[1] + 1)
    template, body_findings = parse(body)
    findings += body_findings
    texts = {}
    for text in _short_texts(outline):
        parsed, text_findings = parse(text)
        findings += text_findings
        if parsed is not None:
            texts[str(text)] = parsed
    if template is None:
        return None
    whole = replace(outline, body=body, hash=hashlib.sha256(source.text.encode()).hexdigest())
    return LoadedOutline(whole, template, texts)


def _body(source: Source, first: int) -> Scalar:
    """The text behind the front matter, placed so that its offsets map back to the file."""
    text = "\n".join(source.lines[first:])
    return yamltree.scalar(text, Span(source, first, 1, len(source.lines), 1), block_indent=0)


def _words(outline: Outline) -> Iterator[Finding]:
    for word in WORDS:
        if word not in outline.words:
            message = M("`{key}` is missing", key=f"words.{word}")
            helps = [M("say what this kind of document calls the party")]
            yield found(s107_missing_key.RULE, message, place_of(outline.title), helps=helps, key=(outline.kind, word))


def title_fault(title: str, kind: str) -> Iterator[Finding]:
    """What is wrong with the title of a document kind: it is the name of the file as well, on every system."""
    bad = _NO_FILE_NAME.search(title)
    if bad is not None:
        reason = M("it names the file, so it cannot hold `{text}` there", text=bad[0].replace("\n", "↵"))
    elif len(title.encode()) > _LONGEST:
        reason = M("it names the file, so it has at most {count} Chinese characters", count=_LONGEST // 3)
    else:
        return
    message = M("this title does not fit: {reason}", reason=reason)
    yield found(s108_wrong_type.RULE, message, place_of(title), key=(kind, "title"))


_NO_FILE_NAME = re.compile(r'[/\\:*?"<>|\t\n]|^[. ]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)$', re.IGNORECASE)
_LONGEST = 240
"""Bytes of UTF-8 that the name of a file may have, so that there is room for its ending."""


def _short_texts(outline: Outline) -> list[Scalar]:
    texts: list[str] = [outline.header]
    if outline.cover:
        texts += [outline.cover.overline, *outline.cover.rows.values(), outline.cover.date]
    for signatory in outline.signatories:
        texts += [signatory.title, *signatory.lines.values()]
    return [text for text in texts if isinstance(text, Scalar) and text]
