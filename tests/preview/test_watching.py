"""Edits are seen however an editor saves, wherever they are made, and whatever becomes of the folders."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kamgen.preview.watching import edits
from tests.conftest import SMALLEST_PLAN

Write = Callable[..., Path]
_PATIENCE = 600
"""Looks at a tenth of a second each, or two: a busy machine is slow."""


class Watch:
    def __init__(self, root: Path, *, poll: bool = False) -> None:
        self._seen: Iterator[frozenset[str] | None] = edits(root, poll=poll)
        assert next(self._seen) is None

    def saw(self, name: str) -> bool:
        return self._until(lambda found: found is not None and name in found)

    def began_again(self) -> bool:
        return self._until(lambda found: found is None)

    def _until(self, wanted: Callable[[frozenset[str] | None], bool]) -> bool:
        return any(wanted(next(self._seen)) for _ in range(_PATIENCE))

    def next_edits(self) -> frozenset[str]:
        return next(found for _ in range(_PATIENCE) if (found := next(self._seen)))


@pytest.fixture
def root(workspace: Write) -> Path:
    return workspace({"accounts/acme.yaml": SMALLEST_PLAN, "templates/site/404.html": "x"}).resolve()


@pytest.mark.parametrize("poll", [False, True])
def test_a_plan_the_settings_and_a_template_are_watched(root: Path, poll: bool) -> None:
    watch = Watch(root, poll=poll)
    for name in ("accounts/acme.yaml", "kamgen.yaml", "templates/site/404.html", "accounts/new.purchases.csv"):
        (root / name).write_text(f"# edited\n{SMALLEST_PLAN}", encoding="utf-8")
        assert watch.saw(name), name


@pytest.mark.parametrize("poll", [False, True])
def test_a_second_save_within_a_second_is_seen(root: Path, poll: bool) -> None:
    watch = Watch(root, poll=poll)
    for number in range(3):
        (root / "accounts/acme.yaml").write_text(SMALLEST_PLAN + f"tags: [t{number}]\n", encoding="utf-8")
        assert watch.saw("accounts/acme.yaml")


def test_a_file_that_is_written_aside_and_renamed_is_an_edit(root: Path) -> None:
    watch = Watch(root)
    aside = root / "accounts/.acme.yaml.tmp"
    aside.write_text(SMALLEST_PLAN + "tags: [new]\n", encoding="utf-8")
    aside.replace(root / "accounts/acme.yaml")
    assert watch.saw("accounts/acme.yaml")


def test_a_deletion_is_an_edit(root: Path) -> None:
    watch = Watch(root)
    (root / "accounts/acme.yaml").unlink()
    assert watch.saw("accounts/acme.yaml")


def test_what_lies_elsewhere_is_not(root: Path) -> None:
    watch = Watch(root)
    for name in (
        "site/index.html",
        "notes.yaml",
        "accounts/acme.yaml~",
        "accounts/.acme.yaml.swp",
        "templates/site/404.html~",
    ):
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    (root / "kamgen.yaml").write_text("title: The last\n", encoding="utf-8")
    assert watch.next_edits() == {"kamgen.yaml"}


def test_folders_may_come_and_go(root: Path) -> None:
    shutil.rmtree(root / "templates")
    watch = Watch(root)
    (root / "templates/site/sections").mkdir(parents=True)
    assert watch.began_again()
    (root / "templates/site/sections/team.html").write_text("x", encoding="utf-8")
    assert watch.saw("templates/site/sections/team.html")
    shutil.rmtree(root / "accounts")
    assert watch.began_again()
    (root / "accounts").mkdir()
    assert watch.began_again()
    (root / "accounts/acme.yaml").write_text(SMALLEST_PLAN, encoding="utf-8")
    assert watch.saw("accounts/acme.yaml")


def test_a_folder_that_another_took_the_place_of_is_watched(root: Path) -> None:
    watch = Watch(root)
    (root / "accounts").rename(root / "accounts.old")
    (root / "accounts.old").rename(root / "older")
    (root / "accounts").mkdir()
    assert watch.began_again()
    (root / "accounts/acme.yaml").write_text(SMALLEST_PLAN, encoding="utf-8")
    assert watch.saw("accounts/acme.yaml")
