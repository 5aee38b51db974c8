"""The pages about all accounts: where each stands, what it reads, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from kamgen.pages.calendar.page import calendar_page
from kamgen.pages.context import Context
from kamgen.pages.findings.page import findings_page
from kamgen.pages.losses_page import losses_page
from kamgen.pages.navigation import PORTFOLIO_ADDRESS, SEGMENTS_ADDRESS, TEAM_ADDRESS, has_page
from kamgen.pages.needs.page import needs_page
from kamgen.pages.opportunities.page import opportunities_page
from kamgen.pages.people.page import people_page
from kamgen.pages.portfolio.page import portfolio_page
from kamgen.pages.programme_page import programme_page
from kamgen.pages.register import ExtractName, Register
from kamgen.pages.segments.page import segments_page
from kamgen.pages.team.page import team_page
from kamgen.plan.settings import Settings


class PageView(Protocol):
    """What every page says of itself, beside all else."""

    @property
    def title(self) -> str:
        """Its heading, and its title in the browser."""

    @property
    def lead(self) -> str:
        """One or two sentences that open it and stand in link previews; may be empty."""


@dataclass(frozen=True)
class SitePage:
    """A page about all accounts.

    Attributes:
        address: From the language's folder.
        template: What it is rendered with.
        reads: What of the accounts it is made from; it is written again only where that has moved. ``levels`` are the
            numbers of findings by level.
        view: Returns what it says.

    """

    address: str
    template: str
    reads: tuple[ExtractName | Literal["summaries", "levels", "findings"], ...]
    view: Callable[[Register, Context], PageView]


def site_pages(settings: Settings) -> Iterator[SitePage]:
    """Yield the pages about all accounts that a workspace with these settings has."""
    yield SitePage(PORTFOLIO_ADDRESS, "site/portfolio.html", ("summaries", "levels"), portfolio_page)
    yield SitePage("calendar.html", "site/calendar.html", ("summaries", "work"), calendar_page)
    yield SitePage("opportunities.html", "site/opportunities.html", ("summaries", "opportunities"), opportunities_page)
    yield SitePage("findings.html", "site/findings.html", ("summaries", "findings"), findings_page)
    yield SitePage("people.html", "site/people.html", ("summaries", "people"), people_page)
    yield SitePage(TEAM_ADDRESS, "site/team.html", ("summaries", "work", "people", "seats"), team_page)
    yield SitePage("needs.html", "site/needs.html", ("summaries", "needs", "white-space", "opportunities"), needs_page)
    yield SitePage("losses.html", "site/losses.html", ("summaries", "losses", "opportunities"), losses_page)
    if has_page(SEGMENTS_ADDRESS, settings):
        yield SitePage(SEGMENTS_ADDRESS, "site/segments.html", ("summaries",), segments_page)
    if has_page("programme.html", settings):
        yield SitePage("programme.html", "site/programme.html", (), programme_page)
