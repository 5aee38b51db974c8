"""Many versions of a plan, read key by key: never otherwise than as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.history import plain_plans
from kamgen.history.plain_plans import PlainPlans
from kamgen.workspace.yaml_text import read_yaml
from tests.conftest import REPOSITORY, SMALLEST_PLAN

SAMPLES = sorted(path.name for path in (REPOSITORY / "accounts").glob("*.yaml"))
LINES = (
    "a: 1\n", "b: 2\n", "a: {x: 1,\n", "y: 2}\n", "b: [1,\n", "2]\n", "a:\n", "b: |\n", "  a: 1\n", "- 1\n", "  - 1\n",
    'a: "x\n', 'b: y"\n', "a: 'x\n", "'\n", "# b: 1\n", "---\n", "...\n", "%YAML 1.1\n", "a: &x 1\n", "b: *x\n", "\n",
    "  text\n", "text\n", "\ta: 1\n", "a: 1\rb: 2\n", "a : 1\n", "? a\n", ": 1\n", "b: >-\n", "{a: 1}\n", "<<: *x\n",
    "b:\r\n", "\ufeffa: 1\n", "a: 1\u2028b: 2\n",
)  # fmt: skip


def whole(text: str) -> object:
    plain, problems = read_yaml(text)
    return plain if isinstance(plain, dict) and not problems else None


@pytest.mark.parametrize("name", SAMPLES)
def test_a_plan_has_the_values_that_it_has_as_a_whole(name: str) -> None:
    text = (REPOSITORY / "accounts" / name).read_text(encoding="utf-8")
    assert PlainPlans().of(text) == whole(text) is not None


@given(st.lists(st.lists(st.sampled_from(LINES), max_size=8).map("".join), max_size=6))
def test_whatever_stands_there_it_is_read_as_a_whole_would_be(texts: list[str]) -> None:
    plans = PlainPlans()
    assert [plans.of(text) for text in texts] == [whole(text) for text in texts]


def test_what_did_not_change_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str) -> object:
        read.append(text)
        return read_yaml(text)

    monkeypatch.setattr(plain_plans, "read_yaml", counted)
    plans = PlainPlans()
    assert plans.of(f"# Acme\n\n{SMALLEST_PLAN}") is not None
    assert plans.of(SMALLEST_PLAN.replace("Acme", "Bolt")) == {"kamgen": "1", "name": "Bolt", "owner": "lin"}
    assert read == ["kamgen: 1\n", "name: Acme\n", "owner: lin\n", "name: Bolt\n"]
