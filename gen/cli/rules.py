"""The command `bidgen rules`."""

from __future__ import annotations

import json
from itertools import groupby

import click

from gen.message import M, say, translate


@click.command("rules", help=say(M("List the rules: id, severity, name, and what each is about.")))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help=say(M("How to print the list.")),
)
def command(form: str) -> None:
    """List the rules."""
    from gen.catalogue import ALL_RULES
    from gen.rule import FAMILIES
    from gen.source import width

    if form == "json":
        from gen.review import rows

        rules = [
            {
                "id": rule.id,
                "name": rule.name,
                "family": translate(FAMILIES[rule.id[0]]),
                "severity": str(rule.severity),
                "confidence": str(rule.confidence),
                "title": translate(rule.title),
                "decides": [name for name, row in rows().items() if rule.id in row.rules],
            }
            for rule in ALL_RULES
        ]
        click.echo(json.dumps(rules, ensure_ascii=False, indent=2))
        return
    for family, rules_of_family in groupby(ALL_RULES, key=lambda rule: rule.id[0]):
        click.echo(translate(FAMILIES[family]))
        for rule in rules_of_family:
            severity = translate(str(rule.severity))
            severity += " " * (9 - width(severity))
            click.echo(f"  {rule.id}  {severity}{rule.name:<24} {translate(rule.title)}")
