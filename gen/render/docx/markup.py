"""Runs, paragraphs, fields and bookmarks as XML text: the small pieces that everything else is made of."""

from __future__ import annotations

import re
from collections.abc import Callable

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

AMBIGUOUS = re.compile("[¡¤§¨ª¯°-´¶-º¼-¿×÷\u2000-\u2bff]")
"""Characters that Chinese and Latin fonts both have (quotes, dashes, ×, ①): Word asks the run whose they are."""

_TEXT_END = "</w:t></w:r>"
_TEXT = re.compile(rf'((?:<w:rPr>.*</w:rPr>)?<w:t(?: xml:space="preserve")?>)((?:[^<]*[^<\s])?)([^<;\s]){_TEXT_END}')
"""A run of text behind its first tag, parted before its last character; what ends with a semicolon may be an entity."""

HINT = '<w:rFonts w:hint="eastAsia"/>'
"""The answer: such characters are set in the Chinese font."""


def escape(text: str) -> str:
    """Text as the content of an XML element or of an attribute in double quotes."""
    if "&" in text or "<" in text or ">" in text or '"' in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


def run(text: str, style: str = "", properties: str = "") -> str:
    """One run of text, nothing for no text.

    `style` is the id of a character style, `properties` are run properties that come after the fonts.
    """
    if not text:
        return ""
    hint = HINT if AMBIGUOUS.search(text) else ""
    if style:
        hint = f'<w:rStyle w:val="{style}"/>{hint}'
    properties = hint + properties
    # XML readers may drop white space at the ends of a text unless told not to.
    space = "" if text.strip() == text else ' xml:space="preserve"'
    opening = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
    return f"{opening}<w:t{space}>{escape(text)}</w:t></w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in the style of that id; `properties` stand in Word's order: keep, number, spacing, indent."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field(instruction: str, result: str) -> str:
    """A field with its settled result, a row of runs: Word may compute it anew, nobody has to."""
    return open_field(instruction) + result + FIELD_END


def open_field(instruction: str) -> str:
    """A field up to where its result begins; `FIELD_END` closes it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def footnote_mark(identifier: int, style: str, mark: str = "") -> str:
    """The mark of the footnote of that id: Word counts it, or prints `mark` and leaves it uncounted."""
    custom, shown = (' w:customMarkFollows="1"', f"<w:t>{mark}</w:t>") if mark else ("", "")
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
    return f'<w:r>{properties}<w:footnoteReference{custom} w:id="{identifier}"/>{shown}</w:r>'


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def bookmarked(number: int, name: str, content: str) -> str:
    """Content between the two ends of a bookmark; `number` is unique in the document."""
    return bookmark_start(number, name) + content + bookmark_end(number)


def bookmark_start(number: int, name: str) -> str:
    """The front end of a bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def bookmark_end(number: int) -> str:
    """The back end of a bookmark."""
    return f'<w:bookmarkEnd w:id="{number}"/>'


def at_start(xml: str, mark: str, *, below_table: bool) -> str:
    """Put a mark at the beginning of the first paragraph in some XML that this writer made.

    Below a table it stands behind the first run of text: LibreOffice loses bookmarks that begin such a paragraph.
    """
    before, end, after = xml.partition("</w:r>")
    if below_table and end and "<w:fldChar" not in before:
        return before + end + mark + after
    return xml.replace("</w:pPr>", "</w:pPr>" + mark, 1)


def at_end(xml: str, mark: str) -> str:
    """Put a mark at the end of the last paragraph in some XML that this writer made."""
    before, end, after = xml.rpartition("</w:p>")
    return before + mark + end + after


def around_end(xml: str, name: str, number: Callable[[], int]) -> str:
    """Let a bookmark hold the last character of some XML that this writer made; nothing where no text ends it."""
    before, end, after = xml.rpartition("</w:p>")
    head, start, last = before.rpartition("<w:r>")
    text = _TEXT.fullmatch(last)
    if not text:
        return ""
    opening, words, character = text.groups()
    kept = f"{start}{opening}{words}{_TEXT_END}" if words else ""
    return head + kept + bookmarked(number(), name, f"{start}{opening}{character}{_TEXT_END}") + end + after


def with_section(xml: str, section: str) -> str:
    """Let a section end in the last paragraph of some XML that this writer made: `section` are its properties."""
    before, start, last = xml.rpartition("<w:p>")
    return before + start + last.replace("</w:pPr>", f"{section}</w:pPr>", 1)


def indent(characters: int, size: int, left: int = 0) -> str:
    """A first-line indent of so many characters of `size` twips, behind a left indent in twips.

    Word goes by the characters, other readers by the twips. Both are always written, because an indent in
    characters that a style hands down would beat one in twips.
    """
    return (
        f'<w:ind w:leftChars="0" w:left="{left}" '
        f'w:firstLineChars="{characters * 100}" w:firstLine="{characters * size}"/>'
    )
