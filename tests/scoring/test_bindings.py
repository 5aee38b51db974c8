"""What holds the account."""

from typing import Any

from kamgen.plan.service import Service
from kamgen.scoring.bindings import score_bindings
from tests.scoring.plans import TODAY


def service(*bindings: tuple[str, str | None], **keys: Any) -> Service:
    rows = [{"kind": kind, "text": "Something", "since": since} for kind, since in bindings]
    return Service.model_validate({"bindings": rows, **keys})


def test_bindings_are_told_by_kind_the_oldest_first() -> None:
    found = score_bindings(service(("project", "2026-03-01"), ("level", None), ("project", "2025-03-01")), TODAY)
    assert [str(binding.since) for binding in found.by_kind["project"]] == ["2025-03-01", "2026-03-01"]
    assert (found.missing, found.kinds) == (("industry",), 2)


def test_a_binding_to_come_holds_nothing_yet() -> None:
    assert score_bindings(service(("project", "2026-05-07")), TODAY).kinds == 0
    assert score_bindings(service(("project", "2026-05-06")), TODAY).kinds == 1


def test_nothing_written_down_is_not_known_to_be_nothing() -> None:
    assert score_bindings(service(), TODAY).kinds is None
    found = score_bindings(service(switching_costs=["A shared forecast feed"]), TODAY)
    assert (found.kinds, found.switching_costs) == (0, ("A shared forecast feed",))
