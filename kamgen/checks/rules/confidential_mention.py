"""A text that the joint review shows names another customer, has the id of one of our people, or a word of the list
briefs.keep_from_customers in the settings. Companies of the customer's own group may be named.

The review is put on the table. A customer who reads about another one there knows that the others read about it too.

Say it without the name or word; write people by their names. Where it may be said, a waiver of confidential-mention
with its reason lets all of this plan pass. A level in the settings does not: briefs are read once more when made.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.confidential import Mention, confidential, kept_from_customers
from kamgen.checks.rule import Example, Portfolio, PortfolioRule, Problem
from kamgen.wording.phrase import Phrase, phrase
from kamgen.workspace.problems import Path

NAME = "confidential-mention"


def check(portfolio: Portfolio) -> Iterator[tuple[str | None, Problem]]:
    """Yield every mention in a text that an account's joint review shows, at that text."""
    reader = confidential(kept_from_customers(portfolio.accounts, portfolio.settings))
    for account_id, account in portfolio.accounts.items():
        for shown in account.customer_texts:
            for mention in reader.mentions(account_id, shown.text):
                yield account_id, _problem(shown.path, mention)


def _message(mention: Mention) -> Phrase:
    """Return what is wrong with a mention."""
    if mention.kind == "account":
        return phrase(
            "the joint review shows the customer this text, which names another customer: {name}", name=mention.what
        )
    if mention.kind == "member":
        return phrase(
            "the joint review shows the customer this text, which has the id of one of our people: {id}",
            id=mention.what,
        )
    return phrase(
        "the joint review shows the customer this text, which has a word that is kept from customers: {word}",
        word=mention.what,
    )


def _problem(path: Path, mention: Mention) -> Problem:
    if mention.kind == "member":
        return Problem(path, _message(mention), phrase("write the person's name, or say it without"))
    return Problem(
        path,
        _message(mention),
        phrase("say it without; if it may be said, add a waiver of {rule} with its reason", rule=NAME),
    )


PROMISE = "joint_plan:\n  commitments: [{{id: forecast, by: us, text: {text}, owner: lin-yue}}]\n"
KESTREL = "kamgen: 1\nname: Kestrel Hotels\nowner: lin-yue\n"

RULE = PortfolioRule(
    name=NAME,
    level="error",
    family="joint-plan",
    methods=("C1", "C2"),
    documentation=__doc__,
    check=check,
    bad=Example(
        PROMISE.format(text="The forecast tool of Kestrel Hotels"), files={"accounts/kestrel-hotels.yaml": KESTREL}
    ),
    good=Example(
        PROMISE.format(text="A forecast tool that works elsewhere"), files={"accounts/kestrel-hotels.yaml": KESTREL}
    ),
)
