"""A small workspace in two languages with something wrong in every file, as the report that all formats are given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kamgen.checks import documentation
from kamgen.checks.catalogue import RULES
from kamgen.exchange import finding_words
from kamgen.exchange.finding_report import FindingReport
from kamgen.exchange.findings import sarif
from kamgen.output.survey import survey_root
from kamgen.plan.values import LocalisedText
from kamgen.wording.phrase import phrase
from kamgen.workspace.problems import Finding, order
from kamgen.workspace.root import SETTINGS_FILE

DOCUMENTATION = {
    "unknown-key": (
        "A key is unknown.\n\nNobody reads what stands\nbelow it.\n\nWrite it as offered.\n",
        "键不存在。\n\n它下面的内容\n不会被任何人读取。\n\n请按提示书写。\n",
    ),
    "off-scale-value": (
        "A value is not on its scale.\n\nScores know the scale alone.\n\nTake one of its values.\n",
        "值不在可选范围内。\n\n评分只认可选的值。\n\n请改用可选的值。\n",
    ),
    "unknown-reference": (
        "A name refers to nothing.\n\nWhoever was meant is missing from every list, every workload and every letter "
        "that is made from the plan, and nobody will notice before the customer does.\n\nName one that is there.\n",
        "名字没有对应的内容。\n\n所指的人不会出现在任何名单、工作量和由计划生成的文件里，往往要到客户发现时才有人注意；"
        "这样的遗漏最伤感情，也最难弥补。\n\n请写已有的名字。\n",
    ),
    "missing-rate": (
        "A currency has no rate.\n\nIts amounts are in no total.\n\nAdd the rate.\n",
        "货币没有汇率。\n\n它的金额不会计入合计。\n\n请补上汇率。\n",
    ),
    "stale-plan": (
        "A plan is old.\n\nPeople have moved since.\n\nGo through it.\n",
        "计划很久没有评审。\n\n人员早已变动。\n\n请重新过一遍。\n",
    ),
}
"""What the rules of the sample say here: the reviewed files are about formats, not about the words of rules."""

HINTS = {
    "unknown-key": phrase("did you mean {name}?", name="kind"),
    "off-scale-value": phrase("one of: {names}", names=("active", "lost")),
    "unknown-reference": None,
}
"""What these rules advise here; what they offer in earnest is tested where they are."""

SETTINGS = """as_of: 2026-05-06
curency: EUR  # 拼写
team: [{id: lin, name: Lin}]
"""
LONG = (
    "冷链运输的全程温度记录，从产地到门店的每一个环节"
    "都要能够追溯，并且在超温时立即通知当班经理和质量部门，事后可以查到原因"
)
NORTH_FOODS = f"""kamgen: 1
name: {{en: North Foods, zh: 北方食品}}
owner: lin
status: alive
reviewed: {{date: 2026-01-02, by: bo}}
value: {{currency: CNY}}
profile:
  needs:
    - {{id: cold-chain, text: {LONG}, kidn: real}}
"""
HOSTILE = """kamgen: 1
name: "<b>@octocat</b> | [here](https://evil.example/) ::error::no"
owner: lin
status: "::warning file=x::50%, \\u202e`@octocat` <img src=x> [a](//b) ##[group]x, see #1 and www.evil.example"
type: _*big*_
"""


@pytest.fixture(autouse=True)
def _fixed_documentation(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = {name: replace(RULES[name], documentation=english) for name, (english, _) in DOCUMENTATION.items()}
    monkeypatch.setattr(finding_words, "RULES", rules)
    monkeypatch.setattr(documentation, "DOCUMENTATION", {name: text[1] for name, text in DOCUMENTATION.items()})
    monkeypatch.setattr(sarif, "RULES", {name: replace(rule, methods=("F6",)) for name, rule in rules.items()})
    monkeypatch.setattr(sarif, "__version__", "1.2.3")


@pytest.fixture
def report(workspace: Callable[..., Path]) -> FindingReport:
    """Return what the rules of :data:`DOCUMENTATION` find, and a finding of a rule that is not in the catalogue."""
    files = {"accounts/clean.yaml": "kamgen: 1\nname: Clean\nowner: lin\n"}
    files |= {"accounts/north-foods.yaml": NORTH_FOODS, "accounts/hostile.yaml": HOSTILE}
    survey = survey_root(workspace(files, SETTINGS), None, None)  # type: ignore[arg-type]
    findings = [
        replace(finding, hint=HINTS.get(finding.rule, finding.hint))
        for finding in survey.findings
        if finding.rule in DOCUMENTATION
    ]
    alive = next(finding for finding in findings if finding.path == ("status",) and finding.account == "north-foods")
    findings += [
        replace(alive, rule="rule-of-tomorrow", level="warning", message=phrase("{x}", x="so what"), hint=None)
    ]
    findings += [Finding("unreadable-file", "error", phrase("this is not a file"), "accounts/old plans.yaml")]
    return FindingReport(
        findings=tuple(sorted(findings, key=order)),
        files=(*files, SETTINGS_FILE),
        as_of=survey.as_of,
        names={
            "north-foods": LocalisedText(en="North Foods", zh="北方食品"),
            "hostile": "<b>@octocat</b> | [here](https://evil.example/) ::error::no",
        },
        prefix="大客户 2026/",
    )
