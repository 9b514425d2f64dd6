"""Colours and heights of forms that follow from a theme: both writers go by them."""

from __future__ import annotations

from gen.model.theme import TableLook, Theme


def label_fill(look: TableLook) -> str:
    """The colour behind the labels of a form: halfway between that behind heads of tables and the paper."""
    return "".join(f"{(int(look.head_fill[at : at + 2], 16) + 255) // 2:02X}" for at in (0, 2, 4))


def beside(theme: Theme) -> int:
    """The height that a form leaves to its title above and its note below, where it is to stand on one page."""
    title, note = theme.styles["title"], theme.styles["note"]
    return title.before + title.line + title.after + NOTE_LINES * note.line


NOTE_LINES = 3
