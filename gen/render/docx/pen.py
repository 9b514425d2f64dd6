"""What every part of the writer needs to set text: the theme, the targets of references, numbers for bookmarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from gen.model.blocks import Blank, Footnote, Inline, Inlines, PageReference, Reference, Text, Value
from gen.model.theme import Theme
from gen.render.docx.anchors import Target, page_runs, reference_runs
from gen.render.docx.builtin import BLANK, FOOTNOTE_MARK, STRONG
from gen.render.docx.markup import bookmarked, footnote_mark, run
from gen.render.docx.remarks import Marker

_PLAIN = (Text, Value)


@dataclass(slots=True)
class Pen:
    """Writes inlines and numbers bookmarks while a document is made."""

    theme: Theme
    targets: Mapping[str, Target]
    footnotes: list[tuple[Footnote, bool]] = field(default_factory=list)
    """Those that were marked so far, the first of them with the id 1, and whether Word counts them by itself."""
    _ids: Iterator[int] = field(default_factory=count)
    _set: set[str] = field(default_factory=set)
    """Bookmarks of anchors that stand in the document by now."""
    _counted: int = 0
    """What Word's own count of footnotes has come to."""

    def runs(self, inlines: Inlines, style: str = "body") -> str:
        """A row of inlines as runs of a paragraph in that style of the theme.

        Neighbours that look alike become one run, as if somebody had typed them.
        """
        # Word turns bold within bold back to plain: it would hide what shall stand out.
        strong = "" if self.theme.styles[style].bold else STRONG
        if len(inlines) == 1 and isinstance(inlines[0], _PLAIN):
            return run(inlines[0].text, strong if inlines[0].strong else "")
        parts: list[str] = []
        text, look = "", ""
        for inline in inlines:
            wanted = strong if inline.strong else ""
            if not isinstance(inline, _PLAIN):
                parts += [run(text, look), self._special(inline, wanted)]
                text = ""
            elif wanted == look:
                text += inline.text
            else:
                parts.append(run(text, look))
                text, look = inline.text, wanted
        parts.append(run(text, look))
        return "".join(parts)

    def _special(self, inline: Inline | Marker, style: str) -> str:
        match inline:
            case Marker():
                return inline.xml
            case Blank():
                return run(inline.text, BLANK)
            case Reference():
                return reference_runs(inline, None if inline.document else self.targets.get(inline.anchor), style)
            case PageReference():
                return page_runs(self.targets.get(inline.anchor), style)
            case Footnote():
                return self._footnote(inline)
        return run(inline.text, style)

    def _footnote(self, note: Footnote) -> str:
        by_word = note.number == self._counted + 1
        self._counted += by_word
        self.footnotes.append((note, by_word))
        # Where Word would print another number (parties of a signature stand side by side) the mark is written out.
        return footnote_mark(len(self.footnotes), FOOTNOTE_MARK, "" if by_word else str(note.number))

    def bookmark(self, name: str, content: str) -> str:
        """Content inside a bookmark of that name."""
        return bookmarked(next(self._ids), name, content)

    def anchored(self, anchor: str | None, content: str) -> str:
        """Content inside the bookmark of an anchor; as it is if there is none, or if the anchor was there before."""
        target = self.targets.get(anchor or "")
        if target is None or target.bookmark in self._set:
            return content
        self._set.add(target.bookmark)
        return self.bookmark(target.bookmark, content)

    def number(self) -> int:
        """A number for one more bookmark."""
        return next(self._ids)
