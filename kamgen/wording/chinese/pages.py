"""Phrases of the site's pages."""

from kamgen.wording.chinese import account_page

PHRASES: dict[str, str] = {
    **account_page.PHRASES,
}
