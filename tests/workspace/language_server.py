"""The YAML language server that editors run, driven as an editor drives it: LSP over its standard input and output."""

from __future__ import annotations

import itertools
import json
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.node import MODULES

Message = dict[str, Any]

PROGRAM = MODULES / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 120
"""Seconds for one server's whole life, so that one that hangs fails its tests instead of hanging them."""

_SETTINGS = {"yaml": {"schemaStore": {"enable": False}}}
"""Defaults, but for the list of schemas on the network."""
_CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True},
}


@dataclass(frozen=True)
class Offer:
    """Something that an editor offers while a person types."""

    label: str
    inserted: str
    explained: str


class LanguageServer:
    """A running server and the workspace that is open in it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._numbers = itertools.count(1)
        self._diagnostics: dict[str, list[Message]] = {}

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            ["node", str(PROGRAM), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._watch = threading.Timer(PATIENCE, self._process.kill)
        self._watch.start()
        uri = self._root.as_uri()
        folders = [{"uri": uri, "name": "workspace"}]
        self._ask(
            "initialize",
            {"processId": None, "rootUri": uri, "workspaceFolders": folders, "capabilities": _CAPABILITIES},
        )
        self._tell("initialized", {})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._watch.cancel()
        self._process.kill()
        self._process.communicate()

    def problems(self, address: str, text: str) -> list[str]:
        """Open a file of the workspace with a text and return what the editor marks: ``LINE: message``, from 1."""
        uri = self._open(address, text)
        while uri not in self._diagnostics:
            self._receive()
        marks = self._diagnostics.pop(uri)
        return [f"{mark['range']['start']['line'] + 1}: {mark['message']}" for mark in marks]

    def offers(self, address: str, text: str) -> list[Offer]:
        """Return what is offered at the end of a text."""
        lines = text.split("\n")
        place = {"line": len(lines) - 1, "character": len(lines[-1])}
        answer = self._ask("textDocument/completion", self._at(address, text, place))
        return [
            Offer(item["label"], item.get("insertText", item["label"]), _words(item.get("documentation")))
            for item in answer["items"]
        ]

    def hover(self, address: str, text: str, word: str) -> str:
        """Return what is shown where the last occurrence of a word stands, as Markdown."""
        before = text[: text.rindex(word) + 1]
        place = {"line": before.count("\n"), "character": len(before.rsplit("\n", 1)[-1])}
        answer = self._ask("textDocument/hover", self._at(address, text, place))
        return "" if answer is None else str(answer["contents"]["value"])

    def _at(self, address: str, text: str, place: Message) -> Message:
        return {"textDocument": {"uri": self._open(address, text)}, "position": place}

    def _open(self, address: str, text: str) -> str:
        """Open a text as a new file beside the one it is like, so that what comes of it belongs to no other text."""
        path = self._root / address
        uri = path.with_stem(f"{path.stem}-{next(self._numbers)}").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def _ask(self, method: str, parameters: Message) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, parameters: Message) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Message) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _receive(self) -> Message:
        """Return the next message, having answered it if it is a question about settings."""
        assert self._process.stdout is not None
        size = 0
        while header := self._process.stdout.readline().strip():
            name, value = header.split(b":", 1)
            size = int(value) if name.lower() == b"content-length" else size
        assert size, "the server has ended"
        message: Message = json.loads(self._process.stdout.read(size))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            asked = message["params"].get("items", []) if message["method"] == "workspace/configuration" else []
            self._send({"id": message["id"], "result": [_SETTINGS.get(item.get("section")) for item in asked] or None})
        return message


def _words(documentation: str | Message | None) -> str:
    return str(documentation["value"]) if isinstance(documentation, dict) else documentation or ""
