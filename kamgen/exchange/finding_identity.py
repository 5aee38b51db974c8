"""What other programs recognise a finding by in the next run."""

from __future__ import annotations

import hashlib

from kamgen.exchange.finding_report import FindingReport
from kamgen.workspace.finding_identity import identities


def fingerprints(report: FindingReport) -> tuple[str, ...]:
    """Return a digest for each finding of a report, in its order; no two are the same."""
    return tuple(hashlib.sha256(identity).hexdigest() for identity in identities(report.findings, report.prefix))
