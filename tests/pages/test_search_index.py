"""The search index: what can be found, in which words, and that nothing in it is more than text."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from benchmarks.plans import made_up_plan
from kamgen.pages.search_index import LONGEST_NOTE, LONGEST_TEXT, account_part, search_script
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.wording.pinyin import readings
from tests.conftest import REPOSITORY
from tests.workspaces import read_workspace

TODAY = date(2026, 5, 6)
SETTINGS = Settings.model_validate(
    {
        "team": [{"id": "lin-yue", "name": {"en": "Lin Yue", "zh": "林悦"}, "level": "manager"}],
        "processes": {
            "framework": {
                "stages": [
                    {"id": "offer", "name": {"en": "Offer", "zh": "报价"}, "probability": "0.4"},
                    {"id": "last-talks", "probability": "0.8"},
                ]
            }
        },
    }
)
PLAN: dict[str, Any] = {
    "kamgen": "1",
    "name": {"en": "North Mill", "zh": "北磨坊"},
    "owner": "lin-yue",
    "profile": {
        "industry": {"en": "Baking", "zh": "烘焙"},
        "headquarters": "Lyon",
        "needs": [{"id": "flour", "text": "Steady flour", "met": "partly"}],
    },
    "goals": {
        "objective": "Their first call",
        "goals": [{"id": "share", "text": {"en": "Share", "zh": "份额"}}],
        "strategies": [
            {
                "id": "visit",
                "text": "Visit every plant",
                "measures": [{"id": "plants", "text": "Plants visited"}],
                "actions": [{"id": "call", "text": "Call the plants", "status": "doing"}],
            }
        ],
    },
    "power_map": {
        "people": [
            {"id": "zeng", "name": "曾凡", "title": {"en": "Buyer", "zh": "采购员"}, "unit": "Purchasing"},
            {"id": "sponsor", "wanted": "true", "title": "Sponsor", "unit": "Board"},
            {"id": "nobody"},
        ]
    },
    "success_plan": {"outcomes": [{"id": "waste", "text": "Less waste"}]},
    "opportunities": [
        {"id": "rye", "name": "Rye contract", "process": "framework", "stage": "offer"},
        {"id": "oats", "name": "Oats", "process": "framework", "stage": "last-talks"},
        {"id": "spelt", "name": "Spelt", "process": "framework", "stage": "offer", "status": "lost"},
    ],
    "joint_plan": {
        "initiatives": [{"id": "shelf", "text": "A shelf of rye"}],
        "commitments": [{"id": "rate", "by": "us", "text": "98% fill rate", "status": "done"}],
    },
    "service": {
        "requests": [
            {"id": "labels", "text": "New labels", "closed": "2026-05-01"},
            {"id": "pallets", "text": "Half pallets", "closed": "2026-07-01"},
            {"id": "later", "text": "Not asked yet", "raised": "2026-06-01"},
        ]
    },
    "risks": [{"id": "merger", "text": "A merger", "status": "open"}],
}


def part(plan: dict[str, Any] = PLAN, account_id: str = "north-mill") -> str:
    return account_part(account_id, Account.model_validate(plan), SETTINGS, TODAY)


def index(script: str) -> Any:
    """Return what the script sets, which must be plain JSON."""
    before, after = "globalThis.kamgenSearchIndex=", ";\n"
    assert script.startswith(before)
    assert script.endswith(after)
    return json.loads(script.removeprefix(before).removesuffix(after))


def test_an_account_and_everything_in_it_is_found_in_both_languages_with_a_word_on_what_it_is() -> None:
    assert json.loads(part()) == [
        "north-mill",
        ["North Mill", "北磨坊"],
        ["Baking · Lyon", "烘焙 · Lyon"],
        {
            "person": [
                ["zeng", "曾凡", ["Buyer", "采购员"]],
                ["sponsor", "Sponsor", "Board"],
                ["nobody", "nobody"],
            ],
            "opportunity": [
                ["rye", "Rye contract", ["Offer", "报价"]],
                ["oats", "Oats", "Last talks"],
                ["spelt", "Spelt", ["Lost", "丢单"]],
            ],
            "objective": [["", "Their first call"]],
            "goal": [["share", ["Share", "份额"]]],
            "strategy": [["visit", "Visit every plant"]],
            "measure": [["visit-plants", "Plants visited"]],
            "action": [["call", "Call the plants", ["Under way", "进行中"]]],
            "need": [["flour", "Steady flour", ["Partly met", "部分满足"]]],
            "outcome": [["waste", "Less waste"]],
            "request": [
                ["labels", "New labels", ["Closed", "已关闭"]],
                ["pallets", "Half pallets", ["Open", "未关闭"]],
            ],
            "initiative": [["shelf", "A shelf of rye", ["To do", "待办"]]],
            "commitment": [["rate", "98% fill rate", ["Done", "已完成"]]],
            "risk": [["merger", "A merger", ["Open", "未关闭"]]],
        },
    ]


def test_the_smallest_plan_is_found_by_its_name() -> None:
    assert part({"kamgen": "1", "name": "Bon app'", "owner": "lin-yue"}, "bon-app") == '["bon-app","Bon app\'","",{}]'


def test_the_team_is_found_with_the_level() -> None:
    assert index(search_script([], SETTINGS)) == {
        "team": [["lin-yue", ["Lin Yue", "林悦"], ["Manager", "经理"]]],
        "accounts": [],
        "readings": "悦yue,林lin,理li,经jing",
    }


def test_every_chinese_character_comes_with_all_its_readings_once() -> None:
    read = index(search_script([part(), part()], SETTINGS))["readings"].split(",")
    assert len(read) == len({one[0] for one in read})
    assert "曾ceng zeng" in read


def test_a_character_is_typed_with_v_or_u_for_what_the_keyboard_lacks() -> None:
    assert readings("吕吕A，") == {"吕": ("lv", "lu")}
    assert readings("") == {}


def test_a_long_text_is_cut_and_stands_on_one_line() -> None:
    plan = PLAN | {"goals": {"objective": "one\n  two " + "x" * 500}, "profile": {"industry": "y" * 100}}
    _, _, note, held = json.loads(part(plan))
    [[_, text]] = held["objective"]
    assert text.startswith("one two xxx")
    assert text.endswith("x…")
    assert (len(text), len(note)) == (LONGEST_TEXT, LONGEST_NOTE)


@pytest.mark.parametrize(
    "hostile",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        '"];alert(1);//',
        '\\"];alert(1)//\\',
        "`${alert(1)}`",
        "a\u2028alert(1)\u2029b",
        "__proto__",
    ],
)
def test_what_a_plan_says_stays_text(hostile: str) -> None:
    script = search_script([part(PLAN | {"name": hostile})], SETTINGS)
    assert index(script)["accounts"][0][1] == " ".join(hostile.split())
    assert not set("<\u2028\u2029") & set(script)


def test_the_same_plans_give_the_same_script_and_each_account_a_line() -> None:
    parts = [part(account_id=name) for name in ("a", "b", "c")]
    script = search_script(parts, SETTINGS)
    assert script == search_script(iter(parts), SETTINGS)
    assert [line.rstrip(",") for line in script.splitlines() if line.startswith('["')] == parts


def test_an_account_takes_little_room() -> None:
    """1,000 of these are to load at once: about 1.6 KB each, and no more than 3."""
    parts = []
    for number in range(20):
        plan = made_up_plan(number)
        values = json.loads(json.dumps(plan.values), parse_int=str, parse_float=str)
        parts.append(part({key: value for key, value in values.items() if key != "value"}, plan.id))
    assert sum(len(one.encode()) for one in parts) / len(parts) < 3_000


def test_everything_of_the_sample_is_in_it() -> None:
    workspace = read_workspace(REPOSITORY)
    found = 0
    for plan in workspace.plans:
        assert plan.account is not None
        text = account_part(plan.id, plan.account, workspace.settings, TODAY)
        people = plan.account.power_map.people
        held = json.loads(text)[3]
        assert [person.id for person in people] == [entry[0] for entry in held.get("person", [])]
        found += sum(len(entries) for entries in held.values())
    assert found > 200
