"""May this parameter have this value in this bid? By its guardrail, or by an approval on record."""

from __future__ import annotations

from dataclasses import dataclass

from gen.model.bid import Bid
from gen.model.param import CellKey, TypedParam
from gen.quantity import Duration, NotReadError, Quantity, Range, compare, read, within


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether a value may stand, and who could approve it where it may not."""

    granted: bool
    approvers: tuple[str, ...] = ()


def permission(param: TypedParam, key: CellKey, value: Quantity, bid: Bid, path: str) -> Permission:
    """The permission of one cell's value; `path` names the cell as approvals do."""
    default = param.default.get(key)
    if default is not None and inside(value, Range(default.quantity, default.quantity)):
        return Permission(granted=True)
    if param.free or param.own or _is_text(param, key) or allowed(param, key, value):
        return Permission(granted=True)
    approvers = tuple(
        role
        for role, guardrails in param.approval
        if key in guardrails and any(inside(value, span) for span in guardrails[key].ranges)
    )
    approved = any(
        record.by in approvers and record.value == path and _same(record.as_, value, param, key)
        for record in bid.approvals
    )
    return Permission(approved, approvers)


def allowed(param: TypedParam, key: CellKey, value: Quantity) -> bool:
    """Whether pre-sales may set this value without asking."""
    guard = param.allow.get(key)
    return guard is not None and any(inside(value, span) for span in guard.ranges)


def inside(value: Quantity, span: Range) -> bool:
    """Whether a value lies in a range of a guardrail, counted as its ends are: 1日 ends at midnight, 24小时 do not."""
    ends = (span.low, span.high)
    in_days = {isinstance(end, Duration) and end.unit == "day" for end in ends}
    return within(value, span) and (isinstance(value, Duration) and value.unit == "day") in in_days


def _is_text(param: TypedParam, key: CellKey) -> bool:
    """Whether the cell's column holds text, which carries no bound."""
    return param.spec.type == "table" and param.spec.columns[key[1]].type in {"text", "date"}


def _same(written: str, value: Quantity, param: TypedParam, key: CellKey) -> bool:
    spec = param.spec.columns[key[1]] if param.spec.type == "table" else param.spec
    try:
        return compare(read(written, spec.type, spec.unit, param.spec.values), value) == 0
    except NotReadError:
        return False
