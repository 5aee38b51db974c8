"""The Northwind orders in a database, and what SQL says of the customers' buying: nothing here is kamgen's own code.

Money is in millionths, whole numbers, so that SQL adds it up as exactly as decimals are. Days are moved 28 years
forward, as those of the sample accounts are.
"""

from __future__ import annotations

import csv
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

MILLION = 1_000_000

_SALES = """
CREATE TABLE sale AS
SELECT lower(o.customer_id) AS customer, date(o.order_date, '+28 years') AS day, o.order_id,
  sum(CAST(round(d.unit_price * 10000) AS INTEGER) * d.quantity * (100 - CAST(round(d.discount * 100) AS INTEGER)))
    AS amount
FROM orders o JOIN order_details d ON d.order_id = o.order_id GROUP BY o.order_id
"""

_BUYING = """
CREATE TEMP VIEW bought AS SELECT * FROM sale WHERE day <= (SELECT day FROM as_of);
CREATE TEMP VIEW buying_day AS
  SELECT customer, day, day > date((SELECT day FROM as_of), '-1 year') AS recent FROM bought GROUP BY customer, day;
CREATE TEMP VIEW gap AS
  SELECT customer, julianday(day) - julianday(lag(day) OVER (PARTITION BY customer ORDER BY day)) AS days
  FROM buying_day;
CREATE TEMP VIEW placed_gap AS
  SELECT customer, days, row_number() OVER (PARTITION BY customer ORDER BY days) AS place,
    count(*) OVER (PARTITION BY customer) AS gaps
  FROM gap WHERE days IS NOT NULL;
CREATE TEMP VIEW rhythm AS
  SELECT customer, avg(days) AS median FROM placed_gap
  WHERE place IN ((gaps + 1) / 2, (gaps + 2) / 2) AND gaps >= 2 GROUP BY customer;
CREATE TEMP VIEW buying AS
  SELECT customer, min(day) AS first, max(day) AS last, count(*) AS days, sum(recent) AS frequency,
    CAST(julianday((SELECT day FROM as_of)) - julianday(max(day)) AS INTEGER) AS recency,
    (SELECT coalesce(sum(amount), 0) FROM bought b
      WHERE b.customer = d.customer AND b.day > date((SELECT day FROM as_of), '-1 year')) AS monetary,
    (SELECT sum(amount) FROM bought b WHERE b.customer = d.customer) AS revenue
  FROM buying_day d GROUP BY customer;
"""

ACTIVITY = """
SELECT customer, first, last, days, frequency, recency, monetary, revenue, median,
  CASE WHEN median IS NULL THEN 'unknown' WHEN recency <= 1.5 * median THEN 'active'
    WHEN recency <= 3 * median THEN 'cooling' ELSE 'dormant' END AS state
FROM buying LEFT JOIN rhythm USING (customer)
"""

RFM = """
SELECT customer,
  1 + 5 * (2 * (rank() OVER (ORDER BY recency DESC) - 1) + count(*) OVER (PARTITION BY recency))
    / (2 * count(*) OVER ()) AS r,
  1 + 5 * (2 * (rank() OVER (ORDER BY frequency) - 1) + count(*) OVER (PARTITION BY frequency))
    / (2 * count(*) OVER ()) AS f,
  1 + 5 * (2 * (rank() OVER (ORDER BY monetary) - 1) + count(*) OVER (PARTITION BY monetary))
    / (2 * count(*) OVER ()) AS m
FROM buying
"""
"""A customer's fifth is that of those below it and half of those level with it, itself included."""

RANKS = """
SELECT customer, row_number() OVER (ORDER BY {measure} DESC, customer) AS rank, count(*) OVER () AS ranked FROM buying
"""

SLICE = """
WITH ranking AS (SELECT customer, revenue, row_number() OVER (ORDER BY {measure} DESC, customer) AS rank FROM buying)
SELECT count(*) AS accounts, sum(revenue) AS revenue, (SELECT sum(revenue) FROM ranking) AS whole
FROM ranking WHERE rank <= max(1, CAST((SELECT count(*) FROM ranking) * {share} + 0.5 AS INTEGER))
"""


def open_database(folder: Path) -> sqlite3.Connection:
    """Return the raw orders and their lines in memory, with views of the buying up to the day in ``as_of``."""
    database = sqlite3.connect(":memory:")
    database.row_factory = sqlite3.Row
    for name in ("orders", "order_details"):
        with (folder / f"sql_{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            heading, *rows = csv.reader(file)
        database.execute(f"CREATE TABLE {name} ({', '.join(heading)})")
        database.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(heading))})", rows)
    database.execute(_SALES)
    database.execute("CREATE TABLE as_of (day TEXT)")
    database.executescript(_BUYING)
    return database


def ask(database: sqlite3.Connection, day: date, question: str, **words: Any) -> list[sqlite3.Row]:
    """Return the answer to a question as of a day."""
    database.execute("DELETE FROM as_of")
    database.execute("INSERT INTO as_of VALUES (?)", (day.isoformat(),))
    return database.execute(question.format(**words)).fetchall()
