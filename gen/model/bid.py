"""A bid, and the company that makes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from gen.model.record import DateText, DurationText, Tree, key
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
    sites: int = key("How many places the equipment stands at; unstated, visits are not counted up", default=0)
    remote_access: Literal["", "allowed", "with_consent", "forbidden"] = key(
        "Whether its network may be reached from outside; unstated, remote service is not judged", default=""
    )
    contract: Literal["", "goods", "services", "works"] = key(
        "What the contract is for, as the law tells contracts apart; unstated, limits that hang on it are undecided",
        default="",
    )
    government_procurement: bool | None = key(
        "Whether the law on government procurement governs it; unstated, its limits are undecided", default=None
    )


@dataclass(frozen=True, slots=True)
class Customer:
    """Who buys."""

    name: str = key("Full name")
    address: str = key("Address", default="")
    contact: str = key("Contact person or office", default="")
    phone: str = key("Telephone", default="")
    postcode: str = key("Postcode", default="")
    type: Literal["", "public_body", "large_enterprise", "sme", "consumer", "cii_operator"] = key(
        "What the customer is, as the law tells buyers apart; unstated, limits that hang on it are undecided",
        default="",
    )
    critical_infrastructure: bool | None = key(
        "Whether the customer runs critical information infrastructure; unstated, its limits are undecided",
        default=None,
    )


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
class Change:
    """A change to the text of a form contract, printed in the clause that its drafting rules name."""

    document: str = key("The document kind that is changed")
    clause: str = key("The clause that is changed")
    text: str = key("What holds instead, or besides: whole sentences")
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Why this bid says what it says; printed nowhere."""

    topic: str = key("What it is about")
    said: str = key("What the source said")
    chosen: str = key("What this bid says")
    why: str = key("Why")


@dataclass(frozen=True, slots=True)
class Way:
    """How far a service point is from the site of a bid."""

    distance: str = key("Distance to the site, as printed: 18公里")
    travel: DurationText = key("How long the way to the site takes: 40分钟", default=DurationText(""))


@dataclass(frozen=True, slots=True)
class Lot:
    """One lot of a tender that is bid for in several: what it has beside or instead of what all lots share."""

    id: str = key("Short name; commands name the lot as BID/LOT, its files lie in out/LOT")
    name: str = key("What the tender calls it: 第一包")
    scope: str = key("What is delivered, in one phrase; as for all lots where it is not said", default="")
    site: str = key("Where the work is done; as for all lots where it is not said", default="")
    documents: tuple[str, ...] | None = key("Document kinds to build, instead of those for all lots", default=None)
    annexes: Mapping[str, tuple[str, ...]] = key("Annexes of single documents, instead of those", factory=dict)
    theme: str = key("How the documents look, instead of that for all lots", default="")
    clauses: ClauseChoice = key("Clauses beside those for all lots", factory=ClauseChoice)
    values: Mapping[str, Tree] = key("clause.parameter to value; for a table only the cells that differ", factory=dict)
    people: tuple[str, ...] | None = key("Staff named for this lot, instead of those for all lots", default=None)
    branches: Mapping[str, Way] = key("Service points of this lot, instead of those for all lots", factory=dict)
    dates: Mapping[str, DateText] = key("Planned day of events, beside those for all lots", factory=dict)
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bid:
    """One bid: projects/<id>/project.yaml; or one lot of it, `<id>/<lot>`."""

    id: str = key("Name of the bid; the same as its folder")
    title: str = key("What people call it")
    profile: str = key(
        "The service level it starts from: one; to mix two, write a profile that extends the one and sets what it "
        "takes from the other"
    )
    theme: str = key("How the documents look", default="tender-default")
    themes: Mapping[str, str] = key("Another theme for single document kinds", factory=dict)
    project: ProjectFacts = key("What is tendered")
    customer: Customer = key("Who buys")
    documents: tuple[str, ...] = key("Document kinds to build, in order")
    annexes: Mapping[str, tuple[str, ...]] = key(
        "Document kinds that a document prints as annexes, where its outline has them", factory=dict
    )
    clauses: ClauseChoice = key("Clauses beside the profile's", factory=ClauseChoice)
    values: Mapping[str, Tree] = key("clause.parameter to value; for a table only the cells that differ", factory=dict)
    people: tuple[str, ...] = key(
        "Staff named for this bid, as the company's list names them: of their posts nobody else serves it", default=()
    )
    branches: Mapping[str, Way] = key(
        "Service points that serve this bid, as the company's list names them, and the way from each to its site; "
        "none named, all as they are listed",
        factory=dict,
    )
    dates: Mapping[str, DateText] = key("Planned day of events: delivery, final_acceptance_passed", factory=dict)
    lots: tuple[Lot, ...] = key("The lots that are bid for, where they are several", default=())
    approvals: tuple[Approved, ...] = key("Approved values beyond guardrails", default=())
    changes: tuple[Change, ...] = key("Changes to the text of form contracts", default=())
    notes: tuple[Note, ...] = key("Decisions on record; printed nowhere", default=())
    span: Span | None = None

    @property
    def folder(self) -> str:
        """The folder below projects that it is written in; lots of one bid share it."""
        return folder_of(self.id)

    @property
    def lot(self) -> str:
        """The lot that it stands for; none where it bids for the whole."""
        return self.id.partition("/")[2]

    def theme_of(self, kind: str) -> str:
        """The theme that a document kind of this bid is set in."""
        return self.themes.get(kind, self.theme)


