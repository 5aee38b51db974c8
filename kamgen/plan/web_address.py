"""The web address under which a workspace's files are read in the browser, as the settings write it."""

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

FILE, LINE = "{file}", "{line}"
"""What a template of addresses has in place of the file and of the line."""

WEB_ADDRESS_PATTERN = r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$"
"""What editors hold an address against; kamgen looks more closely."""

LONGEST = 2_000

_UNSAFE = re.compile(r"""[\s\x00-\x1f\x7f"'<>\\^`|]""")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|[{}]")


def read_repository(value: Any) -> str:
    """Return the address of a workspace's folder on the web, or the template of the addresses of its lines.

    An address is that of a folder, such as ``https://github.com/acme/plans/blob/main``. A template says itself where
    file and line go: ``https://bitbucket.org/acme/plans/src/main/{file}#lines-{line}``.

    Raises:
        PydanticCustomError: ``web_address`` for what is no address of ``http`` or ``https``, since it is shown as a
            link, ``web_address_secret`` for one with a user name or password, which everybody could read in the
            pages, ``web_address_file`` for one that does not say where the file goes.

    """
    if not isinstance(value, str) or len(value) > LONGEST or _UNSAFE.search(value):
        raise PydanticCustomError("web_address", "not a web address")
    server = _server(value)
    if not server or _PLACEHOLDER.search(server):
        raise PydanticCustomError("web_address", "not a web address")
    if "@" in server:
        raise PydanticCustomError("web_address_secret", "a user name or password in the address")
    placeholders = _PLACEHOLDER.findall(value)
    if set(placeholders) - {FILE, LINE} or FILE not in (placeholders or (FILE,)):
        raise PydanticCustomError("web_address_file", "no place for the file")
    if not placeholders and re.search("[?#]", value):
        raise PydanticCustomError("web_address_file", "no place for the file")
    return value


def _server(address: str) -> str:
    """Return the server of an address, with user name and port; empty for what is no web address."""
    try:
        parts = urlsplit(address)
        known = parts.scheme in ("https", "http") and parts.hostname and parts.port != 0
    except ValueError:  # brackets that hold no IPv6 address, a port that is no number
        return ""
    return parts.netloc if known else ""


Repository = Annotated[
    str, BeforeValidator(read_repository), WithJsonSchema({"type": "string", "pattern": WEB_ADDRESS_PATTERN})
]
"""Where the files of a workspace are read in the browser: a folder's address, or a template with ``{file}``."""
