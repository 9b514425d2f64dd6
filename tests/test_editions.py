"""Copies of a bid's documents: what each is given, and where remarks stand in one for review."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from gen.editions import Wanted, data_of, documents, edition
from gen.examine import Examined, examine
from gen.finding import Acceptance
from gen.library import load
from gen.message import speak
from gen.model.blocks import Cover, Table, Text, Value
from gen.model.edition import Remark
from gen.remarks import MOST_SIDES, remarks
from gen.source import Span
from gen.workspace import Workspace

LayOut = Callable[[str], Workspace]

TWICE = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 到场
status: approved
owner: service
review_by: 2027-10-01
params:
  onsite:
    label: 到场时限
    type: table
    key: severity
    columns: {within: {label: 到场时限, type: duration}}
    default: {S1: 4小时, S2: 8小时}
commitments:
  - promise: onsite_arrival
    each: onsite
    scope: {severity: $severity}
    at_most: $within
    clock: {kind: natural, from: report_received}
text: |
  到场时限如下：

  {{ onsite | table }}
# clauses/hotline/answer.yaml
id: hotline.answer
title: 修复
status: approved
owner: service
review_by: 2027-10-01
params:
  repair: {label: 修复时限, type: duration, default: 2小时}
commitments:
  - promise: resolution
    scope: {severity: [S1]}
    at_most: $repair
    clock: {kind: natural, from: report_received}
text: |
  一级故障{{ repair }}内修复，不收费用。
# clauses/profiles/basic.yaml
id: basic
title: 档
clauses: [hotline.window, hotline.answer]
# templates/documents/letter.md
---
kind: letter
title: 服务承诺书
words: {provider: 我公司, customer: 贵单位}
numbering: letter
clause_titles: true
cover: {overline: 示例, rows: {投标人: "{{ company.name }}"}}
---
{{ clause("hotline.window") }}

{{ clause("hotline.answer") }}
"""


@pytest.fixture
def examined(workspace: LayOut) -> Examined:
    library, findings = load(workspace(TWICE))
    assert findings == ()
    return examine(library, library.bids["demo"])


def test_a_remark_stands_on_each_value_of_a_contradiction_and_names_the_other_side(examined: Examined) -> None:
    found = [finding for finding in examined.findings if finding.rule.id == "C301"]
    document = examined.documents[0]
    onsite, repair = remarks(document, found)
    assert isinstance(document.blocks[onsite.block], Table)
    assert (onsite.cell, onsite.first, onsite.last) == ((0, 1), 0, 0)
    assert document.blocks[repair.block].inlines[repair.first].text == "2小时"  # type: ignore[union-attr]
    assert (repair.cell, repair.first, repair.last, repair.author) == (None, 1, 1, "bidgen")
    case = (
        "example: severity 1 (critical), reported Friday 17:00: resolution is due Friday 19:00, but on-site arrival "
        "may last until Friday 21:00"
    )
    head = "error[C301 deadline-out-of-order] on-site arrival within 4小时, but resolution within 2小时"
    owners = "ask the owners of `hotline.window`, `hotline.answer`"
    mend = f"can be mended: no guardrail permits a value that mends it: {owners}"
    assert onsite.paragraphs == (
        head,
        "here: `hotline.window.onsite.S1`: may last 4 h",
        "elsewhere: 二、 修复 「一级故障2小时内修复，不收费用。」 (clauses/hotline/answer.yaml:7) "
        "`hotline.answer.repair`: must be done after 2 h",
        case,
        mend,
    )
    assert repair.paragraphs == (
        head,
        "here: `hotline.answer.repair`: must be done after 2 h",
        "elsewhere: 一、 到场 (clauses/hotline/window.yaml:12) `hotline.window.onsite.S1`: may last 4 h",
        case,
        mend,
    )


def test_remarks_speak_the_language_of_the_reader(examined: Examined) -> None:
    speak("zh_CN")
    first = remarks(examined.documents[0], examined.findings)[0]
    assert first.paragraphs[0].startswith("错误[C301 ")


def test_what_points_at_words_stands_on_their_paragraph_else_on_their_clause(examined: Examined) -> None:
    document = examined.documents[0]
    finding = next(finding for finding in examined.findings if finding.rule.id == "C301")
    paragraph = next(at for at, block in enumerate(document.blocks) if "不收费用" in str(getattr(block, "inlines", "")))
    place = document.blocks[paragraph].mark.span  # type: ignore[union-attr]
    line = next(n for n in range(place.line, place.end_line + 1) if "不收费用" in place.source.lines[n - 1])
    column = place.source.lines[line - 1].index("不收费用") + 1
    said = replace(finding.labels[0], span=Span(place.source, line, column, line, column + 4))
    elsewhere = replace(finding.labels[0], span=Span(place.source, 4, 1, 4, 7))
    ((at_words,), (at_clause,)) = (remarks(document, [replace(finding, labels=(x,))]) for x in (said, elsewhere))
    assert (at_words.block, at_words.cell, at_words.first, at_words.last) == (paragraph, None, 0, 2)
    assert at_clause.block == paragraph - 1
    assert document.blocks[at_clause.block].inlines == (Text("修复"),)  # type: ignore[union-attr]


