"""Which file answers a request: one that the site lists, and nothing else on this machine."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

INDEX = "index.html"
NOT_FOUND = "404.html"

_LOCAL = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?", re.IGNORECASE)
_BRIEF = re.compile(r"briefs/[^/]+\.pdf")
_TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".gif": "image/gif",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
"""Not asked of the system: what a machine's registry says of ``.js`` is not always what browsers take."""
_TEXTS = frozenset({"application/json", "image/svg+xml", "text/javascript"})


def is_local(host: str | None) -> bool:
    """Tell whether a request names this machine; any port will do, for a port may be forwarded.

    A page from elsewhere can have its own name point to 127.0.0.1 and read whatever answers there, but the browser
    still sends that name.
    """
    return host is not None and _LOCAL.fullmatch(host) is not None


def requested(target: str) -> str | None:
    """Return the address that a request asks for, decoded; None where it is not one of a site.

    A folder's address ends with a slash, that of the root is empty. There is no way up in an address.
    """
    if not target.startswith("/"):
        return None
    try:
        address = unquote(re.split("[?#]", target, maxsplit=1)[0][1:], errors="strict")
    except UnicodeDecodeError:
        return None
    parts = address.removesuffix("/").split("/") if address else []
    if any(part in ("", ".", "..") or re.search(r"[\\:\x00-\x1f]", part) for part in parts):
        return None
    return address


def page_of(address: str) -> str:
    """Return the address of the file that answers for an address: a folder's is its index."""
    return address + INDEX if not address or address.endswith("/") else address


def not_found_page(address: str | None, addresses: Collection[str]) -> str | None:
    """Return the address of the page for what is not there, in the address's language; None where there is none."""
    first = "" if address is None else address.split("/", 1)[0]
    own = f"{first}/{NOT_FOUND}"
    if own in addresses:
        return own
    return NOT_FOUND if NOT_FOUND in addresses else None


def file_of(address: str, addresses: Collection[str], site: Path, kept_site: Path) -> Path | None:
    """Return the file at an address: of the preview, or a brief of the workspace's own site; None where there is none.

    Args:
        address: As :func:`requested` returns it, a file's.
        addresses: Everything that the preview has.
        site: The preview's folder.
        kept_site: The workspace's own site. Its briefs are served where the preview has not made them.

    """
    if address in addresses:
        return _inside(site, address)
    return _inside(kept_site, address) if _BRIEF.fullmatch(address) else None


def _inside(folder: Path, address: str) -> Path | None:
    """Return a file below a folder; None where it is no file or a link leads out."""
    try:
        path = (folder / address).resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    return path if path.is_relative_to(folder.resolve()) and path.is_file() else None


def content_type(address: str) -> str:
    """Return the content type of a file, with UTF-8 for every text."""
    found = _TYPES.get(PurePosixPath(address).suffix.lower(), "application/octet-stream")
    return f"{found}; charset=utf-8" if found.startswith("text/") or found in _TEXTS else found
