"""A workspace changes colours, one block or one template without copying the rest; docs/templates.md says how."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError

from kamgen.output.account_files import templates_of
from kamgen.output.brief_design import brief_design
from kamgen.output.folders import templates_folder
from kamgen.output.site import BuildOptions, BuildReport, build_site
from kamgen.output.template_errors import OwnTemplateError
from kamgen.output.templates import Templates
from kamgen.plan.settings import Briefs
from tests.conftest import REPOSITORY, SMALL_SETTINGS, SMALLEST_PLAN, Said

Write = Callable[..., Path]
Run = Callable[..., Said]

DOCUMENT = (REPOSITORY / "docs/templates.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"^`(templates/[^`]+)`:\n\n```\w+\n(.*?)^```$", DOCUMENT, re.M | re.S))
BOTH = SMALL_SETTINGS + "languages: [en, zh]\n"
PLAN = {"accounts/acme.yaml": SMALLEST_PLAN}


def build(root: Path, **options: Any) -> BuildReport:
    templates_of.cache_clear()  # a process keeps the templates that it has loaded
    return build_site(root, root / "site", BuildOptions(today=date(2026, 5, 6), pdf=False, **options))


def page(root: Path, address: str) -> str:
    return (root / "site" / address).read_text(encoding="utf-8")


def contents(root: Path) -> dict[str, bytes]:
    site = root / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }


def error_of(root: Path) -> OwnTemplateError:
    """Return what a build says about the workspace's templates; it must have written nothing."""
    before = contents(root)
    with pytest.raises(OwnTemplateError) as caught:
        build(root)
    assert contents(root) == before
    return caught.value


# What docs/templates.md promises, from its own examples.


@pytest.fixture
def documented(workspace: Write) -> Path:
    root = workspace(PLAN | EXAMPLES, BOTH)
    build(root)
    return root


def test_the_documented_examples_are_found() -> None:
    assert list(EXAMPLES) == [
        "templates/site/assets/own.css",
        "templates/site/layout.html",
        "templates/site/assets/logo.svg",
        "templates/site/account.html",
        "templates/site/portfolio.html",
        "templates/briefs/own.css",
    ]


def test_own_style_is_loaded_last_by_every_page(documented: Path) -> None:
    assert page(documented, "assets/own.css") == EXAMPLES["templates/site/assets/own.css"]
    pages = list((documented / "site").rglob("*.html"))
    assert pages
    for path in pages:
        sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', path.read_text(encoding="utf-8"))
        assert sheets[-1].endswith("assets/own.css"), path
        assert (path.parent / sheets[-1]).resolve() == documented / "site/assets/own.css"


def test_colours_that_the_example_sets_are_kamgens_names() -> None:
    named = set(re.findall(r"(--[\w-]+):", EXAMPLES["templates/site/assets/own.css"]))
    sheets = Templates().read("site/assets/colours.css") + Templates().read("site/assets/kamgen.css")
    assert named
    assert named <= set(re.findall(r"(--[\w-]+):", sheets))


def test_colours_stand_in_their_own_sheet_alone() -> None:
    sheets = sorted((templates_folder() / "site/assets").glob("*.css"))
    assert len(sheets) > 5
    for sheet in sheets:
        colours = re.findall(r"#[0-9a-fA-F]{3,8}\b(?!\s*\{)", sheet.read_text(encoding="utf-8"))
        assert bool(colours) == (sheet.name == "colours.css"), (sheet.name, colours)


def test_the_logo_stands_on_every_page_and_the_rest_of_the_masthead_stays(documented: Path) -> None:
    for address, logo in (
        ("index.html", "assets/logo.svg"),
        ("accounts/acme.html", "../assets/logo.svg"),
        ("zh/accounts/acme.html", "../../assets/logo.svg"),
    ):
        html = page(documented, address)
        assert f'<img src="{logo}"' in html
        assert 'class="masthead-links"' in html
        assert (documented / "site" / address).parent.joinpath(logo).is_file()


