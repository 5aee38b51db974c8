"""The same briefs to the byte, whoever makes them and after whatever else; what may differ is written down."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kamgen.output.drawing_libraries import drawing_libraries
from kamgen.output.fonts import InstalledFonts
from kamgen.output.manifest import MANIFEST
from kamgen.output.pdf import pdf_engine, pdf_key
from tests.briefs.sample_briefs import ARCHIVED, SAMPLES, Sample
from tests.conftest import REPOSITORY, Said

pytestmark = [
    pytest.mark.pdf,
    pytest.mark.filterwarnings("ignore:.*sRGB2014.icc"),  # the engine forgets to close its colour profile
]

Kamgen = Callable[..., Said]

MAKE_ALL = """
import hashlib, json
from tests.briefs.sample_briefs import ARCHIVED, SAMPLES
made = {f"{sample} archive": sample.pdf(archive=True) for sample in ARCHIVED[:1]}
made |= {str(sample): sample.pdf() for sample in reversed(SAMPLES)}
print(json.dumps({name: hashlib.sha256(data).hexdigest() for name, data in made.items()}))
"""
"""The last document first, and one for the archive before all others."""


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture(scope="module")
def made_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return digests of briefs made by another process, in another place, with another hash seed, day and order."""
    place = tmp_path_factory.mktemp("elsewhere")
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "77",
        "PYTHONPATH": str(REPOSITORY),
        "SOURCE_DATE_EPOCH": "1700000000",
        "KAMGEN_CACHE": str(place / "cache"),
        "TZ": "Asia/Shanghai",
        "LC_ALL": "C",
    }
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", MAKE_ALL], cwd=place, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_another_process_makes_the_same_bytes(sample: Sample, made_elsewhere: dict[str, str]) -> None:
    assert made_elsewhere[str(sample)] == digest(sample.pdf())


def test_another_process_makes_the_same_archive(made_elsewhere: dict[str, str]) -> None:
    assert made_elsewhere[f"{ARCHIVED[0]} archive"] == digest(ARCHIVED[0].pdf(archive=True))


# --- A site made by one process or two, on this machine or another ------------------------------------------------


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace of three short plans of the sample."""
    root = tmp_path / "workspace"
    (root / "accounts").mkdir(parents=True)
    shutil.copy(REPOSITORY / "kamgen.yaml", root)
    for account in ("bon-app", "mere-paillarde", "seven-seas"):
        for file in (REPOSITORY / "accounts").glob(f"{account}.*"):
            shutil.copy(file, root / "accounts")
    return root


def briefs_of(site: Path) -> dict[str, str]:
    return {str(path.relative_to(site)): digest(path.read_bytes()) for path in sorted(site.rglob("*.pdf"))}


def test_one_worker_and_two_make_the_same_briefs(root: Path, kamgen: Kamgen) -> None:
    for jobs in (1, 2):
        assert kamgen("build", "--output", root / f"site-{jobs}", "--jobs", jobs, root=root).code == 0
    one, two = briefs_of(root / "site-1"), briefs_of(root / "site-2")
    assert len(one) > 6
    assert one == two


def test_a_site_made_with_other_fonts_is_up_to_date_and_says_what_it_was_made_with(
    root: Path, kamgen: Kamgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other_machine(*_: object) -> InstalledFonts:
        return InstalledFonts(count=1, chosen=("Other.ttf 1",), family="Other")

    for account in ("bon-app", "seven-seas"):
        for file in (root / "accounts").glob(f"{account}.*"):
            file.unlink()
    assert kamgen("build", "--jobs", 1, root=root).code == 0
    manifest = root / "site" / MANIFEST
    made_with = json.loads(manifest.read_text(encoding="utf-8"))["made_with"]
    assert made_with["pdf"] == pdf_engine()
    assert made_with["libraries"] == drawing_libraries()

    monkeypatch.setattr("kamgen.output.fonts.installed_fonts", other_machine)
    monkeypatch.setattr("kamgen.output.drawing_libraries.drawing_libraries", lambda: "Pango 9.9.9")
    monkeypatch.setenv("KAMGEN_CACHE", str(root.parent / "another cache"))
    assert kamgen("build", "--check", root=root).code == 0

    plan = root / "accounts/mere-paillarde.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("name: ", "name: New ", 1), encoding="utf-8")
    assert kamgen("build", "--check", root=root).code == 1
    assert kamgen("build", "--jobs", 1, root=root).code == 0
    made_with = json.loads(manifest.read_text(encoding="utf-8"))["made_with"]
    assert made_with["fonts"] == "Other.ttf 1"
    assert made_with["libraries"] == "Pango 9.9.9"


def test_the_libraries_are_named_with_their_versions_and_decide_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [part.split(" ")[0] for part in drawing_libraries().split("; ")]
    assert names == ["Pango", "HarfBuzz", "fontconfig"]
    assert "unknown" not in drawing_libraries()
    before = pdf_key("html", "css")
    monkeypatch.setattr("kamgen.output.drawing_libraries.drawing_libraries", lambda: "Pango 9.9.9")
    assert pdf_key("html", "css") == before
