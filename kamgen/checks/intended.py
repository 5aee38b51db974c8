"""What was meant where somebody wrote a name instead of an id: people know names, in either language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import LocalisedText
from kamgen.wording.phrase import Phrase, phrase
from kamgen.workspace.model_problems import nearest
from kamgen.workspace.problems import Finding, Path

Names = Mapping[str, str]
"""Ids by what people call the things, in small letters."""

_MEMBERS = frozenset({"owner", "member", "by", "covered_by", "from", "to", "attendees"})
_PEOPLE = frozenset({"owner", "customer_owner", "reports_to", "person", "people", "attendees"})


def with_ids_for_names(findings: Iterable[Finding], account: Account, settings: Settings) -> Iterator[Finding]:
    """Yield findings as they are, but where a name stands in the place of an id, with the id as the way out."""
    for finding in findings:
        written = finding.message.parameters.get("value")
        if finding.rule == "wrong-type" and isinstance(written, str) and finding.message.pattern == _NOT_AN_ID:
            hint = id_for_name(written, names_at(finding.path, account, settings))
            yield finding if hint is None else replace(finding, hint=hint)
        else:
            yield finding


_NOT_AN_ID = "{value} is not an id"


def id_for_name(written: str, names: Names) -> Phrase | None:
    """Return the hint that offers the id of the thing whose name is most like what was written; None without any."""
    close = nearest(written, names)
    return None if close is None else phrase("write {name}", name=names[close])


def names_at(path: Path, account: Account, settings: Settings) -> Names:
    """Return what may be meant by the reference at a path of a plan; nothing where the path leads to no reference."""
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    found: dict[str, str] = {}
    if key in _PEOPLE:
        found |= _named((person.id, person.name or person.title) for person in account.power_map.people)
    if key in _MEMBERS:
        found |= _named((member.id, member.name) for member in settings.team)
    if key in ("serves", "goals"):
        found |= _named((goal.id, goal.text) for goal in account.goals.goals)
    if key in ("needs", "closes"):
        found |= _named((need.id, need.text) for need in account.profile.needs)
    if key == "product":
        found |= _named((product.id, product.name) for product in settings.products)
    if key == "process":
        found |= _named((id_, process.name) for id_, process in settings.processes.items())
    if key in ("stage", "done_tasks"):
        for process in settings.processes.values():
            named = process.task_names.items() if key == "done_tasks" else ((s.id, s.name) for s in process.stages)
            found |= _named(named)
    return found


def _named(things: Iterable[tuple[str, str | LocalisedText | None]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for id_, name in things:
        for text in (name.en, name.zh) if isinstance(name, LocalisedText) else (name,):
            if text is not None:
                found.setdefault(text.lower(), id_)
    return found
