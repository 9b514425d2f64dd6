"""Documents to lay out, and the theme to lay them out with: shared by the tests of every writer.

`every_block` and `every_feature` have each kind of block once or more, `agreement` and `letter` use the other numbering
schemes, and `long_document` makes as many chapters as wanted from one fixed seed.
"""

# ruff: noqa: SIM905 - a row of words reads better than a list of strings
from __future__ import annotations

import random
import re
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from gen import yamltree
from gen.decode import decode
from gen.model.blocks import (
    Blank,
    Block,
    BodyStart,
    Column,
    Contents,
    Cover,
    Document,
    Figure,
    Footnote,
    Group,
    Heading,
    Inline,
    Inlines,
    Item,
    Mark,
    Merge,
    PageReference,
    Paragraph,
    Reference,
    Sheet,
    Signatory,
    Signature,
    Table,
    Text,
    Title,
    Value,
)
from gen.model.drawing import Drawing
from gen.model.image import Image
from gen.model.setting import Setting
from gen.model.text import plain
from gen.model.theme import NumberingScheme, Theme
from gen.quantity import Words
from gen.source import Source

THEME = Path(__file__).parents[2] / "templates/themes/tender-default/theme.yaml"
SOURCE = Source("clauses/response/onsite.yaml", "within: 4小时\n")
SPAN = SOURCE.span(1, 9, 1, 12)
CLAUSES = ("response.hotline", "response.onsite", "repair.resolution", "spares.pool", "training.plan")


@cache
def theme() -> Theme:
    """The theme that every workspace starts with."""
    node, syntax = yamltree.parse(Source("theme.yaml", THEME.read_text("utf-8")))
    assert node is not None, syntax
    made, findings = decode(Theme, node)
    assert made is not None, [str(finding.message) for finding in findings]
    return made


# --- inlines and blocks in few words


def mark(clause: str | None = None) -> Mark:
    """Where a block comes from; tests need no true place."""
    return Mark(clause, SPAN)


def inlines(*parts: str | Inline) -> Inlines:
    """Inlines; bare strings are plain text."""
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def value(text: str, path: str = "response.onsite.onsite.S1.within", strong: bool = False) -> Value:
    """A value that a clause set."""
    setting = Setting(path, Words(text), text, set_by="clause", by="response.onsite", span=SPAN)
    return Value(text, setting, strong)


class Numbers:
    """Counts headings, lists and tables of one document by its scheme, as `compose` does."""

    def __init__(self, scheme: NumberingScheme) -> None:
        self.scheme = scheme
        self.counts = [0] * len(scheme.levels)
        self.annexes = self.tables = self.figures = self.lists = 0
        self.inside: list[int] = []

    def level(self, level: int) -> str:
        self.counts[level - 1] += 1
        self.counts[level:] = [0] * (len(self.counts) - level)
        return written(self.scheme.levels[level - 1].format, self.counts)

    def heading(self, level: int, text: str, anchor: str, clause: str | None = None) -> Heading:
        return Heading(level, self.level(level), inlines(text), anchor, mark(clause))

    def clause(
        self, level: int, *parts: str | Inline, anchor: str | None = None, clause: str | None = None
    ) -> Paragraph:
        return Paragraph(inlines(*parts), mark(clause), number=self.level(level), level=level, anchor=anchor)

    def inside_annex(self, level: int, text: str, anchor: str, clause: str | None = None) -> Heading:
        depth = level - 2
        self.inside[depth:] = [*(self.inside[depth : depth + 1] or [0])]
        self.inside[depth] += 1
        number = written(self.scheme.annex_levels[depth].format, [self.annexes, *self.inside])
        return Heading(level, number, inlines(text), anchor, mark(clause), inside_annex=True)

    def figure(self, caption: str, picture: Drawing | Image, anchor: str, clause: str | None = None) -> Figure:
        self.figures += 1
        number = written(self.scheme.figure.format, [self.figures])
        return Figure(picture, inlines(caption), number, anchor, mark(clause))

    def annex(self, text: str, anchor: str, clause: str | None = None) -> Heading:
        self.annexes += 1
        self.inside = []
        number = written(self.scheme.annex.format, [self.annexes])
        return Heading(1, number, inlines(text), anchor, mark(clause), annex=True)

    def items(self, *texts: Inlines | str, depth: int = 1, clause: str | None = None) -> list[Item]:
        self.lists += 1
        form = self.scheme.items[depth - 1].format
        return [
            Item(
                inlines(text) if isinstance(text, str) else text,
                written(form, [n]),
                depth,
                self.lists,
                ordered=True,
                mark=mark(clause),
            )
            for n, text in enumerate(texts, 1)
        ]

    def bullets(self, *texts: str, clause: str | None = None) -> list[Item]:
        self.lists += 1
        return [Item(inlines(text), "●", 1, self.lists, ordered=False, mark=mark(clause)) for text in texts]

    def table(
        self,
        caption: str,
        heads: Sequence[tuple[str, float, str]],
        rows: Iterable[Sequence[str | Inlines]],
        anchor: str | None = None,
        clause: str | None = None,
    ) -> Table:
        number = ""
        if caption:
            self.tables += 1
            number = written(self.scheme.table.format, [self.tables])
        return Table(
            tuple(Column(inlines(head), share, align) for head, share, align in heads),  # type: ignore[arg-type]
            tuple(tuple(inlines(cell) if isinstance(cell, str) else cell for cell in row) for row in rows),
            inlines(caption) if caption else (),
            number,
            anchor,
            mark(clause),
        )


