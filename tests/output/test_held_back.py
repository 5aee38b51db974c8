"""A brief that a customer must not read is not made, whatever the settings say of the rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kamgen.checks.confidential import Confidential, KeptFromCustomers, KnownAccount
from kamgen.output.brief import BriefMaker, survey_for_briefs
from kamgen.output.brief_files import BriefHeldBack
from kamgen.output.site import BuildOptions, BuildReport, build_site
from kamgen.pages.briefs.review.brief import customer_review
from kamgen.pages.briefs.review.release import held_back, texts_of
from kamgen.pages.charts.small import progress
from kamgen.pages.context import Context
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.wording.language import WORDINGS
from tests.conftest import SMALL_SETTINGS, SMALLEST_PLAN

Write = Callable[..., Path]
TODAY = date(2026, 5, 6)
OFF = SMALL_SETTINGS + "checks: {confidential-mention: {level: off}}\n"
REVIEW = "joint_plan: {value_proposition: Shelves as at Kestrel}\n"
WAIVER = "waivers: [{rule: confidential-mention, reason: Their reference is public%s}]\n"
OTHER = SMALLEST_PLAN.replace("Acme", "Kestrel")
ADDRESS = "briefs/acme-review.pdf"

pytestmark = pytest.mark.pdf


def build(root: Path) -> BuildReport:
    return build_site(root, root / "site", BuildOptions(today=TODAY, pdf=True))


def brief(root: Path) -> bytes | None:
    survey = survey_for_briefs(root, None, TODAY)
    return BriefMaker(root, survey, survey.settings.briefs).of_account("acme", "review")


def accounts(plan: str, other: str = OTHER) -> dict[str, str]:
    return {"accounts/acme.yaml": SMALLEST_PLAN + plan, "accounts/kestrel.yaml": other}


def test_the_rule_stops_a_build(workspace: Write) -> None:
    assert build(workspace(accounts(REVIEW), SMALL_SETTINGS)).stopped


def test_a_rule_that_is_switched_off_does_not_release_it(workspace: Write) -> None:
    root = workspace(accounts(REVIEW), OFF)
    report = build(root)
    (problem,) = report.problems
    assert problem == (
        "accounts/acme.yaml: the joint review is held back, for the customer would read the name of another customer,"
        " Kestrel, in “Shelves as at Kestrel”. Say it without; if it may be said, add a waiver of confidential-mention"
        " with its reason to the plan."
    )
    assert not (root / "site" / ADDRESS).exists()
    assert (root / "site/briefs/acme-plan.pdf").exists()
    assert ADDRESS not in (root / "site/accounts/acme.html").read_text(encoding="utf-8")
    with pytest.raises(BriefHeldBack, match="Kestrel"):
        brief(root)


@pytest.mark.parametrize(
    ("until", "released"), [("", True), (", until: 2026-05-06", True), (", until: 2026-05-05", False)]
)
def test_a_waiver_releases_it_as_long_as_it_holds(until: str, released: bool, workspace: Write) -> None:
    root = workspace(accounts(REVIEW + WAIVER % until), OFF)
    assert build(root).problems == () if released else build(root).problems
    assert (root / "site" / ADDRESS).exists() is released


def test_a_review_in_the_site_is_withdrawn_when_another_account_takes_a_name_that_it_says(workspace: Write) -> None:
    root = workspace(accounts(REVIEW, OTHER.replace("Kestrel", "Buzzard")), OFF)
    assert build(root).problems == ()
    assert (root / "site" / ADDRESS).exists()
    workspace(accounts(REVIEW), OFF)
    report = build(root)
    assert (len(report.problems), report.removed) == (1, (ADDRESS,))
    assert not (root / "site" / ADDRESS).exists()
    assert len(build(root).problems) == 1, "it is looked at again as long as it is held back"
    workspace(accounts(REVIEW, OTHER.replace("Kestrel", "Buzzard")), OFF)
    assert build(root).problems == ()
    assert (root / "site" / ADDRESS).exists()


def test_internal_briefs_may_say_anything(workspace: Write) -> None:
    root = workspace(accounts(REVIEW), OFF)
    survey = survey_for_briefs(root, None, TODAY)
    assert BriefMaker(root, survey, survey.settings.briefs).of_account("acme", "plan")


def test_names_that_come_from_the_settings_are_read_too() -> None:
    settings = Settings.model_validate({"team": [{"id": "lin", "name": "Lin of Kestrel"}]})
    account = Account.model_validate({"kamgen": 1, "name": "Acme", "owner": "lin", "joint_plan": {"year": 2026}})
    kept = KeptFromCustomers((KnownAccount("kestrel", ("Kestrel",), None),), (), (), ())
    review = customer_review(account, Context(settings, TODAY, "en"))
    (found,) = held_back("acme", account, review, Confidential(kept), TODAY)
    assert (found.mention.what, found.text) == ("Kestrel", "Lin of Kestrel")


def test_what_only_a_style_sheet_reads_of_a_chart_is_not_read_as_a_text() -> None:
    bar = progress("goal-1", Decimal(1), None, WORDINGS["en"])
    assert list(texts_of((bar, "said"))) == [bar.title, "said"]
