"""Risks by their exposure."""

from decimal import Decimal

from kamgen.plan.reviews import Risk
from kamgen.scoring.risks import biggest_first, risk_exposure, score_risks
from kamgen.wording.chinese import PHRASES


def risk(likelihood: int | None, impact: int | None, status: str = "open") -> Risk:
    return Risk.model_validate(
        {"id": "risk", "text": "Risk", "likelihood": likelihood, "impact": impact, "status": status}
    )


def test_the_largest_open_risk_counts() -> None:
    assert risk_exposure([risk(3, 4), risk(5, 1), risk(5, 5, "closed"), risk(5, None)]) == Decimal("0.48")


def test_closed_risks_are_no_exposure_and_unrated_or_no_risks_an_unknown_one() -> None:
    assert risk_exposure([risk(5, 5, "closed")]) == 0
    assert risk_exposure([risk(None, 5)]) is None
    assert risk_exposure([]) is None


def test_open_risks_stand_by_exposure_and_unrated_ones_last() -> None:
    found = score_risks([risk(None, 5), risk(1, 5), risk(5, 5, "closed"), risk(3, 4)])
    assert [(rated.rating, rated.exposure) for rated in found.open] == [
        (12, Decimal("0.48")),
        (5, Decimal("0.2")),
        (None, None),
    ]
    assert (found.unrated, found.closed, found.exposure) == (1, 1, Decimal("0.48"))


def test_closed_risks_stand_after_open_ones() -> None:
    open_one, closed = risk(1, 1), risk(5, 5, "closed")
    assert biggest_first([closed, open_one]) == (open_one, closed)


def test_what_it_assumes_can_be_said_in_chinese() -> None:
    assert all(said.pattern in PHRASES for said in score_risks([]).assumptions)
