"""What a rule is, and what it is asked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.wording.phrase import Phrase
from kamgen.workspace.problems import FindingLevel, Path


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: where in the plan, what, and a way out."""

    path: Path
    message: Phrase
    hint: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """An account plan that a rule looks at. A rule sees no other plan, so that one plan can be checked alone."""

    id: str
    account: Account
    settings: Settings
    as_of: date


class Rule(Protocol):
    """A module of :mod:`kamgen.checks.rules`."""

    NAME: str
    LEVEL: FindingLevel


class PlanRule(Rule, Protocol):
    """A rule about one plan."""

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yield everything that the rule finds wrong with a plan."""
        ...


class SettingsRule(Rule, Protocol):
    """A rule about the settings."""

    def check(self, settings: Settings) -> Iterator[Problem]:
        """Yield everything that the rule finds wrong with the settings."""
        ...


class PortfolioRule(Rule, Protocol):
    """A rule about how accounts belong together."""

    def check(self, parents: Mapping[str, str | None]) -> Iterator[tuple[str, Problem]]:
        """Yield what is wrong, each with the id of the account whose plan has to change.

        ``parents`` has every account of the workspace with the parent that its plan names.
        """
        ...
