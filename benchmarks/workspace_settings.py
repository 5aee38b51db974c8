"""The settings of a made-up workspace: team, products, processes and criteria that its plans refer to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

AS_OF = date(2026, 5, 6)
"""The day the made-up workspaces speak of."""

MEMBERS = (
    "ada-thornbury", "ben-orsova", "cleo-marchetti", "dov-kessler", "he-zhiyuan", "iris-vandam", "jia-mubai",
    "kofi-arendt", "lu-qinghe", "mona-eklund", "ning-shuren", "otto-farkas",
)  # fmt: skip

PRODUCTS = (
    "cold-chain", "dry-goods", "inspection", "line-software", "packaging", "robot-cells", "season-range", "service",
)  # fmt: skip


def _stage(stage: str, zh: str, probability: float, *tasks: str) -> dict[str, Any]:
    name = {"en": stage.replace("-", " ").capitalize(), "zh": zh}
    return {"id": stage, "name": name, "probability": probability, "tasks": list(tasks)}


PROCESSES: dict[str, dict[str, Any]] = {
    "framework": {
        "name": {"en": "Framework contract", "zh": "框架采购"},
        "stages": [
            _stage("need", "需求确认", 0.1, "need-confirmed", "budget-known", "buyers-mapped"),
            _stage("proposal", "方案", 0.4, "value-case", "price-model", "trial-agreed"),
            _stage("negotiation", "谈判", 0.7, "terms-agreed", "volumes-agreed"),
            _stage("signature", "签约", 0.9, "contract-checked", "first-call-off-planned"),
        ],
    },
    "tender": {
        "name": {"en": "Tender", "zh": "招标采购"},
        "stages": [
            _stage("notice", "招标信息", 0.1, "go-no-go", "specification-influenced", "coach-found"),
            _stage("submitted", "已投标", 0.4, "bid-delivered", "bond-paid"),
            _stage("evaluation", "评标", 0.6, "clarifications-answered", "reference-visit"),
        ],
    },
    "spot": {
        "name": {"en": "Spot order", "zh": "零星采购"},
        "stages": [
            _stage("inquiry", "询价", 0.2, "quantity-known"),
            _stage("quote", "报价", 0.5, "quote-sent", "stock-reserved"),
        ],
    },
}

_CRITERIA: list[dict[str, Any]] = [
    {
        "id": "years",
        "name": {"en": "Years as a customer", "zh": "购买持续期"},
        "axis": "strength",
        "metric": "years-as-customer",
        "line": [[0, 0], [2, 60], [8, 100]],
        "weight": 10,
    },
    {
        "id": "wallet",
        "name": {"en": "Share of wallet", "zh": "客户份额"},
        "axis": "strength",
        "metric": "share-of-wallet",
        "line": [[0, 0], [0.1, 30], [0.3, 75], [0.5, 100]],
        "weight": 20,
    },
    {
        "id": "closeness",
        "name": {"en": "Stage of the relationship", "zh": "合作阶段"},
        "axis": "strength",
        "field": "stage",
        "points": {"exploratory": 10, "basic": 35, "cooperative": 65, "interdependent": 90, "integrated": 100},
        "weight": 15,
    },
    {
        "id": "volume",
        "name": {"en": "Purchases of the last twelve months", "zh": "最近十二个月采购额"},
        "axis": "attractiveness",
        "metric": "purchases-last-12-months",
        "bands": [[0, 10], [10000, 35], [40000, 60], [70000, 80], [100000, 100]],
        "weight": 30,
    },
    {
        "id": "type",
        "name": {"en": "Type of account", "zh": "客户类型"},
        "axis": "attractiveness",
        "field": "type",
        "points": {"strategic": 100, "group": 80, "important": 70, "economic": 50},
        "weight": 15,
    },
]

_SCORING: dict[str, Any] = {
    "version": 1,
    "key_account": {"threshold": 60},
    "criteria": _CRITERIA,
    "matrix": {
        "cut": [60, 60],
        "postures": {
            "high-high": "invest", "high-low": "selective", "low-high": "maintain", "low-low": "manage-for-cash",
        },
    },
    "pyramid": {"by": "lifetime-value", "slices": [0.01, 0.04, 0.20], "time_rule": 0.80},
    "classes": [[85, "A1"], [70, "A2"], [55, "A3"], [40, "A4"], [0, "A5"]],
    "stars": [[85, 5], [70, 4], [55, 3], [40, 2], [0, 1]],
    "entitlements": {
        5: [
            {"en": "Executive sponsor", "zh": "高层对口负责人"},
            {"en": "Reply within four hours", "zh": "四小时内答复"},
        ],
        4: [{"en": "Named service lead", "zh": "专属客服负责人"}],
        3: [{"en": "Quarterly review", "zh": "季度回顾"}],
    },
    "lifetime": {"years": 10, "retention": 0.85, "discount": 0.08, "margin": 0.25},
}  # fmt: skip


def workspace_settings(languages: Sequence[str] = ("en",)) -> dict[str, Any]:
    """Return the settings as plain values, for a site in these languages, the main one first."""
    phases = ("market", "sales", "service")
    return {
        "title": {"en": "Made-up accounts", "zh": "虚构客户"},
        "language": languages[0],
        "languages": list(languages),
        "currency": "USD",
        "rates": {"EUR": 1.08, "CNY": 0.14},
        "as_of": str(AS_OF),
        "team": [
            {"id": member, "name": member.replace("-", " ").title(), "level": "manager", "phase": phases[index % 3]}
            for index, member in enumerate(MEMBERS)
        ],
        "products": [{"id": product, "name": product.replace("-", " ").capitalize()} for product in PRODUCTS],
        "scoring": _SCORING,
        "processes": PROCESSES,
        "checks": {"stale-plan": {"level": "warning", "days": 90}},
        "segments": [
            {
                "id": "strategic-accounts",
                "name": {"en": "Strategic accounts", "zh": "战略客户"},
                "where": {"type": "strategic"},
            }
        ],
        "programme": [
            {
                "module": "value-strategy",
                "level": 3,
                "evidence": {"en": "Posture set for every account", "zh": "每个客户都已确定投入策略"},
                "owner": MEMBERS[0],
            }
        ],
    }
