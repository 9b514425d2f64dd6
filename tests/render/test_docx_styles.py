"""Styles: what a theme says of them comes out in Word's own words, once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from gen.model.blocks import BodyStart, Paragraph
from gen.model.theme import STYLES, Margins, Theme
from gen.render.docx import write_docx
from gen.render.docx.pages import lay_out
from gen.render.docx.styles import NAMES
from tests.render import word
from tests.render.documents import document, inlines, mark, theme

W, NS = word.W, word.NS


def styles(look: Theme) -> Mapping[str, Any]:
    """The styles of a document by their ids."""
    part = word.part(write_docx(document([BodyStart(new_page=False)]), look), "word/styles.xml")
    return {style.get(f"{W}styleId"): style for style in part.iterfind("w:style", NS)}


def changed(name: str, **values: Any) -> Theme:
    return replace(theme(), styles={**theme().styles, name: replace(theme().styles[name], **values)})


def test_every_style_of_a_theme_is_one_of_words() -> None:
    assert tuple(sorted(NAMES)) == tuple(sorted(STYLES))
    made = styles(theme())
    assert {identifier for identifier, _ in NAMES.values()} <= set(made)
    assert [made[f"Heading{n}"].find("w:name", NS).get(f"{W}val") for n in (1, 6)] == ["heading 1", "heading 6"]


def test_space_between_characters_is_a_matter_of_the_style() -> None:
    spacing = styles(changed("body", spacing=-5))["BodyText"].find("w:rPr/w:spacing", NS)
    assert spacing.get(f"{W}val") == "-5"
    # It is not handed down to the others.
    assert styles(changed("body", spacing=-5))["TableCell"].find("w:rPr/w:spacing", NS) is None


def test_an_official_page_has_twenty_two_lines_of_twenty_eight_characters() -> None:
    """GB/T 9704; LibreOffice 7.4 sets it so too."""
    look = changed("body", size=320, line=579, spacing=-5, indent=0)
    look = replace(look, page=replace(look.page, margins=Margins(2098, 1474, 1984, 1588), grid=579))
    two = Paragraph(inlines("字" * 56), mark())
    model = document([BodyStart(new_page=False), *[two] * 12])
    assert lay_out(model, look).pages[1:] == (1,) * 11 + (2,)
    assert lay_out(document([BodyStart(new_page=False), *[two] * 11]), look).total == 1
    three = Paragraph(inlines("字" * 57), mark())
    assert lay_out(document([BodyStart(new_page=False), *[two] * 10, three]), look).total == 2
    grid = word.part(write_docx(model, look)).find(".//w:sectPr/w:docGrid", NS)
    assert (grid.get(f"{W}type"), grid.get(f"{W}linePitch")) == ("lines", "579")


def test_a_page_without_grid_says_nothing_of_one() -> None:
    docx = write_docx(document([BodyStart(new_page=False)]), theme())
    assert word.part(docx).find(".//w:docGrid", NS) is None


def test_a_drafting_note_stands_in_a_frame_inside_the_margins() -> None:
    docx = write_docx(
        document([BodyStart(new_page=False), Paragraph(inlines("请填写。"), mark(), "drafting")]), theme()
    )
    (paragraph,) = word.paragraphs(docx)
    assert word.style(paragraph) == "Drafting"
    properties = styles(theme())["Drafting"].find("w:pPr", NS)
    assert [e.tag.split("}")[1] for e in properties.find("w:pBdr", NS)] == ["top", "left", "bottom", "right"]
    indent = properties.find("w:ind", NS)
    assert (indent.get(f"{W}left"), indent.get(f"{W}right")) == ("95", "95")


def test_the_first_substitute_of_a_font_is_its_other_name() -> None:
    fonts = {
        "song": replace(theme().fonts["song"], east_asia="宋体", substitutes=("SimSun", "Songti SC")),
        "hei": replace(theme().fonts["hei"], east_asia="黑体", substitutes=()),
    }
    part = word.part(
        write_docx(document([BodyStart(new_page=False)]), replace(theme(), fonts=fonts)), "word/fontTable.xml"
    )
    names = {font.get(f"{W}name"): font.find("w:altName", NS) for font in part}
    assert names["宋体"].get(f"{W}val") == "SimSun"
    assert names["黑体"] is None
