"""An announced count differs from what is listed.

What it finds: a sentence that announces a number of things (以下三项：, 分为五个阶段：) right before a list or table
of another length, as the composed documents print them.

Why it matters: one item was lost or added without notice; evaluators count.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}提供以下三项服务：

      1. 热线受理；
      2. 现场处理。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}提供以下三项服务：

      1. 热线受理；
      2. 现场处理；
      3. 回访。

What to do: correct the count, or leave it out: the list counts itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen.check.context import Context
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.blocks import Block, Document, Heading, Item, Paragraph, Sheet, Table
from gen.model.text import plain
from gen.quantity.numerals import number
from gen.rule import rule
from gen.source import Span

RULE = rule(__name__, __doc__)

_ANNOUNCED = re.compile(
    r"(?:以下|下列|如下|下述|下表|分为|分成|包括|共|有|按)[^，。；：\n]{0,8}?"
    r"([一二两三四五六七八九十]{1,3}|\d{1,2}) ?个?大?"
    r"(?:方面|类|种|项|点|步骤|步|阶段|部分|级别|级|情形|场景|环节|岗位|渠道|内容|档)[^，。；：\n]{0,12}[:：]$"
)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each announced count that the following list or table does not have."""
    seen: set[tuple[str, str]] = set()
    for document in context.documents:
        for at, block in enumerate(document.blocks):
            if not isinstance(block, (Paragraph, Item, Heading)):
                continue
            text = plain(block.inlines).rstrip()
            match = _ANNOUNCED.search(text) if text.endswith(("：", ":")) else None
            listed = _listed(document, at + 1) if match else None
            if match is None or listed is None:
                continue
            announced, (count, first) = int(number(match[1])), listed
            key = (block.mark.clause or document.kind, match[0])
            if announced == count or key in seen:
                continue
            seen.add(key)
            yield found(
                RULE,
                M("{announced} are announced, and {count} are listed", announced=announced, count=count),
                Label(block.mark.span, M("announced here: {words}", words=match[0])),
                Label(first, M("listed here")),
                helps=(M("correct the count, or leave it out"),),
                key=key,
                bid=context.package.bid.id,
            )


def _listed(document: Document, at: int) -> tuple[int, Span] | None:
    """How many items or rows follow, and where they begin; none where something else follows."""
    at += at < len(document.blocks) and isinstance(document.blocks[at], Sheet)
    block: Block | None = document.blocks[at] if at < len(document.blocks) else None
    if isinstance(block, Table):
        return len(block.rows) - block.totals, block.mark.span
    if not isinstance(block, Item):
        return None
    items = [item for item in document.blocks[at:] if isinstance(item, Item) and item.list == block.list]
    return sum(item.depth == block.depth for item in items), block.mark.span
