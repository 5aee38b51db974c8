"""Who the account is: company facts, the three tests, needs, rivals, network and research (A4, B1 to B3)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from kamgen.pages.account.terms import AccountTerms, State
from kamgen.pages.markdown import html_of
from kamgen.plan.profile import Fact, KeyAccountTest, Rival

_WEB = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_ANSWERS: dict[str, State] = {"yes": "green", "no": "red", "unknown": "none"}
_MET: dict[str, State] = {"fully": "green", "partly": "amber", "none": "red"}
_UNDER_PROFILE = 3


@dataclass(frozen=True, slots=True)
class CompanyFact:
    """A term and its text; ``href`` where the text is a web address."""

    term: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class TestRow:
    """One of the three tests of a big customer."""

    name: str
    answer: str
    state: State
    evidence: str


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A need of the customer's."""

    anchor: str
    text: str
    kind: str
    level: str
    met: str
    state: State
    source: str


@dataclass(frozen=True, slots=True)
class RivalRow:
    """Another supplier of the customer's."""

    name: str
    share: str
    strengths: str
    weaknesses: str


@dataclass(frozen=True, slots=True)
class ProfileSection:
    """The 360° view; ``strategy`` and ``competition`` are sanitised HTML."""

    facts: tuple[CompanyFact, ...]
    tests: tuple[TestRow, ...]
    findings: tuple[tuple[str, str], ...]
    strategy: str
    competition: str
    needs: tuple[NeedRow, ...]
    rivals: tuple[RivalRow, ...]
    network: tuple[tuple[str, str], ...]


def profile_section(terms: AccountTerms) -> ProfileSection | None:
    """Return the profile, ``None`` where nothing of it is written."""
    profile, t = terms.account.profile, terms.t
    if not profile.model_fields_set:
        return None
    return ProfileSection(
        facts=_company(terms),
        tests=_tests(terms),
        findings=tuple((terms.of(fact.text), _source(fact, terms)) for fact in profile.facts),
        strategy=html_of(terms.of(profile.strategy), _UNDER_PROFILE),
        competition=html_of(terms.of(profile.competition), _UNDER_PROFILE),
        needs=_needs(terms),
        rivals=tuple(_rival(rival, terms) for rival in profile.rivals),
        network=tuple((t.label("network", kind), t.text("; ").join(names)) for kind, names in _network(terms).items()),
    )


def _company(terms: AccountTerms) -> tuple[CompanyFact, ...]:
    profile, t = terms.account.profile, terms.t
    revenue = ""
    if profile.revenue is not None:
        currency = profile.revenue.currency or terms.context.settings.currency
        revenue = t.money(profile.revenue.amount, currency, short=True)
        if profile.revenue.year is not None:
            revenue = t.text("{amount} in {year}", amount=revenue, year=str(profile.revenue.year))
    website = profile.website or ""
    facts = (
        CompanyFact(t.text("Industry"), terms.of(profile.industry)),
        CompanyFact(t.text("Headquarters"), terms.of(profile.headquarters)),
        CompanyFact(t.text("Customer since"), t.day(profile.since)),
        CompanyFact(t.text("Employees"), t.number(profile.employees)),
        CompanyFact(t.text("Revenue"), revenue),
        # Only a plain web address becomes a link: the plan's author may be anyone.
        CompanyFact(t.text("Website"), website, website if _WEB.fullmatch(website) else ""),
    )
    return tuple(fact for fact in facts if fact.text)


def _tests(terms: AccountTerms) -> tuple[TestRow, ...]:
    tests = terms.account.profile.key_account_tests
    if tests is None:
        return ()
    named: tuple[tuple[str, KeyAccountTest | None], ...] = (
        ("need", tests.need),
        ("premium", tests.premium),
        ("repurchase", tests.repurchase),
    )
    return tuple(
        TestRow(
            name=terms.t.label("key_account_test", name),
            answer=terms.t.label("answer", test.answer),
            state=_ANSWERS[test.answer],
            evidence=terms.of(test.evidence),
        )
        for name, test in named
        if test is not None
    )


def _source(fact: Fact, terms: AccountTerms) -> str:
    return terms.t.listing([text for text in (terms.of(fact.source), terms.t.day(fact.date)) if text])


def _needs(terms: AccountTerms) -> tuple[NeedRow, ...]:
    t = terms.t
    return tuple(
        NeedRow(
            anchor=f"need-{need.id}",
            text=terms.of(need.text),
            kind=t.label("need_kind", need.kind) if need.kind else "",
            level=t.label("need_level", need.level) if need.level else "",
            met=t.label("need_met", need.met) if need.met else "",
            state=_MET[need.met] if need.met else "none",
            source=terms.of(need.source),
        )
        for need in terms.account.profile.needs
    )


def _rival(rival: Rival, terms: AccountTerms) -> RivalRow:
    return RivalRow(
        name=terms.of(rival.name),
        share=terms.t.percent(rival.share),
        strengths=terms.of(rival.strengths),
        weaknesses=terms.of(rival.weaknesses),
    )


def _network(terms: AccountTerms) -> dict[str, list[str]]:
    """Return the companies around the customer, by what they are to it, in the order of the plan."""
    members: dict[str, list[str]] = defaultdict(list)
    for member in terms.account.profile.network:
        members[member.kind].append(terms.of(member.name))
    return members
