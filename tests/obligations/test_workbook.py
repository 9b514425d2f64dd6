"""The workbook: its sheets, real dates, texts that are never formulas, the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openxml_audit import OpenXmlValidator

from gen.obligations import Register
from gen.obligations.workbook import workbook
from tests.obligations.conftest import BID, INSPECTION, WARRANTY, Make

_M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RESPONSE = (
    "{promise: response, scope: {severity: S1}, at_most: 15分钟, "
    "clock: {kind: natural, from: report_received, window: 7×24}}"
)
TRAINING = "{promise: training, at_least: 1场}"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def sheets(register: Register) -> dict[str, list[list[str]]]:
    """The cells of each sheet as they are stored, by its name; a date is its number of days."""
    files = parts(workbook(register))
    shared = [
        "".join(text.text or "" for text in item.iter(f"{_M}t"))
        for item in ElementTree.fromstring(files["xl/sharedStrings.xml"])
    ]
    names = [sheet.get("name") or "" for sheet in ElementTree.fromstring(files["xl/workbook.xml"]).iter(f"{_M}sheet")]
    found = {}
    for number, name in enumerate(names, 1):
        root = ElementTree.fromstring(files[f"xl/worksheets/sheet{number}.xml"])
        assert list(root.iter(f"{_M}f")) == []
        found[name] = [
            [shared[int(value)] if cell.get("t") == "s" else value for cell in row for value in cell.itertext()]
            for row in root.iter(f"{_M}row")
        ]
    return found


def test_the_sheets_and_what_stands_in_them(made: Make) -> None:
    found = sheets(made(WARRANTY, INSPECTION, RESPONSE, TRAINING))
    assert list(found) == ["义务清单", "日程", "常设时限", "缺少的日期"]
    assert found["义务清单"][:2] == [
        ["示例项目　义务清单"],
        ["项目编号：X-1　　采购人：示例单位　　合同签订：2026-01-12"],
    ]
    assert found["义务清单"][2] == [
        "序号", "义务", "要求", "适用范围", "义务人", "方式", "首次到期", "次数", "起", "止", "费用", "履行证明",
        "条款", "印在何处", "说明", "负责人", "状态", "完成日期", "对象", "包和地点", "来源",
    ]  # fmt: skip
    assert found["义务清单"][4] == [
        "2", "巡检频次", "不少于每季度1次", "质保期内", "我公司", "按日期：每季度1次", "46142", "4", "46053", "46418",
        "免费", "双方签字的巡检记录和巡检报告", "hotline.window\n服务", "《服务承诺书》一、服务（一） 第1页",
        "放假安排未公布，按双休日推算", "未开始", "示例单位", "第一包；示例市机房",
        "clauses/hotline/window.yaml:22\nclauses/hotline/window.yaml:8",
    ]  # fmt: skip
    assert found["日程"][3] == [
        "1", "46142", "四", "巡检", "第1次", "不少于每季度1次", "质保期内", "我公司", "双方签字的巡检记录和巡检报告",
        "hotline.window\n服务", "《服务承诺书》一、服务（一） 第1页", "", "未开始", "示例单位", "第一包；示例市机房",
        "clauses/hotline/window.yaml:22\nclauses/hotline/window.yaml:8",
    ]  # fmt: skip
    assert found["常设时限"][3][:6] == [
        "1", "响应时限", "一级故障", "不超过15分钟，自接到报修通知起，7×24受理", "响应", "我公司",
    ]  # fmt: skip
    assert found["缺少的日期"][3] == [
        "1", "培训场次：条款未写在何时之前完成", "clauses/hotline/window.yaml:24",
        "承诺下写 clock: {kind: natural, to: …}", "培训场次（hotline.window）",
    ]  # fmt: skip


def test_a_sheet_without_rows_says_so(made: Make) -> None:
    found = sheets(made(WARRANTY))
    assert (found["常设时限"][3], found["缺少的日期"][3]) == (["没有常设时限"], ["没有缺少的日期"])


@pytest.mark.parametrize("name", ["=HYPERLINK(A1)", "+1", "-1", "@sum"])
def test_what_looks_like_a_formula_stays_a_text(made: Make, name: str) -> None:
    register = made(WARRANTY, bid=BID.replace("示例单位", f'"{name}"'))
    assert sheets(register)["义务清单"][3][-3] == name
    styles = parts(workbook(register))["xl/styles.xml"].decode()
    assert 'quotePrefix="1"' in styles


def test_it_can_be_filled_in_and_printed(made: Make) -> None:
    sheet = parts(workbook(made(WARRANTY, INSPECTION)))["xl/worksheets/sheet2.xml"].decode()
    assert '<pane xSplit="2" ySplit="3" topLeftCell="C4"' in sheet
    assert '<autoFilter ref="A3:R8"/>' in sheet
    assert re.search(
        r'<dataValidation type="list"[^>]*sqref="N4:N8"><formula1>"未开始,进行中,已完成"</formula1>', sheet
    )
    assert re.search(r'<dataValidation type="date"[^>]*sqref="O4:O8">', sheet)
    assert 'paperSize="9"' in sheet
    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet


def test_another_program_finds_no_fault_in_it(made: Make, tmp_path: Path) -> None:
    (tmp_path / "register.xlsx").write_bytes(workbook(made(WARRANTY, INSPECTION, RESPONSE, TRAINING)))
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / "register.xlsx").errors] == []


def test_the_same_register_gives_the_same_bytes(made: Make) -> None:
    first, second = workbook(made(WARRANTY, INSPECTION)), workbook(made(WARRANTY, INSPECTION))
    assert first == second
    assert b"2026-01-12T00:00:00Z" in parts(first)["docProps/core.xml"]
