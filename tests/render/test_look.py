"""Golden pictures: some pages of the examples must go on looking as they do.

They are small (36 dots to the inch) and grey: enough for a table that has slipped or a font that is another one, not
for a changed word. Of the pixels, up to `MOST` may differ by more than `VISIBLE` of 255 grey levels, for versions of
the layout libraries that round otherwise. `./run snapshots tests/render/test_look.py` takes new ones; look at them.
"""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image, ImageChops
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.image import PNGImageSnapshotExtension
from syrupy.types import SerializableData

from gen.render.html import write_html
from gen.render.pdf import write_pdf
from tests.conftest import shipped_bid

DPI = 36
VISIBLE = 64
MOST = 0.005

PAGES = [
    ("campus-network", "service-plan", 1),
    ("campus-network", "service-plan", 2),
    ("campus-network", "service-plan", -1),
    ("campus-network", "commitment-letter", 1),
    ("campus-network", "commitment-letter", -1),
    ("campus-network", "support-agreement", 5),
    ("sealed-archive", "blind-plan", 2),
]
"""Bid, document kind and page; counted from the end below 0."""


class Tolerant(PNGImageSnapshotExtension):
    """Pictures that may differ a little."""

    def matches(self, *, serialized_data: SerializableData, snapshot_data: SerializableData) -> bool:
        """Whether two pictures look the same."""
        assert isinstance(serialized_data, bytes)
        assert isinstance(snapshot_data, bytes)
        return differing(serialized_data, snapshot_data) <= MOST


def differing(one: bytes, other: bytes) -> float:
    """The share of pixels that visibly differ."""
    first, second = (Image.open(io.BytesIO(content)).convert("L") for content in (one, other))
    if first.size != second.size:
        return 1.0
    levels = ImageChops.difference(first, second).histogram()
    return sum(levels[VISIBLE:]) / sum(levels)


@pytest.fixture(scope="module")
def printed() -> dict[tuple[str, str], bytes]:
    """The PDF of every document that is looked at."""
    made = {}
    for bid, kind in {(bid, kind) for bid, kind, _ in PAGES}:
        package, documents = shipped_bid(bid).package, shipped_bid(bid).documents
        theme = package.library.themes[package.bid.theme_of(kind)]
        document = next(document for document in documents if document.kind == kind)
        made[bid, kind] = write_pdf(write_html(document, theme), document)
    return made


def picture(pdf: bytes, page: int) -> bytes:
    with pypdfium2.PdfDocument(pdf) as document:
        number = page - 1 if page > 0 else len(document) + page
        stream = io.BytesIO()
        document[number].render(scale=DPI / 72, grayscale=True).to_pil().save(stream, "PNG", optimize=True)
        return stream.getvalue()


@pytest.mark.parametrize(("bid", "kind", "page"), PAGES)
def test_a_page_looks_as_it_did(
    printed: dict[tuple[str, str], bytes], bid: str, kind: str, page: int, snapshot: SnapshotAssertion
) -> None:
    assert picture(printed[bid, kind], page) == snapshot.use_extension(Tolerant)


def test_another_page_is_noticed(printed: dict[tuple[str, str], bytes]) -> None:
    plan = printed["campus-network", "service-plan"]
    assert differing(picture(plan, 1), picture(plan, 1)) == 0
    assert differing(picture(plan, 5), picture(plan, 6)) > MOST
