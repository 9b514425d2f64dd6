"""A bid, and the company that makes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gen.model.record import DateText, Tree, key
from gen.source import Span


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """What is tendered."""

    name: str = key("Name of the project as the tender writes it")
    number: str = key("Number of the tender")
    submission: DateText = key("Day on which bids are opened; documents carry it")
    lot: str = key("Lot", default="")
    site: str = key("Where the work is done", default="")
    scope: str = key("What is delivered, in one phrase", default="")


@dataclass(frozen=True, slots=True)
class Customer:
    """Who buys."""

    name: str = key("Full name")
    address: str = key("Address", default="")
    contact: str = key("Contact person or office", default="")
    phone: str = key("Telephone", default="")
    postcode: str = key("Postcode", default="")


@dataclass(frozen=True, slots=True)
class ClauseChoice:
    """Clauses of this bid beside its profile's."""

    add: tuple[str, ...] = key("Clauses added to the profile's", default=())
    drop: tuple[str, ...] = key("Clauses of the profile that this bid leaves out", default=())


@dataclass(frozen=True, slots=True)
class Approved:
    """A value beyond the guardrail that somebody approved."""

    value: str = key("clause.parameter, for a table with its row: clause.parameter.row")
    as_: str = key("The value that was approved", name="as")
    by: str = key("The role that approved it")
    on: DateText = key("The day of approval")
    reason: str = key("Why")
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Why this bid says what it says; printed nowhere."""

    topic: str = key("What it is about")
    said: str = key("What the source said")
    chosen: str = key("What this bid says")
    why: str = key("Why")


@dataclass(frozen=True, slots=True)
class Bid:
    """One bid: projects/<id>/project.yaml."""

    id: str = key("Name of the bid; the same as its folder")
    title: str = key("What people call it")
    profile: str = key("The service level it starts from")
    project: ProjectFacts = key("What is tendered")
    customer: Customer = key("Who buys")
    documents: tuple[str, ...] = key("Document kinds to build, in order")
    theme: str = key("How the documents look", default="tender-default")
    clauses: ClauseChoice = key("Clauses beside the profile's", factory=ClauseChoice)
    values: Mapping[str, Tree] = key("clause.parameter to value; for a table only the cells that differ", factory=dict)
    approvals: tuple[Approved, ...] = key("Approved values beyond guardrails", default=())
    notes: tuple[Note, ...] = key("Decisions on record; printed nowhere", default=())
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """A service point."""

    name: str = key("服务网点")
    address: str = key("地址")
    phone: str = key("电话")
    distance: str = key("距项目地")
    people: str = key("服务人数")


@dataclass(frozen=True, slots=True)
class Person:
    """One of the service staff."""

    name: str = key("姓名")
    role: str = key("岗位")
    duty: str = key("职责")
    certificate: str = key("资格证书")
    years: str = key("从业年限")


@dataclass(frozen=True, slots=True)
class StockItem:
    """A spare part or machine kept in stock."""

    item: str = key("名称")
    model: str = key("规格")
    fits: str = key("适用设备")
    quantity: str = key("数量")
    place: str = key("存放地点")


@dataclass(frozen=True, slots=True)
class Company:
    """Who bids: clauses/company.yaml."""

    name: str = key("Full registered name")
    short: str = key("Short name")
    address: str = key("Registered address")
    postcode: str = key("Postcode")
    hotline: str = key("Service telephone")
    email: str = key("Service e-mail")
    representative: str = key("Legal representative", default="")
    bank: str = key("Bank", default="")
    account: str = key("Bank account", default="")
    tax_number: str = key("Taxpayer number", default="")
    branches: tuple[Branch, ...] = key("Service points", default=())
    people: tuple[Person, ...] = key("Service staff", default=())
    stock: tuple[StockItem, ...] = key("Spares kept in stock", default=())
    span: Span | None = None
