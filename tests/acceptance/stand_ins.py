"""One program for all that a CI script reaches outside; copied under a program's name, it stands in for that program.

It writes its calls to the file ``CALLS`` and keeps the comments of a pull request in the file ``COMMENTS``; with
``REFUSED`` the server refuses everything.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

BOT = "github-actions[bot]"
TOKEN_OWNER = 7


def gh() -> None:
    """List, write and change comments as ``gh api`` does."""
    if "REFUSED" in os.environ or not os.environ.get("GH_TOKEN"):
        sys.exit("gh: Resource not accessible by integration (HTTP 403)")
    method = value_of("--method", "GET")
    address = next(word for word in sys.argv if word.startswith("repos/"))
    if method == "GET":
        for comment in comments():
            if comment["user"]["login"] == BOT and comment["body"].startswith(os.environ["MARK"]):
                sys.stdout.write(f"{comment['id']}\n")
    else:
        name, _, file = value_of("--field").partition("=@")
        keep(method, address, {"user": {"login": BOT}, name: Path(file).read_text("utf-8")})


def curl() -> None:
    """Answer as GitLab does about the owner of a token, and about notes."""
    if "REFUSED" in os.environ or f"PRIVATE-TOKEN: {os.environ['KAMGEN_TOKEN']}" not in sys.argv:
        sys.exit("curl: (22) The requested URL returned error: 403")
    method = value_of("--request", "GET")
    address = next(word for word in sys.argv if word.startswith("https://"))
    if method == "GET":
        answer = {"id": TOKEN_OWNER} if address.endswith("/user") else comments()
        Path(value_of("--output")).write_text(json.dumps(answer), "utf-8")
    else:
        name, _, file = value_of("--data-urlencode").partition("@")
        keep(method, address, {"author": {"id": TOKEN_OWNER}, name: Path(file).read_text("utf-8")})


def kamgen() -> None:
    """Find what ``FINDINGS`` says."""
    if "-o" in sys.argv:
        Path(value_of("-o")).write_text(os.environ["FINDINGS"], "utf-8")
    sys.exit(1)


def python() -> None:
    """Be Python, except for pip, which would install something."""
    if sys.argv[1:3] != ["-m", "pip"]:
        os.execv(sys.executable, [sys.executable, *sys.argv[1:]])


def value_of(option: str, default: str = "") -> str:
    return sys.argv[sys.argv.index(option) + 1] if option in sys.argv else default


def comments() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(Path(os.environ["COMMENTS"]).read_text("utf-8"))
    return found


def keep(method: str, address: str, comment: dict[str, Any]) -> None:
    """Add a comment, or change the one that an address ends with."""
    there = comments()
    if method == "POST":
        there.append({"id": 100 + len(there), **comment})
    else:
        next(old for old in there if str(old["id"]) == address.rsplit("/", 1)[1]).update(comment)
    Path(os.environ["COMMENTS"]).write_text(json.dumps(there), "utf-8")


if __name__ == "__main__":
    program = Path(sys.argv[0]).name
    with Path(os.environ["CALLS"]).open("a", encoding="utf-8") as calls:
        print(json.dumps([program, *sys.argv[1:]]), file=calls)
    {"gh": gh, "curl": curl, "kamgen": kamgen, "python": python}.get(program, lambda: None)()
