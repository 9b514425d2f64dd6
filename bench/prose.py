"""Service-plan prose from a fixed seed: as long and as varied as real wording, and without any promise in it."""

# ruff: noqa: SIM905 - a row of words reads better than a list of strings
from __future__ import annotations

import random

_CONDITIONS = (
    "遇重大活动保障时",
    "经书面同意后",
    "发现配置与台账不符的",
    "设备须断电操作的",
    "同类故障重复发生的",
    "需要制造商参与的",
    "另有书面要求的",
    "在不影响业务连续运行的前提下",
    "涉及第三方产品的",
    "作业完成并经双方签认后",
)
_SUBJECTS = ("{{ provider }}", *"服务经理 责任工程师 现场工程师 二线专家 备件管理员 服务台 质量专员".split())
_ACTIONS = "提交 编制 核对 登记 归档 复核 更新 移交".split()
_OBJECTS = (
    "设备清单与序列号",
    "配置备份与校验结果",
    "作业方案与回退步骤",
    "故障分析报告",
    "巡检记录与照片",
    "备件出入库台账",
    "授权与访问记录",
    "测试用例与测试结果",
    "培训签到表与考核成绩",
    "拓扑图与端口对应表",
    "日志与告警的统计表",
    "风险与问题登记册",
)
_PURPOSES = (
    "供{{ customer }}随时查验",
    "作为服务考核的依据",
    "以便追溯到人员和时间",
    "使下一班人员据此接续处理",
    "与工单一并保存",
    "由{{ customer }}的项目负责人签认",
    "用于排除同型号设备的共性隐患",
    "并抄送监理单位",
    "作为后续变更的基线",
)


def sentence(chance: random.Random) -> str:
    """One sentence; it may hold the party words as holes."""
    condition = chance.choice(_CONDITIONS) + "，" if chance.random() < 0.6 else ""
    objects = "、".join(chance.sample(_OBJECTS, chance.choice((1, 1, 2))))
    return f"{condition}{chance.choice(_SUBJECTS)}{chance.choice(_ACTIONS)}{objects}，{chance.choice(_PURPOSES)}。"


def paragraph(chance: random.Random, sentences: int) -> str:
    """Some sentences in a row."""
    return "".join(sentence(chance) for _ in range(sentences))


def phrase(chance: random.Random) -> str:
    """A few words for a cell of a table."""
    return chance.choice(_ACTIONS) + "、".join(chance.sample(_OBJECTS, 2))


def short(chance: random.Random) -> str:
    """The name of one thing."""
    return chance.choice(_OBJECTS)
