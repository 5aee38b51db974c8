"""A build writes what changed and nothing else, the same everywhere, and never half of it."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kamgen.output.manifest import MANIFEST
from kamgen.output.site import BuildOptions, BuildReport, build_site
from tests.conftest import REPOSITORY, SMALL_SETTINGS, SMALLEST_PLAN

Write = Callable[..., Path]
BOTH = SMALL_SETTINGS + "languages: [en, zh]\n"


def build(root: Path, site: Path | None = None, **options: Any) -> BuildReport:
    given = {"pdf": False, **options}
    return build_site(root, site or root / "site", BuildOptions(today=date(2026, 5, 6), **given))


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def pages(report: BuildReport) -> list[str]:
    return [address for address in report.written if address.endswith(".html")]


@pytest.fixture
def root(workspace: Write) -> Path:
    plans = {
        f"accounts/{name}.yaml": SMALLEST_PLAN.replace("Acme", name.title()) for name in ("alpha", "beta", "gamma")
    }
    return workspace(plans, BOTH)


def test_the_site_has_a_portfolio_and_a_page_an_account_in_every_language(root: Path) -> None:
    report = build(root)
    assert report.accounts == 3
    site = contents(root / "site")
    for folder in ("", "zh/"):
        for page in ("index.html", "404.html", "accounts/alpha.html", "accounts/beta.html", "accounts/gamma.html"):
            assert folder + page in site
    assert json.loads((root / "site" / MANIFEST).read_text(encoding="utf-8"))["as_of"] == "2026-05-06"


def test_what_only_shows_beside_other_accounts_stands_on_the_accounts_page(workspace: Write) -> None:
    bought = (
        SMALLEST_PLAN + "value: {purchases: [{date: 2026-02-02, amount: 48000}, {date: 2026-05-04, amount: 51000}]}\n"
    )
    settings = BOTH + "checks: {top-account-without-review: {accounts: 1}}\n"
    root = workspace({"accounts/alpha.yaml": bought, "accounts/beta.yaml": SMALLEST_PLAN}, settings)
    build(root)
    assert "top-account-without-review" in (root / "site/accounts/alpha.html").read_text(encoding="utf-8")
    assert "top-account-without-review" not in (root / "site/accounts/beta.html").read_text(encoding="utf-8")
    more = bought.replace("48000", "480").replace("51000", "510")
    workspace({"accounts/gamma.yaml": bought, "accounts/alpha.yaml": more}, settings)
    build(root)
    assert "top-account-without-review" not in (root / "site/accounts/alpha.html").read_text(encoding="utf-8")
    assert "top-account-without-review" in (root / "site/accounts/gamma.html").read_text(encoding="utf-8")


def test_a_second_build_writes_nothing(root: Path) -> None:
    build(root)
    before = {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")}
    assert build(root).written == ()
    assert {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")} == before


def test_a_second_build_without_the_cache_writes_nothing_either(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    build(root)
    monkeypatch.setenv("KAMGEN_CACHE", str(tmp_path / "elsewhere"))
    assert build(root).written == ()


def test_a_cache_that_cannot_be_written_is_done_without(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("KAMGEN_CACHE", str(tmp_path / "file"))
    assert build(root).accounts == 3
    assert build(root).written == ()


def test_a_cache_that_is_damaged_is_done_without(root: Path) -> None:
    build(root)
    for path in Path(os.environ["KAMGEN_CACHE"]).rglob("*"):
        if path.is_file():
            path.write_bytes(b"\x80damaged")
    (root / "accounts/beta.yaml").write_text(SMALLEST_PLAN, encoding="utf-8")
    assert "accounts/beta.html" in build(root).written


def test_one_damaged_entry_of_the_cache_is_made_again(root: Path) -> None:
    build(root)
    (path,) = Path(os.environ["KAMGEN_CACHE"]).rglob("surveys.pickle")
    key, kept = pickle.loads(path.read_bytes())
    kept["accounts/alpha.yaml"] = (kept["accounts/alpha.yaml"][0], b"\x80damaged")
    path.write_bytes(pickle.dumps((key, kept)))
    (root / "accounts/beta.yaml").write_text(SMALLEST_PLAN, encoding="utf-8")
    report = build(root)
    assert report.accounts == 3
    written = {address.removeprefix("zh/") for address in pages(report)}
    assert {"index.html", "accounts/beta.html", "accounts/beta/scores.html"} <= written
    assert not [address for address in written if "alpha" in address or "gamma" in address]


def test_one_changed_plan_writes_its_own_pages_and_the_portfolio(root: Path) -> None:
    build(root)
    path = root / "accounts/beta.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "summary: A new word\n", encoding="utf-8")
    assert pages(build(root)) == ["accounts/beta.html", "zh/accounts/beta.html"]
    assert "A new word" in (root / "site/accounts/beta.html").read_text(encoding="utf-8")


WORK = """\
goals:
  strategies:
    - {id: dairy, text: More dairy, actions: [{id: call, text: Call the buyer, owner: bo, due: 2026-05-20}]}
