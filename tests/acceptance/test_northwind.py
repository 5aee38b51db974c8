"""Real order history, through kamgen's own reader: the published totals of the Northwind sample data come out."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from tests import northwind
from tests.conftest import REPOSITORY, Said
from tests.workspaces import read_workspace

pytestmark = pytest.mark.skipif(not northwind.FOLDER.is_dir(), reason="the Northwind data is not beside this checkout")


@pytest.fixture(scope="module")
def customers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a workspace with a plan and a purchase file for each of the 89 buying customers."""
    root = tmp_path_factory.mktemp("northwind")
    (root / "accounts").mkdir()
    settings = "as_of: 2026-05-06\nscoring: {pyramid: {by: revenue-to-date}}\n"
    (root / "kamgen.yaml").write_text(settings, encoding="utf-8")
    for customer in sorted({row["customer_id"] for row in northwind.table(northwind.FOLDER, "orders")}):
        plan = root / "accounts" / f"{customer.lower()}.yaml"
        plan.write_text(f"kamgen: 1\nname: {customer}\nowner: lin\n", encoding="utf-8")
        northwind.write(plan.with_suffix(".purchases.csv"), northwind.purchases(northwind.FOLDER, customer))
    return root


def test_89_customers_bought_for_1_265_793_04(customers: Path) -> None:
    loaded = read_workspace(customers)
    assert loaded.findings == ()
    totals = [
        sum((purchase.amount for purchase in plan.account.value.purchases), Decimal(0))
        for plan in loaded.plans
        if plan.account is not None
    ]
    assert len(totals) == 89
    assert sum(totals).quantize(Decimal("0.01"), ROUND_HALF_UP) == Decimal("1265793.04")


def test_the_top_18_of_89_bring_60_06_percent(customers: Path, kamgen: Callable[..., Said]) -> None:
    data = json.loads(kamgen("score", "--format", "json", root=customers).out)
    pyramid = {part["slice"]: part for part in data["portfolio"]["pyramid"]}
    shares = {name: (len(part["accounts"]), part["revenue_share"]) for name, part in pyramid.items()}
    assert shares == {"summit": (1, 0.0871), "super": (4, 0.2928), "high-value": (18, 0.6006)}
    assert data["portfolio"]["revenue_to_date"] == 1265793.04


@pytest.mark.parametrize("account", northwind.SAMPLES)
def test_the_sample_purchases_are_those_of_the_data(account: str, tmp_path: Path) -> None:
    northwind.write(tmp_path / "again.csv", northwind.purchases(northwind.FOLDER, northwind.SAMPLES[account]))
    committed = REPOSITORY / "accounts" / f"{account}.purchases.csv"
    assert committed.read_bytes() == (tmp_path / "again.csv").read_bytes()
