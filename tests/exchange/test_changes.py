"""What changed between two states, in every format: whole outputs as they were reviewed, and what each promises."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kamgen.exchange.changes import json as json_format
from kamgen.exchange.changes import markdown, text
from kamgen.exchange.terminal_text import columns
from kamgen.pages.changes.report import ChangeReport
from tests.exchange.compared_states import compared, write_states
from tests.exchange.reviewed_files import assert_as_reviewed

PAGES = "https://plans.example/preview/12"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_states(tmp_path_factory.mktemp("states"))


@pytest.fixture(scope="module")
def report(root: Path) -> ChangeReport:
    return compared(root, pages=PAGES)


@pytest.fixture(scope="module")
def chinese(root: Path) -> ChangeReport:
    return compared(root, "zh", pages=PAGES)


def test_every_format_is_as_it_was_reviewed(report: ChangeReport, chinese: ChangeReport) -> None:
    assert_as_reviewed("changes.text.txt", text.write(report, width=80))
    assert_as_reviewed("changes.zh.txt", text.write(chinese, width=120))
    assert_as_reviewed("changes.markdown.md", markdown.write(report))
    assert_as_reviewed("changes.zh.md", markdown.write(chinese))
    assert_as_reviewed("changes.json", json_format.write(report))


class TestText:
    @pytest.mark.parametrize("width", [60, 80, 120])
    def test_keeps_within_the_terminal(self, chinese: ChangeReport, width: int) -> None:
        words = [line for line in text.write(chinese, width=width).splitlines() if " " in line.strip()]
        # Scores stand in columns that are no narrower than what is in them.
        lines = [line for line in words if "→" not in line]
        assert max(columns(line) for line in lines if "http" not in line) <= width

    def test_has_colours_only_where_they_are_wanted(self, report: ChangeReport) -> None:
        coloured = text.write(report, width=80, color=True)
        assert "\x1b[" in coloured
        assert re.sub(r"\x1b\[[0-9]+m", "", coloured) == text.write(report, width=80)


def _every(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _every(token.children or [])


def parsed(said: str) -> list[Token]:
    return list(_every(MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").parse(said)))


class TestMarkdown:
    def test_nothing_that_people_wrote_comes_alive(self, report: ChangeReport) -> None:
        tokens = parsed(markdown.write(report))
        kinds = {token.type for token in tokens}
        assert not kinds & {"image", "fence", "em_open", "s_open", "code_inline", "code_block"}
        assert {token.attrs["href"] for token in tokens if token.type == "link_open"} == {
            link.address for account in report.accounts for link in account.links
        }
        tags = re.findall(r"</?\w+", " ".join(token.content for token in tokens if "html" in token.type))
        assert set(tags) <= {"<details", "</details", "<summary", "</summary", "<b", "</b", "<code", "</code", "<br"}
        assert len(re.findall("<details>", markdown.write(report))) == len(report.accounts)
        shown = "".join(token.content for token in tokens)
        for reference in ("@octocat", "#12", "!3", "GH-7", "deadbeef12", "https://evil", "www.evil", ":smile:", "&2"):
            assert reference not in shown

    def test_no_cell_breaks_its_table(self, report: ChangeReport) -> None:
        rows = [line for line in markdown.write(report).splitlines() if line.startswith("|")]
        assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {3, 5, 6}

    def test_a_name_of_a_revision_is_text_too(self, report: ChangeReport) -> None:
        side = replace(report.changes.before, revision="x`<img>`@octocat")
        hostile = replace(report, asked="x`<img>`@octocat..HEAD", changes=replace(report.changes, before=side))
        said = markdown.write(replace(hostile, title="Plans: x`<img>`@octocat"), limit=3_000)
        assert "<img>" not in said
        assert "@octocat" not in said

    @pytest.mark.parametrize("limit", [2_000, 3_000, 5_000, 20_000])
    def test_fits_however_much_has_changed(self, report: ChangeReport, limit: int) -> None:
        accounts = tuple(
            replace(account, account=replace(account.account, id=f"{account.account.id}-{number}"))
            for number in range(40)
            for account in report.accounts
        )
        said = markdown.write(replace(report, accounts=accounts), limit)
        assert len(said) <= limit
        whole = len(re.findall("<details>", said))
        named = len(re.findall("--account ", said))
        rest = re.search(r"And ([0-9,]+) more accounts. See them all: `kamgen diff HEAD~1..HEAD`", said)
        left_out = int(rest[1].replace(",", "")) if rest else 0
        assert whole + named + left_out == len(accounts)

    def test_says_how_to_see_an_account_that_is_too_long(self, report: ChangeReport) -> None:
        (first, *others) = report.accounts
        topics = tuple(topic for _ in range(3_000) for topic in report.accounts[0].topics)
        said = markdown.write(replace(report, accounts=(replace(first, topics=topics), *others)))
        assert len(said) <= markdown.LONGEST
        assert f"`kamgen diff HEAD~1..HEAD --account {first.account.id}`" in said
        assert len(re.findall("<details>", said)) == len(others)

    def test_says_that_nothing_changed(self, report: ChangeReport) -> None:
        nothing = replace(report.changes, accounts=(), settings=(), misnamed=())
        said = markdown.write(replace(report, changes=nothing, accounts=(), findings=None))
        assert said.startswith("### ✅ ")
        assert len(said.splitlines()) == 1


class TestJson:
    def test_parts_of_a_move_add_up(self, report: ChangeReport) -> None:
        document = json.loads(json_format.write(report))
        moves = [move for account in document["accounts"] for move in account["scores"] if move["parts"]]
        assert moves
        for move in moves:
            assert sum(move["parts"].values()) == pytest.approx(move["after"] - move["before"], abs=0.001)
            assert move["because"] == move["causes"][0]

    def test_every_change_has_its_sentence(self, report: ChangeReport) -> None:
        document = json.loads(json_format.write(report))
        found = [change for account in document["accounts"] for change in account["changes"]]
        assert len(found) == sum(len(account.changes) for account in report.changes.accounts)
        assert all(change["sentence"] for change in found)
        kinds = {account["id"]: account["change"] for account in document["accounts"]}
        assert (kinds["golf"], kinds["foxtrot"], kinds["hotel"]) == ("added", "removed", "unchanged")
