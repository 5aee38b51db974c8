"""What must not stand before a customer: other accounts, ids of our people, words that the settings keep back.

The rule about plans and the guard over finished briefs both ask here, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kamgen.checks.facts import AccountFacts
from kamgen.checks.groups import head_of_group
from kamgen.checks.mentions import Letters, NameIndex, ids_in, letters_of, name_forms
from kamgen.plan.settings import Settings
from kamgen.plan.values import LocalisedText

ConfidentialKind = Literal["account", "member", "word"]


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """What an account is known by: its names, and its parent."""

    id: str
    names: tuple[str, ...]
    parent: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """Something confidential in a text: what kind, and the name, id or word as the workspace has it."""

    kind: ConfidentialKind
    what: str


@dataclass(frozen=True, slots=True)
class KeptFromCustomers:
    """What a workspace keeps from its customers, small enough to travel to a worker.

    ``members`` are the ids of our people, each with the forms of the name; ``company`` is how we are called ourselves.
    """

    accounts: tuple[KnownAccount, ...]
    members: tuple[tuple[str, tuple[str, ...]], ...]
    company: tuple[str, ...]
    words: tuple[str, ...]


def kept_from_customers(accounts: Mapping[str, AccountFacts | None], settings: Settings) -> KeptFromCustomers:
    """Return what a workspace keeps from its customers; of an account that cannot be read, no name is known."""
    known = {account_id: facts for account_id, facts in accounts.items() if facts is not None}
    members: dict[str, tuple[str, ...]] = {member.id: _forms(member.name) for member in settings.team}
    for facts in known.values():
        for member_id in (facts.owner, *facts.team):
            members.setdefault(member_id, ())
    return KeptFromCustomers(
        accounts=tuple(KnownAccount(id_, _forms(facts.name), facts.parent) for id_, facts in known.items()),
        members=tuple(members.items()),
        company=_forms(settings.briefs.company),
        words=settings.briefs.keep_from_customers,
    )


@lru_cache(maxsize=2)
def confidential(kept: KeptFromCustomers) -> Confidential:
    """Return what finds it in texts; made once in each process."""
    return Confidential(kept)


class Confidential:
    """Finds in texts what is kept from a customer.

    An account may be told of itself, of its own group, which it knows, and of us. A name inside of such a name is no
    mention: a customer called “Alpine Foods” does not hear of another called “Alpine”.
    """

    def __init__(self, kept: KeptFromCustomers) -> None:
        self._accounts = {account.id: account for account in kept.accounts}
        parents = {account.id: account.parent for account in kept.accounts}
        self._heads = {account_id: head_of_group(account_id, parents) for account_id in parents}
        self._names = NameIndex(
            (letters, account.id) for account in kept.accounts for name in account.names for letters in name_forms(name)
        )
        self._company = tuple(letters_of(name).text for name in kept.company)
        self._words = {word: letters_of(word).text for word in kept.words}
        self._members = dict(kept.members)

    def mentions(self, account_id: str, text: str) -> Iterator[Mention]:
        """Yield what a text for an account says that is not for it, each thing once."""
        letters = letters_of(text)
        found = sorted(self._names.found(letters))
        allowed = [(start, end) for start, end, whose in found if self._may_know(account_id, whose)]
        allowed += [span for company in self._company for span in letters.spans(company)]
        told = [
            Mention("account", self._name(whose, letters.text[start:end]))
            for start, end, whose in found
            if not self._may_know(account_id, whose) and not _within((start, end), allowed)
        ]
        told += [Mention("member", member) for member in self._ids(text)]
        told += [Mention("word", word) for word in self._kept_back(letters, allowed)]
        yield from dict.fromkeys(told)

    def _may_know(self, account_id: str, other: str) -> bool:
        return self._heads.get(account_id, account_id) == self._heads[other]

    def _name(self, account_id: str, letters: str) -> str:
        """Return the name of an account by which it was found."""
        names = self._accounts[account_id].names
        return next(name for name in names if letters in name_forms(name))

    def _ids(self, text: str) -> Iterator[str]:
        """Yield ids of our people. One word is an id only in small letters, as it is typed: Lin is a name, lin is not.

        What is written as a part of the person's own name is no id: Anne-Marie is allowed to be anne-marie.
        """
        for found in sorted(ids_in(text)):
            member = found.lower() if "-" in found else found
            if member in self._members and not any(found in ids_in(name) for name in self._members[member]):
                yield member

    def _kept_back(self, letters: Letters, allowed: list[tuple[int, int]]) -> Iterator[str]:
        for word, wanted in self._words.items():
            if any(not _within(span, allowed) for span in letters.spans(wanted)):
                yield word


def _within(span: tuple[int, int], allowed: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in allowed)


def _forms(name: str | LocalisedText | None) -> tuple[str, ...]:
    if isinstance(name, LocalisedText):
        return tuple(form for form in (name.en, name.zh) if form is not None)
    return () if name is None else (name,)