def test_a_block_of_an_account_is_extended_and_the_rest_stays(documented: Path) -> None:
    html = page(documented, "accounts/acme.html")
    assert '<a href="https://crm.example.com/accounts/acme">Acme · CRM</a>' in html
    assert "<h1>Acme</h1>" in html
    assert 'id="scores"' in html


def test_blocks_of_the_portfolio_are_extended_and_left_out(documented: Path) -> None:
    assert "Team meeting: Mondays, 9:30" in page(documented, "index.html")
    assert "团队周会：周一 9:30" in page(documented, "zh/index.html")
    assert 'id="pyramid"' not in page(documented, "index.html")
    assert 'id="accounts"' in page(documented, "index.html")


def test_own_style_of_briefs_comes_after_kamgens(workspace: Write) -> None:
    own = EXAMPLES["templates/briefs/own.css"]
    root = workspace({"templates/briefs/own.css": own})
    theirs, kamgens = brief_design(Templates(root / "templates"), Briefs()), brief_design(Templates(), Briefs())
    assert theirs.stylesheets == {name: sheet + own for name, sheet in kamgens.stylesheets.items()}


def test_documented_blocks_are_those_that_the_templates_have() -> None:
    table = DOCUMENT.split("| template | its blocks |")[1].split("\n\n")[0]
    for line in table.splitlines()[2:]:
        template, blocks = line.split("|")[1:3]
        name = re.findall(r"`(site/\w+\.html)`", template)[0]
        there = set(re.findall(r"{% block (\w+)", (templates_folder() / name).read_text(encoding="utf-8")))
        listed = set(re.findall(r"`(\w+)`", blocks))
        assert listed <= there
        if "named as its file" in blocks:
            listed |= {path.stem for path in (templates_folder() / "site/sections").glob("*.html")}
        assert there - {"head", "body_class", "main"} <= listed


def test_documented_files_are_there() -> None:
    for name in re.findall(r"`(kamgen/[\w/]+\.py)`", DOCUMENT):
        assert (REPOSITORY / name).is_file(), name
    for name in re.findall(r"\]\(([^)]+)\)", DOCUMENT):
        assert (REPOSITORY / "docs" / name).is_file(), name


# What an own template changes, and what it does not.


def test_an_own_template_changes_no_other_page(workspace: Write) -> None:
    root = workspace(PLAN, BOTH)
    build(root)
    before = contents(root)
    own = '{% extends "kamgen/site/404.html" %}{% block body_class %}ours{% endblock %}'
    workspace({"templates/site/404.html": own}, BOTH)
    report = build(root)
    assert sorted(report.written) == ["404.html", "zh/404.html"]
    assert {name for name, data in contents(root).items() if before.get(name) != data} == set(report.written)


def test_own_style_rewrites_itself_alone(workspace: Write) -> None:
    root = workspace(PLAN, BOTH)
    build(root)
    workspace({"templates/site/assets/own.css": ":root { --accent: #123456; }\n"}, BOTH)
    assert build(root, check=True).written == ("assets/own.css",)
    assert build(root).written == ("assets/own.css",)
    assert build(root).written == ()
    (root / "templates/site/assets/own.css").unlink()
    assert build(root).written == ("assets/own.css",)
    assert page(root, "assets/own.css") == Templates().read("site/assets/own.css")


def test_a_section_replaced_as_a_whole_rewrites_the_pages_that_have_it(workspace: Write) -> None:
    with_risk = SMALLEST_PLAN + "risks: [{id: closure, text: Plant closes, likelihood: 3, impact: 4}]\n"
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN, "accounts/bravo.yaml": with_risk})
    build(root)
    workspace({"templates/site/sections/risks.html": "<section id='risks'>Ours</section>"})
    report = build(root)
    assert set(report.written) == {"accounts/bravo.html"}


def test_kamgens_own_names_cannot_be_taken(workspace: Write) -> None:
    root = workspace(
        PLAN
        | {
            "templates/kamgen/site/404.html": "taken",
            "templates/site/404.html": '{% extends "kamgen/site/404.html" %}',
        }
    )
    build(root)
    assert "taken" not in page(root, "404.html")


