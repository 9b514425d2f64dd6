"""A blind copy shows who made it.

What it finds: in a document of a theme that is `blind` (暗标), a text that holds the company's name or a part of it,
its address, telephone, e-mail, bank, account or tax number, the name of one of its people, service points or makers;
any telephone number, e-mail or internet address, or number such as certificates have; Latin letters that the theme
does not name; bold type; colour; a picture that was supplied as a file; 正本 or 副本; a signature block. In the
finished files: author, company and other properties, comments, revisions, logos, embedded fonts, and what stands at
the head and foot of the pages.

Why it matters: an evaluator who can tell whose copy it is rejects it, whatever it says.

Fails:

    # templates/themes/sealed/theme.yaml
    id: sealed
    title: 暗标
    based_on: tender-default
    table: {head_fill: FFFFFF}
    header: {left: "", right: "", rule: 0pt}
    accent: "000000"
    blind: {latin: false}

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    theme: sealed
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      示例信息设服务热线{{ company.hotline }}。

Passes:

    # templates/themes/sealed/theme.yaml
    id: sealed
    title: 暗标
    based_on: tender-default
    table: {head_fill: FFFFFF}
    header: {left: "", right: "", rule: 0pt}
    accent: "000000"
    blind: {latin: false}

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    theme: sealed
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}设服务热线，号码在合同签订后提交。

What to do: say it by role and number (服务经理1人) instead of by name, or leave the clause out of the outline of that
document kind; a clause may have a wording of its own for it under `variants`.
"""

from gen.rule import rule

RULE = rule(__name__, __doc__)
