"""Score histories: every version is read once, and a site shows what was committed before its day."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kamgen.output import score_histories as histories_module
from kamgen.output import score_readings
from kamgen.output.score_readings import Reading
from kamgen.output.site import BuildOptions, BuildReport, build_site
from kamgen.output.workspace_histories import WorkspaceHistories, workspace_histories
from tests.conftest import SMALLEST_PLAN
from tests.repositories import commit, git

Write = Callable[..., Path]
ACME = "accounts/acme.yaml"
SETTINGS = "team: [{id: lin, name: Lin}]\nlanguages: [en, zh]\n"
DAY = date(2026, 5, 6)
JANUARY, MARCH, APRIL, SAME_DAY = (f"2026-{day}T09:00:00Z" for day in ("01-10", "03-10", "04-10", "05-06"))
LEVELS = ("very_dissatisfied", "dissatisfied", "neutral", "satisfied", "very_satisfied")
SECTION = 'id="history"'


def plan(answer: int, name: str = "Acme") -> str:
    """Return a plan whose health is one answer to a survey: 1 is worth 0 points, 5 is worth 100."""
    text = SMALLEST_PLAN.replace("Acme", name)
    return f"{text}service: {{surveys: [{{date: 2025-12-01, {LEVELS[answer - 1]}: 1}}]}}\n"


def build(root: Path, day: date = DAY, site: Path | None = None) -> BuildReport:
    return build_site(root, site or root / "site", BuildOptions(today=day, pdf=False))


def page(root: Path, name: str = "accounts/acme/scores.html") -> str:
    return (root / "site" / name).read_text(encoding="utf-8")


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def histories(root: Path, account_id: str | None = None, day: date = DAY) -> WorkspaceHistories:
    return workspace_histories(root, account_id, day, day)


@pytest.fixture
def root(workspace: Write) -> Path:
    """Return a workspace that asked acme in January and again in March, when it was less content."""
    commit(workspace({ACME: plan(5)}, SETTINGS), "Begin", day=JANUARY)
    root = workspace({ACME: plan(3), "accounts/shop.yaml": plan(4, "Shop")}, SETTINGS)
    commit(root, "Less content", day=MARCH)
    return root


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the kinds of all events that are read from now on."""
    kinds: list[str] = []
    reading = score_readings._Reader.reading

    def counted(reader: object, event: histories_module.Event, last: object) -> tuple[Reading, object]:
        kinds.append(event.kind)
        return reading(reader, event, last)  # type: ignore[arg-type]

    monkeypatch.setattr(score_readings._Reader, "reading", counted)
    return kinds


# ── What is read ──


def test_what_was_read_once_is_not_read_again(root: Path, read: list[str]) -> None:
    first = histories(root)
    assert sorted(read) == ["now", "now", "plan", "plan", "plan"]
    read.clear()
    assert histories(root) == first
    assert read == []


def test_one_commit_more_costs_one_version(root: Path, read: list[str]) -> None:
    histories(root)
    read.clear()
    (root / ACME).write_text(plan(4), encoding="utf-8")
    commit(root, "More content", day=APRIL)
    histories(root)
    assert read == ["plan", "now"]


def test_another_day_costs_the_last_point_alone(root: Path, read: list[str]) -> None:
    histories(root)
    read.clear()
    histories(root, day=date(2026, 5, 7))
    assert read == ["now", "now"]


def test_other_rules_of_today_cost_everything_and_another_title_nothing(root: Path, read: list[str]) -> None:
    histories(root)
    read.clear()
    (root / "kamgen.yaml").write_text(SETTINGS + "title: Ours\n", encoding="utf-8")
    histories(root)
    assert read == []
    (root / "kamgen.yaml").write_text(SETTINGS + "scoring: {health: {risk_penalty: 60}}\n", encoding="utf-8")
    histories(root)
    assert len(read) == 5


def test_one_account_is_followed_alone_and_the_others_stay_known(root: Path, read: list[str]) -> None:
    histories(root, "acme")
    assert sorted(read) == ["now", "plan", "plan"]
    histories(root, "shop")
    read.clear()
    histories(root)
    assert read == []


