"""An incremental build ends where a fresh one does: after every kind of edit, nothing that a page says is old."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kamgen.output.site import BuildOptions, BuildReport, build_site
from tests.conftest import REPOSITORY

ACCOUNTS = ("hungry-owl", "lichuan-jingmi", "save-a-lot")
Edit = Callable[[Path], object]


def replaced(account: str, before: str, after: str) -> Edit:
    """Return an edit of a plan that must find what it replaces."""

    def edit(root: Path) -> None:
        path = root / f"accounts/{account}.yaml"
        text = path.read_text(encoding="utf-8")
        assert before in text, before
        path.write_text(text.replace(before, after, 1), encoding="utf-8")

    return edit


def added_purchase(root: Path) -> None:
    with (root / "accounts/save-a-lot.purchases.csv").open("a", encoding="utf-8") as file:
        file.write("2026-05-05,90000,20000,dairy,new\n")


def new_title(root: Path) -> None:
    path = root / "kamgen.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: {en: ", "title: {en: Our "), encoding="utf-8")


EDITS: dict[str, Edit] = {
    "a purchase": added_purchase,
    "the owner of an account": replaced("hungry-owl", "owner: lin-yue", "owner: amelia-hart"),
    "who covers somebody": replaced("save-a-lot", "covered_by: chen-bo", "covered_by: nora-quill"),
    "who does something": replaced("save-a-lot", "owner: daniel-okoye", "owner: gao-ruoning"),
    "when something is due": replaced("lichuan-jingmi", "due: 2026-05", "due: 2026-07"),
    "an amount": replaced("save-a-lot", "amount: 24000", "amount: 240000"),
    "a name": replaced("lichuan-jingmi", "name: {en: ", "name: {en: New "),
    "a rating": replaced("save-a-lot", "support: 1", "support: -2"),
    "the settings": new_title,
    "a plan that is gone": lambda root: (root / "accounts/hungry-owl.yaml").unlink(),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("workspace")
    shutil.copy(REPOSITORY / "kamgen.yaml", root)
    (root / "accounts").mkdir()
    for account in ACCOUNTS:
        for path in (REPOSITORY / "accounts").glob(f"{account}.*"):
            shutil.copy(path, root / "accounts")
    return root


def build(root: Path, *, check: bool = False) -> BuildReport:
    options = BuildOptions(today=date(2026, 5, 6), pdf=False, keep_going=True, check=check)
    return build_site(root, root.parent / "site", options)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_after_an_edit_every_page_says_what_a_fresh_build_would(
    edit: Edit, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAMGEN_CACHE", str(tmp_path / "cache"))
    root = tmp_path / "workspace"
    shutil.copytree(sample, root)
    build(root)
    edit(root)
    assert build(root).written
    fresh = build(root, check=True)
    assert (fresh.written, fresh.removed) == ((), ())
