"""What a comparison of two states says, in one language: what matters most, then account by account."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kamgen.changes.account_changes import AccountChange, Reading, WorkspaceChanges
from kamgen.checks.finding_changes import FindingChanges
from kamgen.pages.account.terms import AccountTerms
from kamgen.pages.briefs.kinds import NAMES, kinds_of
from kamgen.pages.changes.field_words import lowered
from kamgen.pages.changes.important import important
from kamgen.pages.changes.report_head import report_days, report_lead, report_notes, state_name
from kamgen.pages.changes.score_words import ScoreMoved, ScoreWords
from kamgen.pages.changes.sentences import Told, told
from kamgen.pages.changes.setting_words import setting_words
from kamgen.pages.changes.spacing import SpacedWording
from kamgen.pages.context import Context, account_address, brief_address, home
from kamgen.plan.account import Account
from kamgen.plan.values import Language
from kamgen.wording.language import Wording

MOST_MOVED_ALONE = 5
"""How many accounts are named whose scores moved though their plans did not change."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page or brief of a changed account: what the link says, and its address."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Topic:
    """Changes of one subject, such as a person or a goal; the subject is empty where they say it themselves."""

    subject: str
    changes: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class AccountReport:
    """What became of one account, in words.

    Attributes:
        account: The same as values.
        name: What it is called.
        kind: What became of it, in a word or two.
        notes: What must be known to read the rest, such as that its plan could only be read in part.
        topics: What changed in the plan.
        scores: What that did to its scores.
        matters: What of all this matters most.
        links: Its pages.

    """

    account: AccountChange
    name: str
    kind: str
    notes: tuple[str, ...]
    topics: tuple[Topic, ...]
    scores: tuple[ScoreMoved, ...]
    matters: tuple[str, ...]
    links: tuple[PageLink, ...] = ()

    @property
    def told(self) -> tuple[Told, ...]:
        """All changes in the plan."""
        return tuple(change for topic in self.topics for change in topic.changes)


@dataclass(frozen=True, slots=True)
class MovedAlone:
    """The accounts whose plans did not change and whose scores moved all the same: a line, and those that matter."""

    lead: str
    named: tuple[tuple[str, str], ...]
    more: str


@dataclass(frozen=True)
class ChangeReport:
    """What a comparison says, whatever it is written as.

    Attributes:
        changes: The same as values.
        context: The later state: settings, day and language.
        asked: The revisions as they are asked for on the command line.
        title: Which two states are compared.
        lead: How many accounts changed, in one line.
        days: Which days the scores are of.
        notes: What must be known to read the rest.
        rules: What changed in the settings.
        accounts: The changed accounts, those first of which something matters.
        moved_alone: The others whose scores moved; None where there are none.
        findings: What became of findings; None where nobody asked.
        prefix: The way from the repository's top to the workspace.

    """

    changes: WorkspaceChanges
    context: Context
    asked: str
    title: str
    lead: str
    days: str
    notes: tuple[str, ...]
    rules: tuple[str, ...]
    accounts: tuple[AccountReport, ...]
    moved_alone: MovedAlone | None
    findings: FindingChanges | None
    prefix: str = ""

    @property
    def t(self) -> Wording:
        """The words of the report's language."""
        return self.context.wording

    @property
    def language(self) -> Language:
        """The report's language."""
        return self.context.language


def change_report(
    changes: WorkspaceChanges,
    language: Language,
    asked: str,
    findings: FindingChanges | None = None,
    pages: str = "",
    prefix: str = "",
) -> ChangeReport:
    """Return what a comparison says in a language; ``pages`` is the address of the site of the later state, if any."""
    reporter = _Reporter(changes, language, pages)
    t = reporter.t
    before, after = state_name(changes.before, t), state_name(changes.after, t)
    accounts = sorted(map(reporter.account, changes.changed), key=lambda account: not account.matters)
    return ChangeReport(
        changes=changes,
        context=reporter.after,
        asked=asked,
        title=t.text("Plans: {before} → {after}", before=before, after=after),
        lead=report_lead(changes, t),
        days=report_days(changes, t),
        notes=tuple(report_notes(changes, t)),
        rules=tuple(setting_words(changes.settings, t)),
        accounts=tuple(accounts),
        moved_alone=reporter.moved_alone(),
        findings=findings,
        prefix=prefix,
    )