def folder_of(bid: str) -> str:
    """The folder of a bid or of one of its lots, by id."""
    return bid.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Branch:
    """A service point."""

    name: str = key("服务网点")
    address: str = key("地址")
    phone: str = key("电话")
    distance: str = key("距项目地")
    people: str = key("服务人数")
    travel: DurationText = key("How long the way to the site takes: 40分钟", default=DurationText(""))
    regions: tuple[str, ...] = key("Regions that it serves, values of the axis `region`; none named, all", default=())


@dataclass(frozen=True, slots=True)
class Person:
    """One of the service staff."""

    name: str = key("姓名")
    role: str = key("岗位")
    duty: str = key("职责")
    certificate: str = key("资格证书")
    years: str = key("从业年限")
    channels: tuple[str, ...] = key("Where the person serves, values of the axis `channel`", default=())


@dataclass(frozen=True, slots=True)
class StockItem:
    """A spare part or machine kept in stock."""

    item: str = key("名称")
    model: str = key("规格")
    fits: str = key("适用设备")
    quantity: str = key("数量")
    place: str = key("存放地点")


@dataclass(frozen=True, slots=True)
class Maker:
    """What a maker of equipment owes us: the terms that our own promises stand on."""

    maker: str = key("Who makes it")
    equipment: tuple[str, ...] = key("What it makes, values of the axis `equipment`; none named, all", default=())
    warranty: DurationText = key("Its own warranty", default=DurationText(""))
    extension: DurationText = key("Warranty bought from it beyond its own", default=DurationText(""))
    response: DurationText = key("How soon it answers us, where we pass its answer on", default=DurationText(""))
    onsite: DurationText = key("How soon its engineer is on site, where it works for us", default=DurationText(""))
    parts: DurationText = key("How soon its parts arrive, where we have none of our own", default=DurationText(""))
    end_of_service: DateText = key("The day on which it ends service", default=DateText(""))
    spares_until: DateText = key("The day until which it supplies spares", default=DateText(""))
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate or authorisation that the bid rests on."""

    name: str = key("证书名称")
    number: str = key("证书编号")
    expires: DateText = key("有效期至")
    span: Span | None = None


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
    sme: bool | None = key(
        "Whether it is a small or medium enterprise; unstated, the limits that protect one are undecided", default=None
    )
    branches: tuple[Branch, ...] = key("Service points", default=())
    people: tuple[Person, ...] = key("Service staff", default=())
    stock: tuple[StockItem, ...] = key("Spares kept in stock", default=())
    certificates: tuple[Certificate, ...] = key("Certificates and authorisations with their last day", default=())
    makers: tuple[Maker, ...] = key("What the makers of the equipment owe us", default=())
    span: Span | None = None
