"""The preview's web server: this machine alone, reading alone."""

from __future__ import annotations

import contextlib
import errno
import os
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from kamgen.preview.addresses import is_local, requested
from kamgen.preview.answering import Answer, Folders, answer, refusal
from kamgen.preview.injection import EVENTS
from kamgen.preview.shown import Display

ADDRESS = "127.0.0.1"
_TRIES = 100
"""Ports to try, from the one that was asked for."""
_PATIENCE = 60.0
"""Seconds that a connection may stay open without a request."""
_HEARTBEAT = 15.0
"""Seconds between two signs of life to a page that listens: without any, one that has gone is never noticed."""
_STOPPING = 0.1
"""Seconds that the server takes at most to notice that it is to stop."""


class NoFreePort(Exception):
    """The server found no port that it may use; the message says why and what to do."""


class PreviewServer(ThreadingHTTPServer):
    """A server on a port of this machine that has not begun to answer."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows the option would let two servers have one port

    def __init__(self, port: int) -> None:
        super().__init__((ADDRESS, port), _Handler)
        self.display = Display()
        self.folders: Folders | None = None

    @property
    def port(self) -> int:
        """The port that it has."""
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        """Where the site begins."""
        return f"http://{ADDRESS}:{self.port}/"

    def server_bind(self) -> None:
        """Take the port, without asking the network what this machine is called."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, self.port

    @contextmanager
    def answering(self, folders: Folders) -> Iterator[None]:
        """Answer requests in threads of their own until the end of the block."""
        self.folders = folders
        thread = threading.Thread(target=self.serve_forever, args=(_STOPPING,), daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.shutdown()
            thread.join()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a connection that broke: a browser closes them whenever it likes."""


def server_at(port: int) -> PreviewServer:
    """Return a server at a port, or at the next one that is free; any free one for 0.

    Raises:
        NoFreePort: if there is none, or this user may not have it.

    """
    for candidate in range(port, min(port + _TRIES, 65536)):
        try:
            return PreviewServer(candidate)
        except OSError as error:
            if error.errno == errno.EACCES and os.name != "nt":
                raise NoFreePort(
                    f"port {candidate} needs an administrator; name one from 1024 on with --port"
                ) from None
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise NoFreePort(f"no port can be opened on {ADDRESS}: {error.strerror or error}") from None
    raise NoFreePort(f"all ports from {port} on are taken; name another with --port")


class _Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    timeout = _PATIENCE

    def version_string(self) -> str:
        """Return what answers; not which version of what."""
        return "kamgen"

    def do_GET(self) -> None:
        """Answer with a file, or tell of changes until the page is left."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer with the headers of a GET."""
        self._answer()

    def _refuse(self) -> None:
        self.close_connection = True  # there may be a body that nobody reads
        words = "A preview is only looked at: GET or HEAD."
        self._send(refusal(HTTPStatus.METHOD_NOT_ALLOWED, words, Allow="GET, HEAD", Connection="close"))

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refuse  # noqa: N815 - the names are the library's

    def _answer(self) -> None:
        host = self.headers.get("Host")
        if is_local(host) and requested(self.path) == EVENTS:
            self._tell_of_changes()
        elif self.server.folders is not None:
            self._send(answer(host, self.path, self.server.display.now, self.server.folders))

    def _send(self, given: Answer) -> None:
        self.send_response(given.status)
        self.send_header("Content-Type", given.content_type)
        self.send_header("Content-Length", str(len(given.body)))
        self._send_common_headers()
        for name, value in given.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(given.body)

    def _send_common_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        # Plans are confidential: a page from elsewhere must not load the site's scripts and read what they hold.
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

    def _tell_of_changes(self) -> None:
        """Send the version that is shown, and every later one, until the page is left."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self._send_common_headers()
        self.end_headers()
        if self.command == "HEAD":
            return
        display = self.server.display
        with contextlib.suppress(OSError):
            version = display.now.version
            self.wfile.write(f"retry: 1000\ndata: {version}\n\n".encode())
            while True:
                latest = display.after(version, _HEARTBEAT).version
                self.wfile.write(b": still here\n\n" if latest == version else f"data: {latest}\n\n".encode())
                version = latest

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing of requests."""
