"""Read forms: each is a record of its own, and a document kind that prints nothing but the form."""

from __future__ import annotations

from collections.abc import Iterator

from gen import yamltree
from gen.finding import Finding, Label, found
from gen.library.outlines import title_fault
from gen.message import M, Message
from gen.model.form import LINES, MARKS, Field, Form, FormRow, Ruled, Scale, texts_of
from gen.model.library import LoadedForm, LoadedOutline
from gen.model.outline import Outline
from gen.source import Span
from gen.stage_rules import s110_duplicate_id, s111_bad_template, s115_unusable_form
from gen.template import OUTLINE_ONLY, calls, parse
from gen.yamltree import Scalar, place_of

WORDS = {"provider": "服务方", "customer": "客户"}
"""What a form calls the parties where neither it nor a document around it says so."""
NUMBERING = "chapters"
"""The numbering of a form that is a document of its own; it has no headings to count."""


def load_form(form: Form, findings: list[Finding]) -> LoadedForm | None:
    """A form with its texts parsed; none where it cannot stand."""
    wrong = [*_faults(form), *title_fault(form.title, form.id)]
    texts = {}
    for text in dict.fromkeys(texts_of(form)):
        if not isinstance(text, Scalar) or not text:
            continue
        template, text_findings = parse(text)
        wrong += text_findings
        if template is None:
            continue
        if outer := next((call for call in calls(template) if call.function in OUTLINE_ONLY), None):
            message = M("only an outline prints clauses, annexes and forms, no text of a form")
            wrong.append(found(s111_bad_template.RULE, message, outer.span))
        texts[str(text)] = template
    findings += wrong
    return None if wrong else LoadedForm(form, texts)


def outline_of(loaded: LoadedForm) -> LoadedOutline:
    """The document kind that a form is: its title, and the form."""
    form = loaded.form
    body, _ = parse(_text(f'{{{{ form("{form.id}") }}}}', place_of(form.id)))
    header = _text(f"{{{{ project.name }}}}　{form.title}", place_of(form.title))
    header_template, _ = parse(header)
    if body is None or header_template is None:
        raise ValueError(form.id)
    outline = Outline(
        kind=form.id,
        title=form.title,
        words={**WORDS, **form.words},
        numbering=_text(NUMBERING, place_of(form.id)),
        clause_titles=False,
        header=header,
        span=form.span,
        body=body.text,
        hash=form.hash,
    )
    return LoadedOutline(outline, body, {str(header): header_template})


def name_taken(form: Form, outline: LoadedOutline) -> Finding:
    """The finding for a form and an outline of one name: a bid that lists it could mean either."""
    return found(
        s110_duplicate_id.RULE,
        M("the id `{id}` is there twice", id=form.id),
        Label(place_of(form.id), M("this form")),
        Label(place_of(outline.outline.kind), M("this document kind")),
        helps=[M("give one of them another name")],
    )


def _text(text: str, span: Span) -> Scalar:
    """A text that stands in no file; whatever is found in it points at the form."""
    return yamltree.scalar(text, span, block_indent=None)


def _faults(form: Form) -> Iterator[Finding]:
    """Whatever makes a form one that cannot be laid out or filled in."""
    if form.columns not in {2, 4, 6}:
        yield _fault(
            form, M("a form has 2, 4 or 6 columns: a label and a field, once, twice or three times"), form.span
        )
        return
    if not form.rows:
        yield _fault(form, M("a form has rows"), form.span)
    for number, row in enumerate(form.rows, 1):
        parts = [
            name
            for name, part in (
                ("fields", row.fields), ("section", row.section), ("text", row.text),
                ("table", row.table), ("scale", row.scale), ("sign", row.sign),
            )
            if part
        ]  # fmt: skip
        if len(parts) != 1:
            message = M("a row of a form is one of fields, section, text, table, scale and sign; this one is {count}",
                        count=len(parts))  # fmt: skip
            yield _fault(form, message, row.span, str(number))
        yield from _row_faults(form, row)


def _row_faults(form: Form, row: FormRow) -> Iterator[Finding]:
    taken, pairs = 0, form.columns // 2
    for field in row.fields:
        yield from _field_faults(form, field, pairs)
        taken += min(field.across, pairs)
        if taken > pairs:
            message = M("the pairs before leave no room for `span: {span}` in a row of {pairs}",
                        span=field.across, pairs=pairs)  # fmt: skip
            yield _fault(form, message, field.span, field.label)
            return
        taken %= pairs
    if taken:
        message = M("the last row has {count} of {pairs} pairs", count=taken, pairs=pairs)
        helps = [M("let its last field go over the rest: `span: {span}`", span=pairs - taken + row.fields[-1].across)]
        yield _fault(form, message, row.fields[-1].span, row.fields[-1].label, helps)
    if row.table:
        yield from _table_faults(form, row.table)
    if row.scale:
        yield from _scale_faults(form, row.scale)


def _field_faults(form: Form, field: Field, pairs: int) -> Iterator[Finding]:
    message = None
    if field.kind == "choices" and len(field.choices) < 2:
        message = M("a choice is one of two at least; here are {count}", count=len(field.choices))
    elif field.choices and field.kind != "choices":
        message = M("`choices` belong to a field of the kind `choices`")
    elif field.unit and field.kind != "number":
        message = M("a unit belongs to a field of the kind `number`")
    elif field.value and field.kind != "text":
        message = M("only a field of the kind `text` can be filled in beforehand")
    elif not 1 <= field.lines <= LINES:
        message = M("a field is 1 to {count} lines high", count=LINES)
    elif not 1 <= field.across <= pairs:
        message = M("a field goes over 1 to {count} pairs here", count=pairs)
    if message:
        yield _fault(form, message, field.span, field.label)


def _table_faults(form: Form, table: Ruled) -> Iterator[Finding]:
    room = len(table.heads) - bool(table.first)
    message = None
    if room < 1:
        message = M("a table of a form has a head over every column, and one to be filled in")
    elif not table.rows and not table.given:
        message = M("a table of a form has rows: `rows` says how many")
    elif table.widths and len(table.widths) != len(table.heads):
        message = M("the table has {count} columns", count=len(table.heads))
    elif table.widths and not all(table.widths):
        message = M("every column has a share of the width")
    elif table.rows > LINES or not 1 <= table.lines <= LINES:
        message = M("a table of a form has at most {count} rows, and rows of at most so many lines", count=LINES)
    elif long := next((given for given in table.given if len(given) > room), None):
        message = M("this row has {count} instead of {columns} cells", count=len(long), columns=room)
    if message:
        yield _fault(form, message, table.span)


def _scale_faults(form: Form, scale: Scale) -> Iterator[Finding]:
    message = None
    if scale.from_ >= scale.to:
        message = M("the scale runs backwards, from {start} to {end}", start=scale.from_, end=scale.to)
    elif scale.to - scale.from_ >= MARKS:
        message = M("a scale has at most {count} marks; this one has {marks}",
                    count=MARKS, marks=scale.to - scale.from_ + 1)  # fmt: skip
    elif not scale.items:
        message = M("a scale has statements to be rated")
    if message:
        yield _fault(form, message, scale.span)


def _fault(
    form: Form, message: Message, span: Span | None, key: str = "", helps: list[Message] | None = None
) -> Finding:
    where = span if span is not None else place_of(form.id)
    where = where if where.line == where.end_line else where.source.whole_line(where.line)
    return found(s115_unusable_form.RULE, message, where, helps=helps or [], key=(form.id, key or where.text.strip()))
