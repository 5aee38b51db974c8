"""``kamgen new``: a plan to fill in that is valid before a word is written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kamgen.output.scaffold import clean_name, is_id, suggested_id, yaml_scalar
from kamgen.workspace.yaml_text import read_yaml
from tests.conftest import Said
from tests.workspaces import read_workspace

Run = Callable[..., Said]
Workspace = Callable[..., Path]


def findings(kamgen: Run, root: Path) -> list[object]:
    found: list[object] = json.loads(kamgen("validate", "--format", "json", root=root).out)["findings"]
    return found


def test_a_new_plan_has_no_findings(kamgen: Run, workspace: Workspace) -> None:
    root = workspace()
    said = kamgen("new", "north-foods", "--name", "North Foods", root=root)
    assert said.code == 0
    assert str(Path("accounts", "north-foods.yaml")) in said.out
    assert "kamgen validate" in said.out
    assert findings(kamgen, root) == []
    plan = read_workspace(root).plans[0].account
    assert plan is not None
    assert (plan.name, plan.owner) == ("North Foods", "lin")


def test_an_editor_finds_the_schema_and_nothing_wrong(kamgen: Run, workspace: Workspace) -> None:
    from tests.workspace.test_schema import PLAN, problems_in_editor

    root = workspace()
    kamgen("new", "north-foods", root=root)
    text = (root / "accounts" / "north-foods.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../plan.schema.json\n")
    assert problems_in_editor(PLAN, text) == []


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 5, 6), date(2026, 12, 31), date(2027, 1, 31)])
def test_its_examples_make_a_good_plan_where_they_stand(
    kamgen: Run, workspace: Workspace, language: str, day: date
) -> None:
    from tests.workspace.test_schema import PLAN, problems_in_editor

    root = workspace(settings=f"language: {language}\nas_of: {day}\nteam: [{{id: lin, name: Lin}}]\n")
    kamgen("new", "north-foods", root=root)
    path = root / "accounts" / "north-foods.yaml"
    text = path.read_text(encoding="utf-8")
    examples = re.sub(r"^( +)# ", r"\1", text, flags=re.MULTILINE)
    assert examples != text
    path.write_text(examples, encoding="utf-8")
    assert findings(kamgen, root) == []
    assert problems_in_editor(PLAN, examples) == []
    plan = read_workspace(root).plans[0].account
    assert plan is not None
    assert plan.reviewed is not None
    assert {person.role for person in plan.power_map.people} == {"economic", "technical", "user", "coach"}
    assert plan.power_map.people[0].covered_by == "lin"
    assert plan.goals.strategies[0].actions[0].owner == "lin"
    assert plan.opportunities[0].needs == (plan.profile.needs[0].id,)
    assert plan.joint_plan.next_review is not None
    assert plan.service.surveys
    assert plan.risks


def test_is_in_the_language_of_the_settings(kamgen: Run, workspace: Workspace) -> None:
    root = workspace(settings="language: zh\nteam: [{id: lin, name: 林}]\n")
    kamgen("new", "qinghe", "--name", "青禾食品", root=root)
    text = (root / "accounts" / "qinghe.yaml").read_text(encoding="utf-8")
    assert "谁来决定" in text
    assert "name: 青禾食品\n" in text


def test_a_name_is_made_from_the_id(kamgen: Run, workspace: Workspace) -> None:
    root = workspace()
    kamgen("new", "north-foods-2", root=root)
    assert "name: North Foods 2\n" in (root / "accounts" / "north-foods-2.yaml").read_text(encoding="utf-8")


NAMES = [
    'Müller & Söhne: "Feinkost" #1',
    "O'Brien's",
    "# no comment",
    "- no list",
    "{no: map}",
    "[no list]",
    "yes",
    "NO",
    "null",
    "~",
    "000001",
    "1e3",
    "2026-01-01",
    "12:30",
    "@home",
    "100%",
    "key: value",
    "trailing:",
    "back\\slash",
    "青禾食品有限公司",
    "北方食品：总部“华北”",
    "Fruit 🍎🍐 GmbH",
    "*alias",
    "&anchor",
    "!tag",
    "|",
    "> quote",
    "---",
    "...",
    "a, b",
    "{{ jinja }} {% x %}",
    "<script>alert(1)</script>",
    "= sum",
    "? question",
]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_written_as_that_name(kamgen: Run, workspace: Workspace, name: str) -> None:
    root = workspace()
    assert kamgen("new", "acme", f"--name={name}", root=root).code == 0
    assert findings(kamgen, root) == []
    plan = read_workspace(root).plans[0].account
    assert plan is not None
    assert plan.name == name
    # And the same to programs that guess types.
    assert yaml.safe_load((root / "accounts" / "acme.yaml").read_text(encoding="utf-8"))["name"] == name


@given(st.text(min_size=1, max_size=60))
def test_no_text_breaks_the_yaml(text: str) -> None:
    name = clean_name(text)
    if name is None:
        return
    assert read_yaml(f"name: {yaml_scalar(name)}\nowner: lin\n") == ({"name": name, "owner": "lin"}, [])


@pytest.mark.parametrize("name", ["", "   ", "\t\n", "a\x00b", "bell\x07", "\x1b[31mred", "\udcff", "x" * 201])
def test_a_name_that_cannot_be_written_is_refused(kamgen: Run, workspace: Workspace, name: str) -> None:
    root = workspace()
    said = kamgen("new", "acme", f"--name={name}", root=root)
    assert said.code == 2
    assert "cannot be a name" in said.err
    assert list((root / "accounts").iterdir()) == []


def test_a_name_on_two_lines_becomes_one(kamgen: Run, workspace: Workspace) -> None:
    root = workspace()
    kamgen("new", "acme", "--name=North\n  Foods ", root=root)
    assert "name: North Foods\n" in (root / "accounts" / "acme.yaml").read_text(encoding="utf-8")


IDS = {
    "North Foods": "north-foods",
    "north_foods": "north-foods",
    "Müller": "muller",
    "O'Brien & Sons": "obrien-sons",
    "accounts/north-foods.yaml": "north-foods",
    "North-Foods.YAML": "north-foods",
    "../../etc/passwd": "passwd",
    "-north": "north",
    "北方食品": "north-foods",
    "con": "con-account",
    "x" * 65: "x" * 64,
    "": "north-foods",
}


@pytest.mark.parametrize(("wrong", "better"), IDS.items())
def test_a_bad_id_is_explained_and_a_good_one_offered(
    kamgen: Run, workspace: Workspace, wrong: str, better: str
) -> None:
    root = workspace()
    said = kamgen("new", "--", wrong, root=root)
    assert said.code == 2
    assert "small letters, digits and hyphens" in said.err
    assert f"kamgen new {better}" in said.err
    assert list((root / "accounts").iterdir()) == []
    assert [path.name for path in root.parent.iterdir()] == ["workspace"]


@given(st.text(max_size=80))
def test_what_is_offered_is_an_id(text: str) -> None:
    assert is_id(suggested_id(text))


@pytest.mark.parametrize("there", ["acme.yaml", "Acme.yaml", "acme.yml"])
def test_an_existing_plan_is_never_overwritten(kamgen: Run, workspace: Workspace, there: str) -> None:
    root = workspace({f"accounts/{there}": "mine"})
    said = kamgen("new", "acme", root=root)
    assert said.code == 2
    assert f"accounts/{there}" in said.err
    assert [path.name for path in (root / "accounts").iterdir()] == [there]
    assert (root / "accounts" / there).read_text(encoding="utf-8") == "mine"


def test_works_from_any_folder_of_the_workspace(
    kamgen: Run, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace()
    (root / "notes" / "deep").mkdir(parents=True)
    for number, place in enumerate((root, root / "accounts", root / "notes" / "deep")):
        monkeypatch.chdir(place)
        assert kamgen("new", f"account-{number}").code == 0
    assert sorted(path.name for path in (root / "accounts").iterdir()) == [
        "account-0.yaml",
        "account-1.yaml",
        "account-2.yaml",
    ]


def test_outside_a_workspace_says_how_to_begin_one(
    kamgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = kamgen("new", "acme")
    assert said.code == 2
    assert "kamgen init" in said.err
    assert list(tmp_path.iterdir()) == []


def test_makes_the_folder_of_plans(kamgen: Run, tmp_path: Path) -> None:
    (tmp_path / "kamgen.yaml").write_text("team: [{id: lin, name: Lin}]\n", encoding="utf-8")
    assert kamgen("new", "acme", root=tmp_path).code == 0
    assert (tmp_path / "accounts" / "acme.yaml").is_file()


def test_a_file_in_the_place_of_the_folder_is_named(kamgen: Run, tmp_path: Path) -> None:
    (tmp_path / "kamgen.yaml").write_text("team: [{id: lin, name: Lin}]\n", encoding="utf-8")
    (tmp_path / "accounts").write_text("a file", encoding="utf-8")
    said = kamgen("new", "acme", root=tmp_path)
    assert said.code == 2
    assert "accounts is not a folder" in said.err


def test_without_a_team_says_that_the_owner_is_open(kamgen: Run, workspace: Workspace) -> None:
    root = workspace(settings="title: Ours\n")
    said = kamgen("new", "acme", root=root)
    assert said.code == 0
    assert "name your team in kamgen.yaml" in said.out
    assert findings(kamgen, root) == []


def test_broken_settings_do_not_stop_it(kamgen: Run, workspace: Workspace) -> None:
    root = workspace(settings="languge: zh\nteam: [{id: lin, name: Lin}]\n")
    assert kamgen("new", "acme", root=root).code == 0
    assert "owner: lin\n" in (root / "accounts" / "acme.yaml").read_text(encoding="utf-8")


def test_a_workspace_can_have_a_scaffold_of_its_own(kamgen: Run, workspace: Workspace) -> None:
    root = workspace({"templates/scaffold/plan.en.yaml": "kamgen: 1\nname: {{ name }}\nowner: {{ owner }}\n"})
    kamgen("new", "acme", "--name", "A: B", root=root)
    assert (root / "accounts" / "acme.yaml").read_text(encoding="utf-8") == 'kamgen: 1\nname: "A: B"\nowner: lin\n'


def test_a_broken_scaffold_is_named_with_its_line(kamgen: Run, workspace: Workspace) -> None:
    root = workspace({"templates/scaffold/plan.en.yaml": "kamgen: 1\nname: {{ name }\n"})
    said = kamgen("new", "acme", root=root)
    assert said.code == 2
    assert "templates/scaffold/plan.en.yaml:2: " in said.err
    assert list((root / "accounts").iterdir()) == []
