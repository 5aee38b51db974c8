"""The report on briefs: what it says of given figures, and that engines get the same words. Nothing is timed here."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.brief_documents import LEAST, MadeUpBriefs
from benchmarks.briefs import (
    Footprint,
    LaidOut,
    comparison_table,
    footprint_table,
    main,
    throughput_table,
    work_through,
)
from benchmarks.typst_markup import typst_markup


def test_a_row_gives_medians_and_what_they_are_to_chromium() -> None:
    found = [
        LaidOut("card", "kamgen", (0.1, 0.3, 0.2), 1, 7_400),
        LaidOut("card", "Chromium", (0.4, 0.4), 1, 90_000),
        LaidOut("card", "Typst", missing="not installed (pip: typst)"),
    ]
    assert comparison_table(found).splitlines()[2:] == [
        "| card | kamgen | 200 (100–300) | 0.50 | 1 | 7 |",
        "| card | Chromium | 400 (400–400) | 1.00 | 1 | 90 |",
        "| card | Typst | not installed (pip: typst) |  |  |  |",
    ]


def test_without_chromium_nothing_is_compared_with_it() -> None:
    found = [LaidOut("card", "kamgen", (0.1,), 1, 7_400), LaidOut("card", "Chromium", missing="not installed")]
    assert comparison_table(found).splitlines()[2] == "| card | kamgen | 100 (100–100) |  | 1 | 7 |"


def test_the_time_of_a_brief_is_that_since_the_row_before() -> None:
    assert footprint_table([Footprint(100, 20.0, 150.4, 160.0), Footprint(500, 60.0, 151.0, 170.6)]).splitlines()[
        2:
    ] == [
        "| 100 | 200 | 150 | 160 |",
        "| 500 | 100 | 151 | 171 |",
    ]


def test_briefs_a_second_stand_beside_those_of_one_process() -> None:
    assert throughput_table([(1, (4.0, 5.0, 6.0)), (2, (9.0,))]).splitlines()[2:] == [
        "| 1 | 5.0 (4.0–6.0) | 1.00 |",
        "| 2 | 9.0 (9.0–9.0) | 1.80 |",
    ]


@pytest.mark.pdf
def test_a_process_says_how_it_stands_at_the_end(tmp_path: Path) -> None:
    (one,) = work_through(tmp_path, 2)
    assert one.briefs == 2
    assert one.seconds > 0
    assert 0 < one.memory <= one.peak


def test_typst_is_given_the_words_of_the_brief_in_order(tmp_path: Path) -> None:
    documents = {document.name: document for document in MadeUpBriefs(tmp_path).compared()}
    assert set(documents) >= {"plan, English", "plan, Chinese", "card", "review", f"portfolio of {LEAST}"}
    markup = typst_markup(documents["plan, English"].html, ("Noto Sans CJK SC",), 9.5)
    assert "size: 9.5000pt" in markup
    assert markup.index('heading(level: 1)[#"') < markup.index('heading(level: 2)[#"')
    assert "table.header(repeat: true" in markup


def test_no_text_is_read_as_typst_markup() -> None:
    html = (
        '<html lang="zh-Hans"><head><title>T "x"</title></head><body><p>#let a = 1 &amp; "q" \\ [b]</p>'
        "<table><colgroup><col style='width: 70%'><col style='width: 30%'></colgroup><thead><tr><th>A</th>"
        "<th>B</th></tr></thead><tbody><tr><td colspan='2'>c<svg><text>drawn</text></svg></td></tr>"
        "</tbody></table></body></html>"
    )
    markup = typst_markup(html, ("F",), 9)
    assert 'lang: "zh"' in markup
    assert '#"#let a = 1 & \\"q\\" \\\\ [b]"' in markup
    assert "columns: (70fr, 30fr, )" in markup
    assert 'table.cell(colspan: 2)[#"c"]' in markup
    assert "drawn" not in markup


def test_too_few_accounts_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--number", "3"])
    assert f"at least {LEAST} accounts are needed" in capsys.readouterr().err
