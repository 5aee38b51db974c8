"""A workspace as it comes out of a CRM: about 150 accounts with real orders, contacts and opportunities.

Customers, contacts, staff and orders are those of the Northwind sample data (Ms-PL, github.com/pthom/northwind_psql),
the other accounts those of two published Salesforce samples (MIT, github.com/earthfink1982/salesforce-in-powerbi;
BSD-3-Clause, github.com/SFDC-Assets/gen-ai-demo). The files are not part of this repository. What a CRM does not know
(influence, support, contact) is filled in by a fixed rule, as an account manager would do in the first week: the rest
stays empty.

    python -m tests.crm TARGET [FOLDER]
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from tests import northwind

FOLDER = northwind.FOLDER.parent
AS_OF = date(2026, 5, 6)
_BI, _ASSETS = "crm/salesforce-powerbi", "crm/salesforce-assets"
_BI_LATER, _ASSETS_LATER = timedelta(days=800), timedelta(days=655)
"""Days that bring the samples' own present to :data:`AS_OF`."""

Row = dict[str, str]
Plan = dict[str, Any]

_STAGES = {
    "Prospecting": "need",
    "Qualification": "need",
    "Needs Analysis": "need",
    "Value Proposition": "proposal",
    "Id. Decision Makers": "proposal",
    "Perception Analysis": "proposal",
    "Proposal": "proposal",
    "Proposal/Price Quote": "proposal",
    "Negotiation": "negotiation",
    "Negotiation/Review": "negotiation",
}
_SETTINGS = {
    "title": "From a CRM",
    "as_of": AS_OF.isoformat(),
    "currency": "USD",
    "products": [{"id": line, "name": line.capitalize()} for line in northwind.LINES.values()],
    "processes": {
        "standard": {
            "stages": [
                {"id": "need", "probability": 0.1, "tasks": ["need-confirmed"]},
                {"id": "proposal", "probability": 0.4, "tasks": ["value-case"]},
                {"id": "negotiation", "probability": 0.7, "tasks": ["terms-agreed"]},
            ]
        }
    },
}


def write(root: Path, folder: Path = FOLDER) -> int:
    """Write the workspace into a folder and return how many accounts it has."""
    (root / "accounts").mkdir(parents=True)
    staff = {row["employee_id"]: row for row in northwind.table(folder / "northwind", "employees")}
    members = {key: _slug(f"{row['first_name']} {row['last_name']}") for key, row in staff.items()}
    team = [
        {"id": members[key], "name": f"{row['first_name']} {row['last_name']}", "phase": "sales"}
        for key, row in staff.items()
    ]
    (root / "kamgen.yaml").write_text(_text({**_SETTINGS, "team": team}), encoding="utf-8")
    plans: dict[str, Plan] = {}
    for plan in (*_northwind(root, folder, members), *_salesforce(folder, list(members.values()))):
        account_id = _slug(plan["name"])
        while account_id in plans:
            account_id += "-2"
        plans[account_id] = plan
        customer = plan.pop("customer", None)
        if customer is not None:
            northwind.write(
                root / "accounts" / f"{account_id}.purchases.csv", northwind.purchases(folder / "northwind", customer)
            )
        (root / "accounts" / f"{account_id}.yaml").write_text(_text(plan), encoding="utf-8")
    return len(plans)


def _northwind(root: Path, folder: Path, members: dict[str, str]) -> Iterator[Plan]:
    orders = northwind.table(folder / "northwind", "orders")
    sellers: dict[str, Counter[str]] = {}
    last: dict[str, str] = {}
    for order in orders:
        sellers.setdefault(order["customer_id"], Counter())[order["employee_id"]] += 1
        last[order["customer_id"]] = max(last.get(order["customer_id"], ""), order["order_date"])
    for number, row in enumerate(northwind.table(folder / "northwind", "customers")):
        customer = row["customer_id"]
        if customer not in sellers:
            continue
        owner = members[sellers[customer].most_common(1)[0][0]]
        met = date.fromisoformat(last[customer][:10])
        met = met.replace(year=met.year + northwind.YEARS)
        yield {
            "kamgen": 1,
            "name": row["company_name"],
            "owner": owner,
            "type": ("economic", "important", "strategic")[number % 3],
            "profile": {"headquarters": f"{row['city']}, {row['country']}"},
            "power_map": {"people": [_person(row["contact_name"], row["contact_title"], owner, met, number)]},
            "customer": customer,
        }


