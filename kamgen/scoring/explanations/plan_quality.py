"""The plan quality explained: which section of the plan is there, when it was last reviewed, what the checks found."""

from __future__ import annotations

from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.explanation import Reason, named, plan_source, settings_source, weighed, word
from kamgen.scoring.plan_quality import ERROR_IS_WORTH, SMALLEST_PLAN, plan_entries, plan_sections
from kamgen.scoring.score import PlanQuality, PlanSection
from kamgen.scoring.weighting import HUNDRED
from kamgen.wording.phrase import phrase


def explain_plan_quality(evaluation: Evaluation, quality: PlanQuality, errors: int, warnings: int) -> Reason:
    """Return the tree of the plan quality: what its parts contribute adds up to it.

    ``quality`` is that of the same plan, settings, day and findings.
    """
    weights = evaluation.settings.scoring.plan_quality.weights
    parts = {
        "completeness": (_completeness(evaluation, quality), weights.completeness),
        "freshness": (_freshness(evaluation, quality), weights.freshness),
        "findings": (_findings(evaluation, quality, errors, warnings), weights.findings),
    }
    return Reason(
        label=phrase("Plan quality"),
        value=quality.score,
        rule=phrase("the mean of what is known"),
        known=quality.known,
        children=weighed(
            reason._replace(weight=weight, rule_source=settings_source("scoring", "plan_quality", "weights", name))
            for name, (reason, weight) in parts.items()
        ),
    )


def _completeness(evaluation: Evaluation, quality: PlanQuality) -> Reason:
    return Reason(
        label=phrase("Completeness"),
        value=quality.completeness,
        rule=phrase("what is there of each section that this account can have"),
        points=quality.completeness,
        children=weighed(_section(section) for section in plan_sections(evaluation.account, evaluation.as_of)),
    )


def _section(section: PlanSection) -> Reason:
    return Reason(
        label=named(word("plan_section", section.name)),
        value=section.share,
        unit="share",
        sources=(plan_source(section.name.replace("-", "_")),) if section.share else (),
        points=section.share * HUNDRED,
        weight=section.weight,
        missing=None if section.share == 1 else phrase("Add {what}", what=word("plan_section_asks", section.name)),
    )


def _freshness(evaluation: Evaluation, quality: PlanQuality) -> Reason:
    reviewed = evaluation.account.reviewed
    if reviewed is None or quality.freshness is None:
        return Reason(label=phrase("Freshness"), missing=phrase("Review the whole plan and write the day into it"))
    return Reason(
        label=phrase("Freshness"),
        value=quality.freshness,
        rule=phrase(
            "reviewed {n} day ago; 100 points up to 30 days, none from 180"
            "|reviewed {n} days ago; 100 points up to 30 days, none from 180",
            n=(evaluation.as_of - reviewed.date).days,
        ),
        sources=(plan_source("reviewed", "date"),),
        points=quality.freshness,
    )


def _findings(evaluation: Evaluation, quality: PlanQuality, errors: int, warnings: int) -> Reason:
    return Reason(
        label=phrase("Findings of the checks"),
        value=quality.findings,
        rule=phrase(
            "errors: {errors} (each counts {worth}), warnings: {warnings}, entries of the plan: {entries} (at least"
            " {least}); 0 points once there is one for every fifth entry",
            errors=errors,
            worth=ERROR_IS_WORTH,
            warnings=warnings,
            entries=plan_entries(evaluation.account),
            least=SMALLEST_PLAN,
        ),
        points=quality.findings,
    )