def written(form: str, counts: Sequence[int]) -> str:
    """A number by its format: `第{1:chinese}章` of [3] is 第三章."""

    def one(match: re.Match[str]) -> str:
        count = counts[int(match[1]) - 1]
        return {"chinese": chinese, "circled": lambda n: chr(0x245F + n), "letter": lambda n: chr(96 + n), None: str}[
            match[2]
        ](count)

    return re.sub(r"\{(\d)(?::(\w+))?\}", one, form)


def chinese(n: int) -> str:
    """Chinese numerals up to 999, independent of the ones that the product uses."""
    digits = "零一二三四五六七八九"
    hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
    text = digits[hundreds] + "百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (digits[ones] if ones else "")


def document(blocks: Iterable[Block], kind: str = "service-plan", scheme: str = "chapters") -> Document:
    """A document of these blocks."""
    return Document(
        kind=kind,
        title="售后服务方案",
        blocks=tuple(blocks),
        scheme=theme().numbering[scheme],
        header="江城市第一人民医院信息化运维服务项目　售后服务方案",
        author="江城云启信息技术有限公司",
        subject="江城市第一人民医院信息化运维服务项目（JCZB-2026-0418）",
        date="2026-11-30",
        source_hash="5f2c6e0b9d1a4c7e8b3f0a6d2e5c9b7f1a4d8e3c6b0f5a9d7e2c1b4a8f6d3e0c",
    )


# --- whole documents

COVER = Cover(
    title="售后服务方案",
    overline=inlines("江城市第一人民医院信息化运维服务项目"),
    rows=(
        ("项目编号", inlines("JCZB-2026-0418")),
        ("采购人", inlines("江城市第一人民医院")),
        ("投标人", inlines("江城云启信息技术有限公司（盖章）")),
        ("法定代表人或其授权代表", inlines(Blank(8), "（签字）")),
    ),
    date="2026年11月30日",
)
SEVERITY = (
    ("级别", 0.12, "center"),
    ("含义", 0.44, "left"),
    ("响应时限", 0.14, "center"),
    ("到场时限", 0.14, "center"),
    ("解决时限", 0.16, "center"),
)


def severity_rows() -> list[tuple[str | Inlines, ...]]:
    """Rows of the table of severities, with values."""
    return [
        (
            "一级",
            "核心业务中断，全院或多个科室不能办理业务",
            (value("15分钟"),),
            (value("4小时"),),
            (value("8小时"),),
        ),
        ("二级", "重要功能不可用，但有替代手段", (value("30分钟"),), (value("8小时"),), (value("24小时"),)),
        (
            "三级",
            "一般功能异常，不影响主要业务",
            (value("1小时"),),
            (value("24小时"),),
            (value("3个工作日"),),
        ),
        ("四级", "咨询、配置与优化需求", (value("2小时"),), "不到场", (value("5个工作日"),)),
    ]


