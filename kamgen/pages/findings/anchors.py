"""The anchors of findings, the same on every page that shows them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from kamgen.workspace.finding_identity import identities
from kamgen.workspace.problems import Finding

_DIGITS = 10


def finding_anchors(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return an anchor for each finding; it stays the same while the finding does, though its line moves."""
    return tuple(f"finding-{hashlib.sha256(identity).hexdigest()[:_DIGITS]}" for identity in identities(findings))
