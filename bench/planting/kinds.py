"""Every dimension of the vocabulary with values that break no rule by themselves, from the weakest to the strongest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bench.planting.promise import Promise

WORKING = {"kind": "working", "window": "5×8"}


@dataclass(frozen=True, slots=True)
class Kind:
    """How promises of a dimension are made."""

    dimension: str
    values: tuple[str, ...]
    bound: str = "at_least"
    clock: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    topic: str = "other"
    """What else hangs on it: kinds of one topic are made consistent together, in `base`."""

    def promise(self, value: str) -> Promise:
        """A promise of this kind."""
        return Promise(self.dimension, value, self.bound, clock=self.clock, more=self.more, unit=self.unit)


def _from(event: str, kind: str = "natural") -> dict[str, str]:
    return {"kind": kind, "from": event} | ({"window": "5×8"} if kind == "working" else {})


def _kind(name: str, values: str, bound: str = "at_least", **more: object) -> Kind:
    return Kind(name, tuple(values.split()), bound, **more)  # type: ignore[arg-type]


_SAMPLE = {"base": "考核期内的样本总数"}
_PRICE = {"base": "合同价"}
_CUSTOMER = {"obligor": "customer"}

KINDS = (
    # Deadlines that no order ties to others.
    _kind("patch_time", "72小时 48小时 24小时", "at_most", clock=_from("vulnerability_disclosed")),
    _kind("complaint", "5个工作日 3个工作日 2个工作日", "at_most", clock=_from("complaint_received", "working")),
    _kind("data_return", "30日 20日 10日", "at_most", clock=_from("term_ended")),
    _kind("backup", "24小时 12小时 4小时", "at_most"),
    _kind("incident_notice", "60分钟 45分钟 30分钟", "at_most", clock=_from("incident_found")),
    _kind("payment", "30日 45日 60日", "at_most", clock=_from("invoice_received"), more=_CUSTOMER),
    # Terms that stand alone.
    _kind("handover", "30日 60日 90日", clock=_from("term_ended")),
    _kind("confidentiality", "24个月 36个月 60个月", clock=_from("term_ended")),
    _kind("price_hold", "12个月 24个月 36个月", clock=_from("contract_signed")),
    _kind("staff_change", "15日 20日 30日"),
    _kind("bid_validity", "90日 100日 120日", clock=_from("bid_deadline")),
    _kind("log_retention", "6个月 12个月 18个月"),
    _kind("processing_records", "36个月 48个月 60个月"),
    _kind("claim_period", "36个月 48个月 60个月"),
    # Frequencies.
    _kind("inspection_freq", "每半年1次 每季度1次 每月1次"),
    _kind("visit_freq", "每半年1次 每季度1次 每季度2次"),
    _kind("report_cadence", "每季度1次 每月1次 每月2次"),
    _kind("emergency_drill", "每年1次 每半年1次 每季度1次"),
    # Counts.
    _kind("training", "2场 3场 4场", unit="场"),
    _kind("training_people", "10人 20人 30人", unit="人"),
    _kind("training_days", "2天 3天 5天", unit="天"),
    _kind("staffing", "6人 8人 10人", unit="人", topic="ladder"),
    _kind("staff_cert", "2人 3人 4人", unit="人"),
    _kind("service_points", "1个 2个 3个", unit="个"),
    _kind("spare_stock_qty", "2件 4件 6件", unit="件"),
    _kind("copies", "4份 6份 8份", "is", unit="份"),
    # Shares.
    _kind("first_fix_rate", "85% 90% 92.5%", more=_SAMPLE),
    _kind("ontime_rate", "95% 97% 98.5%", more=_SAMPLE),
    _kind("satisfaction", "90% 95% 97%", more=_SAMPLE),
    _kind("deposit", "20% 15% 10%", "at_most", more=_CUSTOMER),
    _kind("bid_bond", "1% 1.5% 2%"),
    _kind("performance_bond", "5% 8% 10%"),
    _kind("retention", "1% 2% 3%"),
    _kind("late_interest", "0.5‰ 0.4‰ 0.3‰", "at_most", more=_CUSTOMER),
    _kind("addon_share", "10% 8% 5%", "at_most"),
    # Choices.
    _kind("spare_unit_grade", "not_lower same_model", "is"),
    _kind("emergency_plan", "generic project rehearsed", "is"),
    _kind("upgrade_policy", "patch minor", "is"),
    _kind("precedence", "agreement bid tender annex", "is", more={"obligor": "both"}),
    _kind("subcontracting", "non_core_by_consent none", "is"),
    _kind("dispute", "court", "is", more={"obligor": "both"}),
    _kind("interpretation", "agreed", "is"),
    _kind("data_processing", "none", "is"),
    _kind("warranty_start", "delivery installation final_acceptance", "is"),
    # Words.
    _kind("doc_support", "运行维护手册 设备配置清单", "is"),
    _kind("customer_duties", "提供机房与网络条件", "is", more=_CUSTOMER),
    # Of these other promises hang: `base` makes them consistent.
    _kind("liquidated_damages", "0.3‰ 0.5‰ 0.8‰", more=_PRICE, topic="damages"),
    _kind("ld_cap", "5% 8% 10%", more=_PRICE, topic="damages"),
    _kind("liability_cap", "50% 80% 100%", more=_PRICE, topic="damages"),
    _kind("termination", "30日 20日 15日", "is", clock=_from("breach_notified"), topic="damages"),
    _kind("cap_remedy", "none termination", "is", topic="damages"),
    _kind("exclusion_of_liability", "indirect_loss none", "is", topic="damages"),
    _kind("warranty_term", "12个月 24个月 36个月 60个月", clock=_from("acceptance_passed"), topic="terms"),
    _kind("free_support_term", "12个月 24个月 36个月 60个月", clock=_from("acceptance_passed"), topic="terms"),
    _kind("upgrade_term", "12个月 24个月 36个月 60个月", clock=_from("acceptance_passed"), topic="terms"),
    _kind("service_term", "12个月 24个月 36个月", clock=_from("contract_effective"), topic="terms"),
    _kind("extended_warranty", "6个月 12个月", clock=_from("warranty_ended"), topic="terms"),
    _kind("repaired_part_warranty", "6个月 12个月 24个月", clock=_from("part_replaced"), topic="terms"),
    _kind("spare_stock_years", "60个月 72个月 120个月", clock=_from("production_ended"), topic="terms"),
    _kind("last_day_roll", "none next_day", "is", more={"obligor": "both"}, topic="terms"),
    _kind("warranty_expiry", "2030-06-28", "is", topic="terms"),
    _kind("service_fee", "at_cost included free", "is", topic="fees"),
    _kind("lifetime_service", "promised", "is", topic="fees"),
    _kind("post_warranty_fee", "8% 6% 5%", "at_most", more={"fee": "percentage", **_PRICE}, topic="fees"),
    _kind("training_terms", "tuition_free free", "is", topic="fees"),
    _kind("exclusions", "人为损坏的设备", "is", topic="fees"),
    _kind("availability", "98% 99% 99.5%", clock={"kind": "natural", "stops": "[planned_outage]"}, topic="ladder"),
    _kind("service_window", "5×8 7×12 7×24", topic="ladder"),
    _kind("hotline_answer", "30秒 20秒 15秒", "at_most", clock=_from("call_received"), topic="ladder"),
    _kind("spare_unit", "24小时 12小时 8小时", "at_most", clock=_from("report_received"), topic="ladder"),
)

LADDER = (
    "intake_ack", "response", "remote_diag", "dispatch", "onsite_arrival", "diagnosis_limit", "part_delivery",
    "escalation", "solution_proposal", "workaround", "resolution",
)  # fmt: skip
"""The deadlines of one fault, in an order that keeps the vocabulary's `before`."""

BY_NAME = {kind.dimension: kind for kind in KINDS}
