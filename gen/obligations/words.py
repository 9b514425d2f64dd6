"""What the register says of a promise, in the words of both languages; every form of it says the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from gen.chart.promises import short, text_of
from gen.message import Named
from gen.model.vocabulary import Vocabulary
from gen.obligations.record import Doubt, Form, Obligation, Occurrence, Printed
from gen.quantity import Choice, Frequency, Percent, Window

FORMS: Mapping[Form, Named] = {
    "scheduled": Named("按日期", "on dates"),
    "limit": Named("常设时限", "time limit"),
    "kept": Named("持续保持", "throughout"),
    "waiting": Named("日期待定", "date missing"),
}
"""How a promise is kept."""

DOUBTS: Mapping[Doubt, Named] = {
    "latest": Named("按前项最迟日推算", "counted from the latest day of what comes before"),
    "partial": Named("末期不足一期", "the last period is not a whole one"),
    "rolled": Named("末日逢休假日，已顺延", "the last day was a day off, so the next day worked"),
    "weekends": Named("放假安排未公布，按双休日推算", "holidays not announced, weekends alone counted"),
}
"""What to know of a day."""

_BOUNDS = {"at_most": ("不超过", "at most "), "at_least": ("不少于", "at least "), "is": ("", "")}


def action(each: Obligation) -> Named:
    """What is done, without the word for its measure: 巡检频次 is 巡检, 培训通知提前期 is 培训通知."""
    label = each.fact.spec.label
    zh = re.sub("的?提前期$", "", short(label)) if each.notice else short(label)
    return Named(zh, each.fact.spec.en)


def requirement(each: Obligation) -> Named:
    """The value that is owed, when its time begins, and on what condition."""
    fact = each.fact
    value = text_of(fact)
    zh, en = _BOUNDS[fact.comparator]
    if fact.comparator == "at_least" and isinstance(fact.quantity, Choice | Percent | Window):
        zh = "不低于"
    if isinstance(fact.quantity, Choice) and fact.spec.better in {"none", "listed"} and fact.comparator == "is":
        zh = en = ""
    parts = [Named(f"{'提前' if each.notice else ''}{zh}{value}", f"{en}{value}{' before' if each.notice else ''}")]
    if each.occasion and each.notice:
        parts.append(Named(f"{each.occasion.zh}之前", each.occasion.en))
    elif each.occasion and each.form == "kept":
        parts.append(Named(f"{each.occasion.zh}时", f"when {each.occasion.en}"))
    elif each.occasion:
        parts.append(Named(f"自{each.occasion.zh}起", f"from: {each.occasion.en}"))
    if fact.window and fact.natural:
        parts.append(Named(f"{fact.window}受理", f"callable {fact.window}"))
    elif fact.window:
        parts.append(Named(f"按{fact.window}工时计", f"counted in {fact.window}"))
    if fact.promise.base:
        parts.append(Named(f"基数：{fact.promise.base}", f"of: {fact.promise.base}"))
    if fact.promise.condition:
        parts.append(Named(f"条件：{fact.promise.condition}", f"if: {fact.promise.condition}"))
    return joined(parts, "，", ", ")


def scope(each: Obligation, vocabulary: Vocabulary) -> Named:
    """Where it holds; 全部 where nothing narrows it."""
    parts = []
    for axis, values in each.fact.scope.items():
        spec = vocabulary.axes[axis]
        order = list(spec.values)
        known = sorted(values, key=lambda value: (order.index(value) if value in order else len(order), value))
        names = [Named(word.label, word.en) if (word := spec.values.get(v)) else Named(v, v) for v in known]
        parts.append(joined(names, "、", ", "))
    return joined(parts, "；", "; ") if parts else Named("全部", "all")


def fee(each: Obligation, vocabulary: Vocabulary) -> Named:
    """Who pays for it; nothing where the promise does not say."""
    word = vocabulary.fees.get(each.fact.fee)
    return Named(word.label, word.en) if word else Named("", "")


def cadence(each: Obligation) -> Named:
    """How it is kept, and how often."""
    form = FORMS[each.form]
    if isinstance(each.fact.quantity, Frequency):
        return Named(f"{form.zh}：{each.fact.quantity}", f"{form.en}: {each.fact.quantity}")
    return form


def doubts(found: Iterable[Doubt]) -> Named:
    """What to know of a day, or of several."""
    names = [name for doubt, name in DOUBTS.items() if doubt in set(found)]
    return joined(names, "；", "; ")


def remark(each: Obligation) -> Named:
    """What to know of the days of an obligation: what it waits for, and how they were found."""
    parts = [doubts(each.doubts)]
    undated = [occurrence for occurrence in each.occurrences if occurrence.due is None]
    if each.form == "waiting" and each.occasion and not each.notice and not undated:
        parts.insert(0, Named(f"待定：{each.occasion.zh}的日期", f"missing: the day of {each.occasion.en}"))
    elif undated:
        parts[:0] = [_waited(occurrence) for occurrence in undated]
        parts = list({part.zh: part for part in parts}.values())
    elif each.form == "waiting":
        parts.insert(0, Named("待定：条款未写日期", "missing: the clause names no day"))
    return joined([part for part in parts if part.zh], "；", "; ")


def _waited(occurrence: Occurrence) -> Named:
    """What an occurrence waits for; of an instalment, which one it is."""
    after = occurrence.after or Named("", "")
    own = not re.fullmatch(r"第\d+次", occurrence.name.zh)
    zh, en = (f"{occurrence.name.zh} ", f"{occurrence.name.en} ") if own else ("", "")
    return Named(f"{zh}待定：{after.zh}的日期", f"{en}missing: the day of {after.en}")


def where(place: Printed) -> Named:
    """Document, section and page."""
    page = (f" 第{place.page}页", f" p. {place.page}") if place.page else ("", "")
    return Named(f"《{place.title}》{place.section}{page[0]}", f"《{place.title}》{place.section}{page[1]}")


def joined(parts: Iterable[Named], zh: str, en: str) -> Named:
    """Phrases one behind the other."""
    listed = tuple(parts)
    return Named(zh.join(part.zh for part in listed), en.join(part.en for part in listed))
