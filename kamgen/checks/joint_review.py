"""What of a plan the customer reads in the joint review: the brief shows it, and a rule reads it beforehand.

Which goals, outcomes, people and past meetings are shared is decided here and nowhere else. :func:`customer_texts`
walks them once more for the texts that somebody wrote; a test holds it to exactly those that the brief shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kamgen.plan.account import Account
from kamgen.plan.goals import Goal
from kamgen.plan.joint_plan import JointPlan
from kamgen.plan.reviews import Review
from kamgen.plan.success_plan import Outcome
from kamgen.plan.values import LocalisedText
from kamgen.scoring.progress import reached
from kamgen.workspace.problems import Path

PAST_REVIEWS = 4
"""How many joint meetings the brief looks back on."""


@dataclass(frozen=True, slots=True)
class CustomerText:
    """A text that the customer may read, in one language, and where it stands in the plan."""

    path: Path
    text: str


def has_joint_review(account: Account) -> bool:
    """Return whether there is anything to review together."""
    return account.joint_plan != JointPlan()


def shared_goals(account: Account) -> list[tuple[int, Goal]]:
    """Return the goals that the joint plan lists, in its order, each with its place in the plan."""
    listed = account.joint_plan.goals
    found = [(place, goal) for place, goal in enumerate(account.goals.goals) if goal.id in listed]
    return sorted(found, key=lambda item: listed.index(item[1].id))


def shared_outcomes(account: Account) -> list[tuple[int, Outcome]]:
    """Return the customer's outcomes with their places, less those for a need that somebody told us in confidence."""
    secret = {need.id for need in account.profile.needs if need.kind == "secret"}
    return [
        (place, outcome) for place, outcome in enumerate(account.success_plan.outcomes) if outcome.closes not in secret
    ]


def is_confirmed(outcome: Outcome, as_of: date) -> bool:
    """Return whether the customer has confirmed the outcome by now."""
    return outcome.verified is not None and outcome.verified <= as_of


def is_achieved(outcome: Outcome, as_of: date) -> bool:
    """Return whether an outcome is reached by its figures, or by the customer's word; its milestones are behind us."""
    done = reached(outcome)
    return is_confirmed(outcome, as_of) or (done is not None and done >= 1)


def past_joint_reviews(account: Account, as_of: date) -> list[tuple[int, Review]]:
    """Return the joint meetings that the brief looks back on, the latest first, each with its place in the plan."""
    held = [
        (place, review)
        for place, review in enumerate(account.reviews)
        if review.kind == "joint" and review.date <= as_of
    ]
    return sorted(held, key=lambda item: item[1].date, reverse=True)[:PAST_REVIEWS]


def customer_texts(account: Account, as_of: date) -> tuple[CustomerText, ...]:
    """Return every text of a plan that its joint review shows on a day, in every language that it has."""
    if not has_joint_review(account):
        return ()
    return tuple(
        CustomerText(place, said) for path, text in _texts(account, as_of) for place, said in _languages(path, text)
    )


_Text = str | LocalisedText | None
_Placed = Iterator[tuple[Path, _Text]]


def _texts(account: Account, as_of: date) -> _Placed:
    yield ("name",), account.name
    yield from _joint_plan(account.joint_plan)
    for place, goal in shared_goals(account):
        yield from _fields(("goals", "goals", place), goal, ("text", "unit"))
    for place, outcome in shared_outcomes(account):
        path: Path = ("success_plan", "outcomes", place)
        yield from _fields(path, outcome, ("text", "unit"))
        if not is_achieved(outcome, as_of):
            for number, milestone in enumerate(outcome.milestones):
                yield (*path, "milestones", number, "text"), milestone.text
    yield from _people(account, as_of)
    for place, review in past_joint_reviews(account, as_of):
        yield from _list(("reviews", place, "outcomes"), review.outcomes)
        yield from _list(("reviews", place, "decisions"), review.decisions)


def _joint_plan(joint: JointPlan) -> _Placed:
    path: Path = ("joint_plan",)
    yield (*path, "value_proposition"), joint.value_proposition
    if joint.scope is not None:
        yield from _list((*path, "scope", "in"), joint.scope.in_)
        yield from _list((*path, "scope", "out"), joint.scope.out)
    for place, initiative in enumerate(joint.initiatives):
        yield (*path, "initiatives", place, "text"), initiative.text
        if initiative.benefit is not None:
            yield from _fields((*path, "initiatives", place, "benefit"), initiative.benefit, ("theirs", "ours"))
    for place, commitment in enumerate(joint.commitments):
        yield (*path, "commitments", place, "text"), commitment.text
    for place, line in enumerate(joint.supply):
        yield from _fields((*path, "supply", place), line, ("product", "period", "unit"))


def _people(account: Account, as_of: date) -> _Placed:
    """Yield the names of the customer's people who answer for something that is shared."""
    wanted = {commitment.owner for commitment in account.joint_plan.commitments if commitment.by == "customer"}
    for _, outcome in shared_outcomes(account):
        wanted.add(outcome.customer_owner)
        if not is_achieved(outcome, as_of):
            wanted |= {milestone.customer_owner for milestone in outcome.milestones}
    for place, person in enumerate(account.power_map.people):
        if person.id in wanted and not person.wanted:
            yield ("power_map", "people", place, "name"), person.name


def _fields(path: Path, section: object, names: Sequence[str]) -> _Placed:
    for name in names:
        yield (*path, name), getattr(section, name)


def _list(path: Path, texts: Iterable[str | LocalisedText]) -> _Placed:
    for place, text in enumerate(texts):
        yield (*path, place), text


def _languages(path: Path, text: _Text) -> Iterator[tuple[Path, str]]:
    if isinstance(text, LocalisedText):
        versions = (("en", text.en), ("zh", text.zh))
        yield from (((*path, language), said) for language, said in versions if said is not None)
    elif text is not None:
        yield path, text
