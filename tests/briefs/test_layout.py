"""Nothing in a brief leaves its page, is torn apart or stands alone, on both papers and in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from kamgen.output.brief_design import PORTFOLIO
from kamgen.pages.briefs.kinds import BriefKind
from kamgen.plan.settings import Briefs, Paper
from kamgen.plan.values import Language
from tests.briefs.laid_out import Page, brief_pages, pages_of

pytestmark = pytest.mark.pdf

SLACK = 0.6
"""CSS pixels: a sixth of a millimetre, for rounding."""

SAMPLES: tuple[tuple[str, BriefKind | None], ...] = (
    ("save-a-lot", "plan"),
    ("lichuan-jingmi", "plan"),
    ("bon-app", "plan"),
    ("save-a-lot", "card"),
    ("maiheli-liansuo", "card"),
    ("save-a-lot", "review"),
    ("lichuan-jingmi", "review"),
    ("seven-seas", "handover"),
    ("", None),
)

every_brief = pytest.mark.parametrize(
    ("account", "kind", "language", "paper"),
    [
        (account, kind, language, paper)
        for account, kind in SAMPLES
        for language in ("en", "zh")
        for paper in ("a4", "letter")
    ],
    ids=lambda value: value or PORTFOLIO if isinstance(value, str) or value is None else "",
)


@cache
def sample(account: str, kind: BriefKind | None, language: Language, paper: Paper) -> tuple[Page, ...]:
    return brief_pages(account, kind, language, Briefs(paper=paper))


# --- What may not be ------------------------------------------------------------------------------------------------


def too_wide(pages: tuple[Page, ...]) -> Iterator[str]:
    """Yield boxes and lines that leave the content's area, and texts that leave their table cell to the right."""
    for number, page in enumerate(pages, 1):
        for tag, left, right in page.boxes:
            if left < page.left - SLACK or right > page.right + SLACK:
                yield f"page {number}: <{tag}> from {left:.1f} to {right:.1f}"
        for line in page.lines:
            if line.right > page.right + SLACK or line.left < 0:
                yield f"page {number}: “{line.text}” ends at {line.right:.1f}"
            if line.cell and line.right > line.cell[1] + SLACK:
                yield f"page {number}: “{line.text}” leaves its cell by {line.right - line.cell[1]:.1f}"


def too_low(pages: tuple[Page, ...]) -> Iterator[str]:
    """Yield lines that stand in the bottom margin."""
    for number, page in enumerate(pages, 1):
        for line in page.lines:
            if line.bottom > page.bottom + SLACK:
                yield f"page {number}: “{line.text}” ends at {line.bottom:.1f} of {page.bottom:.1f}"


def headings_at_the_end(pages: tuple[Page, ...]) -> Iterator[str]:
    """Yield headings, of sections and of tables, that are the last thing on their page."""
    for number, page in enumerate(pages, 1):
        last = max(page.lines, key=lambda line: line.bottom, default=None)
        if last is not None and last.is_heading:
            yield f"page {number} ends with “{last.text}”"


def split_rows(pages: tuple[Page, ...]) -> Iterator[str]:
    """Yield rows that go on on the next page, but for those that are taller than one."""
    parts = Counter(row.row for page in pages for row in page.rows)
    for number, page in enumerate(pages, 1):
        for row in page.rows:
            if parts[row.row] > 1 and row.height < page.bottom - page.top - 60:
                yield f"page {number}: a row of {row.height:.0f} pixels goes on"


def rows_alone(pages: tuple[Page, ...]) -> Iterator[str]:
    """Yield tables of which one row stands alone on a page, but for rows that are tall."""
    whole = Counter(row.table for page in pages for row in page.rows)
    for number, page in enumerate(pages, 1):
        for table, count in Counter(row.table for row in page.rows).items():
            heights = [row.height for row in page.rows if row.table == table]
            if count == 1 < whole[table] and heights[0] < (page.bottom - page.top) / 4:
                yield f"page {number}: one row of {whole[table]}"


def without_margins(pages: tuple[Page, ...]) -> Iterator[str]:
    """Yield pages without a number, and pages from the second on without their running head."""
    for number, page in enumerate(pages, 1):
        counted = "".join(character if character.isdigit() else " " for character in page.margins["bottom-right"])
        if counted.split() != [str(number), str(len(pages))]:
            yield f"page {number} is numbered “{page.margins['bottom-right']}”"
        for place in ("bottom-left", *(("top-left", "top-right") if number > 1 else ())):
            if not page.margins.get(place, "").strip():
                yield f"page {number} has nothing {place}"


def half_empty(pages: tuple[Page, ...]) -> Iterator[str]:
    """Yield pages, but for the last one, of which less than half, roughly, is used."""
    for number, page in enumerate(pages[:-1], 1):
        used = (max((line.bottom for line in page.lines), default=page.top) - page.top) / (page.bottom - page.top)
        if used < 0.45:
            yield f"page {number}: {used:.0%}"


