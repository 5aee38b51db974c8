"""What every page knows: settings, day, language, and where things are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kamgen import __version__
from kamgen.pages.source_link import SourceLink, source_address
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.wording.language import WORDINGS, Wording

AccountPageName = Literal["account", "power-map", "scores"]
"""The pages that an account may have: itself, its power map at large, and why its scores are what they are."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a page is written from, beside its own account."""

    settings: Settings
    as_of: date
    language: Language
    version: str = __version__

    @property
    def wording(self) -> Wording:
        """The words of the page's language."""
        return WORDINGS[self.language]

    @property
    def title(self) -> str:
        """The site's title in the page's language."""
        return self.wording.of(self.settings.title)

    def member(self, member_id: str | None) -> str:
        """Return a team member's name; the id where the settings do not know it; empty for none."""
        if member_id is None:
            return ""
        for member in self.settings.team:
            if member.id == member_id:
                return self.wording.of(member.name)
        return member_id

    def product(self, product_id: str | None) -> str:
        """Return a product line's name; the id where the settings do not know it; empty for none."""
        if product_id is None:
            return ""
        for product in self.settings.products:
            if product.id == product_id:
                return self.wording.of(product.name)
        return product_id

    def source(self, file: str, line: int | None) -> str | None:
        """Return where a line of a file is read in the browser; None where the settings do not say."""
        repository = self.settings.repository
        return None if repository is None else source_address(repository, file, line)

    def source_link(self, file: str, line: int | None) -> SourceLink:
        """Return a line of a file as people and editors know it, leading to where it is read in the browser."""
        label = file if line is None else f"{file}:{line}"
        return SourceLink(label, self.source(file, line) or "")


def home(language: Language, main_language: Language) -> str:
    """Return the folder of a language inside the site: empty for the main one, ``zh/`` for another."""
    return "" if language == main_language else f"{language}/"


def account_address(account_id: str) -> str:
    """Return the address of an account's page, from the language's folder."""
    return f"accounts/{account_id}.html"


def member_address(member_id: str) -> str:
    """Return the address of the page of a member of the team, from the language's folder."""
    return f"team/{member_id}.html"


def account_page_address(account_id: str, page: AccountPageName) -> str:
    """Return the address of one of an account's pages, from the language's folder."""
    return account_address(account_id) if page == "account" else f"accounts/{account_id}/{page}.html"


PORTFOLIO_BRIEF_ADDRESS = "briefs/portfolio.pdf"
"""Address of the brief about all accounts, from the language's folder."""


def brief_address(account_id: str, kind: str) -> str:
    """Return the address of a brief, from the site's root."""
    return f"briefs/{account_id}-{kind}.pdf"
