"""Quantities typed into prose: what looks like a length of time, money, a share, a frequency, a window or a count."""

from __future__ import annotations

import re

_CHINESE = "[零〇一二两三四五六七八九十百千万半]{1,15}"
_DIGITS = r"\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,15})?"
_TIME = r"(?:个?(?:工作)?小时|分钟|秒钟?|个?(?:工作|自然|日历)日|个?日历天|周年|个?星期|个?月|刻钟|学时|课时|h\b|min\b)"
_DAYS = r"(?:天|日|年|周)"
_PERIOD = r"(?:工作日|日|天|周|星期|月|季度|季|半年|年)"
_THINGS = r"(?:人次|人天|人日|人|名|次|份|台|套|件|张|个|家|场|处|公里|分)"

QUANTITY = re.compile(
    rf"(?P<window>\d{{1,2}} ?[×xX*] ?\d{{1,2}}(?: ?[×xX*] ?365)?(?:小时)?)"
    rf"|(?P<frequency>每(?:个)?{_PERIOD}(?:至少|不少于)?(?:{_DIGITS}|{_CHINESE}) ?次)"
    rf"|(?P<share>{_DIGITS} ?[%‰]|[百千]分之{_CHINESE})"
    rf"|(?P<money>[¥￥] ?{_DIGITS}(?: ?万)?元?|{_DIGITS} ?万?元)"
    rf"|(?P<time>(?:{_DIGITS}|{_CHINESE}) ?{_TIME}|{_DIGITS} ?{_DAYS}|{_CHINESE}{_DAYS}|半个?(?:小时|[日天月年])|NBD)"
    rf"|(?P<count>{_DIGITS} ?{_THINGS})"
)
"""What a quantity with its unit looks like, in Arabic and in Chinese digits; things are counted in Arabic digits only,
for 一次 and 两人 are words of every sentence."""
