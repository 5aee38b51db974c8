"""Where the account is to go: OGSM in four columns, actions by month, and the backcast (B5, B6, D5)."""

from __future__ import annotations

from dataclasses import dataclass

from kamgen.pages.account.terms import NOBODY, AccountTerms, Deadline, Mention, Reach
from kamgen.plan.goals import Goal, Measure, Strategy
from kamgen.scoring.action_calendar import PlannedAction, by_month, in_order, planned_actions
from kamgen.scoring.backcast import BackcastLeg, read_backcast
from kamgen.scoring.ledger import read_ledger
from kamgen.scoring.three_checks import CHECKS, checks_made


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal, or a measure of a strategy; ``due`` says by when, ``owner`` who answers for it; ``terms`` is both."""

    anchor: str
    text: str
    reach: Reach
    due: str
    owner: Mention

    @property
    def terms(self) -> str:
        """By when and by whom."""
        return " · ".join(text for text in (self.due, self.owner.text) if text)


@dataclass(frozen=True, slots=True)
class StrategyRow:
    """A strategy beside its measures."""

    anchor: str
    text: str
    kind: str
    phase: str
    serves: tuple[Mention, ...]
    measures: tuple[GoalRow, ...]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action; ``checks`` are the three checks: label, and the day it was made or nothing."""

    anchor: str
    text: str
    strategy: str
    owner: Mention
    due: Deadline | None
    status: str
    is_open: bool
    hours: str
    checks: tuple[tuple[str, str], ...]
    checks_words: str

    @property
    def checks_dots(self) -> str:
        """A filled dot for each check that was made, an empty one for each that was not."""
        return "".join("●" if day else "○" for _, day in self.checks)


@dataclass(frozen=True, slots=True)
class Month:
    """The actions that are due in one month."""

    name: str
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class HorizonRow:
    """One year of the backcast; ``growth`` is what it asks for, from the amount before it or from today."""

    year: str
    picture: str
    amount: str
    growth: str


@dataclass(frozen=True, slots=True)
class GoalsSection:
    """OGSM: the objective, goals, strategies with their measures, then the actions month by month, and the backcast.

    ``horizon`` is furthest first; ``today`` is what was bought in 12 months where the first leg starts from it.
    """

    headline: str
    objective: str
    goals: tuple[GoalRow, ...]
    strategies: tuple[StrategyRow, ...]
    months: tuple[Month, ...]
    has_checks: bool
    horizon: tuple[HorizonRow, ...]
    today: str


def goals_section(terms: AccountTerms) -> GoalsSection | None:
    """Return the goals of a plan, ``None`` where it has none of them."""
    goals = terms.account.goals
    if not (goals.objective or goals.goals or goals.strategies or goals.horizon):
        return None
    names = {goal.id: Mention(terms.of(goal.text), f"#goal-{goal.id}") for goal in goals.goals}
    rows = tuple(_goal_row(f"goal-{goal.id}", goal, terms) for goal in goals.goals)
    actions = planned_actions(terms.account)
    settings, as_of = terms.context.settings, terms.context.as_of
    legs = read_backcast(terms.account, read_ledger(terms.account, settings, as_of), settings).legs
    return GoalsSection(
        headline=_headline(rows, terms),
        objective=terms.of(goals.objective),
        goals=rows,
        strategies=tuple(_strategy_row(strategy, names, terms) for strategy in goals.strategies),
        months=_months(actions, terms),
        has_checks=any(planned.action.checks is not None for planned in actions),
        horizon=_horizon(legs, terms),
        today=next((terms.reported(leg.before) for leg in legs if leg.start is None), ""),
    )


def _headline(rows: tuple[GoalRow, ...], terms: AccountTerms) -> str:
    """How many goals are where they should be by now."""
    judged = [row.reach.state for row in rows if row.reach.state != "none"]
    if not judged:
        return ""
    return terms.t.text("{on} of {n} goal on track|{on} of {n} goals on track", on=judged.count("green"), n=len(judged))


def _goal_row(anchor: str, goal: Goal | Measure, terms: AccountTerms) -> GoalRow:
    due = terms.t.text("by {day}", day=goal.due) if goal.due else ""
    owner = terms.who(goal.owner) if isinstance(goal, Measure) else NOBODY
    return GoalRow(
        anchor=anchor,
        text=terms.of(goal.text),
        reach=terms.reach(f"{anchor}-bar", goal, goal.unit),
        due=due,
        owner=owner,
    )


def _strategy_row(strategy: Strategy, goal_names: dict[str, Mention], terms: AccountTerms) -> StrategyRow:
    t = terms.t
    return StrategyRow(
        anchor=f"strategy-{strategy.id}",
        text=terms.of(strategy.text),
        kind=t.label("strategy_kind", strategy.kind) if strategy.kind else "",
        phase=t.label("phase", strategy.phase) if strategy.phase else "",
        serves=tuple(goal_names.get(goal, Mention(goal)) for goal in strategy.serves),
        measures=tuple(
            _goal_row(f"measure-{strategy.id}-{measure.id}", measure, terms) for measure in strategy.measures
        ),
    )


def _months(actions: tuple[PlannedAction, ...], terms: AccountTerms) -> tuple[Month, ...]:
    """Return the monthly action plan: actions by the month of their day, those without a day last."""
    dated, undated = in_order(actions)
    months = [
        Month(terms.t.month(month), tuple(_action_row(found, terms) for found in planned))
        for month, planned in by_month(dated).items()
    ]
    if undated:
        months.append(Month(terms.t.text("No day set"), tuple(_action_row(found, terms) for found in undated)))
    return tuple(months)


def _action_row(planned: PlannedAction, terms: AccountTerms) -> ActionRow:
    t, strategy, action = terms.t, planned.strategy, planned.action
    is_open = action.status in ("todo", "doing")
    hours = ""
    if action.hours is not None:
        spent = action.spent or 0
        hours = t.text("{spent} of {hours} h", spent=spent, hours=action.hours)
    made = checks_made(action.checks, terms.context.as_of)
    checks = () if action.checks is None else tuple((t.label("check", name), t.day(made.get(name))) for name in CHECKS)
    return ActionRow(
        anchor=f"action-{action.id}",
        text=terms.of(action.text),
        strategy=t.label("strategy_kind", strategy.kind) if strategy.kind else "",
        owner=terms.who(action.owner),
        due=terms.deadline(action.due, open_=is_open),
        status=t.label("work_status", action.status),
        is_open=is_open,
        hours=hours,
        checks=checks,
        checks_words=t.listing([f"{check} {day or t.text('not checked yet')}" for check, day in checks]),
    )


def _horizon(legs: tuple[BackcastLeg, ...], terms: AccountTerms) -> tuple[HorizonRow, ...]:
    """Return the pictures, the furthest first, each with the growth that it asks for (B6)."""
    growth = {leg.end: _growth(leg, terms) for leg in legs}
    rows = []
    for step in sorted(terms.account.goals.horizon, key=lambda step: -step.year):
        asks = growth.get(step.year, "") if step.amount is not None else ""
        rows.append(HorizonRow(str(step.year), terms.of(step.picture), terms.money(step.amount), asks))
    return tuple(rows)


def _growth(leg: BackcastLeg, terms: AccountTerms) -> str:
    if leg.growth is None:
        return ""
    change = f"{terms.signed(100 * leg.growth)}%"
    if leg.start is None:
        return terms.t.text("{change} a year from today", change=change)
    return terms.t.text("{change} a year from {year}", change=change, year=str(leg.start))
