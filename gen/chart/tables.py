"""Processes and organisations, from table parameters of any clause that has the right columns.

who, within, branch    the steps of a process; `within` names kinds of promise by their labels (到场时限、修复时限),
                       `branch` is 条件→步骤, or →步骤 for a step after which another one always follows
reports_to             posts, each with the post above it
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gen.chart.promises import TO, in_warranty, short, value_of
from gen.message import M, Message
from gen.model.chart import Exit, Organisation, Post, Process, Step
from gen.model.fact import Fact
from gen.model.package import Package


def process(package: Package, facts: Sequence[Fact]) -> Process | Message:
    """The steps of the bid's process, each with its deadlines; or what is wrong with its table."""
    table = _table(package, "who", "within", "branch")
    if table is None:
        return M("no clause of the bid has a table of steps, with the columns `who`, `within` and `branch`")
    path, rows = table
    promises = in_warranty(facts)
    steps = []
    for name, row in rows.items():
        exits = tuple(_exit(branch) for branch in row.get("branch", "").split("；") if branch)
        for exit_ in exits:
            if exit_.to not in rows:
                return M(
                    "the step {step} of `{path}` leads to {to}, which is no step", step=name, path=path, to=exit_.to
                )
        steps.append(Step(name, row.get("who", ""), _limits(row.get("within", ""), promises, package), exits))
    ranged = any(TO in limit for step in steps for limit in step.limits)
    return Process(tuple(steps), f"“{TO}”前后为各级故障中最短和最长的时限。" if ranged else "")


def _exit(branch: str) -> Exit:
    when, _, to = branch.rpartition("→")
    return Exit(when.strip(), to.strip())


def _limits(within: str, promises: Iterable[Fact], package: Package) -> tuple[str, ...]:
    """The deadlines that a step names, each with its value; those that the bid does not promise are left out."""
    limits = []
    kinds = {dimension.label: name for name, dimension in package.library.vocabulary.dimensions.items()}
    for label in filter(None, within.split("、")):
        if label not in kinds:
            limits.append(label)
        elif value := value_of([fact for fact in promises if fact.dimension == kinds[label]]):
            limits.append(f"{short(label)} {value[0]}")
    return tuple(limits)


def organisation(package: Package, _facts: Sequence[Fact]) -> Organisation | Message:
    """The posts of the bid's table with the company's people; or what is wrong with them."""
    table = _table(package, "reports_to")
    if table is None:
        return M("no clause of the bid has a table of posts, with the column `reports_to`")
    path, rows = table
    people = _people(package)
    for name, (role, _) in people.items():
        if role not in rows:
            return M("{name} has the post {role}, which `{path}` does not list", name=name, role=role, path=path)
    above = {title: row.get("reports_to", "") for title, row in rows.items()}

    def post(title: str) -> Post:
        held = tuple(f"{name}　{duty}".strip() for name, (role, duty) in people.items() if role == title)
        return Post(title, held, tuple(post(below) for below in rows if above[below] == title))

    highest = tuple(post(title) for title in rows if above[title] not in rows)
    if _posts(highest) < len(rows):
        return M("the posts of `{path}` report to each other in a circle", path=path)
    return Organisation(highest)


def _people(package: Package) -> dict[str, tuple[str, str]]:
    """Role and duty of everybody who serves the bid."""
    company = package.company
    return {str(person.name): (str(person.role), str(person.duty)) for person in (company.people if company else ())}


def _posts(posts: Iterable[Post]) -> int:
    return sum(1 + _posts(post.under) for post in posts)


def _table(package: Package, *columns: str) -> tuple[str, dict[str, dict[str, str]]] | None:
    """The first table of the bid's clauses that has the columns: its path, and the texts of its rows by column."""
    for chosen in package.clauses.values():
        for param in chosen.loaded.params.values():
            if param.spec.type == "table" and set(columns) <= set(param.spec.columns):
                rows: dict[str, dict[str, str]] = {}
                for (row, column), setting in package.setting(param.path).items():
                    rows.setdefault(str(row), {})[column] = setting.text
                if rows:
                    return param.path, rows
    return None
