"""``kamgen doctor``: says what is missing and what mends it, on any machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kamgen.output.machine import System, examine, system_of
from tests.conftest import Said

Run = Callable[..., Said]


def examined(cwd: Path, **environment: str) -> tuple[int, dict[str, dict[str, Any]]]:
    """Run the command in a process of its own and return its exit code and parts by name."""
    done = subprocess.run(
        [sys.executable, "-m", "kamgen", "doctor", "--format", "json"],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    report = json.loads(done.stdout)
    assert report["format"] == 1
    assert report["ok"] is (done.returncode == 0)
    return done.returncode, {part["name"]: part for part in report["parts"]}


@pytest.mark.pdf
def test_everything_is_there(kamgen: Run) -> None:
    said = kamgen("doctor")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("Everything is there.\n")
    assert "missing" not in said.out
    for name in ("kamgen", "Python", "PDF libraries", "font with Chinese", "git", "cache folder", "text encoding"):
        assert f"\nok       {name} " in f"\n{said.out}"


def test_needs_no_workspace_and_leaves_nothing_behind(
    kamgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KAMGEN_CACHE", str(tmp_path / "not" / "there" / "yet"))
    kamgen("doctor")
    assert list(tmp_path.iterdir()) == []


def test_says_nothing_when_asked_to(kamgen: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    said = kamgen("doctor", "--quiet")
    assert (said.code, said.out) == (2, "")


def test_colours_only_when_wanted(kamgen: Run) -> None:
    assert "\x1b[" not in kamgen("doctor").out
    assert "\x1b[32mok" in kamgen("doctor", "--color", "always").out


def test_a_missing_git_is_named_with_its_command(kamgen: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("kamgen.output.machine.this_system", lambda: System("pacman"))
    said = kamgen("doctor")
    assert said.code == 2
    lines = said.out.splitlines()
    missing = next(index for index, line in enumerate(lines) if line.startswith("missing  git "))
    assert lines[missing + 1].strip() == "→ sudo pacman -S --needed git"
    assert lines[-1] == "1 thing is missing; mend them, then run this again."


def test_a_git_that_does_not_run_is_missing_too(kamgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "git"
    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    git = next(part for part in examine(System("")) if part.name == "git")
    assert not git.ok
    assert "does not run" in git.found
    assert git.mend.startswith("install git: https://")


def test_missing_pdf_libraries_are_named_in_one_line(tmp_path: Path) -> None:
    # What WeasyPrint does where Pango is not installed: advice on standard output, then an error.
    (tmp_path / "weasyprint.py").write_text(
        'print("WeasyPrint could not import some external libraries.")\n'
        "raise OSError(\"cannot load library 'libpango-1.0-0': not found\\nand more\")\n",
        encoding="utf-8",
    )
    code, parts = examined(tmp_path, PYTHONPATH=str(tmp_path))
    assert code == 2
    assert parts["PDF libraries"]["state"] == "missing"
    assert parts["PDF libraries"]["found"] == "cannot load library 'libpango-1.0-0'"
    assert "pango" in parts["PDF libraries"]["mend"].lower()
    assert parts["git"]["state"] == "ok"


def test_a_machine_without_fonts(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<?xml version='1.0'?><fontconfig></fontconfig>", encoding="utf-8")
    code, parts = examined(tmp_path, FONTCONFIG_FILE=str(fonts))
    assert code == 2
    for name in ("PDF libraries", "font with Chinese"):
        assert parts[name]["state"] == "missing"
        assert "no font is installed" in parts[name]["found"]
        assert "oto" in parts[name]["mend"]


def test_a_machine_without_fontconfig(monkeypatch: pytest.MonkeyPatch) -> None:
    from kamgen.output.fonts import InstalledFonts

    monkeypatch.setattr("kamgen.output.machine.installed_fonts", lambda: InstalledFonts(count=None))
    font = next(part for part in examine(System("apk", root=True)) if part.name == "font with Chinese")
    assert not font.ok
    assert "fontconfig" in font.found
    assert "so:libfontconfig.so.1" in font.mend


def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, parts = examined(tmp_path, KAMGEN_CACHE=str(tmp_path / "file" / "below"))
    assert code == 2
    assert "cannot be written" in parts["cache folder"]["found"]
    assert parts["cache folder"]["mend"] == 'export KAMGEN_CACHE="$(mktemp -d)"'


def test_an_encoding_without_chinese(tmp_path: Path) -> None:
    code, parts = examined(tmp_path, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert code == 2
    assert parts["text encoding"]["mend"] == "export PYTHONUTF8=1"
    # The command does mend it.
    _, mended = examined(tmp_path, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="1")
    assert mended["text encoding"]["state"] == "ok"


def test_a_missing_python_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import metadata

    wanted = ["click>=8.1", "no-such-package>=2; python_version >= '3'", "pytest>=8; extra == 'test'"]
    monkeypatch.setattr(metadata, "requires", lambda _: wanted)
    packages = next(part for part in examine(System("")) if part.name == "Python packages")
    assert packages.found == "lacks no-such-package>=2"
    assert packages.mend.endswith("-m pip install 'no-such-package>=2'")


def test_whatever_goes_wrong_is_a_line_not_a_crash(kamgen: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> Any:
        raise RuntimeError("strange machine\nwith details")

    for name in ("installed_fonts", "render_pdf"):
        monkeypatch.setattr(f"kamgen.output.machine.{name}", broken)
    monkeypatch.setattr("shutil.which", broken)
    monkeypatch.setattr("platform.python_version", broken)
    said = kamgen("doctor")
    assert said.code == 2
    assert said.out.count("strange machine") == 4
    assert "details" not in said.out


RELEASES = {
    "debian": ({"ID": "debian"}, "sudo apt-get update && sudo apt-get install --no-install-recommends git"),
    "mint": ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "apt-get install"),
    "fedora": ({"ID": "fedora"}, "sudo dnf install git"),
    "rocky": ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "sudo dnf install git"),
    "manjaro": ({"ID": "manjaro", "ID_LIKE": "arch"}, "sudo pacman -S --needed git"),
    "alpine": ({"ID": "alpine"}, "sudo apk add git"),
    "unheard of": ({"ID": "plan9"}, "install git: https://"),
    "nothing said": ({}, "install git: https://"),
}


@pytest.mark.parametrize(("release", "command"), RELEASES.values(), ids=RELEASES.keys())
def test_every_system_gets_its_own_command(release: dict[str, str], command: str) -> None:
    assert command in system_of(release, root=False).command("git")


def test_fonts_have_other_names_on_fedora_and_its_relatives() -> None:
    fedora = system_of({"ID": "fedora"}, root=True)
    rocky = system_of({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, root=True)
    assert fedora.command("font") == "dnf install google-noto-sans-cjk-fonts"
    assert rocky.command("font") == "dnf install google-noto-sans-cjk-ttc-fonts"


def test_who_is_root_needs_no_sudo_and_homebrew_never_does() -> None:
    assert System("apt", root=True).command("pdf").startswith("apt-get update && apt-get install ")
    assert System("brew").command("pdf") == "brew install pango"


def test_a_system_without_a_release_file_gets_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    import platform

    from kamgen.output.machine import this_system

    def missing() -> dict[str, str]:
        raise OSError("no os-release")

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "freedesktop_os_release", missing)
    assert this_system().command("font").startswith("install the font Noto Sans CJK SC")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert this_system().command("font") == "brew install --cask font-noto-sans-cjk-sc"
