"""What every part of the writer needs to set text: the theme, the targets of references, numbers for bookmarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from gen.model.blocks import Blank, Inlines, Reference, Text, Value
from gen.model.theme import Theme
from gen.render.docx.anchors import Target, reference_runs
from gen.render.docx.markup import bookmarked, run
from gen.render.docx.styles import BLANK, STRONG

_PLAIN, _SPECIAL = (Text, Value), (Reference, Blank)


@dataclass(slots=True)
class Pen:
    """Writes inlines and numbers bookmarks while a document is made."""

    theme: Theme
    targets: Mapping[str, Target]
    _ids: Iterator[int] = field(default_factory=count)

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
            if isinstance(inline, _SPECIAL):
                parts += [run(text, look), self._special(inline, wanted)]
                text = ""
            elif wanted == look:
                text += inline.text
            else:
                parts.append(run(text, look))
                text, look = inline.text, wanted
        parts.append(run(text, look))
        return "".join(parts)

    def _special(self, inline: Reference | Blank, style: str) -> str:
        if isinstance(inline, Blank):
            return run(inline.text, BLANK)
        target = None if inline.document else self.targets.get(inline.anchor)
        return reference_runs(inline, target, style)

    def bookmark(self, name: str, content: str) -> str:
        """Content inside a bookmark of that name."""
        return bookmarked(next(self._ids), name, content)

    def anchored(self, anchor: str | None, content: str) -> str:
        """Content inside the bookmark of an anchor; as it is if there is none."""
        target = self.targets.get(anchor or "")
        return self.bookmark(target.bookmark, content) if target else content

    def number(self) -> int:
        """A number for one more bookmark."""
        return next(self._ids)