def every_block() -> Document:
    """Every kind of block and inline, each at least once, with characters that XML must escape."""
    n = Numbers(theme().numbering["chapters"])
    blocks: list[Block] = [COVER, Contents("目　录", 3), BodyStart(new_page=True)]
    blocks += [
        Title(inlines("售后服务方案"), mark()),
        Paragraph(inlines("致：江城市第一人民医院"), mark(), "flush"),
        n.heading(1, "服务承诺", "chapter-1"),
        n.heading(2, "响应与到场", "response.onsite", "response.onsite"),
        Paragraph(
            inlines(
                "乙方自接到甲方报修通知起，",
                Text("一级故障", strong=True),
                "须在",
                value("4小时"),
                "内到达现场，详见",
                Reference("表1", "table.severity"),
                "与",
                Reference("1.1", "response.onsite"),
                "；“重大活动”期间按",
                Reference("附件一", "annex.contacts"),
                "执行，价款见",
                Reference("第三条", "price", document="agreement"),
                "。研发 & 运维 <A> 的接口人为",
                Blank(6),
                "。",
            ),
            mark("response.onsite"),
        ),
        n.table("故障级别与时限", SEVERITY, severity_rows(), "table.severity", "response.onsite"),
        n.heading(3, "故障受理", "response.hotline", "response.hotline"),
        Paragraph(inlines("服务热线 400-800-1234 按 7×24 小时值守——节假日不间断……"), mark("response.hotline")),
    ]
    blocks += n.items(
        "电话受理；",
        "邮件受理；",
        inlines("远程受理，", Text("须经甲方授权", strong=True), "："),
        clause="response.hotline",
    )
    blocks += n.items("堡垒机登录；", "全程录屏。", depth=2, clause="response.hotline")
    blocks += n.bullets("受理后 15 分钟内派单；", "派单后回告工程师姓名与电话。", clause="response.hotline")
    blocks += [
        n.clause(
            2,
            "未在时限内到场的，按日扣减服务费的",
            value("1‰"),
            "。",
            anchor="penalty",
            clause="repair.penalty",
        ),
        n.table("", (("项目", 0.5, "left"), ("金额（元）", 0.5, "right")), [("年度服务费", "1,280,000.00")]),
        Paragraph(inlines("注：金额含税，税率 6%。"), mark(), "note"),
        Heading(1, "", inlines("未列入目录的说明"), "unlisted", mark(), listed=False),
        Heading(2, "", inlines("无编号的小节"), "unnumbered", mark()),
        Paragraph(inlines("特此承诺。"), mark()),
        Paragraph(inlines("江城云启信息技术有限公司"), mark(), "closing"),
        Paragraph(inlines("2026年11月30日"), mark(), "closing"),
        Signature((_party("投标人（盖章）"),), mark()),
        n.annex("服务联系人", "annex.contacts"),
        Paragraph(inlines("双方联系人变更的，应在", value("3个工作日"), "内书面通知对方。"), mark("contacts.change")),
        Signature((_party("甲方（盖章）"), _party("乙方（盖章）")), mark()),
    ]
    return document(blocks)


def _party(title: str) -> Signatory:
    return Signatory(
        inlines(title),
        (("法定代表人或授权代表（签字）", inlines(Blank(6))), ("日期", inlines("　　　年　　月　　日"))),
    )


FLOW = Drawing(
    '<svg xmlns="http://www.w3.org/2000/svg" width="360pt" height="80pt" viewBox="0 0 7200 1600">\n'
    '<rect x="100" y="500" width="2000" height="600" fill="#FFFFFF" stroke="#000000" stroke-width="15" />\n'
    '<path d="M2100,800 L4970,800" fill="none" stroke="#595959" stroke-width="15" />\n'
    '<path d="M5100,800 L4970,735 L4970,865 Z" fill="#2F5597" />\n'
    '<rect x="5100" y="500" width="2000" height="600" fill="#FFFFFF" stroke="#000000" stroke-width="15" />\n'
    '<text x="740" y="868" font-size="180" font-family="Bidgen Hei">故障报修</text>\n'
    '<text x="5740" y="868" font-size="180" font-family="Bidgen Hei">恢复运行</text>\n</svg>',
    7200,
    1600,
    ("故障报修", "恢复运行"),
    "服务流程：故障报修之后恢复运行。",
)
"""A drawing of two boxes and an arrow."""


