"""Made-up workspaces of any size: realistic account plans of about 10 KB, half of them in Chinese.

A plan depends on its number and the seed alone, so plan 7 of 10 is plan 7 of 1,000, on every machine.

Example:
    python -m benchmarks.plans plans-1000 --number 1000

"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from benchmarks.vocabulary import (
    COMPANY_KINDS,
    COMPANY_ROOTS,
    FAMILY_NAMES,
    FAMILY_NAMES_ZH,
    GIVEN_NAMES,
    GIVEN_NAMES_ZH,
    WORDS,
    Tongue,
)
from benchmarks.workspace_settings import AS_OF, MEMBERS, PROCESSES, PRODUCTS, workspace_settings
from benchmarks.yaml_writer import yaml_text

SEED = 2026
GROUP = 20
"""Every so many accounts, the first is the parent of the two after it."""

Item = TypeVar("Item")
Values = dict[str, Any]


@dataclass(frozen=True)
class MadeUpPlan:
    """An account plan as plain values, as ``kamgen`` reads them.

    Attributes:
        id: The account's id, which is the name of its file.
        values: The plan, with its purchases.
        purchases_apart: Whether the purchases go into a file of their own beside the plan.

    """

    id: str
    values: Values
    purchases_apart: bool

    @property
    def text(self) -> str:
        """The plan as YAML, without purchases that stand in a file of their own."""
        if not self.purchases_apart:
            return yaml_text(self.values)
        value = {key: item for key, item in self.values["value"].items() if key != "purchases"}
        return yaml_text(self.values | {"value": value})

    @property
    def purchases_text(self) -> str:
        """The purchases as CSV."""
        columns = ("date", "amount", "margin", "product", "order")
        rows = [",".join(str(row[column]) for column in columns) for row in self.values["value"]["purchases"]]
        return "\n".join([",".join(columns), *rows, ""])


def made_up_plan(number: int, seed: int = SEED) -> MadeUpPlan:
    """Return the plan with a number, from 0."""
    return _Author(number, seed).plan()


def write_workspace(folder: Path, number: int, *, languages: Sequence[str] = ("en",), seed: int = SEED) -> None:
    """Write a workspace of so many plans with its settings; the folder is made if need be."""
    accounts = folder / "accounts"
    accounts.mkdir(parents=True, exist_ok=True)
    (folder / "kamgen.yaml").write_text(yaml_text(workspace_settings(languages)), encoding="utf-8")
    for index in range(number):
        plan = made_up_plan(index, seed)
        (accounts / f"{plan.id}.yaml").write_text(plan.text, encoding="utf-8")
        if plan.purchases_apart:
            (accounts / f"{plan.id}.purchases.csv").write_text(plan.purchases_text, encoding="utf-8")


def account_id(number: int) -> str:
    """Return the id of the account with a number."""
    root, kind = _company(number)
    return f"{root[0]}-{kind[0]}-{number:04}".lower()


def _company(number: int) -> tuple[tuple[str, str], tuple[str, str]]:
    root = COMPANY_ROOTS[number % len(COMPANY_ROOTS)]
    return root, COMPANY_KINDS[number // len(COMPANY_ROOTS) % len(COMPANY_KINDS)]


class _Author:
    """Writes one plan, section by section."""

    def __init__(self, number: int, seed: int) -> None:
        self.number = number
        self.random = Random(f"{seed}-{number}")
        self.tongue: Tongue = "zh" if number % 2 else "en"
        self.words = WORDS[self.tongue]
        self.purchases_apart = number // 2 % 2 == 0
        self.owner = self.one(MEMBERS)
        self.products = self.some(PRODUCTS, 3, 4)
        self.people = [f"person-{index}" for index in range(min(12, 3 + int(self.random.expovariate(0.6))))]
        self.needs = [f"need-{index}" for index in range(self.random.randint(1, 2))]
        self.goals = ["purchases", "wallet-share"][: self.random.randint(1, 2)]

    def one(self, items: Sequence[Item]) -> Item:
        return self.random.choice(items)

    def some(self, items: Sequence[Item], least: int, most: int) -> list[Item]:
        return self.random.sample(list(items), self.random.randint(least, most))

    def say(self, what: str) -> str:
        return self.one(self.words[what])

    def said(self, what: str, number: int) -> list[str]:
        return self.random.sample(self.words[what], number)

    def day(self, earliest: int, latest: int) -> str:
        """Return a day between so many days from the day of the workspace; negative is past."""
        return str(AS_OF + timedelta(days=self.random.randint(earliest, latest)))

    def money(self, least: int, most: int) -> int:
        return self.random.randint(least // 100, most // 100) * 100

    def each(self, number: int, make: Callable[[int], Values]) -> list[Values]:
        return [make(index) for index in range(number)]

    def plan(self) -> MadeUpPlan:
        root, kind = _company(self.number)
        english, chinese = f"{root[0]} {kind[0]}", f"{root[1]}{kind[1]}"
        values: Values = {
            "kamgen": 1,
            "name": {"en": english, "zh": chinese} if self.tongue == "zh" else english,
            "language": self.tongue,
            "status": self.random.choices(("active", "prospect", "dormant"), (18, 1, 1))[0],
            "type": self.one(("economic", "important", "group", "strategic")),
            "stage": self.one(("exploratory", "basic", "cooperative", "interdependent", "integrated")),
            "service_level": self.one(("basic", "reactive", "accountable", "proactive", "partnership")),
            "owner": self.owner,
            "team": [
                {"member": member, "phase": phase}
                for member, phase in zip(self.some(MEMBERS, 3, 3), ("market", "sales", "service"), strict=True)
            ],
            "tags": self.said("tag", 2),
            "reviewed": {"date": self.day(-80, -2), "by": self.owner},
            "sentiment": {
                "value": self.random.randint(2, 5),
                "reason": self.say("reason"),
                "by": self.owner,
                "date": self.day(-60, -1),
            },
            "summary": self.say("summary") + "\n",
            "profile": self.profile(),
            "value": self.value(),
            "goals": self.ogsm(),
            "power_map": {"people": self.power_map()},
            "success_plan": self.success_plan(),
            "opportunities": self.each(self.random.randint(1, 2), self.opportunity),
            "joint_plan": self.joint_plan(),
            "reviews": self.each(1, self.review),
            "service": self.service(),
            "risks": self.each(1, self.risk),
            "handovers": self.handovers(),
            "waivers": self.waivers(),
        }
        return MadeUpPlan(account_id(self.number), values, self.purchases_apart)

    def profile(self) -> Values:
        profile: Values = {
            "industry": self.say("industry"),
            "headquarters": self.say("place"),
            "website": f"https://{account_id(self.number)}.example",
            "since": str(date(self.random.randint(2008, 2023), self.random.randint(1, 12), self.random.randint(1, 28))),
            "employees": self.random.randint(40, 6000),
            "revenue": {"amount": self.money(4_000_000, 900_000_000), "currency": "USD", "year": 2025},
        }
        if self.number % GROUP in (1, 2):
            profile["parent"] = account_id(self.number - self.number % GROUP)
        profile |= {
            "key_account_tests": {
                test: {"answer": self.one(("yes", "yes", "no")), "evidence": self.say("need")}
                for test in ("need", "premium")
            },
            "facts": [
                {"text": text, "source": self.say("source"), "date": self.day(-200, -5)}
                for text in self.said("fact", 2)
            ],
            "strategy": f"- {self.say('strategy')}\n",
            "competition": self.say("competition") + "\n",
            "network": [{"kind": "partner", "name": self.say("rival")}],
            "rivals": [
                {
                    "name": name,
                    "share": round(self.random.uniform(0.05, 0.3), 2),
                    "strengths": self.say("strength"),
                    "weaknesses": self.say("weakness"),
                }
                for name in self.said("rival", 1)
            ],
            "needs": [
                {
                    "id": need,
                    "text": text,
                    "kind": self.one(("stated", "real", "unstated", "delight", "secret")),
                    "level": self.one(("product", "solution", "business", "lifetime")),
                    "met": self.one(("none", "partly", "fully")),
                    "source": self.say("source"),
                }
                for need, text in zip(self.needs, self.said("need", len(self.needs)), strict=True)
            ],
        }
        return profile

    def value(self) -> Values:
        return {
            "currency": "CNY" if self.tongue == "zh" else "USD",
            "purchases": self.purchases(),
            "wallet": [{"year": 2025, "amount": self.money(150_000, 600_000), "source": self.say("source")}],
            "lifetime": {"years": 10, "retention": round(self.random.uniform(0.75, 0.95), 2), "discount": 0.08},
            "white_space": [
                {
                    "product": product,
                    "unit": self.say("region"),
                    "potential": self.money(30_000, 90_000),
                    "current": self.money(0, 30_000),
                }
                for product in self.products[:2]
            ],
        }

    def purchases(self) -> list[Values]:
        number = self.random.randint(16, 32 if self.purchases_apart else 22)
        days = sorted(self.random.sample(range(10, 1100), number), reverse=True)
        rows = []
        for index, days_ago in enumerate(days):
            amount = self.random.randint(80_000, 900_000) / 100
            rows.append(
                {
                    "date": str(AS_OF - timedelta(days=days_ago)),
                    "amount": f"{amount:.2f}",
                    "margin": f"{amount * self.random.uniform(0.15, 0.4):.2f}",
                    "product": self.one(self.products),
                    "order": f"K{self.number:04}-{index:03}",
                }
            )
        return rows

    def ogsm(self) -> Values:
        return {
            "horizon": [
                {"year": year, "picture": self.say("picture"), "amount": self.money(100_000, 900_000)}
                for year in (2031, 2029, 2027)
            ],
            "objective": self.say("objective"),
            "goals": [
                {"id": goal, "text": text, **self.figures(), "due": "2026-12-31"}
                for goal, text in zip(self.goals, self.words["goal"], strict=False)
            ],
            "strategies": self.each(2, self.strategy),
        }

    def figures(self) -> Values:
        baseline = self.random.randint(10, 60)
        target = baseline + self.random.randint(10, 40)
        return {"unit": "%", "baseline": baseline, "target": target, "actual": self.random.randint(baseline, target)}

    def strategy(self, index: int) -> Values:
        return {
            "id": f"strategy-{index}",
            "serves": self.some(self.goals, 1, 1),
            "kind": self.one(("opportunity", "share", "relationship")),
            "text": self.words["way"][index],
            "phase": self.one(("market", "sales", "service")),
            "measures": [
                {
                    "id": f"measure-{index}",
                    "text": self.say("measure"),
                    **self.figures(),
                    "due": self.day(60, 230),
                    "owner": self.one(MEMBERS),
                }
            ],
            "actions": [self.action(f"action-{index}-{inner}") for inner in range(2 - index)],
        }

    def action(self, action_id: str) -> Values:
        status = self.one(("todo", "doing", "done"))
        action: Values = {
            "id": action_id,
            "text": self.say("action"),
            "owner": self.one(MEMBERS),
            "due": self.day(-60, -5) if status == "done" else self.day(5, 200),
            "status": status,
            "hours": 24,
            "spent": 0 if status == "todo" else self.random.randint(2, 24),
            "with_customer": self.random.randint(2, 20),
        }
        if status == "done":
            action["checks"] = {"owner": self.day(-5, -4), "lead": self.day(-3, -2)}
        return action

    def power_map(self) -> list[Values]:
        people = [self.person(index) for index in range(len(self.people))]
        return [*people, {"id": "wanted-sponsor", "wanted": True, "title": self.say("title"), "role": "economic"}]

    def person(self, index: int) -> Values:
        person: Values = {
            "id": self.people[index],
            "name": self.person_name(),
            "title": self.say("title"),
            "unit": self.say("unit"),
            "level": "executive" if index == 0 else self.one(("director", "manager", "specialist")),
        }
        if index:
            superior = self.random.randrange(index)
            person["reports_to"] = self.people[superior]
            if index % 3 == 0:
                person["influences"] = [{"person": self.people[index - 1], "strength": self.random.randint(1, 3)}]
        person |= {
            "role": self.one(("economic", "technical", "user", "coach")),
            "influence": self.random.randint(1, 5),
            "support": self.random.randint(-2, 2),
        }
        if index % 3 == 0:
            person |= {
                "response": self.one(("growth", "trouble", "even-keel", "overconfident")),
                "orientation": self.one(("financial", "technical", "relationship", "business")),
                "challenges": [self.say("challenge")],
                "wins": self.say("win"),
            }
        person |= {
            "covered_by": self.one(MEMBERS),
            "relationship": {
                "now": self.one(("none", "vendor", "credible-source", "problem-solver")),
                "wanted": "trusted-advisor",
            },
            "contact": {"last": self.day(-90, -1), "every_days": self.one((14, 30, 60))},
        }
        if index % 3 == 0:
            evidence = {"about": "support", "text": self.say("evidence"), "date": self.day(-90, -1)}
            person["evidence"] = [evidence | {"status": self.one(("assumed", "confirmed"))}]
        return person

    def person_name(self) -> str:
        if self.tongue == "zh":
            return self.one(FAMILY_NAMES_ZH) + self.one(GIVEN_NAMES_ZH)
        return f"{self.one(GIVEN_NAMES)} {self.one(FAMILY_NAMES)}"

    def success_plan(self) -> Values:
        dimensions = self.said("dimension", 2)
        return {
            "assessment": [
                {"dimension": name, "now": self.random.randint(1, 3), "wanted": 4, "evidence": self.say("evidence")}
                for name in dimensions
            ],
            "outcomes": self.each(1, lambda index: self.outcome(index, dimensions)),
        }

    def outcome(self, index: int, dimensions: list[str]) -> Values:
        return {
            "id": f"outcome-{index}",
            "text": self.words["outcome"][index],
            "closes": self.one([*dimensions, *self.needs]),
            **self.figures(),
            "due": self.day(30, 230),
            "worth": {"amount": self.money(10_000, 90_000), "currency": "USD"},
            "owner": self.owner,
            "customer_owner": self.one(self.people),
            "milestones": [
                {
                    "text": self.say("milestone"),
                    "due": self.day(5, 90),
                    "owner": self.one(MEMBERS),
                    "status": "doing",
                }
            ],
        }

    def opportunity(self, index: int) -> Values:
        process = self.one(sorted(PROCESSES))
        stage = self.one(PROCESSES[process]["stages"])
        return {
            "id": f"opportunity-{index}",
            "name": self.words["opportunity"][index],
            "product": self.one(self.products),
            "process": process,
            "stage": stage["id"],
            "amount": self.money(8_000, 120_000),
            "created": self.day(-200, -20),
            "close": self.day(10, 240),
            "status": "open",
            "needs": self.some(self.needs, 1, 1),
            "people": self.some(self.people, 1, 2),
            "rival": self.say("rival"),
            "next_step": {"text": self.say("step"), "owner": self.one(MEMBERS), "due": self.day(2, 40)},
            "done_tasks": stage["tasks"][:1],
        }

    def joint_plan(self) -> Values:
        return {
            "year": 2026,
            "value_proposition": self.say("proposition"),
            "scope": {"in": self.products[:2], "out": self.products[2:]},
            "goals": self.goals[:1],
            "initiatives": [
                {
                    "id": "initiative-0",
                    "area": self.one(("assortment", "replenishment", "promotion", "cost", "service")),
                    "text": self.say("initiative"),
                    "benefit": dict(zip(("ours", "theirs"), self.said("benefit", 2), strict=True)),
                    "due": self.day(20, 230),
                    "status": "doing",
                }
            ],
            "commitments": [
                {
                    "id": f"commitment-{side}",
                    "by": side,
                    "text": text,
                    "owner": self.owner if side == "us" else self.one(self.people),
                    "due": self.day(10, 200),
                    "status": "doing",
                }
                for side, text in zip(("us", "customer"), self.said("commitment", 2), strict=True)
            ],
            "supply": [
                {"product": product, "period": "2026-Q3", "volume": self.money(400, 3000), "unit": "t", "share": 0.35}
                for product in self.products[:1]
            ],
            "next_review": self.day(10, 90),
        }

    def review(self, _: int) -> Values:
        return {
            "date": self.day(-70, -3),
            "kind": self.one(("internal", "quarterly", "executive", "joint")),
            "attendees": [self.owner, self.people[0]],
            "outcomes": [self.say("outcome")],
            "asks": [self.say("request")],
            "decisions": self.said("decision", 2),
        }

    def service(self) -> Values:
        return {
            "requests": self.each(1, self.request),
            "surveys": [
                {
                    "date": day,
                    "very_satisfied": self.random.randint(0, 5),
                    "satisfied": self.random.randint(1, 6),
                    "neutral": self.random.randint(0, 3),
                    "dissatisfied": self.random.randint(0, 2),
                }
                for day in ("2025-09-30", "2026-03-31")
            ],
            "losses": self.each(self.random.randint(0, 1), self.loss),
            "bindings": [{"kind": "project", "text": self.say("binding"), "since": self.day(-600, -60)}],
            "switching_costs": [self.say("binding")],
            "referrals": [{"to": self.say("rival"), "date": self.day(-300, -20), "result": self.say("decision")}],
        }

    def loss(self, _: int) -> Values:
        return {
            "date": self.day(-300, -30),
            "what": self.say("loss"),
            "amount": self.money(2_000, 20_000),
            "reason": self.one(("price", "quality", "service", "rival")),
            "cause": self.say("cause"),
            "fix": self.say("fix"),
        }

    def request(self, index: int) -> Values:
        raised = self.random.randint(10, 60)
        request: Values = {
            "id": f"request-{index}",
            "text": self.words["request"][index],
            "raised": str(AS_OF - timedelta(days=raised)),
            "due": str(AS_OF - timedelta(days=raised - 14)),
            "function": self.one(("marketing", "production", "support", "finance")),
            "owner": self.one(MEMBERS),
        }
        if raised > 20:
            request["closed"] = str(AS_OF - timedelta(days=raised - self.random.randint(3, 18)))
        return request

    def risk(self, index: int) -> Values:
        return {
            "id": f"risk-{index}",
            "text": self.words["risk"][index],
            "likelihood": self.random.randint(1, 4),
            "impact": self.random.randint(2, 5),
            "owner": self.owner,
            "response": self.say("answer"),
            "due": self.day(10, 200),
            "status": "open",
        }

    def handovers(self) -> list[Values]:
        before = self.one([member for member in MEMBERS if member != self.owner])
        return [{"date": self.day(-500, -300), "from": before, "to": self.owner, "reconfirmed": self.day(-299, -200)}]

    def waivers(self) -> list[Values]:
        return [{"rule": "stale-plan", "reason": self.say("decision"), "until": self.day(30, 200)}]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a workspace and say what was written."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.plans", description="Write a made-up workspace.")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--number", type=int, default=1000, metavar="N", help="plans [default: 1000]")
    parser.add_argument("--languages", default="en", help="languages of the site, such as en,zh [default: en]")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args(arguments)
    write_workspace(given.folder, given.number, languages=given.languages.split(","), seed=given.seed)
    print(f"{given.number} plans in {given.folder}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