def test_a_commit_told_otherwise_is_told_anew_without_reading(root: Path, read: list[str]) -> None:
    histories(root)
    read.clear()
    git(root, "commit", "--quiet", "--amend", "--message", "Much less content", day=MARCH)
    assert [step.subject for step in histories(root, "acme").accounts["acme"].steps][1] == "Much less content"
    assert read == []


def test_no_more_is_kept_than_there_is_room_for(root: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(histories_module, "_MOST_KEPT", 10)
    found = histories(root)
    read.clear()
    assert histories(root) == found
    assert len(read) == 5


def test_long_and_many_changes_are_cut(workspace: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(score_readings, "LONGEST_SENTENCE", 40)
    commit(workspace({ACME: plan(5)}, SETTINGS), day=JANUARY)
    risks = "".join(f"  - {{id: risk-{number}, text: {'Long ' * 100}}}\n" for number in range(10))
    root = workspace({ACME: f"{plan(5)}risks:\n{risks}"}, SETTINGS)
    commit(root, day=MARCH)
    step = histories(root).accounts["acme"].steps[1]
    assert len(step.told["en"]) == score_readings.MOST_TOLD
    assert step.more == 4
    assert max(map(len, step.told["en"])) == 40
    assert all(said.endswith("…") for said in step.told["en"])


# ── The site ──


def test_the_page_of_scores_has_the_lines_and_the_changes_in_both_languages(root: Path) -> None:
    build(root)
    english, chinese = page(root), page(root, "zh/accounts/acme/scores.html")
    assert "How the scores got here" in english
    assert "score-history-chart" in english
    assert "Health 100 → <b>50</b>" in english
    assert "facts −50" in english
    assert "Lin Yue" in english
    assert "lin-yue@example.com" not in english
    assert "评分变化历程" in chinese
    assert "事实 −50" in chinese


def test_an_account_that_is_not_committed_has_no_such_part(root: Path) -> None:
    (root / "accounts/new.yaml").write_text(plan(4, "New"), encoding="utf-8")
    build(root)
    assert SECTION not in page(root, "accounts/new/scores.html")


def test_without_a_repository_there_is_no_such_part(workspace: Write) -> None:
    root = workspace({ACME: plan(5)}, SETTINGS)
    build(root)
    assert SECTION not in page(root)


def test_committing_the_work_of_the_day_changes_no_page(root: Path) -> None:
    (root / ACME).write_text(plan(4), encoding="utf-8")
    build(root)
    before = contents(root / "site")
    assert "Health 50 → <b>75</b>" in page(root)
    git(root, "add", "accounts")
    git(root, "commit", "--quiet", "--message", "Work of the day", day=SAME_DAY)
    build_site(root, root / "site", BuildOptions(today=DAY, pdf=False, force=True))
    assert contents(root / "site") == before


def test_the_day_after_it_has_its_author(root: Path) -> None:
    (root / ACME).write_text(plan(4), encoding="utf-8")
    commit(root, "Work of the day", day=SAME_DAY)
    build(root)
    assert "Work of the day" not in page(root)
    build(root, date(2026, 5, 7))
    assert "Work of the day" in page(root)


def test_a_site_that_remembers_nothing_is_the_same(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(root)
    (root / ACME).write_text(plan(4), encoding="utf-8")
    build(root)
    monkeypatch.setenv("KAMGEN_CACHE", str(tmp_path / "elsewhere"))
    build(root, site=tmp_path / "site")
    assert contents(tmp_path / "site") == contents(root / "site")


def test_a_clone_that_is_cut_off_has_no_such_part_and_says_so(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root}", str(tmp_path / "clone"))
    report = build(tmp_path / "clone")
    assert report.history_cut_off
    assert SECTION not in page(tmp_path / "clone")


def test_text_of_commits_is_only_text(root: Path) -> None:
    (root / ACME).write_text(plan(4), encoding="utf-8")
    commit(root, "<script>alert(1)</script>", day=APRIL)
    build(root)
    assert "<script>alert" not in page(root)
    assert "&lt;script&gt;alert" in page(root)