def test_an_own_layout_frames_an_own_page(workspace: Write) -> None:
    root = workspace(
        PLAN
        | {
            "templates/site/layout.html": '{% extends "kamgen/site/layout.html" %}'
            "{% block colophon %}<p>Our house</p>{{ super() }}{% endblock %}",
            "templates/site/account.html": '{% extends "kamgen/site/account.html" %}{% block scores %}{% endblock %}',
        }
    )
    build(root)
    html = page(root, "accounts/acme.html")
    assert "<p>Our house</p>" in html
    assert 'class="colophon"' in html
    assert '<section class="part" id="scores"' not in html


# What is wrong with an own template is said with file and line, and nothing is written.


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("<p>\n{% if %}", 2, "Expected an expression, got 'end of statement block'"),
        ("<p>\n{{ page.nmae }}", 2, "has no attribute 'nmae'"),
        ("<p>\n\n{{ account }}", 3, "'account' is undefined"),
        ('{% extends "site/account.html" %}', 1, '{% extends "kamgen/site/account.html" %}'),
        ('{% extends "kamgen/site/acount.html" %}', 1, "did you mean kamgen/site/account.html"),
        ('\n{% include "site/sections/ours.html" %}', 2, "there is no template site/sections/ours.html"),
        (
            '{% extends "kamgen/site/account.html" %}\n{% block headline %}x{% endblock %}',
            2,
            "kamgen/site/account.html has no block headline; did you mean heading",
        ),
        ("\n{{ page.name / 0 }}", 2, "(TypeError)"),
        ("\n{{ 1 / 0 }}", 2, "division by zero (ZeroDivisionError)"),
        ("\n{% for i in range(10000000) %}{% endfor %}", 2, "(OverflowError)"),
        ('{% include "site/account.html" %}', 1, "templates include one another without end"),
    ],
)
def test_a_mistake_is_named_with_its_line(workspace: Write, text: str, line: int, reason: str) -> None:
    root = workspace(PLAN)
    build(root)
    workspace({"templates/site/account.html": text})
    error = error_of(root)
    assert (error.file, error.line) == ("templates/site/account.html", line)
    assert reason in error.reason


def test_a_parent_that_is_wrong_is_named_itself(workspace: Write) -> None:
    root = workspace(
        PLAN
        | {
            "templates/site/account.html": '{% extends "site/ours.html" %}{% block x %}{% endblock %}',
            "templates/site/ours.html": "{% block x %}\n{% endif %}",
        }
    )
    error = error_of(root)
    assert (error.file, error.line) == ("templates/site/ours.html", 2)


def test_own_macros_that_lack_what_kamgens_pages_need_are_told(workspace: Write) -> None:
    name = "templates/site/sections/pieces.html"
    error = error_of(workspace(PLAN | {name: "{% macro head(id, title) %}{% endmacro %}"}))
    assert error.file == name
    assert error.reason.startswith("it lacks ")
    assert "length" in error.reason
    assert "head" not in error.reason


def test_macros_can_be_changed_one_by_one(workspace: Write) -> None:
    macros = set(re.findall(r"{% macro (\w+)", Templates().read("site/sections/pieces.html"))) - {"head"}
    own = '{% import "kamgen/site/sections/pieces.html" as kamgens %}'
    own += "".join(f"{{% set {macro} = kamgens.{macro} %}}" for macro in sorted(macros))
    own += "{% macro head(id, title, note='') %}<h2 class='ours' id='{{ id }}-title'>{{ title }}</h2>{% endmacro %}"
    root = workspace(PLAN | {"templates/site/sections/pieces.html": own})
    build(root)
    assert "<h2 class='ours' id='scores-title'>" in page(root, "accounts/acme.html")


