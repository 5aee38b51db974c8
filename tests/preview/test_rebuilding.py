"""Whatever people write, the preview goes on and says what is to be mended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kamgen.output.site import BuildOptions
from kamgen.preview.rebuilding import Rebuilding, Rebuilt, preview_folder
from tests.conftest import SMALL_SETTINGS, SMALLEST_PLAN

Write = Callable[..., Path]
PLANS: dict[str, str | bytes] = {"accounts/acme.yaml": SMALLEST_PLAN, "accounts/beta.yaml": SMALLEST_PLAN}
BROKEN = "kamgen: 1\nname: Acme\nowner: x y\n"


class Bench:
    """A workspace with a preview that is built already."""

    def __init__(self, root: Path) -> None:
        self.root, self.site = root, root.parent / "preview"
        self.today = date(2026, 5, 6)
        self.bugs: list[Exception] = []
        self.rebuilding = Rebuilding(root, self.site, self._options, self._keep)
        self.first = self.rebuilding.rebuild()
        assert self.bugs == []

    def _options(self) -> BuildOptions:
        return BuildOptions(today=self.today, pdf=False, keep_going=True)

    def _keep(self, error: Exception) -> Path:
        self.bugs.append(error)
        return Path("report.txt")

    def save(self, name: str, text: str) -> Rebuilt:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return self.rebuilding.rebuild(frozenset({name}))

    def page(self, address: str) -> str:
        return (self.site / address).read_text(encoding="utf-8")


@pytest.fixture
def bench(workspace: Write) -> Bench:
    return Bench(workspace(PLANS))


def rules(rebuilt: Rebuilt) -> list[str]:
    return [finding.rule for finding in rebuilt.shown.errors]


def test_an_edit_rewrites_its_page_and_leaves_the_others(bench: Bench) -> None:
    assert "accounts/acme.html" in bench.first.shown.addresses
    other = (bench.site / "accounts/beta.html").stat().st_mtime_ns
    done = bench.save("accounts/acme.yaml", SMALLEST_PLAN + "summary: A new thought\n")
    assert done.written > 0
    assert "A new thought" in bench.page("accounts/acme.html")
    assert (bench.site / "accounts/beta.html").stat().st_mtime_ns == other
    assert not (bench.root / "site").exists(), "the workspace's own site is none of its business"


def test_a_broken_plan_keeps_its_page_and_the_rest_goes_on(bench: Bench) -> None:
    before = bench.page("accounts/acme.html")
    broken = bench.save("accounts/acme.yaml", BROKEN)
    assert {finding.file for finding in broken.shown.errors} == {"accounts/acme.yaml"}
    assert broken.shown.kept == "accounts"
    assert bench.page("accounts/acme.html") == before
    assert "accounts/acme.html" in broken.shown.addresses
    assert broken.written == 0, "the sums and ranks of the others wait for the plan, too"
    other = bench.save("accounts/beta.yaml", SMALLEST_PLAN + "summary: Still at work\n")
    assert bench.page("accounts/acme.html") == before
    assert "Still at work" in bench.page("accounts/beta.html")
    assert rules(other) == rules(broken)
    mended = bench.save("accounts/acme.yaml", SMALLEST_PLAN)
    assert (mended.shown.errors, mended.shown.kept) == ((), "nothing")


def test_of_a_broken_plan_only_the_latest_errors_are_told(bench: Bench) -> None:
    bench.save("accounts/acme.yaml", BROKEN)
    other = bench.save("accounts/acme.yaml", SMALLEST_PLAN + "ownr: lin\n")
    assert rules(other) == ["unknown-key"]
    both = bench.save("accounts/beta.yaml", "kamgen: 1\n")
    assert {finding.account for finding in both.shown.errors} == {"acme", "beta"}
    bench.save("accounts/beta.yaml", SMALLEST_PLAN)
    assert bench.save("accounts/acme.yaml", SMALLEST_PLAN).shown.errors == ()


def test_a_broken_plan_is_told_although_a_template_was_wrong_before(bench: Bench) -> None:
    bench.save("templates/site/404.html", "{% if %}")
    (bench.root / "accounts/acme.yaml").write_text(BROKEN, encoding="utf-8")
    (bench.root / "templates/site/404.html").unlink()
    done = bench.rebuilding.rebuild(frozenset({"accounts/acme.yaml", "templates/site/404.html"}))
    assert {finding.account for finding in done.shown.errors} == {"acme"}
    assert done.shown.kept == "accounts"


def test_a_purchase_history_that_cannot_be_read_breaks_its_plan_alone(bench: Bench) -> None:
    done = bench.save("accounts/acme.purchases.csv", "date,amount\nnever,1\n")
    assert {finding.account for finding in done.shown.errors} == {"acme"}
    assert done.written == 0
    (bench.root / "accounts/acme.purchases.csv").unlink()
    assert bench.rebuilding.rebuild(frozenset({"accounts/acme.purchases.csv"})).shown.errors == ()


def test_plans_come_and_go(bench: Bench) -> None:
    new = bench.save("accounts/gamma.yaml", SMALLEST_PLAN)
    assert "accounts/gamma.html" in new.shown.addresses
    (bench.root / "accounts/gamma.yaml").unlink()
    gone = bench.rebuilding.rebuild(frozenset({"accounts/gamma.yaml"}))
    assert "accounts/gamma.html" not in gone.shown.addresses
    assert not (bench.site / "accounts/gamma.html").exists()


def test_settings_that_cannot_be_read_leave_every_page_as_it_is(bench: Bench) -> None:
    before = {address: bench.page(address) for address in ("index.html", "accounts/acme.html")}
    broken = bench.save("kamgen.yaml", "title: [never closed\n")
    assert (broken.shown.kept, broken.written) == ("everything", 0)
    assert broken.shown.errors[0].file == "kamgen.yaml"
    assert {address: bench.page(address) for address in before} == before
    bench.save("accounts/acme.yaml", SMALLEST_PLAN + "summary: Meanwhile\n")
    mended = bench.save("kamgen.yaml", SMALL_SETTINGS)
    assert mended.shown.errors == ()
    assert "Meanwhile" in bench.page("accounts/acme.html")


def test_settings_with_a_wrong_part_still_build(bench: Bench) -> None:
    done = bench.save("kamgen.yaml", SMALL_SETTINGS + "title: New title\ntitel: Wrong\n")
    assert "New title" in bench.page("index.html")
    assert [finding.file for finding in done.shown.errors] == ["kamgen.yaml"]
    assert done.shown.kept == "nothing"


def test_a_first_build_with_settings_that_cannot_be_read_shows_what_it_can(workspace: Write) -> None:
    bench = Bench(workspace(PLANS, settings="title: [never closed\n"))
    assert "accounts/acme.html" in bench.first.shown.addresses
    assert "bad-yaml" in rules(bench.first)


def test_a_wrong_template_is_named_with_its_line_until_it_is_mended(bench: Bench) -> None:
    before = bench.page("404.html")
    broken = bench.save("templates/site/404.html", "<p>first</p>\n  {% if %}\n")
    (found,) = broken.shown.errors
    assert (found.rule, found.file, found.line, found.column) == ("wrong-template", "templates/site/404.html", 2, 3)
    assert found.source == "  {% if %}"
    assert broken.shown.kept == "everything"
    assert bench.page("404.html") == before
    mended = bench.save("templates/site/404.html", "<!doctype html>\n<title>x</title>\n<p>Our own words</p>\n")
    assert mended.shown.errors == ()
    assert "Our own words" in bench.page("404.html")
    again = bench.save("templates/site/404.html", "<!doctype html>\n<title>x</title>\n<p>Other words</p>\n")
    assert again.written == 1
    assert "Other words" in bench.page("404.html"), "a template that was loaded once is read again"


def test_a_template_that_fails_while_it_is_rendered_is_named_too(bench: Bench) -> None:
    (found,) = bench.save("templates/site/404.html", "<p>\n{{ nothing.at.all }}\n").shown.errors
    assert (found.rule, found.file, found.line) == ("wrong-template", "templates/site/404.html", 2)


def test_errors_are_known_although_a_build_has_nothing_to_do(bench: Bench) -> None:
    done = bench.save("kamgen.yaml", SMALL_SETTINGS + "titel: Wrong\n")
    for _ in range(3):
        again = Bench(bench.root).first
        assert again.shown.errors == done.shown.errors
        assert again.warnings == done.warnings


def test_a_folder_that_cannot_be_written_is_said(bench: Bench) -> None:
    for path in sorted(bench.site.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    bench.site.rmdir()
    bench.site.write_text("in the way", encoding="utf-8")
    done = bench.save("accounts/acme.yaml", SMALLEST_PLAN + "summary: New\n")
    assert rules(done) == ["cannot-write"]
    assert bench.bugs == []


def test_a_bug_is_reported_and_the_preview_goes_on(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    from kamgen.preview import rebuilding

    def broken(*_: object) -> None:
        raise RuntimeError("none of the plans' business")

    with monkeypatch.context() as patch:
        patch.setattr(rebuilding, "build_site", broken)
        failed = bench.save("accounts/acme.yaml", SMALLEST_PLAN + "summary: New\n")
    assert rules(failed) == ["bug"]
    assert len(bench.bugs) == 1
    mended = bench.rebuilding.rebuild(frozenset({"accounts/acme.yaml"}))
    assert mended.shown.errors == ()
    assert "New" in bench.page("accounts/acme.html")


def test_the_day_is_asked_anew(workspace: Write) -> None:
    bench = Bench(workspace(PLANS, settings=SMALL_SETTINGS.replace("as_of: 2026-05-06\n", "")))
    assert not bench.rebuilding.is_of_another_day
    bench.today = date(2026, 5, 7)
    assert bench.rebuilding.is_of_another_day
    assert bench.rebuilding.rebuild().written > 0
    assert not bench.rebuilding.is_of_another_day


def test_a_preview_lies_outside_the_workspace_for_the_user_alone(workspace: Write) -> None:
    root = workspace(PLANS)
    folder = preview_folder(root, 8000)
    assert not folder.is_relative_to(root)
    assert folder.parent.stat().st_mode & 0o077 == 0
    assert folder != preview_folder(root, 8001)


def test_briefs_of_the_workspaces_own_site_are_linked(bench: Bench) -> None:
    assert "briefs/acme-plan.pdf" not in bench.page("accounts/acme.html")
    briefs = bench.root / "site/briefs"
    briefs.mkdir(parents=True)
    (briefs / "acme-plan.pdf").write_bytes(b"%PDF-1.7")
    Rebuilding(bench.root, bench.site, bench._options, bench._keep, kept_site=bench.root / "site").rebuild()
    assert "briefs/acme-plan.pdf" in bench.page("accounts/acme.html")
    assert "briefs/beta-plan.pdf" not in bench.page("accounts/beta.html")
