"""The whole vocabulary is modelled, documented and read without a finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import Section, in_language
from kamgen.workspace.plan_file import plan_from_text, read_settings_text
from kamgen.workspace.yaml_text import read_yaml
from tests.conftest import REPOSITORY

EXAMPLES = REPOSITORY.parent / "shared" / "plan-format"
needs_examples = pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the example files of the plan format are not here")


def sections(model: type[Section]) -> Iterator[type[Section]]:
    """Yield a model and every model below it."""
    seen: set[type[Section]] = set()

    def walk(kind: Any) -> Iterator[type[Section]]:
        if isinstance(kind, type) and issubclass(kind, Section):
            if kind not in seen:
                seen.add(kind)
                yield kind
                for field in kind.model_fields.values():
                    yield from walk(field.annotation)
            return
        for argument in getattr(kind, "__args__", ()):
            yield from walk(argument)

    yield from walk(model)


@needs_examples
def test_the_example_plan_loads_without_a_finding() -> None:
    plan = plan_from_text("account", "account.yaml", (EXAMPLES / "account.yaml").read_text(encoding="utf-8"))
    assert plan.findings == ()
    assert plan.account is not None
    assert in_language(plan.account.name, "zh") == "省多超市"


@needs_examples
def test_the_example_settings_load_without_a_finding() -> None:
    settings, findings = read_settings_text((EXAMPLES / "kamgen.yaml").read_text(encoding="utf-8"), "kamgen.yaml")
    assert findings == []
    assert [criterion.id for criterion in settings.scoring.criteria] == ["years", "wallet", "volume", "fit", "type"]


@pytest.mark.parametrize("model", [*sections(Account), *sections(Settings)], ids=lambda model: model.__name__)
def test_every_key_says_what_it_is(model: type[Section]) -> None:
    assert model.__doc__
    assert [name for name, field in model.model_fields.items() if not field.description] == []


@pytest.mark.parametrize("model", [*sections(Account), *sections(Settings)], ids=lambda model: model.__name__)
def test_every_section_is_frozen_and_refuses_unknown_keys(model: type[Section]) -> None:
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == ("allow" if model.__name__ == "CheckSetting" else "forbid")


def keys_of(model: type[Section], data: Any) -> set[str]:
    """Return the keys of a model that plain values use, as ``Model.key``."""
    used: set[str] = set()
    if isinstance(data, dict):
        fields = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
        for key, value in data.items():
            if key in fields:
                used.add(f"{model.__name__}.{key}")
                for inner in direct(fields[key]):
                    for item in value if isinstance(value, list) else [value]:
                        used |= keys_of(inner, item)
                        for nested in item.values() if isinstance(item, dict) else []:
                            used |= keys_of(inner, nested) if isinstance(nested, dict) else set()
    return used


def direct(kind: Any) -> Iterator[type[Section]]:
    if isinstance(kind, type) and issubclass(kind, Section):
        yield kind
    for argument in getattr(kind, "__args__", ()):
        yield from direct(argument)


def all_keys(model: type[Section]) -> set[str]:
    return {
        f"{section.__name__}.{field.alias or name}"
        for section in sections(model)
        for name, field in section.model_fields.items()
    }


def test_the_sample_workspace_uses_every_key_of_the_vocabulary() -> None:
    used: set[str] = set()
    for path in sorted((REPOSITORY / "accounts").glob("*.yaml")):
        used |= keys_of(Account, read_yaml(path.read_text(encoding="utf-8"))[0])
    used |= keys_of(Settings, read_yaml((REPOSITORY / "kamgen.yaml").read_text(encoding="utf-8"))[0])
    assert sorted((all_keys(Account) | all_keys(Settings)) - used) == []


def test_there_are_at_least_twelve_sample_plans_each_marked_as_one() -> None:
    plans = sorted((REPOSITORY / "accounts").glob("*.yaml"))
    assert len(plans) >= 12
    unmarked = [
        path.name
        for path in plans
        if "ample" not in "".join(path.read_text(encoding="utf-8").splitlines()[:4])
        and "示例" not in "".join(path.read_text(encoding="utf-8").splitlines()[:4])
    ]
    assert unmarked == []
