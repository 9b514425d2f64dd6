"""Forms in Word and on pages: the shipped ones, in every theme and in copies that are locked."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from gen.examine import examine, load_checked
from gen.model.blocks import Document, Table
from gen.model.edition import Edition
from gen.model.library import Library
from gen.render.docx import write_docx
from gen.render.docx.pages import lay_out
from gen.render.html import write_html
from gen.workspace import Workspace
from gen.yamltree import place_of, scalar
from tests.judges.docx_faults import faults
from tests.judges.text import differences, of_docx, of_html, of_model
from tests.render import word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHIPPED = sorted(path.stem for path in (Path(__file__).parents[2] / "templates/forms").glob("*.yaml"))
THEMES = ("tender-default", "contract", "official", "blind")


@cache
def library() -> Library:
    """The library that ships."""
    return load_checked(Workspace(Path(__file__).parents[2]))[0]


@cache
def shipped(theme: str = "tender-default") -> tuple[Library, dict[str, Document]]:
    """The library, and every shipped form as a document of the example bid, made for a theme."""
    bid = library().bids["campus-network"]
    place = place_of(bid.documents[0])
    kinds = tuple(scalar(kind, place) for kind in ("service-plan", "support-agreement", *SHIPPED))
    bid = replace(bid, documents=kinds, theme=theme, themes={})
    return library(), {document.kind: document for document in examine(library(), bid).documents}


def form(document: Document) -> Table:
    """The first form of a document."""
    return next(block for block in document.blocks if isinstance(block, Table) and block.ruling)


@pytest.mark.parametrize("kind", SHIPPED)
def test_both_formats_say_what_the_model_says(kind: str) -> None:
    for theme in THEMES:
        shelf, documents = shipped(theme)
        document = documents[kind]
        docx = write_docx(document, shelf.themes[theme])
        assert faults(docx) == []
        assert list(differences(of_model(document), of_docx(docx))) == []
        html = write_html(document, shelf.themes[theme])
        assert list(differences(of_model(document), of_html(html))) == []


@pytest.mark.parametrize("kind", [kind for kind in SHIPPED if not kind.startswith("survey-")])
def test_a_form_is_one_page(kind: str) -> None:
    for theme in ("tender-default", "contract"):
        shelf, documents = shipped(theme)
        assert lay_out(documents[kind], shelf.themes[theme]).total == 1


def test_a_row_is_as_high_as_there_is_to_be_written() -> None:
    shelf, documents = shipped()
    document = documents["service-request"]
    ruling = form(document).ruling
    assert ruling is not None
    docx = write_docx(document, shelf.themes["tender-default"])
    rows = word.part(docx).findall(f".//{W}tr")
    heights = [row.find(f"{W}trPr/{W}trHeight") for row in rows]
    # A line of a cell is 18 pt, the white above and below it 4 pt, the line under it half a point.
    assert [0 if height is None else int(height.get(f"{W}val")) for height in heights] == [
        0 if lines == 1 else lines * 360 + 80 + 10 for lines in ruling.lines
    ]
    assert {height.get(f"{W}hRule") for height in heights if height is not None} == {"atLeast"}
    html = write_html(document, shelf.themes["tender-default"])
    rows_of_html = re.findall(r"<tr.*?</tr>", html)
    assert [18 * lines if lines > 1 else 0 for lines in ruling.lines] == [
        int(high[1]) if (high := re.search(r"height: (\d+)pt", row)) else 0 for row in rows_of_html
    ]


def test_no_row_breaks_and_the_number_of_the_form_repeats() -> None:
    shelf, documents = shipped()
    docx = write_docx(documents["tracking-card"], shelf.themes["tender-default"])
    rows = word.part(docx).findall(f".//{W}tr")
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, *(False for _ in rows[1:])]
    html = write_html(documents["tracking-card"], shelf.themes["tender-default"])
    (head,) = re.findall(r"<thead>(.*?)</thead>", html, re.DOTALL)
    assert re.findall(r">([^<>\n]+)<", head) == ["表单编号", "FW-02", "工单编号"]


def test_labels_are_shaded_lightly_and_headings_as_heads_of_tables() -> None:
    shelf, documents = shipped()
    document, theme = documents["tracking-card"], shelf.themes["tender-default"]
    assert theme.table.head_fill == "E7ECF2"
    cells = word.part(write_docx(document, theme)).findall(f".//{W}tc")
    fills = {
        "".join(cell.itertext()): None if shade is None else shade.get(f"{W}fill")
        for cell in cells
        for shade in [cell.find(f"{W}tcPr/{W}shd")]
    }
    assert (fills["请求内容"], fills["督办记录"], fills["FW-02"]) == ("F3F5F8", "E7ECF2", None)
    assert ".table .label { background: #F3F5F8 }" in write_html(document, theme)


def test_in_a_locked_copy_fields_are_open_and_all_else_is_not() -> None:
    shelf, documents = shipped()
    docx = write_docx(documents["feedback-form"], shelf.themes["tender-default"], Edition(editing="locked"))
    assert faults(docx) == []
    open_cells = [
        "".join(cell.itertext()) for cell in word.part(docx).iter(f"{W}tc") if cell.find(f".//{W}permStart") is not None
    ]
    assert open_cells.count("□") == 30  # six statements, five marks
    assert "□已解决　□部分解决　□未解决" in open_cells
    assert "　　　年　　月　　日" in open_cells
    assert open_cells[0] == ""  # the number of the case, in a row that repeats
    closed = [
        "".join(cell.itertext()) for cell in word.part(docx).iter(f"{W}tc") if cell.find(f".//{W}permStart") is None
    ]
    assert not {"", "□"} & set(closed)
    assert "响应和到场的时间" in closed


def test_every_permission_has_both_ends_and_a_number_of_its_own() -> None:
    shelf, documents = shipped()
    docx = write_docx(documents["feedback-form"], shelf.themes["tender-default"], Edition(editing="locked"))
    starts = [one.get(f"{W}id") for one in word.part(docx).iter(f"{W}permStart")]
    ends = [one.get(f"{W}id") for one in word.part(docx).iter(f"{W}permEnd")]
    assert starts == ends == [str(number) for number in range(1, len(starts) + 1)]


def test_a_form_too_long_for_a_page_breaks_between_rows() -> None:
    shelf, documents = shipped()
    document = documents["maintenance-log"]
    log = form(document)
    ruling = log.ruling
    assert ruling is not None
    longer = replace(
        log,
        rows=(*log.rows, *log.rows[2:]),
        merges=(*log.merges, *(replace(one, row=one.row + len(log.rows) - 2) for one in log.merges if one.row > 1)),
        ruling=replace(ruling, cells=(*ruling.cells, *ruling.cells[2:]), lines=(*ruling.lines, *ruling.lines[2:])),
    )
    made = replace(document, blocks=tuple(longer if block is log else block for block in document.blocks))
    layout = lay_out(made, shelf.themes["tender-default"])
    assert layout.total == 2
    kept = [number in layout.rows[made.blocks.index(longer)].kept for number in range(len(longer.rows))]
    # No head and not the first row below it stands last on a page; the last row goes with the one before and the note.
    assert [at for at, one in enumerate(kept) if one] == [0, 1, 2, len(kept) - 2, len(kept) - 1]
    assert 'class="table whole"' not in write_html(made, shelf.themes["tender-default"])
    assert etree.iselement(word.part(write_docx(made, shelf.themes["tender-default"])))
    assert all(one <= two for one, two in pairwise(layout.pages))
