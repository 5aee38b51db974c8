"""A built page as its HTML says it, without a browser: what has to be right before anything is drawn."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, TreeBuilder

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_READ_ATTRIBUTES = (
    "alt", "aria-label", "content", "data-filter-label", "data-filter-shown", "placeholder", "title",
)  # fmt: skip
_READ_META = {"description", "og:description", "og:site_name", "og:title"}
_UNREAD = {"code", "script", "style", "pre"}


class _Tree(HTMLParser):
    """Builds a tree, and holds the site to closing what it opens: HTML would forgive it, sections would slip."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = TreeBuilder()
        self.open: list[str] = []
        self.errors: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            self.errors.append(f"line {self.getpos()[0]}: an attribute twice in <{tag}>")
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.errors.append(f"line {self.getpos()[0]}: </{tag}> closes nothing that is open: {self.open[-3:]}")
            return
        self.open.pop()
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        if self.open:
            self.builder.data(data)


@dataclass(frozen=True)
class Said:
    """A text of a page, where it stands and in which language it is marked."""

    text: str
    place: str
    lang: str


class ParsedPage:
    """One page of a site."""

    def __init__(self, path: Path, site: Path) -> None:
        self.path = path
        self.site = site
        self.address = path.relative_to(site).as_posix()
        self.language = "zh" if self.address.startswith("zh/") else "en"
        self.html = path.read_text(encoding="utf-8")
        tree = _Tree()
        tree.feed(self.html)
        tree.close()
        self.errors = tree.errors + [f"<{tag}> is not closed" for tag in tree.open]
        self.root: Element = tree.builder.close()
        self.elements: list[Element] = list(self.root.iter())

    def all(self, *tags: str) -> list[Element]:
        """Return the elements with one of these names, in the order of the page."""
        return [element for element in self.elements if element.tag in tags]

    @functools.cached_property
    def ids(self) -> list[str]:
        return [element.attrib["id"] for element in self.elements if "id" in element.attrib]

    def references(self) -> list[str]:
        """Return every address the page speaks of: links, style sheets, scripts, pictures, marks used by drawings."""
        names = ("href", "xlink:href", "src", "srcset", "data", "action", "poster")
        return [element.attrib[name] for element in self.elements for name in names if name in element.attrib]

    def targets(self) -> list[tuple[Path, str]]:
        """Return the file and the anchor that each reference inside the site leads to."""
        found = []
        for reference in self.references():
            parts = urlsplit(reference)
            if not parts.scheme and not parts.netloc:
                path = self.path.parent / unquote(parts.path) if parts.path else self.path
                found.append((path.resolve(), unquote(parts.fragment)))
        return found

    def said(self) -> list[Said]:
        """Return every text that people see or hear; code, scripts and styles left out."""
        found: list[Said] = []
        self._collect(self.root, "", "", found)
        return found

    def _collect(self, element: Element, place: str, lang: str, found: list[Said]) -> None:
        if element.tag in _UNREAD:
            return
        here = f"{place}/{element.tag}"
        lang = element.attrib.get("lang", lang)
        names = (element.attrib.get("name"), element.attrib.get("property"))
        if element.tag != "meta" or _READ_META.intersection(names):
            for name in _READ_ATTRIBUTES:
                _add(found, element.attrib.get(name), f"{here}[{name}]", lang)
        _add(found, element.text, here, lang)
        for child in element:
            self._collect(child, here, lang, found)
            _add(found, child.tail, here, lang)


def _add(found: list[Said], text: str | None, place: str, lang: str) -> None:
    said = " ".join((text or "").split())
    if said:
        found.append(Said(said, place, lang))


@functools.cache
def parsed_pages(site: Path) -> dict[str, ParsedPage]:
    """Return all pages of a site by their address."""
    return {path.relative_to(site).as_posix(): ParsedPage(path, site) for path in sorted(site.rglob("*.html"))}


def text_of(element: Element) -> str:
    """Return what stands inside an element."""
    return " ".join("".join(element.itertext()).split())


def latin_words(text: str) -> set[str]:
    """Return the words of Latin letters, of two letters or more."""
    return set(re.findall(r"[A-Za-z\u00c0-\u024f]{2,}", text))
