"""What ``kamgen set`` says of an edit, in one language."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kamgen.changes.comparison import compare
from kamgen.exchange.finding_formats import finding_format
from kamgen.exchange.finding_report import FindingReport
from kamgen.exchange.terminal_text import printable, styled
from kamgen.output.plan_edit import PlanEdit
from kamgen.pages.account.terms import AccountTerms
from kamgen.pages.changes.sentences import told
from kamgen.pages.context import Context
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.wording.language import WORDINGS, Wording
from kamgen.workspace.editing.problem import NotEdited
from kamgen.workspace.locate import Places
from kamgen.workspace.plan_file import PLACEHOLDERS, PlanFile
from kamgen.workspace.problems import Finding, Path, written_path

_CONTEXT_LINES = 2


@dataclass(frozen=True)
class EditReport:
    """The words for edits: settings, language, the day that plans are checked for, and whether to write colours."""

    settings: Settings
    language: Language
    as_of: date
    color: bool

    @property
    def wording(self) -> Wording:
        """The wording of the language."""
        return WORDINGS[self.language]

    def found(self, plan: PlanFile, findings: Sequence[Finding]) -> str:
        """Return findings as ``kamgen validate`` prints them."""
        known = plan.usable is not None and plan.usable.name != PLACEHOLDERS["name"]
        report = FindingReport(
            findings=tuple(findings),
            files=tuple({plan.file, *(finding.file for finding in findings)}),
            as_of=self.as_of,
            names={plan.id: plan.usable.name} if known and plan.usable is not None else {},
            language=self.language,
            color=self.color,
        )
        return finding_format("text").write(report).rstrip("\n")

    def unreadable(self) -> str:
        """Return that a file must be mended before anything in it can be set."""
        return self.wording.text("Nothing was written: mend this first, then a value can be set.")

    def refused_for_errors(self) -> str:
        """Return that an edit was not written for its errors."""
        return self.wording.text("Nothing was written: the plan would have an error that it does not have now.")

    def refused(self, plan: PlanFile, problem: NotEdited) -> str:
        """Return why an edit cannot be made, with the ways out below."""
        place = plan.file if problem.line is None else f"{plan.file}:{problem.line}"
        lines = [f"kamgen: {place}: {printable(self.wording.say(problem.message))}"]
        lines += [f"  → {printable(self.wording.say(hint))}" for hint in problem.hints]
        return "\n".join(lines)

    def nothing_to_do(self, path: Path, *, removing: bool) -> str:
        """Return that a plan is already as it was wanted."""
        if removing:
            return self.wording.text("{path} is not in the plan; nothing was written.", path=written_path(path))
        return self.wording.text("{path} says that already; nothing was written.", path=written_path(path))

    def changed(self, edit: PlanEdit, path: Path) -> str:
        """Return what changed, each in a sentence as ``kamgen diff`` has it, and where."""
        line = Places(edit.after.text).line(path) or Places(edit.before.text).line(path)
        place = edit.before.file if line is None else f"{edit.before.file}:{line}"
        before, after = edit.before.usable, edit.after.usable
        sentences: list[str] = []
        if before is not None and after is not None:
            context = Context(self.settings, self.as_of, self.language)
            changes = told(compare(before, after), AccountTerms(before, context), AccountTerms(after, context))
            sentences = [change.sentence for change in changes]
        said = sentences or [self.wording.text("{path} is written anew", path=written_path(path))]
        return "\n".join(f"{place}: {printable(sentence)}" for sentence in said)

    def warned(self, edit: PlanEdit) -> str:
        """Return the warnings that an edit has brought about; nothing without any."""
        return self.found(edit.after, edit.found) if edit.found else ""

    def difference(self, edit: PlanEdit) -> str:
        """Return the change of the file as a text difference."""
        file, context = edit.before.file, _CONTEXT_LINES
        old, new = _lines(edit.before.text), _lines(edit.after.text)
        lines = difflib.unified_diff(old, new, f"a/{file}", f"b/{file}", n=context, lineterm="")
        return "\n".join(self._shown(line) for line in lines)

    def _shown(self, line: str) -> str:
        style = {"+": "hint", "-": "error"}.get(line[:1], "")
        return styled(printable(line), style, self.color) if style else printable(line)


def _lines(text: str) -> list[str]:
    lines = re.split("\r\n|\r|\n", text)
    return lines[:-1] if not lines[-1] else [*lines[:-1], f"{lines[-1]} (no line break at the end)"]
