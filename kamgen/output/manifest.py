"""``manifest.json``: what a site holds and what it was made from, so that the next build knows what to leave alone.

It lies in the site, under git, so a fresh clone is as incremental as the machine that built it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

MANIFEST = "manifest.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site, by SHA-256 digests.

    Attributes:
        inputs: Of everything it is made from, code and settings included.
        digest: Of the file itself.
        source: Of a PDF's HTML, style sheet and engine; empty for other files.

    """

    inputs: str
    digest: str
    source: str = ""


@dataclass(frozen=True)
class Manifest:
    """All outputs of a site, by their address from its root, and the day the site speaks of.

    ``made_with`` records what differs between machines (PDF engine, its libraries, fonts); it is for people and changes
    nothing.
    """

    as_of: str = ""
    outputs: Mapping[str, Output] = field(default_factory=dict)
    made_with: Mapping[str, str] = field(default_factory=dict)

    def text(self, version: str) -> str:
        """Return the manifest as JSON, sorted, one output a line so that git shows small changes small."""
        lines = []
        for address in sorted(self.outputs):
            output = self.outputs[address]
            entry = {"inputs": output.inputs, "digest": output.digest}
            if output.source:
                entry["source"] = output.source
            lines.append(f"    {json.dumps(address)}: {json.dumps(entry)}")
        head = {
            "format": FORMAT,
            "kamgen": version,
            "as_of": self.as_of,
            "made_with": dict(sorted(self.made_with.items())),
        }
        begin = json.dumps(head, ensure_ascii=False, indent=2)[:-2]
        return begin + ',\n  "outputs": {\n' + ",\n".join(lines) + "\n  }\n}\n"


def read_manifest(site: Path) -> Manifest:
    """Return a site's manifest; an empty one where there is none, or none that this kamgen understands.

    Addresses that would lead out of the site are dropped: the file comes from a repository, and a build deletes
    outputs that it no longer makes.
    """
    try:
        data: Any = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            return Manifest()
        outputs = {
            address: Output(str(entry["inputs"]), str(entry["digest"]), str(entry.get("source", "")))
            for address, entry in data["outputs"].items()
            if is_inside(address)
        }
        made_with = {str(name): str(value) for name, value in data.get("made_with", {}).items()}
        return Manifest(str(data["as_of"]), outputs, made_with)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Manifest()


def is_inside(address: str) -> bool:
    """Tell whether an address stays inside the site."""
    path = PurePosixPath(address)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in address and ":" not in address
