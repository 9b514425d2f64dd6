"""One promise of a generated package, and how its clause writes it down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from gen.library.vocabulary import built_in_vocabulary

VOCABULARY = built_in_vocabulary()

Scope = Mapping[str, tuple[str, ...]]

OPEN, CLOSE = "⟦", "⟧"
"""Marks around what a finding must point at."""


def marked(text: str) -> str:
    """A text that a finding must point at."""
    return f"{OPEN}{text}{CLOSE}"


def plain(text: str) -> str:
    """A text without its marks."""
    return text.replace(OPEN, "").replace(CLOSE, "")


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment with its value; of a table, with one value a row."""

    dimension: str
    value: str | Mapping[str, str]
    bound: str = "at_most"
    scope: Scope = field(default_factory=dict)
    clock: Mapping[str, str] = field(default_factory=dict)
    """Keys of the clock as the clause writes them."""
    more: Mapping[str, str] = field(default_factory=dict)
    """Further keys of the commitment: fee, obligor, base, condition, until, overrides."""
    unit: str = ""
    axis: str = ""
    """The axis that the rows of a table stand for."""
    setter: str = "clause"
    """Who sets the value: clause, profile, bid; or `literal`, where the commitment says it without a parameter."""
    instead: str = ""
    """What the clause says where profile or bid says otherwise."""
    whole: bool = False
    """Whether a finding must point at the commitment itself."""

    @property
    def type(self) -> str:
        """Type of its parameter."""
        return VOCABULARY.dimensions[self.dimension].type

    @property
    def label(self) -> str:
        """What people call it."""
        return VOCABULARY.dimensions[self.dimension].label.replace("甲方", "")

    def within(self, **scope: Sequence[str]) -> Promise:
        """The same promise, limited to some values of further axes."""
        return replace(self, scope={**self.scope, **{axis: tuple(values) for axis, values in scope.items()}})

    def as_marked(self) -> Promise:
        """The same promise, its value being what a finding must point at."""
        assert isinstance(self.value, str)
        return replace(self, value=marked(plain(self.value)))


def clause_file(id_: str, title: str, promises: Sequence[Promise], sentences: Sequence[str] = ()) -> str:
    """The file of a clause that makes some promises."""
    params: list[str] = []
    commitments: list[str] = []
    texts: list[str] = []
    for number, promise in enumerate(promises, 1):
        name = f"v{number}"
        params += _param(name, promise)
        commitments += commitment(name, promise)
        texts.append(_sentence(name, promise))
    lines = [f"id: {id_}", f"title: {title}", "status: approved", "owner: service", "review_by: 2027-10-01"]
    lines += ["params:", *params] if params else []
    lines += ["commitments:", *commitments] if commitments else []
    lines += ["text: |"]
    lines += [f"  {line}".rstrip() for text in (*texts, *sentences) for line in (*text.split("\n"), "")]
    return "\n".join(lines).rstrip() + "\n"


def setting(promise: Promise) -> str:
    """The value as a profile or a bid sets it."""
    return promise.value if isinstance(promise.value, str) else _rows(promise.value)


def _param(name: str, promise: Promise) -> list[str]:
    if promise.setter == "literal":
        return []
    spec = f"label: {promise.label}, type: {promise.type}"
    if promise.type == "count":
        spec += f", unit: {promise.unit}"
    if promise.type == "enum":
        values = VOCABULARY.dimensions[promise.dimension].values
        spec += ", values: {" + ", ".join(f"{key}: {word.label!r}" for key, word in values.items()) + "}"
    if promise.axis:
        column = spec.replace("label: ", "", 1)
        spec = f"label: {promise.label}, type: table, key: {promise.axis}, columns: {{v: {{label: {column}}}}}"
    default = setting(promise)
    if promise.setter in {"profile", "bid"}:
        default = plain(promise.instead) or plain(default)
        spec += f", allow: {_guardrail(promise)}"
    return [f"  {name}: {{{spec}, default: {default}}}"]


def _guardrail(promise: Promise) -> str:
    if not isinstance(promise.value, str):
        return "{" + ", ".join(f"{row}: {_range(plain(value))}" for row, value in promise.value.items()) + "}"
    return f"[{plain(promise.value)}]" if promise.type in {"enum", "window"} else _range(plain(promise.value))


def _range(value: str) -> str:
    return f"{value}..{value}"


def _rows(rows: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{row}: {value}" for row, value in rows.items()) + "}"


def commitment(name: str, promise: Promise) -> list[str]:
    """The lines of a commitment in a clause; its parameter has a name."""
    head = f"promise: {promise.dimension}"
    lines = [f"- {marked(head) if promise.whole else head}"]
    scope = {axis: _values(values) for axis, values in promise.scope.items()}
    value = f"${name}"
    if promise.axis:
        lines.append(f"  each: {name}")
        scope[promise.axis] = f"${promise.axis}"
        value = "$v"
    if scope:
        lines.append("  scope: {" + ", ".join(f"{axis}: {values}" for axis, values in scope.items()) + "}")
    if promise.setter == "literal":
        value = setting(promise)
    lines.append(f"  {promise.bound}: {value}")
    if promise.clock:
        lines.append("  clock: {" + ", ".join(f"{key}: {said}" for key, said in promise.clock.items()) + "}")
    lines += [f"  {key}: {said}" for key, said in promise.more.items()]
    return ["  " + line for line in lines]


def _values(values: tuple[str, ...]) -> str:
    return values[0] if len(values) == 1 else f"[{', '.join(values)}]"


def _sentence(name: str, promise: Promise) -> str:
    """A sentence that prints the value and says nothing else that a rule reads."""
    party = "{{ customer }}" if promise.more.get("obligor") == "customer" else "{{ provider }}"
    if promise.axis:
        return f'{party}按下列内容履行：\n\n{{{{ {name} | table("{promise.label}") }}}}'
    if promise.setter == "literal":
        return f"{party}按本条约定履行{promise.label}。"
    return f"{party}按本条约定履行，{promise.label}：{{{{ {name} }}}}。"
