"""What a rule is, and what it is asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from kamgen.changes.freshness import Freshness
from kamgen.checks.facts import AccountFacts
from kamgen.plan.account import Account
from kamgen.plan.reviews import Waiver
from kamgen.plan.settings import CheckLevel, Settings
from kamgen.scoring.score import AccountScores, PortfolioScores
from kamgen.wording.phrase import Phrase
from kamgen.workspace.problems import Path

Family = Literal[
    "form",
    "references",
    "goals",
    "power-map",
    "success-plan",
    "opportunities",
    "joint-plan",
    "service",
    "portfolio",
    "upkeep",
]
"""What a rule is about, in the order in which people read about them."""


MOST_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Parameter:
    """A whole number of a rule that a workspace may change: ``checks: {stale-plan: {days: 120}}``."""

    name: str
    default: int
    description: str
    least: int = 0
    most: int = 10_000

    def read(self, written: object) -> int | None:
        """Return the number as it was typed in the settings; None where it is none that the rule takes."""
        text = str(written).strip()
        number = int(text) if text.isascii() and text.isdigit() and len(text) < MOST_DIGITS else None
        return number if number is not None and self.least <= number <= self.most else None


Numbers = Mapping[str, int]
"""A rule's parameters as a workspace has set them; what it has not set is not in it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: where in the file, what, and a way out.

    The path of something that is missing ends in the key that is missing: it is shown at what surrounds it. With
    ``of_key`` the key itself is wrong, not its value.
    """

    path: Path
    message: Phrase
    hint: Phrase | None = None
    of_key: bool = False


@dataclass(frozen=True)
class Subject:
    """An account plan that a rule looks at. A rule sees no other plan, so that one plan can be checked alone.

    ``scores`` are those of the plan as far as it can be read, ``lines`` the number of lines of its file. ``freshness``
    tells since when each part has said what it says; None where nobody knows, as of a plan with something wrong in its
    form.
    """

    id: str
    account: Account
    settings: Settings
    as_of: date
    scores: AccountScores
    lines: int
    freshness: Freshness | None = None
    numbers: Numbers = field(default_factory=dict)

    def number(self, parameter: Parameter) -> int:
        """Return a parameter of the rule as this workspace has it."""
        return self.numbers.get(parameter.name, parameter.default)


@dataclass(frozen=True)
class SettingsSubject:
    """The settings that a rule looks at, with all rules that they can speak of."""

    settings: Settings
    rules: Mapping[str, Rule]


@dataclass(frozen=True)
class Portfolio:
    """All accounts that a rule looks at: what it must know of each, by id, and the scores of all together.

    ``ids`` has those accounts too of which nothing can be read.
    """

    ids: frozenset[str]
    accounts: Mapping[str, AccountFacts]
    scores: PortfolioScores
    settings: Settings
    as_of: date
    numbers: Numbers = field(default_factory=dict)

    def number(self, parameter: Parameter) -> int:
        """Return a parameter of the rule as this workspace has it."""
        return self.numbers.get(parameter.name, parameter.default)


@dataclass(frozen=True)
class WaiverSubject:
    """A plan's waivers that a rule looks at, after other rules have run.

    ``asked`` are the positions of the waivers in question, ``used`` those that held something back,
    ``rules`` all rules by name.
    """

    waivers: tuple[Waiver, ...]
    asked: tuple[int, ...]
    used: frozenset[int]
    rules: Mapping[str, Rule]
    as_of: date


@dataclass(frozen=True)
class Example:
    """Lines that show a rule at work on 15 June 2026.

    Attributes:
        plan: Lines of a plan; the mandatory keys that it does not have itself are put before them.
        settings: Lines of kamgen.yaml, where the rule looks at them too.
        files: Other files by name, where it takes several to show it.
        committed: The plan's lines as they were committed, where the rule looks at what has changed since.

    """

    plan: str = ""
    settings: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    committed: str = ""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule: each stands in a module of its own in :mod:`kamgen.checks.rules`, as its ``RULE``.

    Attributes:
        name: Says the bad pattern, as the module does: ``goal-without-measure``.
        level: What a finding is worth unless the settings say otherwise.
        family: What it is about.
        methods: Letters of the methods that it serves, as in :data:`kamgen.wording.methods.METHODS`.
        parameters: Numbers that a workspace may change.
        documentation: The module's docstring, in three parts: what is wrong, why it matters, what to do.
        bad: An example that it finds something in.
        good: The same, mended.

    """

    name: str
    level: CheckLevel
    family: Family
    methods: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    documentation: str | None
    bad: Example
    good: Example


@dataclass(frozen=True, kw_only=True)
class ReadingRule(Rule):
    """A rule that is kept while files are read, in :mod:`kamgen.workspace`: what breaks it cannot be used at all.

    It is always an error, and cannot be waived.
    """


@dataclass(frozen=True, kw_only=True)
class PlanRule(Rule):
    """A rule about one plan; ``check`` yields everything that it finds wrong."""

    check: Callable[[Subject], Iterator[Problem]]


@dataclass(frozen=True, kw_only=True)
class SettingsRule(Rule):
    """A rule about the settings."""

    check: Callable[[SettingsSubject], Iterator[Problem]]


@dataclass(frozen=True, kw_only=True)
class PortfolioRule(Rule):
    """A rule about all accounts together.

    ``check`` yields what is wrong, each with the id of the account whose plan has to change; None for the settings.
    """

    check: Callable[[Portfolio], Iterator[tuple[str | None, Problem]]]


@dataclass(frozen=True, kw_only=True)
class WaiverRule(Rule):
    """A rule about a plan's waivers."""

    check: Callable[[WaiverSubject], Iterator[Problem]]


@dataclass(frozen=True, kw_only=True)
class ChangeRule(Rule):
    """A rule about a plan as it was committed and as it is now."""

    check: Callable[[Account, Account], Iterator[Problem]]
