"""Two members, products, criteria, segments, steps of the service blueprint, or stages of one buying process in the
settings have the same id.

Plans refer to them by id; where an id stands twice, nobody can tell which one is meant.

Give one of them another id; keep the one that plans refer to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kamgen.checks.rule import Example, Problem, SettingsRule, SettingsSubject
from kamgen.wording.phrase import phrase
from kamgen.workspace.problems import Path


def check(subject: SettingsSubject) -> Iterator[Problem]:
    """Yield every id that stands a second time."""
    settings = subject.settings
    lists: list[tuple[Path, Iterable[str]]] = [
        (("team",), (member.id for member in settings.team)),
        (("products",), (product.id for product in settings.products)),
        (("scoring", "criteria"), (criterion.id for criterion in settings.scoring.criteria)),
        (("segments",), (segment.id for segment in settings.segments)),
        (("blueprint",), (step.id for step in settings.blueprint)),
        *(
            (("processes", name, "stages"), (s.id for s in process.stages))
            for name, process in settings.processes.items()
        ),
    ]
    for path, ids in lists:
        seen: set[str] = set()
        for index, id_ in enumerate(ids):
            if id_ in seen:
                yield Problem(
                    (*path, index, "id"),
                    phrase("the id {id} stands here a second time", id=id_),
                    phrase("give one of the two another id; keep the one that others refer to"),
                )
            seen.add(id_)


RULE = SettingsRule(
    name="duplicate-setting-id",
    level="error",
    family="references",
    documentation=__doc__,
    check=check,
    bad=Example(settings="products:\n  - {id: dairy, name: Dairy}\n  - {id: dairy, name: Cheese}\n"),
    good=Example(settings="products:\n  - {id: dairy, name: Dairy}\n  - {id: cheese, name: Cheese}\n"),
)
