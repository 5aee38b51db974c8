"""A preview in a process of its own, as people start it, and a page that listens to it."""

from __future__ import annotations

import http.client
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 120
"""Seconds to wait for what must come: a busy machine is slow."""


class RunningPreview:
    """``kamgen serve`` at work; stopped at the end of the ``with`` block."""

    def __init__(self, root: Path, *options: str, port: int = 0, **environment: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kamgen", "--workspace", str(root), "serve", "--port", str(port), *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, **environment},
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._complaints: list[str] = []
        self._readers = [
            threading.Thread(target=self._read_lines, daemon=True),
            threading.Thread(target=self._read_complaints, daemon=True),
        ]
        for reader in self._readers:
            reader.start()
        self.first_lines: list[str] = []

    def _read_lines(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line.rstrip("\n"))

    def _read_complaints(self) -> None:
        assert self._process.stderr is not None
        self._complaints += self._process.stderr

    def line(self, words: str = "") -> str:
        """Return the next line that it prints with these words in it."""
        while True:
            line = self._lines.get(timeout=PATIENCE)
            if words in line:
                return line

    @property
    def complaints(self) -> str:
        """What it has written to standard error; all of it after :meth:`stop`."""
        return "".join(self._complaints)

    @property
    def silent(self) -> bool:
        """Whether it has printed nothing that was not asked for."""
        return self._lines.empty()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def get(self, target: str, method: str = "GET", **headers: str) -> tuple[int, http.client.HTTPMessage, str]:
        """Return status, headers and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, target, headers=headers)
            response = connection.getresponse()
            return response.status, response.headers, response.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def page(self, target: str) -> str:
        """Return the body of what must be there."""
        status, _, body = self.get(target)
        assert status == 200, (target, status)
        return body

    @contextmanager
    def listening(self) -> Iterator[ListeningPage]:
        """Give a page that listens."""
        page = ListeningPage(self.port)
        try:
            yield page
        finally:
            page.close()

    def started(self) -> Self:
        """Return it when its first build is done."""
        said = self.line("Serving http://127.0.0.1:")
        self.port = int(said.split("127.0.0.1:")[1].split("/")[0])
        self.first_lines = [said, self.line("written in")]
        return self

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Stop it with a signal and return its exit code."""
        self._process.send_signal(number)
        code = self._process.wait(PATIENCE)
        for reader in self._readers:
            reader.join(PATIENCE)
        return code

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(PATIENCE)
        for reader in self._readers:
            reader.join(PATIENCE)
        for stream in (self._process.stdout, self._process.stderr):
            assert stream is not None
            stream.close()


class ListeningPage:
    """Hears of changes as a page in the browser does."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._connection.request("GET", "/.kamgen/events")
        self._response = self._connection.getresponse()
        self.headers = self._response.headers
        self.version = self._next()

    def _next(self) -> str:
        while True:
            line = self._response.readline().decode()
            assert line, "the server has gone"
            if line.startswith("data: "):
                return line.removeprefix("data: ").strip()

    def hears(self) -> str:
        """Return the version that the server tells of next."""
        self.version = self._next()
        return self.version

    def close(self) -> None:
        self._response.close()
        self._connection.close()