FAULTS: tuple[Callable[[tuple[Page, ...]], Iterator[str]], ...] = (
    too_wide,
    too_low,
    headings_at_the_end,
    split_rows,
    rows_alone,
    without_margins,
    half_empty,
)

every_fault = pytest.mark.parametrize("faults", FAULTS, ids=lambda fault: fault.__name__)


# --- The samples ----------------------------------------------------------------------------------------------------


@every_fault
@every_brief
def test_a_sample_brief_has_no_fault(
    account: str, kind: BriefKind | None, language: Language, paper: Paper, faults: Callable[..., Iterator[str]]
) -> None:
    if faults is half_empty and kind is None:
        pytest.skip("the table of all accounts has a page of its own, across")
    assert list(faults(sample(account, kind, language, paper))) == []


# --- A plan without measure ------------------------------------------------------------------------------------------

TEXTS = (
    "Short",
    "A text that goes on for a while and says that the dairy shelf stands empty on Monday mornings",
    "冷链配送每周一次，门店周一早上常常断货；客户希望改为每周三次（含节假日），并由我方承担首季费用。",
    "https://acme.example/" + "a-very-long-address/" * 12,
    "Donaudampfschifffahrtsgesellschaftskapitän " * 6,
)


def things(count: int, **more: Any) -> list[dict[str, Any]]:
    return [{"id": f"t{number}", "text": TEXTS[number % len(TEXTS)], **more} for number in range(count)]


HUGE = {
    "kamgen": 1,
    "name": "Acme Holding " + "and Daughters " * 6,
    "owner": "lin",
    "summary": "\n\n".join(TEXTS * 4),
    "goals": {
        "objective": TEXTS[1] * 3,
        "goals": things(30, unit="EUR", baseline=1, target=9_999_999, actual=5, due="2026-12-31"),
        "strategies": [{"id": "s", "text": TEXTS[1], "actions": things(90, owner="bo", due="2026-04-01")}],
    },
    "value": {"purchases": [{"date": f"20{year}-03-01", "amount": 10**14} for year in range(12, 26)]},
    "power_map": {
        "people": [
            {
                "id": f"p{number}",
                "name": f"Person {number}",
                "title": TEXTS[number % 3],
                "reports_to": f"p{number // 3}",
            }
            if number
            else {"id": "p0", "name": "Person 0"}
            for number in range(40)
        ]
    },
    "service": {"requests": things(60, owner="lin", due="2026-05-01")},
    "risks": things(60, owner="bo", likelihood=3, impact=4, response=TEXTS[1]),
    "joint_plan": {
        "value_proposition": TEXTS[2],
        "commitments": things(50, by="us", due="2026-06-01", owner="lin"),
    },
}


@pytest.fixture
def huge(workspace: Callable[..., Path]) -> Path:
    return workspace({"accounts/acme.yaml": yaml.safe_dump(HUGE, allow_unicode=True)})


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize(("kind", "language"), [("plan", "en"), ("plan", "zh"), ("review", "en"), ("card", "zh")])
def test_a_plan_without_measure_has_no_fault(huge: Path, kind: BriefKind, language: Language, paper: Paper) -> None:
    pages = brief_pages("acme", kind, language, Briefs(paper=paper), huge)
    assert {fault.__name__: found for fault in FAULTS[:-1] if (found := list(fault(pages)))} == {}


# --- The means ------------------------------------------------------------------------------------------------------

HEAD = "<thead><tr><th>Head</th></tr></thead>"
ROWS = "<tr><td>Row</td></tr><tr><td>Row</td></tr>"


def pages_with(body: str, style: str) -> tuple[Page, ...]:
    return pages_of(f"<html><body>{body}</body></html>", "@page { size: 300px; margin: 30px } * { margin: 0 }" + style)


@pytest.mark.parametrize(
    ("fault", "body", "style"),
    [
        (too_wide, "<p>x</p>", "p { width: 260px }"),
        (too_wide, "<p>" + "x" * 80 + "</p>", ""),
        (too_wide, "<table><tr><td>xxxxxxxxx</td><td>y</td></tr></table>", "table { table-layout: fixed; width: 9px }"),
        (too_low, "<p>x</p>", "p { position: absolute; top: 260px }"),
        (headings_at_the_end, "<h2>x</h2><p>y</p>", "p { break-before: page }"),
        (split_rows, "<table><tr><td><p>x</p><p>y</p></td></tr></table>", "p + p { break-before: page }"),
        (rows_alone, f"<table>{HEAD}{ROWS}</table>", "tr + tr { break-before: page }"),
        (half_empty, "<p>x</p><p>y</p>", "p + p { break-before: page }"),
        (without_margins, "<p>x</p>", '@page { @bottom-right { content: "1 of 2" } }'),
    ],
)  # fmt: skip
def test_a_fault_is_found(fault: Callable[..., Iterator[str]], body: str, style: str) -> None:
    assert list(fault(pages_with(body, style)))
