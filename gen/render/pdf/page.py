"""A page of HTML as WeasyPrint takes it, without the work that changes nothing on paper."""

from __future__ import annotations

from copy import copy
from typing import Any
from xml.etree import ElementTree

import cssselect2  # type: ignore[import-untyped]
import weasyprint
from weasyprint.html import UA_STYLESHEET


class Page(weasyprint.HTML):  # type: ignore[misc]  # weasyprint has no type hints
    """The page that `write_html` made: the same sheets come out, sooner."""

    def __init__(self, html: str, url_fetcher: Any) -> None:
        try:
            root = ElementTree.fromstring(html)  # noqa: S314 - the page is ours, with every text in it escaped
        except ElementTree.ParseError:
            super().__init__(string=html, url_fetcher=url_fetcher)
        else:
            # Well-formed, as XML is: no need to ask WeasyPrint's parser, in Python, what a browser would make of it.
            self.base_url = None
            self.url_fetcher = url_fetcher
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
            self.etree_element = root
        _join_values(self.etree_element)

    def _ua_stylesheets(self, *_forms: Any, **_named: Any) -> list[Any]:
        """The rules that stand behind those of the page."""
        return [_RULES]


def _join_values(root: Any) -> None:
    """Let values be part of the text around them: on paper nobody can ask where they come from.

    Each would be a box of its own, measured, moved and drawn apart from the sentence that it stands in.
    """
    for parent in root.iter():
        before = None
        for child in list(parent):
            if child.tag != "span" or "data-setting" not in child.attrib or len(child):
                before = child
                continue
            text = (child.text or "") + (child.tail or "")
            if before is None:
                parent.text = (parent.text or "") + text
            else:
                before.tail = (before.tail or "") + text
            parent.remove(child)


def _rules() -> Any:
    """WeasyPrint's own rules, those for list markers and footnotes only for elements that can be such.

    They are meant for every element: six styles more to settle for each, and none of them is used.
    """
    sheet, matcher = copy(UA_STYLESHEET), copy(UA_STYLESHEET.matcher)
    matcher.other_selectors = [
        (_is_marked if pseudo else test, specificity, order, pseudo, payload)
        for test, specificity, order, pseudo, payload in matcher.other_selectors
    ]
    sheet.matcher = matcher
    return sheet


def _is_marked(element: Any) -> bool:
    """Whether an element can be an item of a list or a footnote."""
    return element.local_name in {"li", "span"}


_RULES = _rules()