def dot_png() -> bytes:
    """A grey picture of 4 by 4 dots."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 4, 4, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + bytes((row * 40, 90, 160, 220)) for row in range(4)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


WIDE = (
    ("级别", 0.1, "center"),
    ("含义", 0.3, "left"),
    ("工作日", 0.15, "center"),
    ("节假日", 0.15, "center"),
    ("恢复", 0.15, "center"),
    ("备注", 0.15, "left"),
)


def wide_table(n: Numbers, anchor: str) -> Table:
    """A table with two head rows, merged cells, a sum, and a footnote in a cell."""
    rows: list[Sequence[str | Inlines]] = [
        ("一级", "核心业务中断", (value("15分钟"),), (value("30分钟"),), (value("4小时"),), "须派专人驻场"),
        ("二级", "重要功能不可用", (value("30分钟"),), (value("1小时"),), (value("8小时"),), ""),
        (
            "三级",
            inlines("一般功能异常", Footnote(2, inlines("不影响主要业务的异常。"))),
            "1小时",
            "",
            "24小时",
            "合并",
        ),
        ("四级", "咨询", "2小时", "", "——", ""),
        ("合计", "", "4项", "4项", "4项", ""),
    ]
    table = n.table("各级故障的响应与恢复时限", WIDE, rows, anchor)
    return replace(
        table,
        groups=(Group((), 2), Group(inlines("响应时限"), 2), Group((), 2)),
        merges=(Merge(0, 5, down=2), Merge(2, 2, across=2), Merge(4, 0, across=2)),
        totals=1,
    )


def every_feature() -> Document:
    """What `every_block` lacks: six levels, figures, footnotes, page references, wide sheets, drafting notes, more."""
    n = Numbers(theme().numbering["chapters"])
    cover = replace(COVER, copy="正本")
    blocks: list[Block] = [cover, Contents("目　录", 3), BodyStart(new_page=True)]
    for level, title in enumerate(("总体方案", "服务级别", "故障处理", "受理", "登记", "记录内容"), 1):
        blocks.append(n.heading(level, title, f"level-{level}"))
    blocks += [
        Paragraph(inlines("请按项目填写服务热线，定稿时删去本提示。"), mark(), "drafting"),
        Paragraph(
            inlines(
                "故障按影响范围分级",
                Footnote(1, inlines("分级由甲乙双方共同确认，见", Reference("表1", "table.wide"), "。")),
                "，时限见",
                Reference("表1", "table.wide"),
                "（第",
                PageReference("table.wide"),
                "页），流程见",
                Reference("图1", "figure.flow"),
                "：",
            ),
            mark("repair.levels"),
        ),
        n.figure("服务流程", FLOW, "figure.flow", "repair.levels"),
        Sheet(landscape=True),
        wide_table(n, "table.wide"),
        Paragraph(inlines("注：时限自接到报修起算。"), mark(), "note"),
        Sheet(landscape=False),
        n.heading(2, "现场环境", "site"),
        Paragraph(inlines("机房现状如下："), mark()),
        n.figure("机房现状", Image(dot_png(), "png", 4000, 3000, "机房内两排机柜。"), "figure.site"),
    ]
    blocks += n.items("外层一；", "外层二：", depth=1)
    blocks += n.items("中层一；", depth=2)
    blocks += n.items("内层一；", "内层二。", depth=3)
    blocks += [
        Signature((_party("甲方（盖章）"), _party("乙方（盖章）")), mark()),
        n.annex("服务联系人", "annex.contacts"),
        n.inside_annex(2, "服务台", "annex.desk"),
        Paragraph(inlines("全天值守。"), mark()),
        n.inside_annex(3, "升级联系人", "annex.manager"),
        Paragraph(inlines("项目经理。"), mark()),
        n.inside_annex(2, "现场服务", "annex.site"),
        Paragraph(inlines("驻场工程师。"), mark()),
        n.annex("备件清单", "annex.spares"),
        n.inside_annex(2, "整机", "annex.whole"),
        Paragraph(inlines("见报价表。"), mark()),
    ]
    return document(blocks)


def agreement() -> Document:
    """A service agreement: numbered paragraphs, no cover, two parties at the end."""
    n = Numbers(theme().numbering["articles"])
    blocks: list[Block] = [
        BodyStart(new_page=False),
        Title(inlines("信息系统技术支持与售后服务协议"), mark()),
        Paragraph(inlines("甲方：江城市第一人民医院"), mark(), "flush"),
        Paragraph(inlines("乙方：江城云启信息技术有限公司"), mark(), "flush"),
        Paragraph(
            inlines("甲乙双方依据《中华人民共和国民法典》，就甲方信息系统的技术支持与售后服务达成如下协议。"),
            mark(),
        ),
    ]
    for number, title in enumerate(
        ("服务内容", "服务期限", "服务级别", "费用与支付", "保密", "违约责任", "争议解决"), 1
    ):
        clause = f"article.a{number}"
        blocks.append(n.heading(1, title, clause, clause))
        blocks += [
            n.clause(2, sentence, anchor=f"{clause}.{row}", clause=clause)
            for row, sentence in enumerate(_sentences(number, 3))
        ]
        if number == 3:
            blocks += [n.clause(3, text, clause=clause) for text in _sentences(99, 2)]
            blocks += n.items("一级故障：4小时内到达现场；", "二级故障：8小时内到达现场。", clause=clause)
    blocks += [
        Paragraph(inlines("（以下无正文）"), mark(), "flush"),
        Signature((_party("甲方（盖章）"), _party("乙方（盖章）")), mark()),
    ]
    return document(blocks, "agreement", "articles")


def letter() -> Document:
    """A commitment letter: 一、（一）1. and a signature at the right."""
    n = Numbers(theme().numbering["letter"])
    blocks: list[Block] = [
        BodyStart(new_page=False),
        Title(inlines("售后服务承诺函"), mark()),
        Paragraph(inlines("致：江城市第一人民医院"), mark(), "flush"),
        Paragraph(inlines("我方参加贵方组织的信息化运维服务项目投标，就售后服务郑重承诺如下："), mark()),
    ]
    for number, title in enumerate(("响应时限", "备品备件", "人员与培训"), 1):
        blocks.append(n.heading(1, title, f"promise.{number}", CLAUSES[number]))
        blocks += [n.clause(2, text, clause=CLAUSES[number]) for text in _sentences(number, 2)]
    blocks += n.items("本承诺函与投标文件具有同等效力；", "本承诺函自盖章之日起生效。")
    blocks += [
        Paragraph(inlines("特此承诺。"), mark()),
        Signature((_party("投标人（盖章）"),), mark()),
    ]
    return document(blocks, "commitment-letter", "letter")


def long_document(chapters: int) -> Document:
    """A service plan of so many chapters (four to five pages each), always the same for the same number."""
    chance = random.Random(20261130)
    n = Numbers(theme().numbering["chapters"])
    blocks: list[Block] = [COVER, Contents("目　录", 3), BodyStart(new_page=True)]
    for chapter in range(1, chapters + 1):
        blocks.append(n.heading(1, CHAPTERS[(chapter - 1) % len(CHAPTERS)], f"chapter-{chapter}"))
        blocks.append(Paragraph(inlines(*_prose(chance, 2)), mark()))
        for section in range(1, 5):
            clause = f"{chance.choice(CLAUSES)}.c{chapter}s{section}"
            heading = n.heading(2, chance.choice(SECTIONS), clause, clause)
            blocks.append(heading)
            for _ in range(chance.randint(1, 3)):
                blocks.append(Paragraph(inlines(*_prose(chance, chance.randint(2, 4))), mark(clause)))
            if chance.random() < 0.5:
                blocks.append(n.heading(3, chance.choice(SECTIONS), f"{clause}.detail", clause))
                blocks.append(Paragraph(inlines(*_prose(chance, 3)), mark(clause)))
            if chance.random() < 0.6:
                blocks += n.items(*(inlines(*_prose(chance, 1)) for _ in range(chance.randint(3, 5))), clause=clause)
            if chance.random() < 0.25:
                blocks += n.items(*_sentences(chance.randint(1, 9), 3), depth=2, clause=clause)
            if chance.random() < 0.3:
                blocks += n.bullets(*_sentences(chance.randint(1, 9), 3), clause=clause)
            if chance.random() < 0.55:
                heads = (
                    ("序号", 0.08, "center"),
                    ("服务事项", 0.22, "left"),
                    ("交付物", 0.22, "left"),
                    ("时限", 0.14, "center"),
                    ("金额（元）", 0.16, "right"),
                    ("备注", 0.18, "left"),
                )
                rows = [_row(chance, row) for row in range(1, chance.randint(6, 14))]
                blocks.append(n.table(f"{chance.choice(SECTIONS)}一览", heads, rows, f"{clause}.table", clause))
                blocks.append(
                    Paragraph(
                        inlines("上表所列事项与", Reference(heading.number, clause), "一并执行。"),
                        mark(clause),
                    )
                )
    blocks += [n.annex(title, f"annex.{row}") for row, title in enumerate(("服务联系人", "备品备件清单"), 1)]
    blocks.append(Paragraph(inlines(*_prose(chance, 3)), mark()))
    blocks.append(Signature((_party("投标人（盖章）"),), mark()))
    return document(blocks)


def _row(chance: random.Random, row: int) -> list[str | Inlines]:
    return [
        str(row),
        chance.choice(OBJECTS),
        chance.choice(OBJECTS),
        (value(f"{chance.randint(1, 48)}小时"),),
        f"{chance.randint(1000, 980000):,}.00",
        chance.choice(("——", "含税", "由原厂 TAC 提供支持", "每季度不少于1次", "见附件一")),
    ]


def _prose(chance: random.Random, sentences: int) -> list[str | Inline]:
    parts: list[str | Inline] = []
    for _ in range(sentences):
        parts += [
            chance.choice(CONDITIONS),
            "，",
            chance.choice(SUBJECTS),
            chance.choice(ACTIONS),
            chance.choice(OBJECTS),
            "，",
        ]
        parts += [
            "并在",
            value(f"{chance.randint(1, 72)}{chance.choice(('小时', '个工作日', '分钟'))}"),
            "内",
            chance.choice(GOALS),
        ]
        parts.append(chance.choice(("。", "；" + chance.choice(TAILS), "（" + chance.choice(OBJECTS) + "除外）。")))
    if chance.random() < 0.3:
        parts.insert(2, Text(chance.choice(SUBJECTS), strong=True))
    return parts


def _sentences(seed: int, count: int) -> list[str]:
    chance = random.Random(seed)
    return [plain(inlines(*_prose(chance, 1))) for _ in range(count)]


CHAPTERS = (
    "项目理解 服务总体方案 服务级别承诺 故障处理流程 备品备件保障 人员与组织 巡检与预防性维护 "
    "培训方案 信息安全与保密 应急预案 质量保证 服务考核与改进"
).split()

SECTIONS = "适用范围 服务内容 响应时限 职责分工 工作流程 升级机制 考核指标 交付成果 保障措施 注意事项".split()
CONDITIONS = (
    "在质保期内",
    "接到报修通知后",
    "每季度结束后10日内",
    "遇重大活动保障期间",
    "除双方另有书面约定外",
    "经甲方授权代表签字确认后",
    "依据《信息安全技术　网络安全等级保护基本要求》（GB/T 22239—2019）",
    "当同类故障在30天内重复发生3次以上时",
    "在不影响医院门诊业务连续运行的前提下",
)
SUBJECTS = "乙方 项目经理 驻场工程师 二线专家 服务台 备件中心 甲乙双方 原厂工程师".split()
ACTIONS = "应当提交 负责编制 逐项核对 持续跟踪 书面确认 组织评审 及时更新 妥善保管".split()
OBJECTS = (
    "故障分析报告",
    "巡检记录表",
    "备件出入库台账",
    "应急演练方案",
    "HIS 数据库备份校验结果",
    "配置管理数据库（CMDB）",
    "月度服务质量报告",
    "Oracle RAC 切换步骤",
    "“双活”存储同步状态",
    "培训签到表与考核成绩",
    "VPN 远程接入审批单",
    "设备清单及序列号",
)
GOALS = (
    "恢复业务运行",
    "将系统可用率保持在 99.95% 以上",
    "完成根因分析并提出改进措施",
    "向甲方信息科书面报告处理结果",
    "将关键业务的 RTO 控制在 2 小时以内",
    "排除同型号设备的共性隐患",
    "配合第三方（含原厂）完成联合排查",
    "完成“一机一档”的资料归档",
)
TAILS = (
    "逾期视为服务不达标，计入当月考核。",
    "所需备件由乙方先行垫付，不另行收费。",
    "相关记录保存不少于3年。",
    "同时抄送甲方项目负责人备案。",
)
