"""How a score has moved, in words; and whose health has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kamgen.pages.account.scores import headline_figures
from kamgen.pages.account.terms import AccountTerms
from kamgen.pages.context import Context
from kamgen.pages.portfolio.health_changes import HealthChanges, health_changes
from kamgen.pages.summary import AccountSummary
from kamgen.pages.trend import Trend, trend
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.scoring.earlier_scores import EarlierScore, EarlierScores
from kamgen.scoring.health import health_band
from tests.pages.registers import TODAY, register_of

SETTINGS = Settings.model_validate({"team": [{"id": "lin-yue", "name": "Lin Yue"}]})
THEN = date(2026, 2, 4)
ALL = Decimal(1)


def context(language: Language = "en") -> Context:
    return Context(SETTINGS, TODAY, language)


def said(before: str | None, now: str | None, language: Language = "en", known: str = "1") -> Trend | None:
    earlier = EarlierScore(None if before is None else Decimal(before), Decimal(known))
    return trend(earlier, None if now is None else Decimal(now), ALL, THEN, context(language))


@pytest.mark.parametrize(
    ("before", "now", "shown", "spoken"),
    [
        ("58", "62", "↑ 4 since 4 Feb", "up 4 points since 4 Feb"),
        ("63", "62", "↓ 1 since 4 Feb", "down 1 point since 4 Feb"),
        ("62", "62", "unchanged since 4 Feb", "unchanged since 4 Feb"),
        ("0", "100", "↑ 100 since 4 Feb", "up 100 points since 4 Feb"),
    ],
)
def test_a_score_has_risen_fallen_or_is_unchanged(before: str, now: str, shown: str, spoken: str) -> None:
    assert said(before, now) == Trend(shown, spoken)


def test_the_same_in_chinese() -> None:
    assert said("58", "62", "zh") == Trend("较 2月4日 ↑ 4", "较 2月4日上升 4 分")
    assert said("63", "62", "zh") == Trend("较 2月4日 ↓ 1", "较 2月4日下降 1 分")
    assert said("62", "62", "zh") == Trend("与 2月4日 持平", "与 2月4日 持平")


def test_points_are_those_between_the_numbers_that_are_read() -> None:
    assert said("61.5", "62.4") == Trend("unchanged since 4 Feb", "unchanged since 4 Feb")
    assert said("61.4", "61.5") == Trend("↑ 1 since 4 Feb", "up 1 point since 4 Feb")


@pytest.mark.parametrize(("before", "now"), [(None, "62"), ("62", None), (None, None)])
def test_what_is_not_known_on_both_days_has_not_moved(before: str | None, now: str | None) -> None:
    assert said(before, now) is None


def test_how_much_was_known_is_told_where_it_was_much_less_or_more() -> None:
    found = {known: getattr(said("58", "62", known=known), "known", None) for known in ("0.4", "0.9", "0.91", "1")}
    assert found == {"0.4": "40% known on 4 Feb", "0.9": "90% known on 4 Feb", "0.91": "", "1": ""}
    chinese = said("58", "62", "zh", known="0.4")
    assert chinese is not None
    assert chinese.known == "2月4日已知 40%"


# ── In the account's opening figures ──


def account_with(health: str | None, before: str | None) -> AccountSummary:
    """Return an account with so much health now and before, all of it known."""
    return with_health(register_of({"acme": {}}, SETTINGS).summaries["acme"], health, before)


def with_health(summary: AccountSummary, now: str | None, before: str | None, known: str = "1") -> AccountSummary:
    bands = SETTINGS.scoring.health.bands
    score, then = (None if text is None else Decimal(text) for text in (now, before))
    health = replace(
        summary.scores.health, score=score, band=None if score is None else health_band(score, bands), known=ALL
    )
    nothing = EarlierScore(None, Decimal(0))
    band = None if then is None else health_band(then, bands)
    earlier = EarlierScores(THEN, EarlierScore(then, Decimal(known)), band, nothing, nothing)
    return replace(summary, scores=replace(summary.scores, health=health), earlier=earlier)


def figures(summary: AccountSummary) -> dict[str, Trend | None]:
    account = Account.model_validate({"kamgen": "1", "name": "Acme", "owner": "lin-yue"})
    return {figure.label: figure.trend for figure in headline_figures(AccountTerms(account, context()), summary)}


def test_the_health_that_opens_the_page_says_how_it_has_moved() -> None:
    found = figures(account_with("62", "58"))
    assert found["Health"] == Trend("↑ 4 since 4 Feb", "up 4 points since 4 Feb")
    assert [label for label, moved in found.items() if moved] == ["Health"]


def test_without_an_earlier_plan_no_figure_has_moved() -> None:
    assert not any(figures(replace(account_with("62", "58"), earlier=None)).values())


# ── On the portfolio page ──


def changes(found: dict[str, tuple[str | None, str | None]], language: Language = "en") -> HealthChanges | None:
    summaries = register_of({id_: {} for id_ in found}, SETTINGS).summaries
    moved = [with_health(summaries[id_], now, before) for id_, (before, now) in found.items()]
    return health_changes(moved, context(language))


def test_accounts_that_changed_band_or_by_five_points_are_named_the_biggest_drop_first() -> None:
    red, amber = SETTINGS.scoring.health.bands.red, SETTINGS.scoring.health.bands.amber
    found = changes(
        {
            "a-little": (f"{amber + 20}", f"{amber + 16}"),
            "fell": ("90", "80"),
            "rose": ("80", "85"),
            "slipped": (f"{red + 1}", f"{red}"),
            "unknown-now": ("80", None),
            "unknown-then": (None, "80"),
        }
    )
    assert found is not None
    assert [(change.account, change.points) for change in found.changes] == [
        ("Fell", "−10"),
        ("Slipped", "−1"),
        ("Rose", "+5"),
    ]
    slipped = found.changes[1]
    assert (slipped.before.points, slipped.before.state) == (f"{red + 1}", "amber")
    assert (slipped.now.points, slipped.now.state, slipped.now.word) == (f"{red}", "red", "Red")
    assert (slipped.owner, slipped.address) == ("Lin Yue", "accounts/slipped.html")
    assert (found.then, found.now, found.more) == ("4 Feb", "6 May", "")


def test_equal_drops_are_in_the_order_of_ids() -> None:
    found = changes({"zeta": ("90", "80"), "alpha": ("85", "75")})
    assert found is not None
    assert [change.account for change in found.changes] == ["Alpha", "Zeta"]


def test_ten_are_listed_and_the_others_counted() -> None:
    found = changes({f"a{number:02}": ("90", f"{80 - number}") for number in range(12)})
    assert found is not None
    assert [change.points for change in found.changes] == [f"−{10 + number}" for number in range(11, 1, -1)]
    assert found.more == "and 2 more accounts"


def test_nothing_is_said_where_nothing_moved_or_nobody_knows() -> None:
    assert changes({"same": ("80", "82")}) is None
    assert health_changes([replace(account_with("62", "30"), earlier=None)], context()) is None


def test_how_much_is_known_has_a_column_only_where_it_differs() -> None:
    same, apart = account_with("62", "30"), with_health(account_with("62", "30"), "62", "30", known="0.4")
    plain, told = health_changes([same], context()), health_changes([apart], context())
    assert plain is not None
    assert told is not None
    assert (plain.known_apart, plain.changes[0].known) == (False, "")
    assert (told.known_apart, told.changes[0].known) == (True, "40% → 100%")


def test_the_section_in_chinese() -> None:
    found = changes({"fell": ("90", "80")}, "zh")
    assert found is not None
    assert found.since == "与 2026年2月4日相比等级改变或变动 5 分及以上，降幅最大的在前"
    assert (found.then, found.now) == ("2月4日", "5月6日")
