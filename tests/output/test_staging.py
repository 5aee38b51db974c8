"""Many files are written as one change, or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kamgen.output.staging import PREFIX, CannotWrite, staged, write_whole


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(PREFIX)]


def test_nothing_is_in_place_before_the_commit(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with staged(site) as staging:
        staging.write("index.html", b"new")
        staging.write("accounts/a.html", b"a")
        assert list(site.iterdir()) == []
        staging.commit(["accounts/a.html"], [], last="index.html")
    assert (site / "index.html").read_bytes() == b"new"
    assert (site / "accounts/a.html").read_bytes() == b"a"
    assert leftovers(tmp_path) == []


def test_a_block_that_fails_leaves_the_old_files_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_bytes(b"old")

    def interrupted() -> None:
        with staged(site) as staging:
            staging.write("index.html", b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert (site / "index.html").read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_removed_files_go_with_the_folders_they_leave_empty(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "zh/accounts").mkdir(parents=True)
    (site / "zh/accounts/a.html").write_bytes(b"a")
    (site / "CNAME").write_bytes(b"kept")
    with staged(site) as staging:
        staging.commit([], ["zh/accounts/a.html", "never-there.html"], last="manifest.json")
    assert sorted(path.name for path in site.iterdir()) == ["CNAME"]


def test_what_a_killed_build_left_behind_is_swept(tmp_path: Path) -> None:
    dead = tmp_path / f"{PREFIX}999999999-abcd"
    alive = tmp_path / f"{PREFIX}{os.getpid()}-abcd"
    for folder in (dead, alive):
        folder.mkdir()
        (folder / "index.html").write_bytes(b"half")
    with staged(tmp_path / "site"):
        assert not dead.exists()
        assert alive.exists()


def test_a_full_disk_is_said_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_bytes(b"old")

    def build() -> None:
        with staged(site) as staging:
            monkeypatch.setattr(Path, "write_bytes", full)
            staging.write("index.html", b"new")

    with pytest.raises(CannotWrite, match="The disk is full"):
        build()
    assert (site / "index.html").read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CannotWrite):
        write_whole(tmp_path / "brief.pdf", b"%PDF")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")

    def build() -> None:
        with staged(tmp_path / "site"):
            pass

    with pytest.raises(CannotWrite, match="is not a folder"):
        build()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir(mode=0o500)

    def build() -> None:
        with staged(site):
            pass

    with pytest.raises(CannotWrite, match="cannot be written"):
        build()


def test_a_link_in_the_site_that_leads_out_of_it_is_not_written_through(tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    site.mkdir()
    elsewhere.mkdir()
    (site / "accounts").symlink_to(elsewhere)

    def build() -> None:
        with staged(site) as staging:
            staging.write("accounts/a.html", b"a")
            staging.commit(["accounts/a.html"], [], last="manifest.json")

    with pytest.raises(CannotWrite, match="leads out of"):
        build()
    assert list(elsewhere.iterdir()) == []
