"""What the server adds to a page on its way to the browser; no file ever holds it."""

from __future__ import annotations

import re
from functools import cache

from kamgen.output.folders import templates_folder
from kamgen.output.templates import Templates
from kamgen.preview.panel import panel, wording_of
from kamgen.preview.shown import Shown

OWN_FOLDER = ".kamgen/"
"""Addresses of the preview's own; no site has any below it."""
EVENTS = OWN_FOLDER + "events"
ASSETS = {OWN_FOLDER + name: name for name in ("preview.css", "preview.js")}
"""The preview's own files by address."""

_LANGUAGE = re.compile(r'<html\b[^>]*?\blang="([^"]*)"', re.IGNORECASE)
_HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
_BODY = re.compile(r'<body\b[^>]*>(?:\s*<a class="skip"[^>]*>[^<]*</a>)?', re.IGNORECASE)
_POLICY = re.compile(
    r'(<meta\s+http-equiv="Content-Security-Policy"\s+content=")([^"]*)("\s*/?>)',
    re.IGNORECASE,
)
_CONNECT = re.compile(r"connect-src\b", re.IGNORECASE)
_RELATIVE = re.compile(r'\b(href|src)="(?![#/]|[a-z][a-z0-9+.-]*:)', re.IGNORECASE)


def with_preview(html: str, address: str, shown: Shown) -> str:
    """Return a page that reloads itself and says above all else what is to be mended.

    Args:
        html: The page as it lies in the preview's folder.
        address: Its address.
        shown: What is shown now.

    """
    found = _LANGUAGE.search(html)
    wording = wording_of(found and found[1], shown)
    view = panel(shown, address, wording)
    templates = _templates()
    head = templates.render("preview/head.html", version=shown.version, folder=f"/{OWN_FOLDER}")
    above = "" if view is None else templates.render("preview/panel.html", panel=view, t=wording)
    html = _POLICY.sub(_listening, html, count=1)
    html = _HEAD_END.sub(lambda end: head + end[0], html, count=1)
    return _BODY.sub(lambda body: body[0] + above, html, count=1)


def page_of_nothing(shown: Shown) -> str:
    """Return the page that stands for a site of which nothing could be built yet."""
    wording = wording_of(None, shown)
    return _templates().render("preview/nothing.html", t=wording)


def rooted(html: str, address: str) -> str:
    """Return a page that works wherever it is shown: its relative links begin at the root instead.

    The page for what is not there answers at every depth.
    """
    folder = "/" + address.rpartition("/")[0]
    start = folder if folder.endswith("/") else folder + "/"
    return _RELATIVE.sub(lambda link: f'{link[1]}="{start}', html)


def asset(name: str) -> bytes:
    """Return a file of the preview's own."""
    return (templates_folder() / "preview" / name).read_bytes()


@cache
def _templates() -> Templates:
    """Return kamgen's own templates: the workspace's may be what is to be mended."""
    return Templates()


def _listening(policy: re.Match[str]) -> str:
    """Return a content security policy that lets the page hear from its own server."""
    if _CONNECT.search(policy[2]):
        rules = re.sub(r"(connect-src)(\s+'none')?", r"\1 'self'", policy[2], count=1, flags=re.IGNORECASE)
    else:
        rules = f"{policy[2].rstrip().rstrip(';')}; connect-src 'self'"
    return policy[1] + rules + policy[3]
