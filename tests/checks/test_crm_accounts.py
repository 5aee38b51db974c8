"""Accounts as they come out of a CRM: no finding stops a build, and an account manager is told little and only once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kamgen.output.survey import survey_root
from kamgen.workspace.problems import Finding
from tests import crm
from tests.exchange.reviewed_files import assert_as_reviewed

pytestmark = pytest.mark.skipif(
    not crm.FOLDER.is_dir(), reason="the data of customers and CRMs is not beside this checkout"
)


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    root = tmp_path_factory.mktemp("crm") / "workspace"
    assert crm.write(root) == 154
    return list(survey_root(root, None, crm.AS_OF).findings)


def test_nothing_in_them_is_an_error(findings: list[Finding]) -> None:
    assert [finding for finding in findings if finding.level == "error"] == []


def test_how_often_each_rule_speaks_has_been_looked_at(findings: list[Finding]) -> None:
    counts = Counter(finding.rule for finding in findings)
    said = "".join(
        f"{number:3} {rule}\n" for rule, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
    assert_as_reviewed("crm_findings.txt", said, Path(__file__).parent)


def test_one_rule_says_a_thing_once(findings: list[Finding]) -> None:
    twice = Counter((finding.file, finding.rule, finding.path) for finding in findings)
    assert [place for place, number in twice.items() if number > 1] == []
