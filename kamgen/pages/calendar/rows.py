"""Work as rows of a list over several accounts: what, for whom, until when (F2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kamgen.pages.account.terms import Deadline, Mention, deadline
from kamgen.pages.context import Context, account_address
from kamgen.pages.extracts.work import Work
from kamgen.pages.summary import AccountSummary


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A piece of open work; ``hours`` are empty where none are planned, ``note`` says that it is under way."""

    what: Mention
    note: str
    kind: str
    account: Mention
    due: Deadline | None
    hours: str


def work_row(account_id: str, work: Work, summaries: Mapping[str, AccountSummary], context: Context) -> WorkRow:
    """Return a piece of open work of one of the accounts."""
    t = context.wording
    kind = t.label("work_kind", work.kind)
    return WorkRow(
        what=Mention(t.of(work.text) or kind, f"{account_address(account_id)}#{work.anchor}"),
        note=t.label("work_status", "doing") if work.status == "doing" else "",
        kind=kind,
        account=account_mention(account_id, summaries, context),
        due=deadline(work.due, context),
        hours=t.number(work.hours),
    )


def account_mention(account_id: str, summaries: Mapping[str, AccountSummary], context: Context) -> Mention:
    """Return an account's name with the way to its page."""
    return Mention(context.wording.of(summaries[account_id].name), account_address(account_id))
