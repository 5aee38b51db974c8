"""What all tests share: a cache of their own, workspaces in temporary folders, and the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest

from kamgen.commands.main import exit_code

REPOSITORY = Path(__file__).resolve().parent.parent

# Time on a loaded machine says nothing about the product.
hypothesis.settings.register_profile("kamgen", deadline=None, derandomize=True)
hypothesis.settings.load_profile("kamgen")

SMALLEST_PLAN = "kamgen: 1\nname: Acme\nowner: lin\n"
SMALL_SETTINGS = "as_of: 2026-05-06\nteam: [{id: lin, name: Lin}, {id: bo, name: Bo}]\n"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what lays out PDF where the libraries for it are missing."""
    marked = [item for item in items if item.get_closest_marker("pdf")]
    if not marked:
        return
    from kamgen.output.pdf import PdfError, render_pdf

    try:
        render_pdf("<p>x</p>")
    except PdfError as error:
        for item in marked:
            item.add_marker(pytest.mark.skip(reason=str(error)))


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAMGEN_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def workspace(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a workspace from file names and contents and returns its folder."""

    def write(files: dict[str, str | bytes] | None = None, settings: str = SMALL_SETTINGS) -> Path:
        root = tmp_path / "workspace"
        (root / "accounts").mkdir(parents=True, exist_ok=True)
        (root / "kamgen.yaml").write_text(settings, encoding="utf-8")
        for name, content in (files or {}).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return write


@dataclass(frozen=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def kamgen(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Return a function that runs the command line in a workspace."""

    def run(*arguments: object, root: Path | None = None) -> Said:
        capsys.readouterr()
        place = [] if root is None else ["--workspace", str(root)]
        code = exit_code([*place, *(str(argument) for argument in arguments)])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return run
