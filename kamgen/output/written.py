"""What comes of one file of the site: staged, kept as it is, or failed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from kamgen.output.manifest import Output
from kamgen.output.staging import Staging


@dataclass(frozen=True, slots=True)
class Written:
    """What came of one file: its entry for the manifest, and whether it was staged, laid out or failed.

    Where it failed, the site keeps the one that it has; one that is ``withdrawn`` it loses.
    """

    address: str
    output: Output | None
    staged: bool = False
    laid_out: bool = False
    withdrawn: bool = False
    problem: str = ""


def stage(address: str, data: bytes, inputs: str, known: Mapping[str, Output], staging: Staging) -> Written:
    """Stage a file unless the site holds just these bytes already; return what came of it."""
    digest = hashlib.sha256(data).hexdigest()
    output = Output(inputs, digest)
    before = known.get(address)
    if before is not None and before.digest == digest:
        return Written(address, output)
    staging.write(address, data)
    return Written(address, output, staged=True)
