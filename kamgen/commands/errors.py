"""What commands say about plans with errors, besides what they were asked for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import click

from kamgen.exchange.finding_report import FindingReport
from kamgen.exchange.findings import text
from kamgen.plan.values import Language
from kamgen.workspace.problems import Finding


def tell_errors(errors: Collection[Finding], files: Collection[str], as_of: date, language: Language = "en") -> None:
    """Print errors of plans to standard error, as ``kamgen validate`` does."""
    report = FindingReport(findings=tuple(errors), files=tuple(files), as_of=as_of, language=language)
    click.echo(text.FORMAT.write(report), nl=False, err=True)
