"""Purchases of the sample accounts, computed from the Northwind sample data.

The raw CSV files (Ms-PL, from github.com/pthom/northwind_psql) are not part of this repository. Given their
folder, this module yields one row per order line of a customer, dates moved 28 years forward (which keeps the
weekdays), and writes the ``accounts/*.purchases.csv`` files::

    python -m tests.northwind [FOLDER]
"""

import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT.parent / "shared" / "data" / "northwind"
YEARS = 28
COLUMNS = ("date", "amount", "margin", "product", "order")

# Northwind's eight categories, by number; the ids are product lines of kamgen.yaml.
LINES = {
    "1": "beverages",
    "2": "condiments",
    "3": "confections",
    "4": "dairy",
    "5": "grains",
    "6": "meat",
    "7": "produce",
    "8": "seafood",
}

# Sample account → Northwind customer.
SAMPLES = {
    "berglunds-snabbkop": "BERGS",
    "bon-app": "BONAP",
    "ernst-handel": "ERNSH",
    "folk-och-fa": "FOLKO",
    "hungry-owl": "HUNGO",
    "koeniglich-essen": "KOENE",
    "mere-paillarde": "MEREP",
    "quick-stop": "QUICK",
    "rattlesnake-canyon": "RATTC",
    "save-a-lot": "SAVEA",
    "seven-seas": "SEVES",
}


@dataclass(frozen=True, order=True)
class Purchase:
    """One order line. The amount is exact: unit price × quantity × (1 − discount), not rounded."""

    date: date
    order: str
    product: str
    amount: Decimal

    def cells(self) -> tuple[str, ...]:
        """Return the row as written; the margin is empty, for Northwind does not know it."""
        return self.date.isoformat(), f"{self.amount.normalize():f}", "", self.product, self.order


def clean(text: str, places: int) -> Decimal:
    """Return the decimal that was meant by a float32 text: 9.80000019 → 9.8, 0.150000006 → 0.15."""
    return Decimal(text).quantize(Decimal(1).scaleb(-places))


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of one raw file."""
    with (folder / f"sql_{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def purchases(folder: Path, customer: str | None = None) -> Iterator[Purchase]:
    """Yield the order lines of one customer, or of all, sorted by date, order and product line."""
    line_of = {row["product_id"]: LINES[row["category_id"]] for row in table(folder, "products")}
    orders = {
        row["order_id"]: date.fromisoformat(row["order_date"])
        for row in table(folder, "orders")
        if customer in (None, row["customer_id"])
    }
    yield from sorted(
        Purchase(
            date=(day := orders[row["order_id"]]).replace(year=day.year + YEARS),
            order=row["order_id"],
            product=line_of[row["product_id"]],
            amount=clean(row["unit_price"], 4) * int(row["quantity"]) * (1 - clean(row["discount"], 2)),
        )
        for row in table(folder, "order_details")
        if row["order_id"] in orders
    )


def write(path: Path, rows: Iterable[Purchase]) -> None:
    """Write rows as a ``*.purchases.csv``."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(row.cells() for row in rows)


def main(arguments: list[str]) -> None:
    """Regenerate the committed files from the raw ones."""
    folder = Path(arguments[0]) if arguments else FOLDER
    for account, customer in SAMPLES.items():
        write(ROOT / "accounts" / f"{account}.purchases.csv", purchases(folder, customer))
    total = sum(row.amount for row in purchases(folder))
    sys.stdout.write(f"{len(SAMPLES)} files written; all orders together come to {total:,.2f}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
