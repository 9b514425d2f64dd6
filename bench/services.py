"""What the clauses of a generated workspace are about: each service fills one of the moulds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Service:
    """One thing that is promised, for each class of equipment in a clause of its own."""

    id: str
    mould: str
    title: str
    words: dict[str, str]
    """What the mould's placeholders stand for."""
    quick: str
    """The parameter that a bid improves, and the value: `limit: {S1: 10分钟}`."""


def _deadline(id_: str, title: str, dimension: str, urgent: str, *, quick: str, slow: str) -> Service:
    """A service with one deadline for each severity, from the quickest to the slowest that may be promised."""
    ranges = zip(quick.split(), slow.split(), strict=True)
    words = {
        "label": title.removesuffix("服务") + "时限",
        "dimension": dimension,
        "slow": _rows(slow.split()),
        "allow": _rows([f"{low}..{high}" for low, high in ranges]),
        "urgent": f"{urgent}..{quick.split(maxsplit=1)[0]}",
    }
    return Service(id_, "deadline", title, words, f"limit: {_rows(quick.split())}")


def _rows(values: list[str]) -> str:
    return "{" + ", ".join(f"S{row}: {value}" for row, value in enumerate(values, 1)) + "}"


def _rhythm(id_: str, title: str, dimensions: str, labels: str) -> Service:
    return Service(id_, "rhythm", title, _two(dimensions, labels), "frequency: 每月1次")


def _amount(id_: str, title: str, dimensions: str, labels: str, *, unit: str, bound: str) -> Service:
    words = _two(dimensions, labels) | {"unit": unit, "bound": bound}
    return Service(id_, "amount", title, words, f"number: 4{unit}")


def _term(id_: str, title: str, dimensions: str, labels: str, *, shares: str, bound: str) -> Service:
    low, _, high = shares.partition("..")
    words = _two(dimensions, labels) | {
        "shares": shares,
        "share": low if bound == "at_least" else high,
        "bound": bound,
    }
    return Service(id_, "term", title, words, "term: 24个月")


def _two(dimensions: str, labels: str) -> dict[str, str]:
    (dimension, second), (label, second_label) = dimensions.split(), labels.split()
    return {"dimension": dimension, "second": second, "label": label, "second_label": second_label}


SERVICES: tuple[Service, ...] = (
    # The ranges of two steps, and of two severities, do not meet: any choice keeps the order that rules demand.
    _deadline("response", "故障响应服务", "response", "5分钟",
              quick="10分钟 20分钟 45分钟 90分钟", slow="15分钟 30分钟 60分钟 120分钟"),
    _deadline("onsite", "现场到达服务", "onsite_arrival", "90分钟",
              quick="2小时 4小时 8小时 16小时", slow="3小时 6小时 10小时 24小时"),
    _deadline("resolution", "故障修复服务", "resolution", "5小时",
              quick="6小时 10小时 24小时 48小时", slow="8小时 12小时 36小时 72小时"),
    _deadline("loaner", "备机提供服务", "spare_unit", "3小时",
              quick="4小时 8小时 12小时 24小时", slow="5小时 9小时 20小时 40小时"),
    _deadline("parts", "备件送达服务", "part_delivery", "2小时",
              quick="3小时 6小时 10小时 20小时", slow="4小时 8小时 20小时 40小时"),
    _rhythm("inspection", "预防性巡检", "inspection_freq inspection_report", "巡检频次 巡检报告提交时限"),
    _rhythm("visit", "例行走访", "visit_freq opinion_reply", "走访频次 意见答复时限"),
    _rhythm("report", "服务报告编制", "report_cadence report_due", "服务报告频次 服务报告提交时限"),
    _rhythm("drill", "应急演练", "emergency_drill drill_report", "应急演练频次 演练总结提交时限"),
    _rhythm("survey", "满意度调查", "survey_frequency survey_report", "调查频次 调查结果提交时限"),
    _rhythm("review", "服务评审", "service_review improvement_due", "评审频次 改进措施完成时限"),
    _amount("training", "操作培训", "training training_notice", "培训场次 培训通知提前期", unit="场", bound="at_least"),
    _amount("stock", "备件储备", "spare_stock_qty stock_refill", "储备数量 备件补足时限", unit="件", bound="at_most"),
    _amount("staffing", "专责人员", "staffing contact_sheet", "专责人数 联系表提交时限", unit="人", bound="at_most"),
    _amount("certified", "持证人员", "staff_cert staff_change", "持证人数 人员更换通知期", unit="人", bound="at_least"),
    _amount("points", "服务网点", "service_points contact_update", "网点数量 联系方式更新时限",
            unit="个", bound="at_most"),
    _term("refit", "更换件质保期", "repaired_part_warranty liquidated_damages", "更换件质保期 违约金比例",
          shares="1‰..5‰", bound="at_least"),
    _term("secrecy", "保密期", "confidentiality ld_cap", "保密期 违约金上限", shares="5%..10%", bound="at_least"),
    _term("prices", "价格承诺期", "price_hold post_warranty_fee", "价格承诺期 质保期外年服务费率",
          shares="3%..6%", bound="at_most"),
    _term("transition", "移交过渡期", "handover liability_cap", "移交过渡期 责任上限",
          shares="50%..100%", bound="at_least"),
)  # fmt: skip

CLASSES = {
    "core_network": "核心网络设备",
    "server": "服务器",
    "storage": "存储设备",
    "security": "安全设备",
    "system_software": "系统软件",
    "terminal": "终端设备",
    "application": "应用软件",
    "facility": "机房与弱电设施",
    "third_party": "第三方产品",
    "consumables": "耗材",
}
"""Classes of equipment: a scope axis of the built-in vocabulary, so promises for two of them never meet."""

DIMENSIONS = {
    "inspection_report": ("duration", "less"),
    "opinion_reply": ("duration", "less"),
    "report_due": ("duration", "less"),
    "drill_report": ("duration", "less"),
    "survey_frequency": ("frequency", "more"),
    "survey_report": ("duration", "less"),
    "service_review": ("frequency", "more"),
    "improvement_due": ("duration", "less"),
    "training_notice": ("duration", "more"),
    "stock_refill": ("duration", "less"),
    "contact_sheet": ("duration", "less"),
    "contact_update": ("duration", "less"),
}
"""Kinds of promise that the built-in vocabulary lacks: type, and which value is the stronger."""
