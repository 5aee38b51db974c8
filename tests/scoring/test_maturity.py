"""The programme as we judge it ourselves."""

from decimal import Decimal

from kamgen.scoring.maturity import MODULES, programme_maturity
from kamgen.wording.chinese import PHRASES
from tests.scoring.plans import settings


def test_the_mean_is_of_the_modules_that_were_assessed_and_the_weakest_comes_first() -> None:
    programme = settings(
        programme=[
            {"module": "team", "level": 3},
            {"module": "binding", "level": 1},
            {"module": "incentives"},
            {"module": "organisation", "level": 3},
            {"module": "value-strategy", "level": 4},
        ]
    ).programme
    found = programme_maturity(programme)
    assert found.mean == Decimal("2.75")
    assert [step.module for step in found.weakest_first] == ["binding", "organisation", "team", "value-strategy"]
    assert found.missing == (
        "value-targets",
        "customer-profile",
        "product-design",
        "battle-map",
        "incentives",
        "service-blueprint",
    )


def test_of_a_module_assessed_twice_the_later_entry_counts() -> None:
    twice = [{"module": "team", "level": 1}, {"module": "team", "level": 5}]
    found = programme_maturity(settings(programme=twice).programme)
    assert (found.mean, len(found.weakest_first)) == (5, 1)


def test_without_an_assessment_all_ten_are_missing() -> None:
    found = programme_maturity(())
    assert (found.mean, found.missing) == (None, MODULES)
    assert len(MODULES) == 10


def test_what_it_assumes_can_be_said_in_chinese() -> None:
    assert all(said.pattern in PHRASES for said in programme_maturity(()).assumptions)