def test_a_mistake_deeper_down_is_told_where_the_own_template_led_to_it(workspace: Write) -> None:
    own = (
        '{% extends "kamgen/site/404.html" %}\n'
        '{% from "kamgen/site/sections/pieces.html" import head %}\n'
        "{% block main %}\n{{ head('x') }}{% endblock %}"
    )
    error = error_of(workspace(PLAN | {"templates/site/404.html": own}))
    assert (error.file, error.line) == ("templates/site/404.html", 4)
    assert "(in kamgen's own site/sections/pieces.html:" in error.reason


def test_an_error_in_kamgens_own_templates_is_not_blamed_on_others(workspace: Write) -> None:
    root = workspace({"templates/site/404.html": '{% extends "kamgen/site/404.html" %}'})
    with pytest.raises(UndefinedError):
        Templates(root / "templates").render("site/account.html")


def test_what_is_no_text_is_told(workspace: Write) -> None:
    error = error_of(workspace(PLAN | {"templates/site/404.html": b"\xff\xfe<"}))
    assert (error.file, error.reason) == ("templates/site/404.html", "this is not UTF-8 text")


def test_the_command_line_says_it_without_a_traceback(workspace: Write, kamgen: Run) -> None:
    root = workspace(PLAN | {"templates/site/account.html": "{{ page.nmae }}"})
    said = kamgen("build", "--no-pdf", root=root)
    assert said.code == 2
    assert said.err.startswith("kamgen: templates/site/account.html:1: ")
    assert "move it away: then kamgen's own takes its place" in said.err
    assert "Traceback" not in said.err


def test_a_mistake_travels_between_processes() -> None:
    error = OwnTemplateError("templates/site/account.html", 3, "no")
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == str(error)
    assert (again.file, again.line, again.reason) == (error.file, error.line, error.reason)


# A pull request may bring templates: they see what pages say, and nothing else.


@pytest.mark.parametrize(
    "text",
    [
        "{{ page.__class__.__mro__ }}",
        "{{ t.text.__globals__ }}",
        "{{ t.text.__func__.__globals__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.environ }}",
        "{{ page | attr('__class__') }}",
        "{{ '{0.__class__}'.format(page) }}",
        "{% include '../../kamgen.yaml' %}",
        "{% include '/etc/hostname' %}",
        "{% include 'site/../../kamgen.yaml' %}",
    ],
)
def test_a_template_reaches_neither_python_nor_files(workspace: Write, text: str) -> None:
    root = workspace(PLAN | {"templates/site/account.html": f"<p>\n{text}"})
    error = error_of(root)
    assert (error.file, error.line) == ("templates/site/account.html", 2)


@pytest.mark.parametrize("name", ["site/assets/leak.css", "site/leak.html", "site/leak", "briefs/own.css"])
def test_a_link_out_of_the_templates_is_refused(workspace: Write, tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "file").write_text("secret", encoding="utf-8")
    root = workspace(PLAN)
    link = root / "templates" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(secret / "file" if "." in name else secret)
    error = error_of(root)
    assert error.file == f"templates/{name}"
    assert "leads out" in error.reason


def test_templates_that_are_a_link_out_of_the_workspace_are_refused(workspace: Write, tmp_path: Path) -> None:
    (tmp_path / "elsewhere/site").mkdir(parents=True)
    root = workspace(PLAN)
    (root / "templates").symlink_to(tmp_path / "elsewhere")
    assert "leads out of the workspace" in error_of(root).reason


def test_a_link_within_the_templates_is_followed(workspace: Write) -> None:
    root = workspace(PLAN | {"templates/site/assets/own.css": "p { color: red; }"})
    (root / "templates/site/assets/again.css").symlink_to("own.css")
    build(root)
    assert page(root, "assets/again.css") == "p { color: red; }"


def test_a_text_of_a_plan_is_never_a_template(workspace: Write) -> None:
    root = workspace(
        {
            "accounts/acme.yaml": SMALLEST_PLAN.replace("Acme", '"{{ 7 * 6 }}"'),
            "templates/site/account.html": '{% extends "kamgen/site/account.html" %}',
        }
    )
    build(root)
    assert "<h1>{{ 7 * 6 }}</h1>" in page(root, "accounts/acme.html")