def test_of_a_finding_on_many_places_a_remark_tells_the_first_and_counts_the_rest(examined: Examined) -> None:
    finding = next(finding for finding in examined.findings if finding.rule.id == "C301")
    here, other = finding.labels[:2]
    many = (here, *(replace(other) for _ in range(5000)))
    for remark in remarks(examined.documents[0], [replace(finding, labels=many)]):
        sides = [said for said in remark.paragraphs if said.startswith("elsewhere: ")]
        assert (len(sides), sides[-1]) == (MOST_SIDES + 1, "elsewhere: 4988 more")


def test_an_accepted_finding_says_why(examined: Examined) -> None:
    finding = next(finding for finding in examined.findings if finding.rule.id == "C301")
    accepted = replace(finding, accepted=Acceptance("招标人已答疑", "legal", "", finding.labels[0].span))
    assert remarks(examined.documents[0], [accepted])[0].paragraphs[-1] == "accepted: 招标人已答疑 (by legal)"


def test_a_final_copy_has_its_data_and_nothing_else(examined: Examined) -> None:
    data = data_of(examined.documents[0], examined, ())
    made = edition(examined.documents[0], examined, Wanted(), data=data, findings=examined.findings, revision="abc123")
    assert (made.watermark, made.editing, made.remarks, made.skin) == ("", "free", (), None)
    assert (made.attachments, made.revision, made.bid) == (data, "abc123", "demo")


def test_a_draft_has_a_watermark_and_a_review_copy_remarks(examined: Examined) -> None:
    wanted = Wanted(draft=True, review=True, editing="locked")
    made = edition(examined.documents[0], examined, wanted, findings=examined.findings)
    assert (made.watermark, made.editing) == ("草稿", "locked")
    assert all(isinstance(remark, Remark) for remark in made.remarks)
    assert len(made.remarks) == len(remarks(examined.documents[0], examined.findings)) > 0


def test_the_mark_of_a_copy_stands_on_covers_alone(examined: Examined) -> None:
    (marked,) = documents(examined, Wanted(copy="duplicate"))
    assert [block.copy for block in marked.blocks if isinstance(block, Cover)] == ["副本"]
    assert [b for b in marked.blocks if not isinstance(b, Cover)] == [
        b for b in examined.documents[0].blocks if not isinstance(b, Cover)
    ]
    assert documents(examined, Wanted()) is examined.documents


@pytest.mark.parametrize(
    ("wanted", "folder"),
    [
        (Wanted(), ""),
        (Wanted(draft=True), "draft"),
        (Wanted(review=True, editing="tracked"), "review-tracked"),
        (Wanted(copy="original", editing="locked"), "original-locked"),
    ],
)
def test_no_copy_takes_the_place_of_another(wanted: Wanted, folder: str) -> None:
    assert wanted.folder == folder


def test_the_data_say_every_promise_and_where_it_is_written(examined: Examined) -> None:
    promises, sources = data_of(examined.documents[0], examined, ())
    assert (promises.name, promises.media_type) == ("commitments.json", "application/json")
    read = json.loads(promises.content)
    assert (read["bid"], read["document"], len(read["commitments"])) == ("demo", "letter", 3)
    assert read["commitments"][0] == {
        "promise": "onsite_arrival",
        "label": "到场时限",
        "comparator": "at_most",
        "value": "4小时",
        "scope": {"severity": ["S1"]},
        "from": "report_received",
        "until": "arrival",
        "obligor": "provider",
        "clause": "hotline.window",
        "row": "S1",
        "parameter": "hotline.window.onsite.S1",
        "place": "clauses/hotline/window.yaml:12:19",
    }
    assert sources.name == "sources.json"
    assert [clause["id"] for clause in json.loads(sources.content)["clauses"]] == ["hotline.answer", "hotline.window"]
    printed = {i.setting.path for b in examined.documents[0].blocks if hasattr(b, "inlines") for i in b.inlines
               if isinstance(i, Value)}  # fmt: skip
    assert printed <= {value["path"] for value in json.loads(sources.content)["values"]}
