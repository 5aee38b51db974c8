"""``kamgen brief`` from outside, and the briefs of ``kamgen build``."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from tests.conftest import SMALL_SETTINGS, SMALLEST_PLAN, Said

Write = Callable[..., Path]
Run = Callable[..., Said]

# The engine forgets to close its colour profile.
pytestmark = pytest.mark.filterwarnings("ignore:.*sRGB2014.icc")

JOINT = "joint_plan: {value_proposition: Fewer write-offs, next_review: 2026-07-02}\n"
HANDOVER = "handovers: [{date: 2026-05-01, from: bo, to: lin}]\n"
CONFIRMED = "handovers: [{date: 2026-05-01, from: bo, to: lin, reconfirmed: 2026-05-05}]\n"
EVERYTHING = SMALLEST_PLAN + JOINT + HANDOVER
KINDS = ("plan", "card", "review", "handover")
BOTH = SMALL_SETTINGS + "languages: [en, zh]\n"
A4, LETTER = (595, 842), (612, 792)


def paper_of(data: bytes) -> tuple[int, int]:
    box = pypdf.PdfReader(io.BytesIO(data)).pages[0].mediabox
    return round(box.width), round(box.height)


def language_of(data: bytes) -> str:
    return str(pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]["/Lang"])  # type: ignore[index]


def metadata_of(data: bytes) -> str:
    root = pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]
    return root["/Metadata"].get_object().get_data().decode()  # type: ignore[index, no-any-return]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that commands run in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


# --- What is written ------------------------------------------------------------------------------------------------


@pytest.mark.pdf
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_here_under_its_name(workspace: Write, kamgen: Run, here: Path, kind: str) -> None:
    said = kamgen("brief", "acme", "--kind", kind, root=workspace({"accounts/acme.yaml": EVERYTHING}))
    data = (here / f"acme-{kind}.pdf").read_bytes()
    assert (said.code, said.err) == (0, "")
    assert said.out == f"Wrote acme-{kind}.pdf, {len(data) // 1024} KB.\n"
    assert data.startswith(b"%PDF-")
    assert (paper_of(data), language_of(data)) == (A4, "en")


@pytest.mark.pdf
def test_the_plan_is_what_is_written_where_no_kind_is_named(workspace: Write, kamgen: Run, here: Path) -> None:
    assert kamgen("brief", "acme", root=workspace({"accounts/acme.yaml": SMALLEST_PLAN})).code == 0
    assert [path.name for path in here.iterdir()] == ["acme-plan.pdf"]


@pytest.mark.pdf
def test_the_portfolio_is_a_brief_of_its_own(workspace: Write, kamgen: Run, here: Path) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
    said = kamgen("brief", "--portfolio", "--language", "zh", root=root)
    assert said.code == 0
    assert said.out.startswith("Wrote portfolio.pdf, ")
    assert language_of((here / "portfolio.pdf").read_bytes()) == "zh-Hans"


@pytest.mark.pdf
def test_language_paper_and_variant_are_those_asked_for(workspace: Write, kamgen: Run, here: Path) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
    kamgen("brief", "acme", "--kind", "card", root=root)
    plain = (here / "acme-card.pdf").read_bytes()
    kamgen("brief", "acme", "--kind", "card", "--language", "zh", "--paper", "letter", "--archive", root=root)
    asked = (here / "acme-card.pdf").read_bytes()
    assert (language_of(asked), paper_of(asked)) == ("zh-Hans", LETTER)
    assert "pdfuaid:part" in metadata_of(plain)
    assert "pdfaid:part" not in metadata_of(plain)
    assert "pdfaid:part" in metadata_of(asked)


@pytest.mark.pdf
def test_language_and_paper_are_else_those_of_the_plan_and_of_the_settings(
    workspace: Write, kamgen: Run, here: Path
) -> None:
    plans = {"accounts/acme.yaml": SMALLEST_PLAN + "language: zh\n"}
    root = workspace(plans, SMALL_SETTINGS + "briefs: {paper: letter, archive: true}\n")
    assert kamgen("brief", "acme", "--kind", "card", root=root).code == 0
    data = (here / "acme-card.pdf").read_bytes()
    assert (language_of(data), paper_of(data)) == ("zh-Hans", LETTER)
    assert "pdfaid:part" in metadata_of(data)
    assert kamgen("brief", "acme", "--kind", "card", "--paper", "a4", root=root).code == 0
    assert paper_of((here / "acme-card.pdf").read_bytes()) == A4


@pytest.mark.pdf
def test_a_brief_speaks_of_the_day_asked_for(workspace: Write, kamgen: Run, here: Path) -> None:
    root = workspace({"accounts/acme.yaml": EVERYTHING})
    for day, spoken in (("2026-02-03", "3 Feb 2026"), ("2026-05-06", "6 May 2026")):
        assert kamgen("brief", "acme", "--as-of", day, root=root).code == 0
        assert spoken in pypdf.PdfReader(here / "acme-plan.pdf").pages[0].extract_text()
    said = kamgen("brief", "acme", "--as-of", "3 Feb", root=root)
    assert (said.code, "write year-month-day" in said.err) == (2, True)


@pytest.mark.pdf
def test_the_same_plan_makes_the_same_bytes_as_the_build(workspace: Write, kamgen: Run, here: Path) -> None:
    root = workspace({"accounts/acme.yaml": EVERYTHING})
    kamgen("build", root=root)
    for kind in KINDS:
        kamgen("brief", "acme", "--kind", kind, root=root)
        assert (here / f"acme-{kind}.pdf").read_bytes() == (root / f"site/briefs/acme-{kind}.pdf").read_bytes()


# --- Where it is written --------------------------------------------------------------------------------------------


@pytest.mark.pdf
def test_a_folder_gets_the_file_under_its_name_and_one_that_is_missing_is_made(
    workspace: Write, kamgen: Run, here: Path
) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
    (here / "papers").mkdir()
    for output, path in (("papers", "papers/acme-card.pdf"), ("new/folder/card.pdf", "new/folder/card.pdf")):
        said = kamgen("brief", "acme", "--kind", "card", "-o", output, root=root)
        assert (said.code, said.err) == (0, "")
        assert said.out.startswith(f"Wrote {path}, ")
        assert (here / path).read_bytes().startswith(b"%PDF-")


@pytest.mark.pdf
def test_a_place_that_cannot_be_written_is_said(workspace: Write, kamgen: Run, here: Path) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
    (here / "file").write_text("mine")
    said = kamgen("brief", "acme", "--kind", "card", "-o", "file/card.pdf", root=root)
    assert said.code == 2
    (line,) = said.err.splitlines()
    assert line.startswith("kamgen: ")
    assert "is not a folder" in line
    assert (here / "file").read_text() == "mine"


@pytest.mark.pdf
def test_a_file_that_is_there_is_replaced_whole_or_not_at_all(
    workspace: Write, kamgen: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN + 'summary: "box \\uE123 here"\n'})
    (here / "acme-plan.pdf").write_bytes(b"of yesterday")
    refused = kamgen("brief", "acme", root=root)
    assert (refused.code, "U+E123" in refused.err) == (2, True)
    assert (here / "acme-plan.pdf").read_bytes() == b"of yesterday"

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        said = kamgen("brief", "acme", "--allow-missing-glyphs", root=root)
    assert (said.code, "The disk is full" in said.err) == (2, True)
    assert (here / "acme-plan.pdf").read_bytes() == b"of yesterday"
    assert kamgen("brief", "acme", "--allow-missing-glyphs", root=root).code == 0
    assert (here / "acme-plan.pdf").read_bytes().startswith(b"%PDF-")
    assert [path.name for path in here.iterdir()] == ["acme-plan.pdf"]


# --- What there is not ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "name an account (see: ls accounts), or ask for --portfolio"),
        (("acme", "--portfolio"), "--portfolio is about all accounts: ask for it without 'acme'"),
        (("--portfolio", "--kind", "card"), "--portfolio is a brief of its own: ask for it without --kind card"),
        (("nobody",), "there is no account 'nobody' in this workspace; see: ls accounts"),
        (("acne",), "there is no account 'acne' in this workspace; did you mean acme?"),
        (("../acme",), "there is no account '../acme' in this workspace; did you mean acme?"),
        (("acme", "--kind", "letter"), "'letter' is not one of 'plan', 'card', 'review', 'handover'"),
        (("acme", "--paper", "a3"), "'a3' is not one of 'a4', 'letter'"),
    ],
)
def test_what_cannot_be_is_wrong_usage(
    workspace: Write, kamgen: Run, here: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    said = kamgen("brief", *arguments, root=workspace({"accounts/acme.yaml": SMALLEST_PLAN}))
    assert (said.code, said.out) == (2, "")
    assert said.err.endswith(f"{sentence}\n") or f"{sentence}." in said.err
    assert list(here.iterdir()) == []


def test_outside_of_a_workspace_it_is_said_how_to_begin(kamgen: Run, here: Path) -> None:
    said = kamgen("brief", "acme")
    assert (said.code, "kamgen init" in said.err) == (2, True)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("review", "acme has no joint_plan yet, so there is nothing to review together."),
    ],
)
def test_a_plan_that_gives_no_reason_for_a_brief_gets_none(
    workspace: Write, kamgen: Run, here: Path, kind: str, sentence: str
) -> None:
    said = kamgen("brief", "acme", "--kind", kind, root=workspace({"accounts/acme.yaml": SMALLEST_PLAN}))
    assert (said.code, said.out, said.err) == (1, "", f"kamgen: {sentence}\n")
    assert list(here.iterdir()) == []


def test_a_broken_plan_is_said_and_nothing_is_written(workspace: Write, kamgen: Run, here: Path) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN, "accounts/bad.yaml": "kamgen: 1\nname: Bad\nowner: x y\n"})
    for arguments in (("bad",), ("--portfolio",)):
        said = kamgen("brief", *arguments, root=root)
        assert (said.code, said.out) == (1, "")
        assert "accounts/bad.yaml:3:8" in said.err
        assert said.err.endswith("The plans have errors: nothing was written.\n")
        assert list(here.iterdir()) == []


@pytest.mark.pdf
def test_another_plan_that_is_broken_is_no_hindrance_but_the_settings_are(
    workspace: Write, kamgen: Run, here: Path
) -> None:
    plans = {"accounts/acme.yaml": SMALLEST_PLAN, "accounts/bad.yaml": "kamgen: 1\nname: Bad\nowner: x y\n"}
    good = kamgen("brief", "acme", "--kind", "card", root=workspace(plans))
    assert (good.code, good.err) == (0, "")
    said = kamgen("brief", "acme", "--kind", "card", root=workspace(settings=SMALL_SETTINGS + "curency: EUR\n"))
    assert (said.code, said.out) == (1, "")
    assert "kamgen.yaml:3:1" in said.err


# --- In the site ----------------------------------------------------------------------------------------------------


def files(root: Path) -> list[str]:
    return sorted(path.relative_to(root / "site").as_posix() for path in (root / "site").rglob("*.pdf"))


@pytest.mark.pdf
def test_a_build_makes_every_brief_that_there_is_reason_for_and_links_it(workspace: Write, kamgen: Run) -> None:
    root = workspace({"accounts/acme.yaml": EVERYTHING, "accounts/beta.yaml": SMALLEST_PLAN}, BOTH)
    said = kamgen("build", root=root)
    assert (said.code, said.err) == (0, "")
    assert "8 of them PDF" in said.out
    of_accounts = ["acme-card", "acme-handover", "acme-plan", "acme-review", "beta-card", "beta-plan"]
    in_each = ["briefs/portfolio.pdf", "zh/briefs/portfolio.pdf"]
    assert files(root) == [*(f"briefs/{name}.pdf" for name in of_accounts), *in_each]
    assert language_of((root / "site/zh/briefs/portfolio.pdf").read_bytes()) == "zh-Hans"
    for folder, up in (("", "../"), ("zh/", "../../")):
        portfolio = (root / f"site/{folder}index.html").read_text(encoding="utf-8")
        assert 'href="briefs/portfolio.pdf"' in portfolio
        for name in of_accounts:
            page = (root / f"site/{folder}accounts/{name.split('-')[0]}.html").read_text(encoding="utf-8")
            assert f'href="{up}briefs/{name}.pdf"' in page


@pytest.mark.pdf
def test_briefs_stay_while_none_are_made_and_go_when_their_reason_ends(workspace: Write, kamgen: Run) -> None:
    root = workspace({"accounts/acme.yaml": EVERYTHING})
    kamgen("build", root=root)
    before = files(root)
    assert "briefs/acme-handover.pdf" in before
    (root / "accounts/acme.yaml").write_text(SMALLEST_PLAN + JOINT + HANDOVER + "tags: [new]\n", encoding="utf-8")
    assert kamgen("build", "--no-pdf", root=root).code == 0
    assert files(root) == before
    (root / "accounts/acme.yaml").write_text(SMALLEST_PLAN + JOINT + CONFIRMED, encoding="utf-8")
    said = kamgen("build", root=root)
    assert (said.code, "1 removed" in said.out) == (0, True)
    assert files(root) == [name for name in before if "handover" not in name]
    assert "handover.pdf" not in (root / "site/accounts/acme.html").read_text(encoding="utf-8")
    (root / "accounts/acme.yaml").unlink()
    assert kamgen("build", root=root).code == 0
    assert files(root) == []