"""
PERSON = """\
power_map:
  people: [{id: ceo, name: M. Roe, covered_by: bo}]
"""


@pytest.mark.parametrize(
    ("section", "moved", "rests"),
    [
        (WORK, {"calendar.html", "team.html"}, {"people.html", "opportunities.html", "needs.html"}),
        (PERSON, {"people.html", "team.html"}, {"calendar.html", "opportunities.html", "losses.html"}),
    ],
    ids=["work", "person"],
)
def test_an_edit_reaches_the_pages_that_tell_of_it_and_no_other(
    section: str, moved: set[str], rests: set[str], root: Path
) -> None:
    settings = root / "kamgen.yaml"
    settings.write_text(BOTH.replace("name: Bo}", "name: Bo}, {id: ann, name: Ann}"), encoding="utf-8")
    build(root)
    path = root / "accounts/beta.yaml"
    path.write_text(path.read_text(encoding="utf-8") + section, encoding="utf-8")
    written = {address.removeprefix("zh/") for address in pages(build(root))}
    assert moved | {"accounts/beta.html", "team/bo.html"} <= written
    assert not written & (rests | {"team/ann.html", "accounts/alpha.html"})


def test_an_account_that_is_gone_leaves_the_site(root: Path) -> None:
    build(root)
    (root / "accounts/beta.yaml").unlink()
    report = build(root)
    assert report.removed == (
        "accounts/beta.html",
        "accounts/beta/scores.html",
        "zh/accounts/beta.html",
        "zh/accounts/beta/scores.html",
    )
    assert not (root / "site/accounts/beta").exists()


def test_a_new_setting_reaches_every_page(root: Path) -> None:
    everything = pages(build(root))
    (root / "kamgen.yaml").write_text(BOTH + "title: Our customers\n", encoding="utf-8")
    assert pages(build(root)) == everything


def test_explanations_do_not_change_with_the_day(root: Path) -> None:
    first = build(root)
    assert {"explain/methods.html", "zh/explain/rules.html"} <= set(first.written)
    later = build_site(root, root / "site", BuildOptions(today=date(2026, 5, 6), pdf=False, as_of=date(2026, 5, 20)))
    assert [address for address in (*later.written, *later.removed) if "explain/" in address] == []
    assert "index.html" in later.written


def test_files_of_others_in_the_site_are_left_alone(root: Path) -> None:
    build(root)
    (root / "site/CNAME").write_text("accounts.example.com")
    (root / "accounts/beta.yaml").unlink()
    build(root)
    assert (root / "site/CNAME").read_text() == "accounts.example.com"


def test_a_page_that_someone_changed_or_deleted_is_written_again(root: Path) -> None:
    build(root)
    good = contents(root / "site")
    (root / "site/accounts/alpha.html").write_text("changed by hand")
    (root / "site/accounts/beta.html").unlink()
    assert pages(build(root)) == ["accounts/alpha.html", "accounts/beta.html"]
    assert contents(root / "site") == good


def test_two_builds_into_two_folders_are_the_same_to_the_byte(root: Path, tmp_path: Path) -> None:
    build(root, tmp_path / "one", jobs=1)
    build(root, tmp_path / "two", jobs=2, force=True)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_build_with_another_hash_seed_in_another_place_is_the_same(root: Path, tmp_path: Path) -> None:
    found = []
    for seed in ("1", "2"):
        moved = tmp_path / f"clone-{seed}"
        subprocess.run(["cp", "-r", str(root), str(moved)], check=True)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Shanghai", "LC_ALL": "C"}
        command = [sys.executable, "-m", "kamgen", "--workspace", str(moved), "build", "--no-pdf"]
        subprocess.run(command, check=True, env=environment, capture_output=True)
        found.append(contents(moved / "site"))
    assert found[0] == found[1]


def test_a_check_says_what_is_out_of_date_and_writes_nothing(root: Path) -> None:
    build(root)
    assert build(root, check=True).written == ()
    before = contents(root)
    (root / "accounts/beta.yaml").write_text(SMALLEST_PLAN + "tags: [new]\n", encoding="utf-8")
    (root / "accounts/gamma.yaml").unlink()
    changed = contents(root)
    report = build(root, check=True)
    assert "accounts/beta.html" in report.written
    assert "accounts/gamma.html" in report.removed
    assert contents(root) == changed
    assert before != changed


def test_a_check_sees_through_a_manifest_that_lies(root: Path) -> None:
    build(root)
    page = root / "site/accounts/beta.html"
    page.write_text("forged")
    manifest = root / "site" / MANIFEST
    data = json.loads(manifest.read_text(encoding="utf-8"))
    data["outputs"]["accounts/beta.html"]["digest"] = hashlib.sha256(b"forged").hexdigest()
    manifest.write_text(json.dumps(data), encoding="utf-8")
    assert build(root, check=True).written == ("accounts/beta.html",)


def test_a_check_asks_for_the_day_of_the_site_where_no_other_is_given(workspace: Write) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN}, "title: Undated\n")
    build(root)
    site = root / "site"
    later = build_site(root, site, BuildOptions(today=date(2027, 1, 1), pdf=False, check=True))
    assert later.written == ()


def test_errors_stop_a_build_before_anything_is_written(root: Path) -> None:
    build(root)
    good = contents(root / "site")
    (root / "accounts/beta.yaml").write_text("kamgen: 1\n", encoding="utf-8")
    (root / "accounts/alpha.yaml").write_text(SMALLEST_PLAN + "tags: [new]\n", encoding="utf-8")
    assert build(root).stopped
    assert contents(root / "site") == good


def test_keep_going_leaves_a_broken_plan_out_and_its_old_page_in_place(root: Path) -> None:
    build(root)
    old = (root / "site/accounts/beta.html").read_bytes()
    (root / "accounts/beta.yaml").write_text("kamgen: 1\n", encoding="utf-8")
    (root / "accounts/alpha.yaml").write_text(SMALLEST_PLAN + "tags: [new]\n", encoding="utf-8")
    report = build(root, keep_going=True)
    assert report.left_out == ("beta",)
    assert "accounts/alpha.html" in report.written
    assert (root / "site/accounts/beta.html").read_bytes() == old


def test_asking_for_one_account_writes_that_one(root: Path) -> None:
    written = pages(build(root, only=("beta",)))
    assert [page for page in written if "accounts/" in page] == [
        "accounts/beta.html",
        "accounts/beta/scores.html",
        "zh/accounts/beta.html",
        "zh/accounts/beta/scores.html",
    ]
    assert {"index.html", "people.html", "calendar.html"} <= set(written), "what is about all accounts is always there"


def test_an_empty_workspace_has_a_site_too(workspace: Write) -> None:
    root = workspace(settings="as_of: 2026-05-06\n")
    assert build(root).accounts == 0
    assert (root / "site/index.html").is_file()


def test_a_workspaces_own_template_wins(root: Path) -> None:
    (root / "templates/site").mkdir(parents=True)
    (root / "templates/site/404.html").write_text("<p>{{ site.title }} of ours</p>", encoding="utf-8")
    build(root)
    assert (root / "site/404.html").read_text(encoding="utf-8") == "<p>Key accounts of ours</p>"


def slow_build(root: Path, site: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "kamgen", "--workspace", str(root), "build", "--no-pdf", "--output", str(site)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGKILL], ids=["interrupt", "kill"])
@pytest.mark.parametrize("delay", [0.05, 0.3, 0.6, 0.9, 1.2, 1.6])
def test_a_build_that_is_stopped_at_any_moment_leaves_a_whole_site(
    root: Path, tmp_path: Path, kind: signal.Signals, delay: float
) -> None:
    site = tmp_path / "site"
    build(root, site)
    old = contents(site)
    for name in ("alpha", "beta", "gamma"):
        (root / f"accounts/{name}.yaml").write_text(SMALLEST_PLAN + "summary: changed\n", encoding="utf-8")
    build(root, tmp_path / "expected", force=True)
    new = contents(tmp_path / "expected")
    process = slow_build(root, site)
    time.sleep(delay)
    process.send_signal(kind)
    _, errors = process.communicate(timeout=60)
    now = contents(site)
    assert now in (old, new)
    # An interrupt while Python itself is starting is Python's to report; kamgen's own report is never a traceback.
    if kind == signal.SIGINT and (b"kamgen" in errors or not errors or b"nterrupted" in errors):
        assert process.returncode in (0, 130, -signal.SIGINT), errors
        assert b"Traceback" not in errors
    build(root, site)
    assert contents(site) == new
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".kamgen")] == []


def test_the_committed_sample_site_is_what_the_plans_say() -> None:
    if not (REPOSITORY / "site" / MANIFEST).is_file():
        pytest.skip("no site has been committed yet")
    report = build_site(REPOSITORY, REPOSITORY / "site", BuildOptions(today=date(2026, 5, 6), check=True, jobs=2))
    assert (report.written, report.removed) == ((), ())