class _Reporter:
    """Says what became of accounts in one language."""

    def __init__(self, changes: WorkspaceChanges, language: Language, pages: str) -> None:
        self._changes, self._pages = changes, pages.rstrip("/")
        self._before = Context(changes.before.settings, changes.before.day, language)
        self.after = Context(changes.after.settings, changes.after.day, language)
        self.t = self.after.wording
        self._scores = ScoreWords(self._before, self.after)

    def account(self, change: AccountChange) -> AccountReport:
        """Return what became of one account."""
        topics = tuple(self._topics(change))
        sentences = tuple(found for topic in topics for found in topic.changes)
        moved = self._scores.shown(change.moves)
        scores = moved if change.kind == "changed" else ()
        return AccountReport(
            account=change,
            name=self.t.of(change.name),
            kind=self._kind(change),
            notes=tuple(self._account_notes(change)),
            topics=topics,
            scores=scores,
            matters=tuple(important(change, sentences, scores, self.t)),
            links=tuple(self._links(change)),
        )

    def moved_alone(self) -> MovedAlone | None:
        """Return what is said of the accounts whose plans did not change."""
        shown = [
            (account, scores) for account in self._changes.moved_alone if (scores := self._scores.shown(account.moves))
        ]
        if not shown:
            return None
        t = self.t
        by_rules = sum(any("rules" in score.move.causes for score in scores) for _, scores in shown)
        by_time = sum(any("time" in score.move.causes for score in scores) for _, scores in shown)
        lead = t.text(
            "{n} plan that did not change has other scores all the same|"
            "{n} plans that did not change have other scores all the same",
            n=len(shown),
        )
        causes = [
            t.text("{n} by other rules", n=by_rules) if by_rules else "",
            t.text("{n} by the days that passed", n=by_time) if by_time else "",
        ]
        named = [
            (t.of(account.name), SpacedWording(t).listing(matters))
            for account, scores in shown
            if (matters := list(important(account, (), scores, t)))
        ]
        left_out = len(named) - MOST_MOVED_ALONE
        return MovedAlone(
            lead=t.text("{about}: {found}", about=lead, found=SpacedWording(t).listing(causes)),
            named=tuple(named[:MOST_MOVED_ALONE]),
            more=t.text("and {n} more account|and {n} more accounts", n=left_out) if left_out > 0 else "",
        )

    def _kind(self, change: AccountChange) -> str:
        t = self.t
        if change.kind == "added":
            return t.text("new plan")
        if change.kind == "removed":
            return t.text("plan removed")
        if change.former_id is not None:
            return t.text("renamed, was {id}", id=change.former_id)
        return ""

    def _topics(self, change: AccountChange) -> Iterator[Topic]:
        if change.before is None or change.after is None or not change.changes:
            return
        before, after = AccountTerms(change.before, self._before), AccountTerms(change.after, self.after)
        for subject, sentences in groupby(told(change.changes, before, after), key=lambda found: found.subject):
            yield Topic(subject, tuple(sentences))

    def _account_notes(self, change: AccountChange) -> Iterator[str]:
        t, before, after = self.t, change.read_before, change.read_after
        if change.kind == "added" and change.after is not None:
            yield self._contents(change.after)
        if change.kind == "removed" and change.before is not None:
            yield self._contents(change.before)
        if change.kind in ("added", "removed") and change.moves:
            yield self._standing(change)
        yield from self._unreadable(before, after)
        if change.not_compared:
            yield t.text(
                "{n} value is not compared, for it cannot be read on one of the two sides.|"
                "{n} values are not compared, for they cannot be read on one of the two sides.",
                n=change.not_compared,
            )

    def _unreadable(self, before: Reading, after: Reading) -> Iterator[str]:
        t = self.t
        if before.nothing is not None:
            why = t.say(before.nothing.message)
            yield t.text("The plan could not be read as it was, so nothing of it is compared: {why}.", why=why)
        if after.nothing is not None:
            why = t.say(after.nothing.message)
            yield t.text("The plan cannot be read as it is now, so nothing of it is compared: {why}.", why=why)
        if before.nothing is not None or after.nothing is not None or not (before.problems or after.problems):
            return
        problems = [
            t.text("{n} problem before|{n} problems before", n=before.problems) if before.problems else "",
            t.text("{n} problem now|{n} problems now", n=after.problems) if after.problems else "",
        ]
        yield t.text(
            "Only what can be read is compared and scored; the form of the plan has {problems}.",
            problems=SpacedWording(t).listing(problems),
        )

    def _contents(self, plan: Account) -> str:
        """Return who owns a plan and what there is in it, in one line."""
        t, context = self.t, self.after
        parts = [
            (len(plan.power_map.people), "{n} person|{n} people"),
            (len(plan.goals.goals), "{n} goal|{n} goals"),
            (len(plan.opportunities), "{n} opportunity|{n} opportunities"),
            (len(plan.risks), "{n} risk|{n} risks"),
        ]
        said = [t.text(pattern, n=number) for number, pattern in parts if number]
        owner = t.text("owner {name}", name=context.member(plan.owner))
        return t.text("The plan has: {what}.", what=t.listing([owner, *said]))

    def _standing(self, change: AccountChange) -> str:
        """Return the scores of an account that came or went, in one line."""
        t = self.t
        said = [
            t.text("{score} {value}", score=lowered(score.label), value=lowered(value))
            for score in self._scores.shown(change.moves)
            if (value := score.before if change.kind == "removed" else score.after) and _says_more(score)
        ]
        pattern = "Its scores: {scores}." if change.kind == "added" else "Its last scores: {scores}."
        return t.text(pattern, scores=t.listing(said))

    def _links(self, change: AccountChange) -> Iterator[PageLink]:
        """Yield the pages that the site of the later state has of an account: none of one with errors."""
        if not self._pages or change.after is None or change.has_errors:
            return
        t, settings = self.t, self.after.settings
        spoken = self.after.language if self.after.language in settings.build_languages else settings.language
        page = f"{home(spoken, settings.language)}{account_address(change.id)}"
        yield PageLink(t.text("Page of the account"), f"{self._pages}/{page}")
        for kind in kinds_of(change.after, self.after.as_of):
            yield PageLink(t.text(NAMES[kind]), f"{self._pages}/{brief_address(change.id, kind)}")


def _says_more(score: ScoreMoved) -> bool:
    """Tell whether a score is worth a word in one line with the others: what is no key account, or unknown, is not."""
    said = {score.move.before, score.move.after}
    return "unknown" not in said and (score.move.score != "key_account.is_key_account" or True in said)
