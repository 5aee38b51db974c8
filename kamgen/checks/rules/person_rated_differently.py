"""Two plans of one group rate the same person's support far apart, by default by two steps or more. In companies that
do not belong together the same name is mostly another person, and is not compared.

One of our people counts on an advocate whom another knows as a sceptic: whoever believes the wrong plan is surprised
in front of the customer.

Let the two colleagues who cover the person talk, agree on what the person really thinks of us, and write the same
support: in both plans.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.facts import AccountFacts, RatedPerson
from kamgen.checks.groups import head_of_group
from kamgen.checks.people import support_called
from kamgen.checks.rule import Example, Parameter, Portfolio, PortfolioRule, Problem
from kamgen.plan.values import LocalisedText
from kamgen.wording.phrase import phrase

STEPS = Parameter(
    "steps", 2, "Steps from which on two ratings of one person's support are too far apart", least=1, most=4
)

Seen = tuple[AccountFacts, RatedPerson]


def check(portfolio: Portfolio) -> Iterator[tuple[str | None, Problem]]:
    """Yield every person whom an earlier plan of the same group, in the order of ids, rates differently."""
    steps = portfolio.number(STEPS)
    seen: dict[tuple[str, str], Seen] = {}
    parents = {account_id: account.parent for account_id, account in portfolio.accounts.items()}
    for account_id, account in sorted(portfolio.accounts.items()):
        if account.status == "lost":
            continue
        head = head_of_group(account_id, parents)
        for person in account.people:
            keys = [(head, name) for name in _names(person.name)]
            other, before = next((seen[key] for key in keys if key in seen), (account, person))
            if other.id != account_id and _apart(before, person) >= steps:
                yield account_id, _problem(other, before, person)
            for key in keys:
                seen.setdefault(key, (account, person))


def _problem(other: AccountFacts, there: RatedPerson, here: RatedPerson) -> Problem:
    return Problem(
        ("power_map", "people", here.index, "support"),
        phrase(
            "{name} is rated {here} in this plan, but {there} in the plan of {other}",
            name=here.name,
            here=support_called(here.support or 0),
            there=support_called(there.support or 0),
            other=other.name,
        ),
        phrase("agree with the colleague who covers them there, and write the same support: in both plans"),
    )


def _names(name: str | LocalisedText) -> tuple[str, ...]:
    forms = (name,) if isinstance(name, str) else (name.en, name.zh)
    return tuple(form.casefold() for form in forms if form is not None)


def _apart(first: RatedPerson, second: RatedPerson) -> int:
    return abs(first.support - second.support) if first.support is not None and second.support is not None else 0


PLAN = "power_map:\n  people: [{{id: cfo, name: Stephen Harlow, title: Chief financial officer, support: {support}}}]\n"
IN_GROUP = "profile: {parent: northern-group}\n"
HEAD_OFFICE = "kamgen: 1\nname: Northern Group\nowner: lin-yue\n" + PLAN.format(support=-1)

RULE = PortfolioRule(
    name="person-rated-differently",
    level="warning",
    family="portfolio",
    methods=("D1",),
    parameters=(STEPS,),
    documentation=__doc__,
    check=check,
    bad=Example(IN_GROUP + PLAN.format(support=2), files={"accounts/northern-group.yaml": HEAD_OFFICE}),
    good=Example(IN_GROUP + PLAN.format(support=-1), files={"accounts/northern-group.yaml": HEAD_OFFICE}),
)
