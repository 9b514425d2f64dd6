"""Parse a text with holes.

Comes in: a scalar. Goes out: a template, or none where its syntax is broken or it uses what texts may not use, with
a finding at the very hole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from typing import Any, Literal

from jinja2 import Environment as Jinja
from jinja2 import TemplateSyntaxError, nodes

from gen.decode import nearest
from gen.finding import Finding, found
from gen.message import M, Message
from gen.source import Span
from gen.stage_rules import s111_bad_template
from gen.template.nodes import Call, Constant, Data, Expression, If, Logic, Name, Part, Print, Template, mark
from gen.yamltree import Scalar

FUNCTIONS = {
    "annex": M('annex(id, title): from here on the text is an annex; annex("training-plan") prints that document kind'),
    "blank": M("blank(n): a line of n characters to be filled by hand"),
    "capitals": M("capitals(amount): an amount of money in capital numerals, 人民币壹万元整"),
    "clause": M("clause(id): print a clause"),
    "count": M('count("annexes"), count(company.people): how many there are'),
    "figure": M('figure(name, caption): a figure drawn from the data of the bid, such as figure("escalation", "升级")'),
    "form": M("form(id): a blank record form"),
    "image": M("image(path, caption): a picture of the workspace; `./` in front means the folder of the bid"),
    "landscape": M("landscape(): from here on sheets lie on their side"),
    "param": M("param(path): a value of another clause"),
    "portrait": M("portrait(): from here on sheets stand upright again"),
    "ref": M('ref(target): the number of a clause, table, figure or annex; show="title" or "page" gives that'),
    "table": M("table(…): print a table parameter"),
}
"""The functions and filters of texts, and what each is for."""

OUTLINE_ONLY = {"annex", "clause", "form", "landscape", "portrait"}
"""Functions that only outlines may call: clauses that print clauses could print themselves."""

_WORDS = {
    "annex": (1, 2), "clause": (1,), "figure": (2,), "form": (1,), "image": (2,), "landscape": (0,), "param": (1,),
    "portrait": (0,), "ref": (1,),
}  # fmt: skip
"""Functions that take so many words in quotes, and nothing else."""
_NAMED = {
    "clause": ("optional", "empty", "once"),
    "image": ("width",),
    "ref": ("show",),
    "table": ("caption", "total", "capitals", "widths", "groups", "landscape"),
}
"""What can be given by name."""
_CHOICES = {"show": ("number", "title", "page")}
"""What a named word can be, where it is one of a few."""

_JINJA = Jinja(
    autoescape=False,  # noqa: S701 - it only parses; nothing is rendered by it
    keep_trailing_newline=True,
    comment_start_string="\ue002",
    comment_end_string="\ue003",
)
"""Comments begin as no text can: `{#` begins the anchor of a heading."""
_COMMENT = re.compile(r"\{#(?![\w.-]+\} *$)", re.MULTILINE)
ROLES = ("flush", "closing", "note", "drafting")
"""What a paragraph can begin with in single braces, to be set otherwise than the body."""

_ROLE = re.compile(r"^\{(\w+)\}(?!\})", re.MULTILINE)
_HTML = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>|<!--")
_HOLE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_OPENING = re.compile(r"\{\{|\{%")


def parse(text: Scalar) -> tuple[Template | None, tuple[Finding, ...]]:
    """Parse one text."""
    if html := _HTML.search(text):
        message = M("a text is no HTML: `{tag}` would print as it stands", tag=html[0])
        helps = [M("write **strong** words so, and < or > with a space behind it")]
        return None, (found(s111_bad_template.RULE, message, text.at(html.start(), len(html[0])), helps=helps),)
    for role in _ROLE.finditer(text):
        if role[1] not in ROLES:
            message = M("`{name}` is no way to set a paragraph", name=role[1])
            span = text.at(role.start(1), len(role[1]))
            return None, (_refusal(span, message, *nearest(role[1], ROLES)),)
    if "{" not in text:
        return Template(text, (Data(str(text)),), str(text)), ()
    if comment := _COMMENT.search(text):
        return None, (_refusal(text.at(comment.start(), 2), _NO_COMMENTS),)
    reader = _Reader(text)
    try:
        parts = tuple(reader.parts(_syntax(str(text))))
        reader.end()
    except TemplateSyntaxError as error:
        return None, (
            _refusal(_line(text, error.lineno), M("the hole cannot be read: {reason}", reason=error.message)),
        )
    except _RefusedError as refused:
        return None, (refused.finding,)
    except (RecursionError, ValueError, OverflowError):  # thousands of brackets, a number of thousands of digits
        return None, (
            _refusal(
                reader.longest_hole(),
                M("the hole cannot be read: {reason}", reason=M("it is too long or nests too deep")),
            ),
        )
    return Template(text, parts, _skeleton(parts)), ()


def _skeleton(parts: tuple[Part, ...]) -> str | None:
    holes = count()
    pieces = []
    for part in parts:
        if isinstance(part, If) or (isinstance(part, Print) and isinstance(part.expression, Constant)):
            return None
        pieces.append(part.text if isinstance(part, Data) else mark(next(holes)))
    return "".join(pieces)


def _syntax(text: str) -> list[nodes.Node]:
    """Jinja's syntax of a text.

    Most texts have plain holes only, and most holes stand in many texts: those are parsed once each, which makes a
    large library load in half the time. Where anything else stands in the text, Jinja reads it as a whole.
    """
    pieces = _HOLE.split(text)
    unclosed = any("{{" in data for data in pieces[::2])
    trimming = any(hole.startswith(("-", "+")) or hole.endswith("-") for hole in pieces[1::2])
    if not (unclosed or trimming or "{%" in text):
        try:
            made = [_hole(piece) if at % 2 else nodes.TemplateData(piece) for at, piece in enumerate(pieces) if piece]
        except TemplateSyntaxError:
            pass  # reading the whole text says where
        else:
            return [nodes.Output(made)]
    return _JINJA.parse(text).body


@lru_cache(maxsize=4096)
def _hole(expression: str) -> nodes.Expr:
    """The syntax of what stands between the braces of one hole."""
    body = _JINJA.parse("{{" + expression + "}}").body
    match body:
        case [nodes.Output(nodes=[nodes.Expr() as only])] if not isinstance(only, nodes.TemplateData):
            return only
    raise TemplateSyntaxError("not one expression", 1)


class _RefusedError(Exception):
    """A construct that texts may not use."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding


