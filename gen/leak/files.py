"""Leaks in finished files: what travels with the pages and no reader sees on them.

A Word file is looked through part by part. Of a PDF, every stream that unpacks is looked through: properties,
metadata, attachments, pictures, colours; of a page, its head. Texts are `documents`' business, since all writers print
exactly those; fonts are not looked into, and a hash of what a document was made from tells nothing of who made it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from gen.finding import Finding, found
from gen.message import M, Message
from gen.model.blocks import Document
from gen.stage_rules import b504_blind_leak


@dataclass(frozen=True, slots=True)
class Trace:
    """Something in a file that a blind copy must not have."""

    what: Message
    part: str
    """Where in the file: a part of the Word package, an object of the PDF."""
    shown: str = ""


def file_leaks(name: str, content: bytes, document: Document, bid: str) -> tuple[Finding, ...]:
    """What a finished file of a blind bid shows of who made it; `name` ends in its format."""
    from gen.leak.pdf_file import pdf_traces
    from gen.leak.word_file import word_traces

    traces = {"docx": word_traces, "pdf": pdf_traces, "html": _page_traces}[name.rpartition(".")[2]]
    return tuple(_findings(name, traces(content, document), bid))


_META = re.compile(r'<meta name="(author|description|keywords|revision|bid)" content="([^"]*)"')


def _page_traces(content: bytes, document: Document) -> Iterator[Trace]:
    """What the head of a page says."""
    for key, value in _META.findall(content.decode("utf-8", "replace")):
        if unescape(value) not in {"", document.subject, document.kind}:
            yield Trace(M("the property {name}", name=key), "head", unescape(value))


def _findings(name: str, traces: Iterator[Trace], bid: str) -> Iterator[Finding]:
    for trace in dict.fromkeys(traces):
        if trace.shown:
            message = M("the blind copy {file} holds {what}: {text}", file=name, what=trace.what, text=trace.shown)
        else:
            message = M("the blind copy {file} holds {what}", file=name, what=trace.what)
        notes = [M("it stands in {part}", part=trace.part)]
        yield found(
            b504_blind_leak.RULE, message, notes=notes, key=(name, trace.what.text, trace.part, trace.shown), bid=bid
        )
