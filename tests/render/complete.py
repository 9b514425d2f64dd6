"""A document with everything that a body can hold, and schemes that the shipped theme lacks.

`documents.every_feature` has much of it too; this one goes further where Word has rules of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from gen.model.blocks import (
    Blank,
    Block,
    BodyStart,
    Column,
    Contents,
    Cover,
    Document,
    Footnote,
    Group,
    Heading,
    Inline,
    Merge,
    PageReference,
    Paragraph,
    Reference,
    Sheet,
    Signatory,
    Signature,
    Table,
    Text,
    Value,
)
from gen.model.drawing import Drawing
from gen.model.image import Image
from gen.model.theme import Level, NumberingScheme
from tests.render import documents
from tests.render.documents import COVER, document, inlines, mark, theme, value, written


class Numbers(documents.Numbers):
    """Counts as `compose` does, also on levels that count on, and inside annexes."""

    def __init__(self, scheme: NumberingScheme) -> None:
        super().__init__(scheme)
        self.inner = [0] * (1 + len(scheme.annex_levels))
        self.notes = 0

    def level(self, level: int) -> str:
        return counted(self.scheme.levels, self.counts, level)

    def annex(self, text: str, anchor: str, clause: str | None = None) -> Heading:
        return Heading(1, self._inside(1), inlines(text), anchor, mark(clause), annex=True)

    def annex_heading(self, level: int, text: str, anchor: str) -> Heading:
        return Heading(level, self._inside(level), inlines(text), anchor, mark(), inside_annex=True)

    def annex_clause(self, level: int, *parts: str | Inline) -> Paragraph:
        return Paragraph(inlines(*parts), mark(), number=self._inside(level), level=level, inside_annex=True)

    def note(self, *parts: str | Text | Value | Reference | PageReference | Blank) -> Footnote:
        self.notes += 1
        return Footnote(self.notes, tuple(Text(part) if isinstance(part, str) else part for part in parts))

    def _inside(self, level: int) -> str:
        return counted((self.scheme.annex, *self.scheme.annex_levels), self.inner, level)


def scheme(*formats: str, continues: int = 0) -> NumberingScheme:
    """A numbering scheme whose level `continues` counts on; lists and annexes as in the shipped one."""
    levels = tuple(Level(form, continues=at == continues) for at, form in enumerate(formats, 1))
    return replace(theme().numbering["chapters"], levels=levels)


SCHEMES = {
    "statute": scheme("第{1:chinese}章", "第{2:chinese}条", "（{3:chinese}）", "{4}.", "（{5}）", continues=2),
    "letter": scheme("{1:chinese}、", "（{2:chinese}）", "{3}.", "（{4}）"),
    "decimal": scheme("{1}", "{1}.{2}", "{1}.{2}.{3}"),
    "contract": scheme("第{1}条", "{1}.{2}", "{1}.{2}.{3}"),
    "mixed": scheme("第{1:chinese}章", "{1}.{2}", "{1}.{2}.{3}", "{4:letter}."),
}
"""The ways of numbering that bids and contracts use."""


def counted(levels: Sequence[Level], counts: list[int], level: int) -> str:
    """The next number at a level; those below begin anew, up to one that counts on."""
    counts[level - 1] += 1
    for below in range(level, len(levels)):
        if levels[below].continues:
            break
        counts[below] = 0
    return written(levels[level - 1].format, counts)


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000001349444154789c63d00f9d7ee2d2"
    "33062006b200317c0737b9e418940000000049454e44ae426082"
)
"""A picture of four pixels, as PNG."""
DRAWING = Drawing(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6000 1600" width="300pt" height="80pt">'
    '<rect x="40" y="300" width="2400" height="1000" fill="none" stroke="#2F5597" stroke-width="15"/>'
    '<rect x="3560" y="300" width="2400" height="1000" fill="none" stroke="#2F5597" stroke-width="15"/>'
    '<path d="M2440,800 L3560,800" stroke="#000" stroke-width="15"/></svg>',
    6000,
    1600,
    ("受理", "到场"),
    "从受理到到场的两个步骤",
)


def photograph(wide: int = 4000, high: int = 3000) -> Image:
    """A picture of that size in twips."""
    return Image(PIXEL, "png", wide, high, "备件库货架的照片")


def complete() -> Document:
    """Six levels, deep lists, merged tables, figures, footnotes, wide sheets, annexes with headings of their own."""
    n = Numbers(theme().numbering["chapters"])
    cover = Cover(COVER.title, COVER.overline, COVER.rows, COVER.date, copy="正本")
    blocks: list[Block] = [cover, Contents("目　录", 3), BodyStart(new_page=True)]
    first = n.heading(1, "服务承诺", "promises")
    note = n.note(
        "自甲方拨通服务热线时起算，以", value("服务台"), "系统记录为准，见第 ", PageReference("annex.parts"), " 页。"
    )
    blocks += [
        Heading(1, first.number, (*first.inlines, note), "promises", first.mark),
        Paragraph(inlines("填写前请核对等级与时限。"), mark(), "drafting"),
        Paragraph(
            inlines(
                "一级故障须在", value("2小时"), "内到场",
                n.note("到场指工程师在甲方门卫处完成登记。"),
                "，流程见", Reference("图1", "figure.flow"), "，时限见", Reference("表1", "table.limits"),
                "（第 ", PageReference("table.limits"), " 页），备件见", Reference("附件一", "annex.parts"), "。",
            ),
            mark("response.onsite"),
        ),
        n.figure("故障处理流程", DRAWING, "figure.flow", "response.onsite"),
        n.heading(2, "响应", "response"),
        n.heading(3, "受理", "response.intake"),
        n.heading(4, "电话受理", "response.intake.phone"),
        n.heading(5, "值守", "response.intake.phone.duty"),
        n.heading(6, "夜间值守", "response.intake.phone.duty.night"),
        Paragraph(inlines("夜间由二线工程师值守："), mark()),
    ]  # fmt: skip
    outer, inner, innermost = (
        n.items("登记；", "派单："),
        n.items("按区域；", "按产品线：", depth=2),
        n.items("网络；", "存储。", depth=3),
    )
    blocks += [outer[0], outer[1], *inner, *innermost]
    blocks += n.items("回访；", "归档：")
    blocks += n.items("纸质；", depth=2)
    blocks += [
        limits_table(n),
        Paragraph(inlines("注：合计栏为全年次数。"), mark(), "note"),
        n.heading(2, "到场", "onsite"),
        n.figure("备件库", photograph(), "figure.store"),
        n.figure("备件库（同一照片）", photograph(12000, 6000), "figure.again"),
        Sheet(landscape=True),
        n.heading(2, "年度计划", "plan"),
        wide_table(n),
        Sheet(landscape=False),
        n.heading(1, "保障措施", "means"),
        Paragraph(inlines("见", Reference("图2", "figure.store"), "与", Reference("响应", "response"), "。"), mark()),
        n.annex("备品备件清单", "annex.parts"),
        n.annex_heading(2, "常备件", "annex.parts.stock"),
        n.annex_heading(3, "网络设备", "annex.parts.stock.net"),
        n.annex_clause(4, "交换机电源模块不少于", value("2块"), "；"),
        n.annex_clause(4, "光模块不少于", value("10只"), "。"),
        n.annex_heading(2, "调拨件", "annex.parts.moved"),
        n.annex_heading(3, "存储设备", "annex.parts.moved.storage"),
        n.annex("服务联系人", "annex.people"),
        n.annex_heading(2, "甲方联系人", "annex.people.customer"),
        Paragraph(inlines("联系人变更的，应在", value("3个工作日"), "内书面通知对方。"), mark("contacts.change")),
        Signature((party("甲方（盖章）", LONG_NAME), party("乙方（盖章）", "江城云启", "账号")), mark()),
    ]  # fmt: skip
    return document(blocks)


LONG_NAME = "江城市第一人民医院信息科暨智慧医院建设办公室"


def party(title: str, name: str, *more: str) -> Signatory:
    """A party that signs: its name, the date, and more lines to be filled in."""
    return Signatory(
        inlines(title), (("名称", inlines(name)), *((label, inlines(Blank(6))) for label in ("日期", *more)))
    )


def limits_table(n: Numbers) -> Table:
    """A table with two head rows, merged cells, sums and a footnote."""
    columns = tuple(
        Column(inlines(head), Fraction(share), align)  # type: ignore[arg-type]
        for head, share, align in (
            ("级别", "1/8", "center"), ("到场", "1/4", "center"), ("解决", "1/4", "center"), ("说明", "3/8", "left"),
        )
    )  # fmt: skip
    rows = (
        (inlines("一级"), inlines("2小时"), inlines("8小时"), inlines("核心业务中断", n.note("指门急诊收费停止。"))),
        (inlines(), inlines("4小时"), inlines("12小时"), inlines("部分科室中断")),
        (inlines("二级"), inlines("次日"), inlines(), inlines("有替代手段")),
        (inlines("合计"), inlines("12次"), inlines("12次"), inlines("全年")),
    )
    n.tables += 1
    return Table(
        columns, rows, inlines("故障级别与时限"), written(n.scheme.table.format, [n.tables]), "table.limits",
        mark("response.onsite"), (Group((), 1), Group(inlines("时限"), 2), Group((), 1)),
        (Merge(0, 0, down=2), Merge(2, 1, across=2)), 1,
    )  # fmt: skip


def wide_table(n: Numbers, rows: int = 6) -> Table:
    """A table of fourteen columns."""
    heads = (("事项", 0.22, "left"), *((f"{month}月", 0.06, "center") for month in range(1, 14)))
    body = [
        (f"巡检第{row}组", *(("●" if (month + row) % 3 == 0 else "") for month in range(1, 14))) for row in range(rows)
    ]
    return n.table("年度巡检计划", heads, body, "table.plan")
