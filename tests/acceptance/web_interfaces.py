"""Stand-ins for the web interfaces of GitHub and GitLab, on this machine: what CI scripts ask of them, as documented.

Addresses, headers, status codes, pages and limits follow docs.github.com/rest (issue comments, review requests,
pagination) and docs.gitlab.com/api (notes, users, pagination). Whatever else is asked is not found.
"""

from __future__ import annotations

import json
import re
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

TOKEN = "a-token"
NUMBER = 12
"""Of the pull or merge request."""
GITHUB_BOT = "github-actions[bot]"
GITLAB_USER = 7
"""Whose :data:`TOKEN` is, at GitLab."""

Json = Any


@dataclass(frozen=True)
class Request:
    """What was asked: ``asked`` is the method and the address, without what follows a question mark."""

    asked: str
    query: dict[str, str]
    headers: dict[str, str]
    sent: Json


@dataclass(frozen=True)
class Answer:
    """What is answered."""

    status: int
    document: Json
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class WebInterface(ABC):
    """A server's web interface, with one pull request.

    Attributes:
        address: Where it listens.
        comments: The comments of the pull request, oldest first.
        requests: What it was asked, in order.
        refusals: Answers in place of the right ones, by method.
        after_listing: Called when comments have been listed.

    """

    address: str = ""
    comments: list[dict[str, Any]] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    refusals: dict[str, Answer] = field(default_factory=dict)
    after_listing: Callable[[], None] = lambda: None

    most: int = 100
    """Items of a page, however many are asked for."""

    @abstractmethod
    def comment(self, number: int, body: str, author: Any = None) -> dict[str, Any]:
        """Return a comment as the server has it; of the job's own account if nobody else is named."""

    @abstractmethod
    def answer(self, request: Request) -> Answer:
        """Return the answer to a request."""

    @property
    def asked(self) -> list[str]:
        """What it was asked, without headers and queries."""
        return [request.asked for request in self.requests]

    @property
    def bodies(self) -> list[str]:
        """The texts of the comments."""
        return [comment["body"] for comment in self.comments]

    def take(self, request: Request) -> Answer:
        """Write a request down and answer it."""
        self.requests.append(request)
        method = request.asked.split()[0]
        answer = self.refusals.get(method) or self.answer(request)
        if method == "GET" and isinstance(answer.document, list):
            self.after_listing()
        return answer

    def page(self, items: list[Json], request: Request, usual: int) -> tuple[list[Json], dict[str, str]]:
        """Return one page of a list, and the header that leads on."""
        size = min(int(request.query.get("per_page", usual)), self.most)
        number = int(request.query.get("page", 1))
        place = f"{self.address}{request.asked.split()[1]}"
        last = max(1, -(-len(items) // size))
        ways = {"next": number + 1, "prev": number - 1, "first": 1, "last": last}
        links = [
            f'<{place}?{urlencode(request.query | {"page": str(to)})}>; rel="{way}"'
            for way, to in ways.items()
            if 1 <= to <= last and (to != number or way in ("first", "last"))
        ]
        return items[(number - 1) * size : number * size], {"Link": ", ".join(links)} if last > 1 else {}

    def find(self, number: str) -> dict[str, Any] | None:
        """Return a comment, if it is still there."""
        return next((comment for comment in self.comments if comment["id"] == int(number)), None)

    def add(self, body: str) -> dict[str, Any]:
        """Keep a new comment of the job's own account."""
        new = self.comment(1 + max((comment["id"] for comment in self.comments), default=1000), body)
        self.comments.append(new)
        return new


@dataclass
class GitHub(WebInterface):
    """GitHub's, with the repository acme/plans.

    Attributes:
        collaborators: Who can be asked for a review.
        reviewers: Who has been asked.

    """

    collaborators: tuple[str, ...] = ("robin-lee", "heads")
    reviewers: list[str] = field(default_factory=list)

    def comment(self, number: int, body: str, author: Any = None) -> dict[str, Any]:
        login = author or GITHUB_BOT
        kind = "Bot" if login == GITHUB_BOT else "User"
        address = f"{self.address}/repos/acme/plans/issues/comments/{number}"
        return {"id": number, "url": address, "body": body, "user": {"login": login, "type": kind}}

    def answer(self, request: Request) -> Answer:
        headers = request.headers
        if not headers.get("user-agent"):
            return Answer(403, {"message": "Request forbidden by administrative rules."})
        if headers.get("authorization") not in (f"Bearer {TOKEN}", "Bearer a-persons-token"):
            return Answer(401, {"message": "Bad credentials", "status": "401"})
        if (
            headers.get("x-github-api-version") != "2022-11-28"
            or headers.get("accept") != "application/vnd.github+json"
        ):
            return Answer(400, {"message": "Not the version that these scripts were written for"})
        comments, own = f"/repos/acme/plans/issues/{NUMBER}/comments", "/repos/acme/plans/issues/comments/"
        if request.asked == f"GET {comments}":
            return Answer(200, *self.page(self.comments, request, usual=30))
        if request.asked == f"POST {comments}":
            return self._refusal(request) or Answer(201, self.add(request.sent["body"]))
        if request.asked.startswith(f"PATCH {own}"):
            there = self.find(request.asked.removeprefix(f"PATCH {own}"))
            if there is None:
                return Answer(404, {"message": "Not Found", "status": "404"})
            refusal = self._refusal(request)
            if refusal is None:
                there["body"] = request.sent["body"]
            return refusal or Answer(200, there)
        if request.asked == f"POST /repos/acme/plans/pulls/{NUMBER}/requested_reviewers":
            return self._review(request)
        return Answer(404, {"message": "Not Found", "status": "404"})

    def _refusal(self, request: Request) -> Answer | None:
        if len(request.sent["body"]) <= 65_536:
            return None
        error = {"resource": "IssueComment", "code": "unprocessable", "field": "data"}
        error["message"] = "Body is too long (maximum is 65536 characters)"
        return Answer(422, {"message": "Validation Failed", "errors": [error], "status": "422"})

    def _review(self, request: Request) -> Answer:
        people, teams = request.sent.get("reviewers", []), request.sent.get("team_reviewers", [])
        if teams and request.headers["authorization"] == f"Bearer {TOKEN}":  # the job's own knows no team
            return Answer(422, {"message": "Validation Failed", "errors": ["Could not resolve to a node"]})
        if not set(people + teams) <= set(self.collaborators):
            return Answer(422, {"message": "Reviews may only be requested from collaborators."})
        self.reviewers.extend(people + teams)
        return Answer(201, {"number": NUMBER, "requested_reviewers": [{"login": name} for name in people]})


@dataclass
class GitLab(WebInterface):
    """GitLab's, with the project 34."""

    def comment(self, number: int, body: str, author: Any = None) -> dict[str, Any]:
        by = {"id": author or GITLAB_USER, "username": f"user-{author or GITLAB_USER}"}
        return {"id": number, "body": body, "author": by, "system": False, "internal": False}

    def answer(self, request: Request) -> Answer:
        if request.headers.get("private-token") != TOKEN:
            return Answer(401, {"message": "401 Unauthorized"})
        if request.asked == "GET /api/v4/user":
            return Answer(200, {"id": GITLAB_USER, "username": "project_34_bot", "state": "active"})
        notes = f"/api/v4/projects/34/merge_requests/{NUMBER}/notes"
        if request.asked == f"GET {notes}":
            oldest_first = request.query.get("sort", "desc") == "asc"
            items = self.comments if oldest_first else self.comments[::-1]
            page, headers = self.page(items, request, usual=20)
            # What the token may not read is left out after the page was cut.
            return Answer(200, [note for note in page if not note["internal"]], headers)
        if request.asked == f"POST {notes}":
            return self._refusal(request) or Answer(201, self.add(request.sent["body"]))
        found = re.fullmatch(rf"PUT {notes}/(\d+)", request.asked)
        there = self.find(found[1]) if found else None
        if there is None:
            return Answer(404, {"message": "404 Not found"})
        if there["author"]["id"] != GITLAB_USER:
            return Answer(403, {"message": "403 Forbidden"})
        refusal = self._refusal(request)
        if refusal is None:
            there["body"] = request.sent["body"]
        return refusal or Answer(200, there)

    def _refusal(self, request: Request) -> Answer | None:
        if not request.sent.get("body"):
            return Answer(400, {"error": "body is missing"})
        too_long = len(request.sent["body"]) > 1_000_000
        return Answer(400, {"message": {"note": ["is too long (maximum is 1000000 characters)"]}}) if too_long else None


@contextmanager
def listening(interface: WebInterface) -> Iterator[WebInterface]:
    """Let a web interface answer on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _take(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            place = urlsplit(self.path)
            sent = json.loads(body) if self.headers.get("Content-Type") == "application/json" else None
            request = Request(
                asked=f"{self.command} {place.path}",
                query={name: values[-1] for name, values in parse_qs(place.query).items()},
                headers={name.lower(): value for name, value in self.headers.items()},
                sent=sent,
            )
            answer = interface.take(request)
            document = json.dumps(answer.document).encode()
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(document)))
            self.end_headers()
            self.wfile.write(document)

        do_GET = do_POST = do_PATCH = do_PUT = _take  # noqa: N815 - the standard library's names

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        interface.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield interface
        finally:
            server.shutdown()
            thread.join()
