"""Purchases of the sample accounts, computed from the Northwind sample data.

The raw CSV files (Ms-PL, from github.com/pthom/northwind_psql) are not part of this repository. Given their
folder, this module yields one row per order line of a customer, dates moved 28 years forward (which keeps the
weekdays), and writes the ``accounts/*.purchases.csv`` files::

    python -m tests.northwind [FOLDER]
"""

import csv
import sys
from collections.abc import Iterator
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

# Sample account → Northwind customer. Those of INLINE carry their purchases in the plan itself.
SAMPLES = {
    "save-a-lot": "SAVEA",
}
INLINE: dict[str, str] = {}


@dataclass(frozen=True, order=True)
class Purchase:
    """One order line. The amount is exact: unit price × quantity × (1 − discount), not rounded."""

    date: date
    order: str
    product: str
    amount: Decimal

    def cells(self) -> tuple[str, ...]:
        """The row as written; the margin is empty, for Northwind does not know it."""
        return self.date.isoformat(), f"{self.amount:f}", "", self.product, self.order


def plain(number: Decimal) -> Decimal:
    """The number without trailing zeros and without an exponent: 4819.40 → 4819.4, 7E+2 → 700."""
    short = number.normalize()
    return short if short.as_tuple().exponent <= 0 else short.quantize(Decimal(1))


def clean(text: str, places: int) -> Decimal:
    """The decimal that was meant by a float32 text: 9.80000019 → 9.8, 0.150000006 → 0.15."""
    return Decimal(text).quantize(Decimal(1).scaleb(-places))


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one raw file."""
    with (folder / f"sql_{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def purchases(folder: Path, customer: str | None = None) -> Iterator[Purchase]:
    """The order lines of one customer, or of all, sorted by date, order and product line."""
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
            amount=plain(clean(row["unit_price"], 4) * int(row["quantity"]) * (1 - clean(row["discount"], 2))),
        )
        for row in table(folder, "order_details")
        if row["order_id"] in orders
    )


def write(path: Path, rows: Iterator[Purchase]) -> None:
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
    print(f"{len(SAMPLES)} files written; all 830 orders come to {total:,.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
