"""Win rates over all accounts: by process and by owner, with the counts that they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kamgen.pages.context import Context
from kamgen.pages.portfolio.causes import WinRateGroup, win_rate_groups
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from tests.pages.registers import TODAY, register_of

SETTINGS = Settings.model_validate(
    {
        "team": [{"id": "lin-yue", "name": "Lin Yue"}],
        "processes": {
            "tender": {
                "name": {"en": "Tender", "zh": "招标"},
                "stages": [{"id": "notice", "probability": "0.2"}, {"id": "bid", "probability": "0.5"}],
            }
        },
    }
)


def deals(*found: tuple[str, str | None, str | None], **keys: Any) -> Mapping[str, Any]:
    opportunities = [
        {"id": f"deal-{n}", "name": "Deal", "status": status, "process": process, "stage": stage}
        for n, (status, process, stage) in enumerate(found)
    ]
    return {"opportunities": opportunities, **keys}


def groups(language: Language = "en", **plans: Mapping[str, Any]) -> tuple[WinRateGroup, ...]:
    summaries = tuple(register_of(plans, SETTINGS).summaries.values())
    return win_rate_groups(summaries, Context(SETTINGS, TODAY, language))


def test_win_rates_stand_by_process_and_owner_with_their_counts() -> None:
    found = groups(
        first=deals(("won", "tender", "notice"), ("lost", "tender", "notice"), ("open", "tender", "bid")),
        second=deals(("won", None, None), owner="chen-bo"),
        third=deals(("open", None, None), owner="wu-di"),
    )
    assert [(group.title, [(row.name, row.won, row.decided, row.rate) for row in group.rows]) for group in found] == [
        ("", [("All decided opportunities", "2", "3", "67%")]),
        ("By buying process", [("Tender", "1", "2", "50%"), ("Without a buying process", "1", "1", "100%")]),
        ("By owner", [("chen-bo", "1", "1", "100%"), ("Lin Yue", "1", "2", "50%")]),
    ]


def test_one_owner_without_processes_has_one_win_rate() -> None:
    found = groups(first=deals(("won", None, None)))
    assert [[row.rate for row in group.rows] for group in found] == [["100%"]]


def test_nothing_decided_is_no_win_rate() -> None:
    assert groups(first=deals(("open", "tender", "bid"))) == ()


def test_win_rates_read_chinese() -> None:
    overall, processes = groups("zh", first=deals(("won", "tender", "bid")))
    assert overall.rows[0].name == "全部已有结果的商机"
    assert [(processes.title, row.name) for row in processes.rows] == [("按采购流程", "招标")]
