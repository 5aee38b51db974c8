"""The service blueprint of an account."""

from typing import Any

from kamgen.plan.service import BlueprintStep
from kamgen.scoring.service_blueprint import service_blueprint


def step(step_id: str, **keys: Any) -> BlueprintStep:
    return BlueprintStep.model_validate({"id": step_id, "step": step_id.title(), **keys})


def test_the_accounts_steps_stand_where_those_of_the_workspace_would() -> None:
    defaults = [step("order", response="1 day"), step("claim", response="2 days")]
    own = [step("audit"), step("order", response="4 hours")]
    found = service_blueprint(defaults, own)
    assert [(one.step.id, one.step.response) for one in found] == [
        ("order", "4 hours"),
        ("claim", "2 days"),
        ("audit", None),
    ]
    assert [one.default for one in found] == [defaults[0], defaults[1], None]


def test_it_is_told_in_what_a_step_differs() -> None:
    defaults = [step("order", response="1 day", back_stage="Planning"), step("claim")]
    own = [step("order", response="4 hours"), step("claim"), step("audit", front_stage="A visit")]
    found = service_blueprint(defaults, own)
    assert [one.differs for one in found] == [("back_stage", "response"), (), ("step", "front_stage")]
    assert [one.is_own for one in found] == [True, False, True]


def test_without_steps_of_its_own_an_account_gets_the_workspaces() -> None:
    found = service_blueprint([step("order")], [])
    assert [(one.step.id, one.is_own) for one in found] == [("order", False)]
    assert service_blueprint([], []) == ()
