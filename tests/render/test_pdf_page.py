"""The page that WeasyPrint is given: less work for it, the same on paper."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest

from gen.render.pdf.page import Page

PAGE = (
    '<html lang="zh-CN"><head><meta charset="utf-8"/><title>方案</title><style>.footnote {{ float: footnote }}</style>'
    "</head><body>{body}</body></html>"
)


def refused(address: str) -> Any:
    raise AssertionError(address)


def body(html: str) -> str:
    root = Page(PAGE.format(body=html), refused).etree_element
    return ElementTree.tostring(root.find("body"), encoding="unicode").removeprefix("<body>").removesuffix("</body>")


def text_of(html: str) -> list[str]:
    """The texts on the first page, each box of its own."""
    page = Page(html, refused).render().pages[0]._page_box
    return [box.text for box in page.descendants() if hasattr(box, "text") and box.text.strip()]


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ('<p>在<span data-setting="a.b">4小时</span>内到场。</p>', "<p>在4小时内到场。</p>"),
        ('<p><span data-setting="a.b">4小时</span></p>', "<p>4小时</p>"),
        (
            '<p><a href="#x">1.1</a>的<span data-setting="a">2</span>与<span data-setting="b">3</span>次</p>',
            '<p><a href="#x">1.1</a>的2与3次</p>',
        ),
        ('<p><strong><span data-setting="a">4小时</span></strong>内</p>', "<p><strong>4小时</strong>内</p>"),
        ('<p>见<span class="footnote">注</span>。</p>', '<p>见<span class="footnote">注</span>。</p>'),
    ],
    ids=["in a sentence", "alone", "behind a link", "in strong text", "a span that is no value"],
)
def test_a_value_is_part_of_the_text_around_it(given: str, printed: str) -> None:
    assert body(given) == printed


def test_a_page_that_is_no_xml_is_read_as_html() -> None:
    written = PAGE.format(body="<p>第一行<br>第二行</p>")
    assert text_of(written) == text_of(written.replace("<br>", "<br/>")) == ["第一行", "第二行"]


def test_footnotes_still_have_their_marks() -> None:
    assert text_of(PAGE.format(body='<p>正文<span class="footnote">注文</span></p>')) == ["正文", "1", "1. ", "注文"]
