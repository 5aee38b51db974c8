"""What a machine has and lacks for kamgen, and the command that mends it. Asks for nothing and never fails.

Libraries are tried, not looked up: a page with English and Chinese is really laid out, a file is really written.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import locale
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from kamgen import __version__
from kamgen.output.fonts import InstalledFonts, installed_fonts
from kamgen.output.pdf import FONT_PACKAGE, PACKAGES, MissingGlyphs, NoFonts, PdfUnavailable, render_pdf

OLDEST_PYTHON = (3, 11)

Need = Literal["pdf", "font", "git"]

_PAGE = '<!DOCTYPE html><html lang="{language}"><title>kamgen</title><p>{text}</p></html>'
_MODULES = {"pyyaml": "yaml", "fonttools": "fontTools", "pillow": "PIL"}
"""Packages whose module has another name; the others' is the package's."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something kamgen needs of a machine.

    Attributes:
        name: What it is.
        ok: Whether it is there and works.
        found: What was found, or what is wrong.
        mend: The command, or the sentence, that mends it; empty when all is well.

    """

    name: str
    ok: bool
    found: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class System:
    """The operating system, as far as installing something depends on it.

    Attributes:
        installer: ``apt``, ``dnf``, ``pacman``, ``apk``, ``brew``, or empty where none of them is known.
        fedora: With ``dnf``: Fedora itself, which names the font otherwise than its relatives.
        root: Whether the person may install without ``sudo``.

    """

    installer: str
    fedora: bool = False
    root: bool = False

    def command(self, need: Need) -> str:
        """Return what a person types, or does, to get something."""
        packages = _PACKAGES.get(self.installer, {}).get(need)
        if packages is None:
            return _IN_WORDS[need]
        if self.installer == "dnf" and need == "font" and not self.fedora:
            packages = "google-noto-sans-cjk-ttc-fonts"
        sudo = "" if self.root or self.installer == "brew" else "sudo "
        before = f"{sudo}apt-get update && " if self.installer == "apt" else ""  # fresh containers have no lists
        return f"{before}{sudo}{_INSTALL[self.installer]} {packages}"


_INSTALL = {
    "apt": "apt-get install --no-install-recommends",
    "dnf": "dnf install",
    "pacman": "pacman -S --needed",
    "apk": "apk add",
    "brew": "brew install",
}
_PACKAGES: dict[str, dict[Need, str]] = {
    "apt": {"pdf": PACKAGES, "font": FONT_PACKAGE, "git": "git"},
    "dnf": {"pdf": "pango harfbuzz", "font": "google-noto-sans-cjk-fonts", "git": "git"},
    "pacman": {"pdf": "pango harfbuzz", "font": "noto-fonts-cjk", "git": "git"},
    "apk": {
        "pdf": "so:libgobject-2.0.so.0 so:libpango-1.0.so.0 so:libpangoft2-1.0.so.0 so:libharfbuzz.so.0"
        " so:libharfbuzz-subset.so.0 so:libfontconfig.so.1",
        "font": "font-noto-cjk",
        "git": "git",
    },
    "brew": {"pdf": "pango", "font": "--cask font-noto-sans-cjk-sc", "git": "git"},
}
_IN_WORDS: dict[Need, str] = {
    "pdf": "install Pango 1.44 or newer with HarfBuzz (on Windows: MSYS2's mingw-w64-ucrt-x86_64-pango, and its folder"
    " bin in WEASYPRINT_DLL_DIRECTORIES); without it: kamgen build --no-pdf",
    "font": "install the font Noto Sans CJK SC: https://github.com/notofonts/noto-cjk/releases",
    "git": "install git: https://git-scm.com/downloads",
}
_FAMILIES = {
    "apt": ("debian", "ubuntu"),
    "dnf": ("fedora", "rhel", "centos"),
    "pacman": ("arch",),
    "apk": ("alpine",),
}


def this_system() -> System:
    """Return the system that kamgen runs on."""
    root = getattr(os, "geteuid", lambda: 1)() == 0
    if sys.platform == "darwin":
        return System("brew", root=root)
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return System("", root=root)
    return system_of(release, root=root)


def system_of(release: dict[str, str], *, root: bool) -> System:
    """Return the system of an ``/etc/os-release``; unknown distributions go by what they say they are like."""
    own = release.get("ID", "").lower()
    for name in (own, *release.get("ID_LIKE", "").lower().split()):
        for installer, family in _FAMILIES.items():
            if name in family:
                return System(installer, fedora=own == "fedora", root=root)
    return System("", root=root)


def examine(system: System | None = None) -> tuple[Part, ...]:
    """Return what this machine has and lacks, in the order in which a person should mend it."""
    system = system or this_system()
    checks: dict[str, Callable[[], Part]] = {
        "Python": _python,
        "Python packages": _python_packages,
        "text encoding": _encoding,
        "PDF libraries": lambda: _pdf(system),
        "HarfBuzz subsetting": lambda: _subsetting(system),
        "font with Chinese": lambda: _chinese(system),
        "git": lambda: _git(system),
        "cache folder": _cache,
    }
    return (Part("kamgen", True, __version__), *(_safely(name, check) for name, check in checks.items()))


def _safely(name: str, check: Callable[[], Part]) -> Part:
    """Return what a check found; whatever it stumbles over is itself what is wrong with the machine."""
    try:
        # The PDF engine prints a page of advice when its libraries are missing; ours is shorter.
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            return check()
    except Exception as error:
        return Part(name, False, f"could not be tried: {_said(error)}", "mend what the line says, then try again")


def _said(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0][:200]}" if lines else type(error).__name__


def _python() -> Part:
    version = platform.python_version()
    if sys.version_info[:2] >= OLDEST_PYTHON:
        return Part("Python", True, f"{version} ({sys.executable})")
    needed = ".".join(str(number) for number in OLDEST_PYTHON)
    return Part("Python", False, f"{version}, needs {needed}", f"install Python {needed} or newer, and kamgen with it")


def _python_packages() -> Part:
    """Look for every package that kamgen asks for; the PDF engine is tried on its own."""
    missing = []
    wanted = [line for line in metadata.requires("kamgen") or [] if "extra ==" not in line]
    for requirement in wanted:
        found = re.match(r"[A-Za-z0-9._-]+", requirement)
        name = found[0].lower() if found else requirement
        try:
            metadata.version(name)
            if name != "weasyprint":
                importlib.import_module(_MODULES.get(name, name))
        except (metadata.PackageNotFoundError, ImportError):
            missing.append(requirement.split(";")[0].strip())
    if not missing:
        return Part("Python packages", True, f"all {len(wanted)} are there")
    named = " ".join(shlex.quote(requirement) for requirement in missing)
    return Part(
        "Python packages", False, f"lacks {', '.join(missing)}", f"{shlex.quote(sys.executable)} -m pip install {named}"
    )


def _encoding() -> Part:
    files, texts = sys.getfilesystemencoding(), locale.getpreferredencoding(False)
    ok = all(name.lower().replace("-", "").replace("_", "") == "utf8" for name in (files, texts))
    found = files if files.lower() == texts.lower() else f"{files} for names, {texts} for texts"
    if ok:
        return Part("text encoding", True, found)
    command = "setx PYTHONUTF8 1" if os.name == "nt" else "export PYTHONUTF8=1"
    return Part("text encoding", False, f"{found}: Chinese would be unreadable", command)


def _pdf(system: System) -> Part:
    name = "PDF libraries"
    try:
        render_pdf(_PAGE.format(language="en", text="Account plan"))
    except NoFonts:
        return Part(name, False, "cannot be tried: no font is installed", system.command("font"))
    except MissingGlyphs:
        pass  # the engine works; the line about fonts says more
    except PdfUnavailable as error:
        return Part(name, False, str(error.args[0]), system.command("pdf"))
    return Part(name, True, f"WeasyPrint {metadata.version('weasyprint')}, Pango {_pango_version()}")


def _pango_version() -> str:
    from weasyprint.text import ffi

    number = int(ffi.pango.pango_version())
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


def _subsetting(system: System) -> Part:
    """Tell whether fonts are cut down by HarfBuzz: without it briefs are slower to make and have other bytes."""
    name = "HarfBuzz subsetting"
    try:
        from weasyprint.text import ffi
    except (ImportError, OSError, KeyError):  # a failed import leaves half of the package behind
        return Part(name, False, "cannot be tried without the PDF libraries", system.command("pdf"))
    if getattr(ffi, "harfbuzz_subset", None) is None:
        return Part(name, False, "its library is missing: briefs are slower to make", system.command("pdf"))
    return Part(name, True, "there")


def _chinese(system: System) -> Part:
    name = "font with Chinese"
    fonts = installed_fonts()
    mend = system.command("font")
    if fonts.count is None:
        return Part(name, False, "fontconfig, which finds fonts, is missing", system.command("pdf"))
    if fonts.count == 0:
        return Part(name, False, "no font is installed", mend)
    if fonts.has_chinese:
        return Part(name, True, f"{fonts.family} ({_counted(fonts)})")
    try:
        render_pdf(_PAGE.format(language="zh-Hans", text="大客户经营计划"))
    except MissingGlyphs:
        return Part(name, False, f"none among {_counted(fonts)}", mend)
    except Exception:
        return Part(name, False, f"not one that kamgen knows among {_counted(fonts)}", mend)
    return Part(name, True, f"one among {_counted(fonts)}")


def _counted(fonts: InstalledFonts) -> str:
    return "1 font" if fonts.count == 1 else f"{fonts.count} fonts"


def _git(system: System) -> Part:
    program = shutil.which("git")
    if program is None:
        return Part("git", False, "not found", system.command("git"))
    try:
        done = subprocess.run(  # noqa: S603 - the git of this machine, with a fixed argument
            [program, "--version"], capture_output=True, text=True, timeout=10, check=True, errors="replace"
        )
    except (OSError, subprocess.SubprocessError) as error:
        return Part("git", False, f"{program} does not run: {_said(error)}", system.command("git"))
    return Part("git", True, done.stdout.strip().removeprefix("git version "))


def _cache() -> Part:
    """Write a file where the builds of every workspace keep what they remember."""
    from kamgen.output.cache import cache_folder

    folder = cache_folder(Path()).parent
    made = [place for place in (folder, *folder.parents) if not place.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        # A folder of one's own, never a known name in /tmp: what lies there is trusted.
        mend = "set KAMGEN_CACHE=%LOCALAPPDATA%\\kamgen" if os.name == "nt" else 'export KAMGEN_CACHE="$(mktemp -d)"'
        return Part("cache folder", False, f"{folder} cannot be written ({error.strerror}): builds start anew", mend)
    finally:
        # Looking leaves nothing behind.
        for place in made:
            with contextlib.suppress(OSError):
                place.rmdir()
    return Part("cache folder", True, str(folder))
