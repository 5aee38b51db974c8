"""What frames every page: its title, the way to other pages, and the same page in the other language."""

from __future__ import annotations

from dataclasses import dataclass

from kamgen.pages.context import Context, home
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.wording.language import WORDINGS

PORTFOLIO_ADDRESS = "index.html"
"""Address of the portfolio page, from the language's folder."""

EXPLAIN_FOLDER = "explain/"
"""Folder of the pages that explain methods, metrics and rules, from the language's folder."""

EXPLAIN_ADDRESS = EXPLAIN_FOLDER + "methods.html"
"""Address of the first of them."""

TEAM_ADDRESS = "team.html"
"""Address of the page of our team; its members' pages are in the folder ``team/``."""

SEGMENTS_ADDRESS = "segments.html"
"""Address of the page of segments; there is one only where the settings have any."""

_NAVIGATION: tuple[tuple[str, str, str], ...] = (
    (PORTFOLIO_ADDRESS, "Portfolio", "accounts/"),
    ("calendar.html", "Calendar", ""),
    ("opportunities.html", "Opportunities", ""),
    ("people.html", "People", ""),
    (TEAM_ADDRESS, "Team", "team/"),
    ("needs.html", "Needs and white space", ""),
    ("losses.html", "Losses", ""),
    (SEGMENTS_ADDRESS, "Segments", ""),
    ("findings.html", "Findings", ""),
    ("programme.html", "Programme", ""),
    (EXPLAIN_ADDRESS, "How it works", EXPLAIN_FOLDER),
)
"""The pages of the site, in the order in which a day's work asks for them: address, name, folder of its pages."""

LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "zh": "中文"}
"""Every language by its own name, as its readers look for it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its words; ``current`` marks the page that is being read, ``above`` one that it belongs to."""

    label: str
    href: str
    current: bool = False
    above: bool = False


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language; ``html_language`` is meant for ``lang`` and ``hreflang``."""

    label: str
    href: str
    html_language: str


@dataclass(frozen=True, slots=True)
class Site:
    """The frame of one page. All addresses are relative to the page, so that it works from ``file://``.

    Attributes:
        title: The site's title.
        language: ``en`` or ``zh``.
        html_language: The same for an HTML ``lang`` attribute.
        root: The way to the site's root, such as ``../``; empty for a page in the root.
        home: The way to the language's folder.
        links: The pages of the site, in the order of the navigation.
        alternates: The same page in the other languages that are built.
        as_of: The day the page speaks of, as people write it; empty for a page that holds on any day.
        version: kamgen's version.
        page_title: What the page is about; stands before the site's title in the browser.
        description: One or two sentences for link previews.

    """

    title: str
    language: Language
    html_language: str
    root: str
    home: str
    links: tuple[Link, ...]
    alternates: tuple[Alternate, ...]
    as_of: str
    version: str
    page_title: str
    description: str


def has_page(address: str, settings: Settings) -> bool:
    """Tell whether a site with these settings has a page: what only settings fill is left out where they are silent."""
    if address == SEGMENTS_ADDRESS:
        return bool(settings.segments)
    return address != "programme.html" or bool(settings.programme)


def frame(context: Context, address: str, page_title: str, description: str = "", *, dated: bool = True) -> Site:
    """Return the frame of the page at an address, such as ``accounts/save-a-lot.html``.

    Args:
        context: Settings, day and language of the page.
        address: The page's address from the folder of its language.
        page_title: What the page is about; the site's title where it is empty.
        description: For link previews, plain text.
        dated: Whether the page speaks of a day; one that does not stays the same when the day moves.

    """
    main_language = context.settings.language
    wording = context.wording
    up = "../" * address.count("/")
    root = up + "../" * home(context.language, main_language).count("/")
    return Site(
        title=context.title,
        language=context.language,
        html_language=wording.html_language,
        root=root,
        home=up,
        links=tuple(
            Link(wording.text(title), up + target, address == target, bool(folder) and address.startswith(folder))
            for target, title, folder in _NAVIGATION
            if has_page(target, context.settings)
        ),
        alternates=tuple(
            Alternate(
                LANGUAGE_NAMES[language],
                root + home(language, main_language) + address,
                WORDINGS[language].html_language,
            )
            for language in context.settings.build_languages
            if language != context.language
        ),
        as_of=wording.day(context.as_of) if dated else "",
        version=context.version,
        page_title=page_title,
        description=description,
    )
