"""The pages of the site that explain: methods, metrics with the criteria that read them, rules family by family."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kamgen.checks.catalogue import FAMILIES, RULES
from kamgen.checks.rule import Family
from kamgen.pages.context import Context
from kamgen.pages.explain.criteria import criterion_explanations
from kamgen.pages.explain.explanation import PAGES, Explanation, Kind, family_page
from kamgen.pages.explain.methods import method_explanations, source_anchor, sources_linked
from kamgen.pages.explain.metrics import metric_explanations
from kamgen.pages.explain.rules import rule_explanations
from kamgen.pages.navigation import Link
from kamgen.wording.language import Wording
from kamgen.wording.methods import SOURCES

EXPLANATION_ADDRESSES: tuple[str, ...] = (*dict.fromkeys(PAGES.values()), *map(family_page, FAMILIES))
"""The addresses of these pages, from the language's folder."""

_CHINESE = re.compile("([\u3400-\u9fff]+)")

_TITLES: dict[Kind, str] = {"method": "Methods", "metric": "Metrics and criteria", "rule": "Rules"}


@dataclass(frozen=True, slots=True)
class Section:
    """Explanations that belong together."""

    anchor: str
    title: str
    note: str
    explanations: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What a page lists before it explains: heads of the columns name, what it is, state; and what is listed."""

    title: str
    heads: tuple[str, str, str]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What methods were taken from: its short name, and what it is in pieces, each with whether it is Chinese.

    In an English sentence, a Chinese title is read aloud as Chinese only if it is marked as such.
    """

    anchor: str
    name: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class ExplanationPage:
    """One page of explanations.

    Attributes:
        address: From the language's folder.
        title: What the page explains.
        lead: How to read it.
        pages: The way to methods, metrics and rules, the one that this page belongs to marked.
        contents: Its parts by anchor and name.
        overview: What it lists at first; None where its texts are short enough to be read through.
        sections: Its parts, which explain; empty where it only lists.
        sources: What methods were taken from; empty on other pages.

    """

    address: str
    title: str
    lead: str
    pages: tuple[Link, ...]
    contents: tuple[Link, ...]
    overview: Overview | None
    sections: tuple[Section, ...]
    sources: tuple[Source, ...] = ()


def explanation_pages(context: Context) -> tuple[ExplanationPage, ...]:
    """Return all pages, in the order of their addresses."""
    families = tuple(_families(rule_explanations(context)))
    return (
        _methods_page(context),
        _metrics_page(context),
        _rules_page(families, context),
        *(_family_page(family, section, context) for family, section in families),
    )


def _methods_page(context: Context) -> ExplanationPage:
    t = context.wording
    lead = t.text("What kamgen does and why, in the order in which an account is worked.")
    found = method_explanations(context)
    sections = tuple(
        Section(f"group-{letter}", title, "", tuple(group))
        for (letter, title), group in groupby(found, key=lambda method: (method.name[0], method.group))
    )
    page = _page("method", lead, sections, None, t)
    sources = tuple(
        Source(source_anchor(source.name), source.name, _pieces(source.title)) for source in sources_linked(SOURCES, t)
    )
    contents = (*page.contents, Link(t.text("Sources"), "#sources"))
    return replace(page, contents=contents, sources=sources)


def _pieces(text: str) -> tuple[tuple[str, bool], ...]:
    """Return a text cut where it changes between Chinese and other writing."""
    return tuple((piece, _CHINESE.fullmatch(piece) is not None) for piece in _CHINESE.split(text) if piece)


def _metrics_page(context: Context) -> ExplanationPage:
    t = context.wording
    lead = t.text("What is computed for every account, and what the key-account score makes of it in this workspace.")
    criteria = criterion_explanations(context)
    threshold = t.number(context.settings.scoring.key_account.threshold)
    note = t.text("A key account has {points} points or more", points=threshold)
    metrics = Section("metrics", t.text("Metrics"), "", metric_explanations(context))
    first = (Section("criteria", t.text("Criteria of the key-account score"), note, criteria),) if criteria else ()
    sections = (*first, metrics)
    heads = (t.text("Name"), t.text("What it is"), t.text("Weight or unit"))
    return _page("metric", lead, sections, Overview(t.text("At a glance"), heads, sections), t)


def _rules_page(families: Sequence[tuple[Family, Section]], context: Context) -> ExplanationPage:
    """Return the page that lists all rules: explained on one page, they would be as long as a book."""
    t = context.wording
    lead = t.text("What is checked in every plan: what is found, why it matters, and what to do about it.")
    heads = (t.text("Rule"), t.text("What it finds"), t.text("Finding level"))
    overview = Overview(t.text("At a glance"), heads, tuple(section for _, section in families))
    contents = tuple(Link(section.title, f"#{section.anchor}") for _, section in families)
    return replace(_page("rule", lead, (), overview, t), contents=contents)


def _family_page(family: Family, section: Section, context: Context) -> ExplanationPage:
    t = context.wording
    count = len(section.explanations)
    lead = t.text(
        "{n} rule: what it finds, why that matters, what to do|{n} rules: what they find, why that matters, what to do",
        n=count,
    )
    page = _page("rule", lead, (section,), None, t)
    return replace(
        page,
        address=family_page(family),
        title=t.text("Rules: {family}", family=section.title),
        contents=tuple(Link(rule.name, f"#{rule.anchor}") for rule in section.explanations),
    )


def _families(rules: Iterable[Explanation]) -> Iterator[tuple[Family, Section]]:
    by_family: dict[Family, list[Explanation]] = {family: [] for family in FAMILIES}
    for rule in rules:
        by_family[RULES[rule.name].family].append(rule)
    for family, found in by_family.items():
        yield family, Section(f"family-{family}", found[0].group, "", tuple(found))


def _page(
    kind: Kind, lead: str, sections: tuple[Section, ...], overview: Overview | None, t: Wording
) -> ExplanationPage:
    contents = [Link(section.title, f"#{section.anchor}") for section in sections]
    if overview is not None:
        contents.insert(0, Link(overview.title, "#overview"))
    return ExplanationPage(
        address=PAGES[kind],
        title=t.text(_TITLES[kind]),
        lead=lead,
        pages=tuple(Link(t.text(title), PAGES[other], other == kind) for other, title in _TITLES.items()),
        contents=tuple(contents),
        overview=overview,
        sections=sections,
    )
