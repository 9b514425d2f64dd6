"""Widths of tables: exact, so that the same table is as wide with every version of Python."""

from __future__ import annotations

from fractions import Fraction

from gen.compose.tables import Measure, shares
from gen.model.blocks import Blank, Inlines, Text


def cells(*texts: str) -> tuple[Inlines, ...]:
    return tuple((Text(text),) for text in texts)


ROOM = Measure(80_000, 2_000)
"""Eighty half-width characters, two of them taken by the space inside each cell."""


def test_where_all_fits_the_room_is_spread_by_need() -> None:
    columns = shares(cells("级别", "时限"), (cells("一级", "2小时"), cells("二级", "24小时")), ROOM)
    # 24小时: six characters half as wide as a Chinese one, two of which take some more, air, and the room inside.
    assert [column.share for column in columns] == [Fraction(6_000, 14_800), Fraction(8_800, 14_800)]
    assert [column.align for column in columns] == ["center", "center"]


def test_where_it_does_not_short_columns_keep_what_they_need_and_long_ones_share_the_rest() -> None:
    rows = (cells("一级", "判定" * 40, "示例" * 10),)
    columns = shares(cells("级别", "标准", "示例"), rows, ROOM)
    # 6 of 80 for the short one; the root of 162 to the root of 42 for the others.
    assert [round(float(column.share), 3) for column in columns] == [0.075, 0.613, 0.312]
    assert [column.align for column in columns] == ["center", "left", "left"]


def test_a_telephone_number_stays_whole_beside_columns_that_leave_room() -> None:
    rows = (cells("1", "砚屏服务中心备件主库", "砚屏市砚湖新区澄远路一百号", "010-0000 5601", "18里", "15人"),)
    columns = shares(cells("序号", "网点", "地址", "电话", "距离", "人数"), rows, Measure(71_000, 2_000))
    # More than a sixth of the room, but less than a third of what 序号, 距离 and 人数 leave over.
    assert columns[3].share >= Fraction(16_650, 71_000)


def test_shares_are_exact_and_sum_to_one() -> None:
    rows = tuple(cells(f"第{n}项", "内容" * n, "备注" * (3 * n), "地点") for n in range(1, 20))
    columns = shares(cells("序号", "名称", "规格", "地点"), rows, ROOM)
    assert all(isinstance(column.share, Fraction) for column in columns)
    assert sum(column.share for column in columns) == 1


def test_a_blank_to_be_filled_by_hand_is_not_centred() -> None:
    """It is made of spaces, which Word does not count at the end of a line: centred, it would cross the cell's edge."""
    rows = ((*cells("一"), (Blank(4),)),)
    assert [column.align for column in shares(cells("序号", "数量"), rows, ROOM)] == ["center", "left"]