class _Reader:
    """Walks Jinja's tree in the order of the text, pairing each node with the hole it came from."""

    def __init__(self, text: Scalar) -> None:
        self.text = text
        self.openings = list(_OPENING.finditer(text))
        self.next = 0

    def parts(self, body: list[nodes.Node]) -> Iterator[Part]:
        for node in body:
            if isinstance(node, nodes.Output):
                for child in node.nodes:
                    if isinstance(child, nodes.TemplateData):
                        yield Data(child.data)
                    else:
                        span = self.hole("{{")
                        yield Print(self.printed(child, span), span)
            elif isinstance(node, nodes.If) and not node.elif_:
                span = self.hole("{%")
                condition = self.condition(node.test, span)
                then = tuple(self.parts(node.body))
                otherwise: tuple[Part, ...] = ()
                if node.else_:
                    self.hole("{%")
                    otherwise = tuple(self.parts(node.else_))
                self.hole("{%")
                yield If(condition, then, otherwise)
            else:
                span = self.hole("{%")
                written = re.search(r"\w+", span.text)
                what = "elif" if isinstance(node, nodes.If) else written[0] if written else _kind(node)
                raise self.refuse(span, M("texts have values and `if`, no `{what}`", what=what))

    def hole(self, opening: str) -> Span:
        """The place of the next hole, from its opening to its closing braces."""
        if self.next >= len(self.openings) or self.openings[self.next][0] != opening:
            raise self.stray()
        start = self.openings[self.next].start()
        self.next += 1
        end = self.text.find("}}" if opening == "{{" else "%}", start)
        return self.text.at(start, max(end + 2 - start, 2))

    def end(self) -> None:
        """Refuse what stands behind the last node and has none of its own."""
        if self.next < len(self.openings):
            raise self.stray()

    def stray(self) -> _RefusedError:
        """Raw text has no node; its offsets are not worth a second lexer."""
        opening = self.openings[min(self.next, len(self.openings) - 1)]
        return self.refuse(self.text.at(opening.start(), 2), _NO_COMMENTS)

    def longest_hole(self) -> Span:
        """The place of the hole with the most in it."""
        ends = [*(opening.start() for opening in self.openings[1:]), len(self.text)]
        start = max(zip(self.openings, ends, strict=True), key=lambda hole: hole[1] - hole[0].start())[0].start()
        return self.text.at(start, 2)

    def printed(self, node: Any, span: Span) -> Expression:
        """What a hole prints: neither a truth nor a number that no parameter holds."""
        expression = self.expression(node, span)
        no_words = isinstance(expression, Constant) and not isinstance(expression.value, str)
        if no_words or isinstance(expression, Logic):
            raise self.refuse(span, M("texts print values and call functions, no `{what}`", what=_kind(node)))
        return expression

    def condition(self, node: Any, span: Span) -> Expression:
        """What an `if` asks: something that can be otherwise."""
        expression = self.expression(node, span)
        asked = [expression]
        while asked:
            match asked.pop():
                case Constant():
                    raise self.refuse(span, M('a condition asks a flag (是 or 否), or compares: `forum == "court"`'))
                case Logic("not" | "and" | "or", operands):
                    asked += operands
        return expression

    def expression(self, node: Any, span: Span) -> Expression:
        match node:
            case nodes.Name():
                return Name((node.name,), self.within(span, node.name))
            case nodes.Getattr() | nodes.Getitem():
                base = self.expression(node.node, span)
                step = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", None)
                if not isinstance(base, Name) or not isinstance(step, str):
                    raise self.refuse(span, M("only parts of a value can be named: `limit.S1`"))
                if step.startswith("_"):
                    raise self.refuse(span, M("`{name}` is no part of a value", name=step))
                path = (*base.path, step)
                return Name(path, self.within(span, ".".join(path)))
            case nodes.Const() if isinstance(node.value, (str, int, bool)):
                return Constant(node.value)
            case nodes.Filter(dyn_args=None, dyn_kwargs=None) if node.node is not None:
                return self.call(node.name, [node.node, *node.args], node.kwargs, span)
            case nodes.Call(node=nodes.Name(name=function), dyn_args=None, dyn_kwargs=None):
                return self.call(function, node.args, node.kwargs, span)
            case nodes.Not():
                return Logic("not", (self.expression(node.node, span),), span)
            case nodes.And() | nodes.Or():
                operator: Literal["and", "or"] = "and" if isinstance(node, nodes.And) else "or"
                return Logic(operator, (self.expression(node.left, span), self.expression(node.right, span)), span)
            case nodes.Compare() if len(node.ops) == 1 and node.ops[0].op in {"eq", "ne"}:
                operands = (self.expression(node.expr, span), self.expression(node.ops[0].expr, span))
                return Logic("==" if node.ops[0].op == "eq" else "!=", operands, span)
            case _:
                raise self.refuse(span, M("texts print values and call functions, no `{what}`", what=_kind(node)))

    def call(self, function: str, arguments: list[Any], named: list[Any], span: Span) -> Call:
        if function not in FUNCTIONS:
            raise self.refuse(span, M("there is no function `{name}`", name=function), *nearest(function, FUNCTIONS))
        names = _NAMED.get(function, ())
        for keyword in named:
            if keyword.key not in names:
                message = M("`{function}` knows no `{name}`", function=function, name=keyword.key)
                raise self.refuse(span, message, *nearest(keyword.key, names))
            known = _CHOICES.get(keyword.key)
            if known and getattr(keyword.value, "value", None) not in known:
                message = M("`{name}` is one of {choices}", name=keyword.key, choices=known)
                raise self.refuse(span, message)
        wanted = _WORDS.get(function)
        words = [argument.value for argument in arguments if isinstance(argument, nodes.Const)]
        if wanted is not None and (
            len(arguments) not in wanted or [type(word) for word in words] != [str] * len(arguments)
        ):
            raise self.refuse(span, M("write it so: {usage}", usage=FUNCTIONS[function]))
        if function == "blank" and (len(arguments) > 1 or any(type(word) is not int for word in words)):
            raise self.refuse(span, M("write it so: {usage}", usage=FUNCTIONS[function]))
        return Call(
            function,
            tuple(self.expression(argument, span) for argument in arguments),
            tuple((keyword.key, self.expression(keyword.value, span)) for keyword in named),
            span,
        )

    def within(self, hole: Span, name: str) -> Span:
        """The place of a name inside its hole, as near as it can be found."""
        place = re.search(rf"""(?<![\w.'"-]){re.escape(name)}(?![\w.])""", hole.text)
        if place is None:
            return hole
        return Span(hole.source, hole.line, hole.column + place.start(), hole.line, hole.column + place.end())

    def refuse(self, span: Span, message: Message, *helps: Message) -> _RefusedError:
        return _RefusedError(_refusal(span, message, *helps))


_NO_COMMENTS = M("texts have no comments and no raw parts")


def _refusal(span: Span, message: Message, *helps: Message) -> Finding:
    return found(s111_bad_template.RULE, message, span, helps=helps)


def _line(text: Scalar, number: int) -> Span:
    offset = 0
    for _ in range(number - 1):
        offset = text.find("\n", offset) + 1
    end = text.find("\n", offset)
    return text.at(offset, max((len(text) if end < 0 else end) - offset, 1))


def _kind(node: nodes.Node) -> str:
    return type(node).__name__.lower()
