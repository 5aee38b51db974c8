"""What changed between two states of a workspace: in plans and settings, in scores, in findings."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from kamgen.changes.account_changes import (
    WHOLE,
    AccountChange,
    Kind,
    Side,
    WorkspaceChanges,
    compared_plans,
    reading_of,
)
from kamgen.changes.score_history import same_rules
from kamgen.changes.score_moves import Course, ScoreMove, Standing, score_moves, scores_of_one
from kamgen.changes.settings_changes import settings_changes
from kamgen.checks.finding_changes import FindingChanges, finding_changes
from kamgen.checks.run import CheckedPlan, Checks
from kamgen.history.compared_plans import ComparedPlans
from kamgen.history.two_states import TwoStates
from kamgen.history.workspace_state import State
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.plan_quality import score_plan_quality
from kamgen.scoring.portfolio import score_portfolio
from kamgen.workspace.plan_file import PlanFile, name_finding
from kamgen.workspace.problems import Finding
from kamgen.workspace.root import SETTINGS_FILE


class ChangesBetween:
    """Two states of a workspace, compared for the days that they are looked at.

    Plans whose bytes are the same are read only where the day or the rules may have moved their scores; of them plan
    quality is left out, which would ask for all checks. Findings are asked for apart, since they need every plan.
    """

    def __init__(self, states: TwoStates, as_of: date | None, today: date, only: Collection[str] = ()) -> None:
        """Take the states and the day to look at both, if one was asked for; ``only`` names accounts, if not all."""
        self._states = states
        self._plans = ComparedPlans(states)
        self._before, self._after = states.before, states.after
        self._only = frozenset(only)
        self._day_before = states.before.day_of(as_of, today)
        day_after = states.after.day_of(as_of, today)
        # Commits have their day in UTC, today is the day here: what is in the working tree comes after its commit.
        in_order = states.after.commit is None and states.after.settings.as_of is None and as_of is None
        self._day_after = max(day_after, self._day_before) if in_order else day_after
        self._checked: dict[tuple[str, str], CheckedPlan] = {}

    @cached_property
    def changes(self) -> WorkspaceChanges:
        """What changed in plans and settings, and what that did to the scores."""
        ids = [id_ for id_ in sorted({*self._plans.touched, *self._plans.gone}) if self._is_asked(id_)]
        told = [self._changed(id_) for id_ in ids]
        changed = [account for account in told if account.kind != "unchanged"]
        alone = [account for account in told if account.kind == "unchanged"] + list(self._untouched())
        untouched = sum(self._is_asked(id_) and id_ not in self._plans.touched for id_ in self._after.plans)
        return WorkspaceChanges(
            before=_side(self._before, self._day_before),
            after=_side(self._after, self._day_after),
            settings=settings_changes(*(_without_day(state.settings) for state in (self._before, self._after))),
            accounts=(*changed, *sorted((found for found in alone if found.moves), key=lambda found: found.id)),
            unchanged=untouched + len(told) - len(changed),
            rewritten=len(told) - len(changed),
            misnamed=() if self._only else self._plans.misnamed,
            chosen=tuple(sorted(self._only)),
        )

    def findings(self) -> FindingChanges:
        """Return what became of findings: those of changed plans and settings, and those that show among all plans.

        Both states are checked by the rules and for the day of the later one, so that nothing but the change itself
        brings or mends a finding. What was found in a plan that is gone, or cannot be read now, is not mended.
        """
        before, after = list(self._findings_of_settings(self._before)), list(self._findings_of_settings(self._after))
        before += (found for file in self._before.misnamed if (found := name_finding(file)) is not None)
        after += (found for file in self._after.misnamed if (found := name_finding(file)) is not None)
        texts = {SETTINGS_FILE: (self._before.settings_text, self._after.settings_text)}
        for id_ in sorted({*self._plans.touched, *self._plans.gone}):
            was, now = self._plans.before.get(id_), self._plans.after.get(id_)
            if was is not None and now is not None and reading_of(now).nothing is None:
                before += self._check("rules", was).findings
            if now is not None:
                after += self._check("facts", now).findings
                texts[now.file] = ("" if was is None else was.text, now.text)
            if was is not None and now is not None:
                after += self._checks["facts"].of_change(was, now)
        before += self._findings_of_all("rules", {**self._plans.untouched, **self._plans.before}, self._before)
        after += self._findings_of_all("facts", {**self._plans.untouched, **self._plans.after}, self._after)
        return finding_changes(
            [found for found in before if self._is_about(found)],
            [found for found in after if self._is_about(found)],
            texts,
        )

    def _is_asked(self, account_id: str) -> bool:
        former = self._states.former_id(account_id)
        return not self._only or account_id in self._only or former in self._only

    def _is_about(self, finding: Finding) -> bool:
        return not self._only or (finding.account is not None and self._is_asked(finding.account))

    # ── Changes and scores ──

    def _changed(self, account_id: str) -> AccountChange:
        """Return what became of an account whose bytes differ: nothing where the plan says the same all the same."""
        was, now = self._plans.before.get(account_id), self._plans.after.get(account_id)
        former = self._states.former_id(account_id)
        read_was, read_now = reading_of(was) if was else None, reading_of(now) if now else None
        before = was.usable if was is not None and read_was is not None and read_was.nothing is None else None
        after = now.usable if now is not None and read_now is not None and read_now.nothing is None else None
        shown = after or before
        change = AccountChange(
            id=account_id,
            kind="removed" if now is None else "added" if was is None else "changed",
            name=account_id if shown is None else shown.name,
            former_id=None if former == account_id else former,
            before=before,
            after=after,
            read_before=read_was or WHOLE,
            read_after=read_now or WHOLE,
            has_errors=now is not None and self._has_errors(now),
        )
        if was is None or now is None:
            return replace(change, moves=self._scores_of_one(was, now, change))
        if before is None or after is None:
            return replace(change, kind="unchanged") if self._is_as_unreadable(was, now) else change
        changes, not_compared = compared_plans(was, now)
        moved = self._moves(was, now, before, after)
        says_the_same = not changes and read_was == read_now and former == account_id
        kind: Kind = "unchanged" if says_the_same and not not_compared else "changed"
        return replace(change, kind=kind, changes=changes, not_compared=not_compared, moves=moved)

    def _is_as_unreadable(self, was: PlanFile, now: PlanFile) -> bool:
        """Tell whether a plan that cannot be read is the one that could not be read before.

        A file that is too big to be read has no name of git's in the working tree; there only its size can tell.
        """
        unknown = not self._after.plans[now.id].plan
        same_text = was.text.replace("\r\n", "\n") == now.text.replace("\r\n", "\n")
        return was.findings == now.findings and same_text and (unknown or bool(was.text))

    def _has_errors(self, plan: PlanFile) -> bool:
        return any(found.level == "error" for found in self._check("facts", plan).findings)

    def _moves(self, was: PlanFile, now: PlanFile, before: Account, after: Account) -> tuple[ScoreMove, ...]:
        course = Course(
            before=self._standing("before", was, before),
            time=self._standing("time", was, before),
            rules=self._standing("rules", was, before),
            facts=self._standing("facts", now, after),
        )
        return score_moves(course, same_currency=self._same_currency)

    def _scores_of_one(
        self, was: PlanFile | None, now: PlanFile | None, change: AccountChange
    ) -> tuple[ScoreMove, ...]:
        if now is not None:
            return () if change.after is None else scores_of_one(self._standing("facts", now, change.after))
        if was is None or change.before is None:
            return ()
        return scores_of_one(self._standing("before", was, change.before), gone=True)

    def _standing(self, step: str, plan: PlanFile, account: Account) -> Standing:
        """Return the scores of a plan by the settings and on the day of a step."""
        checked, (settings, day) = self._check(step, plan), self._steps[step]
        own = [found.level for found in checked.findings if found.account in (plan.id, None)]
        quality = score_plan_quality(account, settings, day, own.count("error"), own.count("warning"))
        return Standing(checked.scores or score_account(plan.id, account, settings, day), quality)

    def _untouched(self) -> Iterator[AccountChange]:
        """Yield the accounts whose bytes are the same and whose scores the rules or the time may have moved."""
        if self._day_before == self._day_after and same_rules(self._before.settings, self._after.settings):
            return
        for id_, plan in self._plans.untouched.items():
            account = plan.usable
            if account is None or not self._is_asked(id_):
                continue
            moves = self._moves_alone(id_, account)
            yield AccountChange(id_, "unchanged", account.name, before=account, after=account, moves=moves)

    def _moves_alone(self, account_id: str, account: Account) -> tuple[ScoreMove, ...]:
        scored = {
            step: Standing(score_account(account_id, account, *given)) for step, given in self._different_steps.items()
        }
        time = scored.get("time", scored["before"])
        rules = scored.get("rules", time)
        return score_moves(Course(scored["before"], time, rules, rules), same_currency=self._same_currency)

    @cached_property
    def _same_currency(self) -> bool:
        return self._before.settings.currency == self._after.settings.currency

    @cached_property
    def _steps(self) -> dict[str, tuple[Settings, date]]:
        """The settings and the day that each step is scored with."""
        before, after = self._before.settings, self._after.settings
        return {
            "before": (before, self._day_before),
            "time": (before, self._day_after),
            "rules": (after, self._day_after),
            "facts": (after, self._day_after),
        }

    @cached_property
    def _different_steps(self) -> dict[str, tuple[Settings, date]]:
        """The steps of a plan that did not change, without those that cannot have moved a score."""
        steps = {"before": self._steps["before"]}
        if self._day_before != self._day_after:
            steps["time"] = self._steps["time"]
        if not same_rules(self._before.settings, self._after.settings):
            steps["rules"] = self._steps["rules"]
        return steps

    # ── Checks ──

    @cached_property
    def _checks(self) -> dict[str, Checks]:
        after = Checks(*self._steps["facts"])
        one = self._before.settings == self._after.settings
        time = after if one else Checks(*self._steps["time"])
        before = time if self._day_before == self._day_after else Checks(*self._steps["before"])
        return {"before": before, "time": time, "rules": after, "facts": after}

    def _check(self, step: str, plan: PlanFile) -> CheckedPlan:
        """Return what is wrong with a plan at a step, checked once for the steps that are the same."""
        key = f"{id(self._checks[step])}", f"{id(plan)}"
        if key not in self._checked:
            self._checked[key] = self._checks[step].of_plan(plan)
        return self._checked[key]

    def _findings_of_settings(self, state: State) -> Iterator[Finding]:
        yield from state.settings_findings
        yield from Checks(state.settings, self._day_after).of_settings(state.settings_text)

    def _findings_of_all(self, step: str, plans: Mapping[str, PlanFile], state: State) -> tuple[Finding, ...]:
        """Return what is wrong with all accounts together."""
        checked = {id_: self._check(step, plan) for id_, plan in sorted(plans.items())}
        scores = {id_: found.scores for id_, found in checked.items() if found.scores is not None}
        portfolio = score_portfolio(scores, self._after.settings)
        facts = {id_: found.facts for id_, found in checked.items()}
        return self._checks[step].of_portfolio(
            facts, portfolio, lambda id_: state.settings_text if id_ is None else plans[id_].text
        )


def _side(state: State, day: date) -> Side:
    return Side(
        revision=state.revision,
        commit=state.commit,
        committed=state.day,
        day=day,
        settings=state.settings,
        settings_problems=len(state.settings_findings),
        made_by=state.made_by,
    )


def _without_day(settings: Settings) -> Settings:
    """Return settings without their day: which days are compared is told in its own place."""
    return settings.model_copy(update={"as_of": None})
