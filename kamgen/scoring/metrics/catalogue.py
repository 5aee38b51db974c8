"""All metrics, in the order in which people look at them.

A value that is not known is None, never 0. Money is in the reporting currency; shares are 0 to 1; nothing is rounded.
"""

from __future__ import annotations

from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.metrics import buying, hours, keeping, key_account_tests, selling, standing, targets
from kamgen.scoring.metrics.metric import Metric
from kamgen.scoring.score import MetricValue

METRICS: dict[str, Metric] = {
    metric.name: metric
    for family in (buying, key_account_tests, targets, selling, standing, keeping, hours)
    for metric in vars(family).values()
    if isinstance(metric, Metric)
}
"""Every metric by its name."""


def compute_metrics(evaluation: Evaluation) -> dict[str, MetricValue]:
    """Return every metric of an account by name."""
    return {name: metric.compute(evaluation) for name, metric in METRICS.items()}
