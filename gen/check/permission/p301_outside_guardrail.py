"""A value lies outside its guardrail, and nobody approved it.

What it finds: a parameter that profile or bid sets to a value which its `allow` does not contain, without an approval
on record by the role that may give it. A parameter without `allow` is fixed: only its default stands without asking.
A guardrail in hours holds no days: 1日 runs until the end of the next day, so it may last longer than 24小时. Texts and
dates are free.

Why it matters: the guardrail is what the service department can keep. A stronger promise wins points today and is
breached next year, with damages; a weaker one loses the bid.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      answer: {label: 接听时限, type: duration, default: 30秒, allow: 15秒..60秒}
    text: |
      {{ provider }}在{{ answer }}内接听来电。
    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]
    values: {hotline.window.answer: 5秒}

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      answer:
        label: 接听时限
        type: duration
        default: 30秒
        allow: 15秒..60秒
        approval: [{within: 5秒..15秒, by: service-director}]
    text: |
      {{ provider }}在{{ answer }}内接听来电。
    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]
    values: {hotline.window.answer: 5秒}
    approvals:
      - {value: hotline.window.answer, as: 5秒, by: service-director, on: 2026-11-20, reason: 已增设坐席}

What to do: choose a value inside the guardrail, or get the approval and record it under `approvals` of the bid.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.guardrail import permission
from gen.finding import Finding, Label, found
from gen.message import M
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each setting that is neither allowed nor approved."""
    package = context.package
    for path, cells in package.settings.items():
        changed = [(key, setting) for key, setting in cells.items() if setting.set_by != "clause"]
        param = package.param(path) if changed else None  # the defaults themselves may stand
        if param is None or param.free:
            continue
        for key, setting in changed:
            if setting.follows and not any(
                key in guard for guard in (param.allow, *(each for _, each in param.approval))
            ):
                continue  # what follows from values that are permitted, and no guardrail says more of it
            verdict = permission(param, key, setting.quantity, package.bid, setting.path)
            if verdict.granted:
                continue
            guard = param.allow.get(key)
            labels = [Label(each.span, M("set to {value} here", value=each.text)) for each in setting.sources]
            if guard:
                labels.append(Label(guard.span, M("{ranges} is allowed", ranges=tuple(map(str, guard.ranges)))))
            elif param.spec.span and key in param.default:
                labels.append(Label(param.default[key].span, M("fixed: no `allow` lets it differ from the default")))
            helps = [M("choose a value inside the guardrail")] if guard else [M("leave the default")]
            if not guard and key not in param.default:
                helps = [M("take it out: no guardrail says what it may be")]
            if verdict.approvers:
                helps.append(
                    M(
                        "or record the approval of {roles} under `approvals` of the bid",
                        roles=tuple(package.library.vocabulary.roles.get(role, role) for role in verdict.approvers),
                    )
                )
            yield found(
                RULE,
                M("{path} = {value} lies outside its guardrail", path=setting.path, value=setting.text),
                *labels,
                helps=helps,
                key=(setting.path, setting.text),
                bid=package.bid.id,
            )
