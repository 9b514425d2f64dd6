"""A clause is asked for that is not there.

What it finds: a document outline, profile or bid that names a clause which the library does not have, or an outline
that must print a clause which the bid does not contain, or a document that prints a value of such a clause.

Why it matters: the document would lack a promise that its kind must make.

Fails:

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]
    clauses: {drop: [hotline.window]}

Passes:

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]

What to do: add the clause to the profile or the bid, or a document that prints it; or mark it `optional=true` in the
outline.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
