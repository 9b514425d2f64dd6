"""Any document at all: never an exception, never a broken file, never a lost text, whatever blocks and characters.

`BIDGEN_EXAMPLES=2000 ./run test tests/render/test_streams.py` looks at so many documents instead of the usual few, and
at others each time.
"""

from __future__ import annotations

import os
import re
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis.strategies import DataObject, data
from openxml_audit import OpenXmlValidator

from gen.model.blocks import BodyStart, Column, Group, Signatory, Signature, Table
from gen.render.docx import write_docx
from gen.render.html import write_html
from gen.render.pdf import write_pdf
from gen.render.pdf.glyphs import missing_glyphs
from gen.render.pdf.probe import probes
from tests.conftest import untraced
from tests.judges.docx_faults import faults
from tests.judges.pdf_text import lost
from tests.judges.text import differences, of_docx, of_html, of_model
from tests.render.documents import document, inlines, mark, theme
from tests.render.streams import EASY, Stream, editions, streams

MANY = int(os.environ.get("BIDGEN_EXAMPLES", "0"))
needs_pango = pytest.mark.skipif(not all(probe.present for probe in probes()), reason="no PDF here: see bidgen doctor")

# A failing document is long; that hypothesis takes its time to show it is no other failure.
pytestmark = [pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning"), untraced]


def examples(count: int) -> settings:
    """So many of the usual run; of a long one its share."""
    return settings(
        max_examples=max(count, MANY * count // 100),
        derandomize=not MANY,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )


@examples(100)
@given(streams())
def test_a_word_file_is_sound_and_says_what_the_model_says(stream: Stream) -> None:
    document, theme = stream
    docx = write_docx(document, theme)
    assert faults(docx) == []
    assert list(differences(of_model(document), of_docx(docx))) == []


@examples(60)
@given(streams(most=5), data())
def test_so_is_every_copy_of_it(stream: Stream, chosen: DataObject) -> None:
    document, theme = stream
    docx = write_docx(document, theme, chosen.draw(editions(document)))
    assert faults(docx) == []
    assert list(differences(of_model(document), of_docx(docx))) == []


@examples(100)
@given(streams())
def test_a_page_says_what_the_model_says(stream: Stream) -> None:
    document, theme = stream
    html = write_html(document, theme)
    assert list(differences(of_model(document), of_html(html))) == []
    ids = re.findall(r'<[^>]* id="([^"]*)"', html)
    assert len(ids) == len(set(ids))


@examples(10)
@given(streams())
def test_the_validator_finds_nothing(stream: Stream) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "made.docx"
        file.write_bytes(write_docx(*stream))
        assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


@examples(20)
@given(streams(pieces=("甲", "乙方", "4小时", "\x0b", "\ud800", "\uffff"), most=3))
def test_only_characters_that_xml_does_not_allow_are_refused(stream: Stream) -> None:
    document, theme = stream
    forbidden = any(written in repr(document) for written in (r"\x0b", r"\ud800", r"\uffff"))
    if forbidden:
        with pytest.raises(ValueError, match="has a character that XML does not allow"):
            write_docx(document, theme)
    else:
        assert faults(write_docx(document, theme)) == []


@needs_pango
@examples(6)
@given(streams(pieces=EASY, most=6))
def test_a_pdf_says_what_the_model_says(stream: Stream) -> None:
    document, theme = stream
    assume(not missing_glyphs(document, theme))
    assert lost(write_pdf(write_html(document, theme), document), document) == []


@needs_pango
@pytest.mark.parametrize(("lines", "length"), [(5, 80), (30, 10), (2, 2000)])
def test_parties_that_no_page_has_room_for_go_over_several(lines: int, length: int) -> None:
    parties = tuple(
        Signatory(inlines(name), tuple((f"第{row}项", inlines(name * length)) for row in range(lines)))
        for name in ("甲方", "乙方")
    )
    model = document([BodyStart(new_page=False), Signature(parties, mark())])
    html = write_html(model, theme())
    assert '<div class="parties long">' in html
    assert lost(write_pdf(html, model), model) == []


@needs_pango
@pytest.mark.parametrize("grouped", [False, True], ids=["one row of heads", "two"])
def test_heads_that_no_page_has_room_for_are_not_left_out(grouped: bool) -> None:
    columns = (Column(inlines("甲" * 90), Fraction(1, 40)), Column(inlines("乙"), Fraction(39, 40)))
    groups = (Group(inlines("丙"), 2),) if grouped else ()
    table = Table(columns, ((inlines("丁"), inlines("戊")),), (), "", None, mark(), groups)
    model = document([BodyStart(new_page=False), table])
    html = write_html(model, theme())
    assert "<thead>" not in html
    assert lost(write_pdf(html, model), model) == []
