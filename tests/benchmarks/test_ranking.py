"""The report on ranking: what it says of given figures, and that what it measures is a whole ranking."""

from __future__ import annotations

from itertools import islice

import pytest

from benchmarks.plans import made_up_plan
from benchmarks.ranking import Ranking, made_up_accounts, made_up_settings, main, markdown_table, rank

SETTINGS = made_up_settings()


def test_a_row_gives_the_time_for_one_account_against_the_first() -> None:
    rankings = (
        Ranking(1000, (0.02, 0.03, 0.01), 0.5, 0.25),
        Ranking(10_000, (0.3,), 5.0, 2.5),
    )
    assert markdown_table(rankings).splitlines()[2:] == [
        "| 1,000 | 0.020 (0.010–0.030) | 20.0 | 1.00 | 0.5 | 0.2 | 0.51 |",
        "| 10,000 | 0.300 (0.300–0.300) | 30.0 | 1.50 | 5.0 | 2.5 | 0.51 |",
    ]


def test_the_made_up_accounts_are_scored_and_belong_to_owners_groups_and_tags() -> None:
    accounts = list(islice(made_up_accounts(SETTINGS), 4))
    assert [account.id for account in accounts] == [made_up_plan(number).id for number in range(4)]
    assert all(account.scores.key_account.score is not None for account in accounts)
    assert all(account.tags for account in accounts)
    assert accounts[1].parent == accounts[0].id


def test_ranking_is_measured_as_often_as_asked() -> None:
    found = rank(list(islice(made_up_accounts(SETTINGS), 3)), SETTINGS, rounds=2)
    assert (found.number, len(found.seconds)) == (3, 2)
    assert 0 < found.kept <= found.peak


def test_no_account_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--numbers", "0,10"])
    assert "at least one account is needed" in capsys.readouterr().err