def _salesforce(folder: Path, members: list[str]) -> Iterator[Plan]:
    for place, later in ((_BI, _BI_LATER), (_ASSETS, _ASSETS_LATER)):
        contacts, opportunities = _by_account(folder, place, "Contact"), _by_account(folder, place, "Opportunity")
        seen: set[str] = set()
        for number, row in enumerate(_rows(folder, place, "Account")):
            if row["Name"] in seen:
                continue
            seen.add(row["Name"])
            owner = members[number % len(members)]
            people = [
                _person(
                    f"{c['FirstName']} {c['LastName']}".strip(), c["Title"], owner, AS_OF - timedelta(days=17), number
                )
                for c in contacts.get(row["Id"], ())
            ]
            profile = {
                "industry": row["Industry"],
                "employees": row["NumberOfEmployees"],
                "revenue": {"amount": row["AnnualRevenue"]} if row["AnnualRevenue"] else None,
            }
            yield {
                "kamgen": 1,
                "name": row["Name"],
                "owner": owner,
                "status": "active" if row["Type"].startswith("Customer") else "prospect",
                "profile": {key: value for key, value in profile.items() if value},
                "power_map": {"people": people},
                "opportunities": [
                    _opportunity(index, found, people, owner, later)
                    for index, found in enumerate(opportunities.get(row["Id"], ()))
                ],
            }  # fmt: skip


def _person(name: str, title: str, owner: str, met: date, number: int) -> Plan:
    words = title.lower()
    level = (
        "executive"
        if any(word in words for word in ("ceo", "cfo", "president", "owner", "dean"))
        else "director"
        if "vp" in words or "director" in words
        else "manager"
        if "manager" in words
        else "specialist"
    )
    buys = any(word in words for word in ("cfo", "ceo", "owner", "procurement", "purchas", "vendor", "president"))
    influence = {"executive": 5, "director": 4, "manager": 3, "specialist": 2}[level]
    support = (0, 1, 1, 0, 2, -1)[number % 6]
    return {
        "id": _slug(name) or "unknown",
        "name": name,
        **({"title": title} if title else {}),
        "level": level,
        "role": "economic" if buys else "user",
        "influence": influence,
        "support": support,
        "covered_by": owner,
        "contact": {"last": met.isoformat(), "every_days": {5: 60, 4: 45}.get(influence, 30)},
    }


def _opportunity(index: int, row: Row, people: list[Plan], owner: str, later: timedelta) -> Plan:
    closed, won = row["IsClosed"] in ("TRUE", "1"), row["IsWon"] in ("TRUE", "1")
    created = _day(row.get("Opp Creation Date_Simulated") or row["CreatedDate"]) + later
    close = _day(row.get("Opp Close Date_Simulated") or row["CloseDate"]) + later
    plan: Plan = {
        "id": f"{_slug(row['Name'])[:50]}-{index}",
        "name": row["Name"],
        **({"amount": row["Amount"]} if row["Amount"] else {}),
        **({"created": created.isoformat()} if created <= min(close, AS_OF) else {}),
        "close": close.isoformat(),
        "status": ("won" if won else "lost") if closed else "open",
    }
    if not closed:
        plan |= {
            "process": "standard",
            "stage": _STAGES[row["StageName"]],
            "probability": int(row["Probability"]) / 100,
        }
        plan["people"] = [person["id"] for person in people[:2]]
        if row["NextStep"]:
            plan["next_step"] = {"text": row["NextStep"], "owner": owner}
    return plan


def _by_account(folder: Path, place: str, name: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in _rows(folder, place, name):
        found.setdefault(row["AccountId"], []).append(row)
    return found


def _rows(folder: Path, place: str, name: str) -> list[Row]:
    with (folder / place / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if row["Id"]]


def _day(text: str) -> date:
    if "/" in text:
        month, day, year = (int(part) for part in text[:8].split("/"))
        return date(2000 + year, month, day)
    return date.fromisoformat(text[:10])


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60]


def _text(value: Plan) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=110)


if __name__ == "__main__":
    sys.stdout.write(f"{write(Path(sys.argv[1]), *(Path(name) for name in sys.argv[2:3]))} accounts\n")
