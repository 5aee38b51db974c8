"""The pages of the sample site, known before it is built so that each is a test of its own.

They are taken from what says which pages a site has; that the site has these and no others is a test, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.pages.context import account_page_address, home, member_address
from kamgen.pages.explain.pages import EXPLANATION_ADDRESSES
from kamgen.pages.site_pages import site_pages
from kamgen.plan.account import Account
from tests.conftest import REPOSITORY
from tests.workspaces import read_workspace

_SAMPLE = read_workspace(REPOSITORY)
_SETTINGS = _SAMPLE.settings
_ACCOUNTS: dict[str, Account] = {plan.id: plan.account for plan in _SAMPLE.plans if plan.account is not None}

ACCOUNTS = sorted(_ACCOUNTS)
CHINESE_ACCOUNTS = tuple(name for name in ACCOUNTS if _ACCOUNTS[name].language == "zh")
FOLDERS = {language: home(language, _SETTINGS.language) for language in _SETTINGS.build_languages}
SITE_PAGES = tuple(page.address for page in site_pages(_SETTINGS))
"""The pages about all accounts, from the language's folder."""


def _pages() -> Iterator[str]:
    """Yield the addresses of one language, from its folder."""
    yield from SITE_PAGES
    yield from (member_address(member.id) for member in _SETTINGS.team)
    for name, account in _ACCOUNTS.items():
        yield account_page_address(name, "account")
        yield account_page_address(name, "scores")
        if account.power_map.people:
            yield account_page_address(name, "power-map")
    yield from EXPLANATION_ADDRESSES
    yield "404.html"


PAGES = [folder + page for folder in FOLDERS.values() for page in _pages()]
