"""Two states of a small workspace in which everything that a comparison can tell has happened once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kamgen.history.changes_between import ChangesBetween
from kamgen.history.git import required_repository
from kamgen.history.two_states import two_states
from kamgen.pages.changes.report import ChangeReport, change_report
from kamgen.plan.values import Language
from tests.repositories import commit

SETTINGS = """rates: {EUR: 1.08}
languages: [en, zh]
team: [{id: lin, name: Lin Yue}, {id: bo, name: Chen Bo}]
scoring:
  health: {bands: {red: 50, amber: 75}}
"""
ACME = """kamgen: 1
name: {en: Acme Foods, zh: 艾可食品}
owner: lin
type: strategic
reviewed: {date: 2026-03-20, by: lin}
goals:
  goals:
    - {id: net, text: Net purchases, unit: USD, baseline: 50000, target: 100000, actual: 71000, start: 2026-01-01,
       due: 2026-12-31}
power_map:
  people:
    - id: cfo
      name: Ann Field
      title: CFO
      role: economic
      influence: 5
      support: 0
      covered_by: lin
      contact: {last: 2026-03-30, every_days: 30}
opportunities:
  - {id: cold, name: Cold chain, amount: 20000, probability: 0.5, status: open}
"""
BRAVO = """kamgen: 1
name: Bravo
owner: bo
type: group
power_map:
  people:
    - {id: ceo, name: Bob, role: economic, influence: 5, support: 2, covered_by: bo, contact: {last: 2026-04-10}}
"""
HOSTILE = 'kamgen: 1\nname: "<b>@octocat</b> | [here](https://evil.example/) #12 !3"\nowner: lin\n'
AFTER = {
    "acme": ACME.replace("support: 0", "support: 1")
    .replace("actual: 71000", "actual: 78500")
    .replace("status: open", "status: won")
    .replace("owner: lin", "owner: bo", 1)
    + "risks:\n  - {id: rival, text: A rival offers less, likelihood: 4, impact: 4}\n",
    "hostile": HOSTILE
    + 'summary: "</details> **x** `y` ~z~ GH-7 deadbeef12 :smile: ![a](b) & <img src=x> www.evil.example $1 &2"\n',
    "bravo-group": BRAVO.replace("group", "group  # was another name"),
    "delta": "kamgen: 1\nname: Delta\nowner: lin\nstatus: alive\n",
    "echo": "kamgen: 1\nname: Echo\nowner: [\n",
    "golf": "kamgen: 1\nname: Golf\nowner: bo\nstatus: prospect\n",
    "hotel": "kamgen: 1\nname: Hotel\nowner: bo\ntype: group\n" + BRAVO[BRAVO.index("power_map") :],
}
BEFORE = {
    "acme": ACME,
    "hostile": HOSTILE,
    "bravo": BRAVO,
    "delta": "kamgen: 1\nname: Delta\nowner: lin\nstatus: lost\n",
    "echo": "kamgen: 1\nname: Echo\nowner: lin\n",
    "foxtrot": "kamgen: 1\nname: Foxtrot\nowner: lin\ntype: economic\n",
    "hotel": AFTER["hotel"],
}


def write_states(root: Path) -> Path:
    """Write both states into a folder: the earlier one committed on 1 April, the later one on 6 May 2026."""
    _write(root, BEFORE, SETTINGS)
    commit(root, day="2026-04-01T09:00:00Z")
    for id_ in BEFORE:
        (root / f"accounts/{id_}.yaml").unlink()
    _write(root, AFTER, SETTINGS.replace("amber: 75", "amber: 90").replace("Lin Yue", "Lin Yu"))
    commit(root, day="2026-05-06T09:00:00Z")
    return root


def compared(root: Path, language: Language = "en", *, findings: bool = True, pages: str = "") -> ChangeReport:
    """Return what is said of the two states that were written."""
    states = two_states(required_repository(root), "HEAD~1..HEAD")
    between = ChangesBetween(states, None, date(2026, 6, 1))
    return change_report(between.changes, language, states.asked, between.findings() if findings else None, pages)


def _write(root: Path, plans: dict[str, str], settings: str) -> None:
    (root / "accounts").mkdir(parents=True, exist_ok=True)
    (root / "kamgen.yaml").write_text(settings, encoding="utf-8")
    for id_, text in plans.items():
        (root / f"accounts/{id_}.yaml").write_text(text, encoding="utf-8")
