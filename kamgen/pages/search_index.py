"""What the search looks through: one script for the whole site, in no language, made of one part for each account.

The survey keeps an account's part, so a rebuild only joins parts. Measured with the made-up plans of
``benchmarks/plans.py``, 24 things to find in each: an account takes 1.6 KB and 0.1 ms; the script of 1,000 takes 1.6 MB
and is joined in 35 ms, most of it for the readings of the characters.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date

from kamgen.pages.account.pipeline import written
from kamgen.plan.account import Account
from kamgen.plan.goals import Action
from kamgen.plan.joint_plan import Commitment, Initiative
from kamgen.plan.opportunities import Opportunity
from kamgen.plan.power_map import Person
from kamgen.plan.settings import Settings
from kamgen.plan.values import LANGUAGES, LocalisedText, in_language
from kamgen.scoring.response import is_raised, is_waiting
from kamgen.wording.language import WORDINGS
from kamgen.wording.pinyin import readings

SEARCH_INDEX_ADDRESS = "search-index.js"
"""Address of the script, from the site's root; all languages share it."""

LONGEST_TEXT = 160
LONGEST_NOTE = 60
"""Characters that are kept of what is found, and of the line below it."""

Said = str | tuple[str, str]
"""A text as it is in both languages, or in English and in Chinese."""

Entry = tuple[str, Said] | tuple[str, Said, Said]
"""Something to find: id, text, and a few words that say what it is where there are any."""

_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def account_part(account_id: str, account: Account, settings: Settings, as_of: date) -> str:
    """Return an account and everything in it that can be found, as one line of JSON.

    It is a list of the account's id, name, note and what it holds: lists of entries by kind. A kind and an entry's
    id, with a hyphen between, are its anchor on the account's page. What that page does not show is left out.
    """
    held = {kind: entries for kind, entries in _held(account, settings, as_of).items() if entries}
    note = _joined(account.profile.industry, account.profile.headquarters)
    return _json([account_id, _said(account.name), note, held])


def search_script(parts: Iterable[str], settings: Settings) -> str:
    """Return the script that holds the search index: the team, the accounts' parts, how their characters are read.

    The script only sets a value. Plans are untrusted: their texts stand in JSON, which is never code, and nothing
    in it ends a script element or a line. Each account has a line of its own, so that an edit is a small difference.
    """
    team = _json([_entry(member.id, member.name, _label("level", member.level)) for member in settings.team])
    accounts = ",\n".join(parts)
    read = readings(_CHINESE.findall(team) + _CHINESE.findall(accounts))
    table = _json(",".join(f"{character}{' '.join(forms)}" for character, forms in read.items()))
    return f'globalThis.kamgenSearchIndex={{"team":{team},\n"accounts":[\n{accounts}\n],\n"readings":{table}}};\n'


def _held(account: Account, settings: Settings, as_of: date) -> dict[str, list[Entry]]:
    """Return what an account holds, by kind."""
    goals, strategies, joint_plan = account.goals, account.goals.strategies, account.joint_plan
    return {
        "person": [_person(person) for person in account.power_map.people],
        "opportunity": [_opportunity(found, settings) for found in account.opportunities],
        "objective": [_entry("", goals.objective)] if goals.objective else [],
        "goal": [_entry(goal.id, goal.text) for goal in goals.goals],
        "strategy": [_entry(strategy.id, strategy.text) for strategy in strategies],
        "measure": [
            _entry(f"{strategy.id}-{measure.id}", measure.text)
            for strategy in strategies
            for measure in strategy.measures
        ],
        "action": [_work(action) for strategy in strategies for action in strategy.actions],
        "need": [_entry(need.id, need.text, _label("need_met", need.met)) for need in account.profile.needs],
        "outcome": [_entry(outcome.id, outcome.text) for outcome in account.success_plan.outcomes],
        "request": [
            _entry(request.id, request.text, _label("risk_status", "open" if is_waiting(request, as_of) else "closed"))
            for request in account.service.requests
            if is_raised(request, as_of)
        ],
        "initiative": [_work(initiative) for initiative in joint_plan.initiatives],
        "commitment": [_work(commitment) for commitment in joint_plan.commitments],
        "risk": [_entry(risk.id, risk.text, _label("risk_status", risk.status)) for risk in account.risks],
    }


def _work(work: Action | Initiative | Commitment) -> Entry:
    return _entry(work.id, work.text, _label("work_status", work.status))


def _person(person: Person) -> Entry:
    """Return someone by name, with the title; a wanted one by the title, with the unit."""
    if person.name is None:
        return _entry(person.id, person.title or person.id, _said(person.unit, LONGEST_NOTE))
    return _entry(person.id, person.name, _said(person.title or person.unit, LONGEST_NOTE))


def _opportunity(found: Opportunity, settings: Settings) -> Entry:
    """Return an opportunity with the stage it is in, or with how it was decided."""
    if found.status != "open":
        return _entry(found.id, found.name, _label("opportunity_status", found.status))
    process = settings.processes.get(found.process or "")
    for stage in process.stages if process else ():
        if stage.id == found.stage and stage.name is not None:
            return _entry(found.id, found.name, _said(stage.name, LONGEST_NOTE))
    return _entry(found.id, found.name, written(found.stage or ""))


def _entry(entry_id: str, text: str | LocalisedText | None, note: Said = "") -> Entry:
    return (entry_id, _said(text), note) if note else (entry_id, _said(text))


def _said(text: str | LocalisedText | None, longest: int = LONGEST_TEXT) -> Said:
    """Return a text in both languages, once where they are the same."""
    return _once(tuple(_cut(in_language(text, language), longest) for language in LANGUAGES))


def _joined(*texts: str | LocalisedText | None) -> Said:
    """Return texts one after the other."""
    said = [[in_language(text, language) for text in texts if text] for language in LANGUAGES]
    return _once(tuple(_cut(" · ".join(each), LONGEST_NOTE) for each in said))


def _label(scale: str, value: str | None) -> Said:
    return "" if value is None else _once(tuple(WORDINGS[language].label(scale, value) for language in LANGUAGES))


def _once(said: tuple[str, ...]) -> Said:
    english, chinese = said
    return english if english == chinese else (english, chinese)


def _cut(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _json(value: object) -> str:
    """Return JSON that is safe wherever a script may stand: without ``<`` and line separators."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
