"""What an explanation is made of, ready in one language: for a terminal, for another program and for a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from kamgen.checks.catalogue import RULES
from kamgen.checks.rule import Family
from kamgen.pages.navigation import EXPLAIN_FOLDER
from kamgen.wording.language import Wording

Kind = Literal["method", "metric", "criterion", "rule"]
"""What can be explained, in the order in which people learn it: purpose, figures, their worth, checks."""

KINDS: tuple[Kind, ...] = get_args(Kind)

PAGES: dict[Kind, str] = {
    "method": EXPLAIN_FOLDER + "methods.html",
    "metric": EXPLAIN_FOLDER + "metrics.html",
    "criterion": EXPLAIN_FOLDER + "metrics.html",
    "rule": EXPLAIN_FOLDER + "rules.html",
}
"""The page where a kind is explained, from the language's folder; of rules, the page that lists them all."""

_KIND_NAMES: dict[Kind, str] = {
    "method": "Method",
    "metric": "Metric",
    "criterion": "Key-account criterion",
    "rule": "Rule",
}


def kind_name(kind: Kind, t: Wording) -> str:
    """Return what people call a kind."""
    return t.text(_KIND_NAMES[kind])


def family_page(family: Family) -> str:
    """Return the page where a family of rules is explained, from the language's folder."""
    return f"{EXPLAIN_FOLDER}rules-{family}.html"


def anchor_of(kind: Kind, name: str) -> str:
    """Return the anchor of an explanation on its page; it stays the same as long as the name does."""
    return f"criterion-{name}" if kind == "criterion" else name


def address_of(kind: Kind, name: str) -> str:
    """Return where an explanation stands, from the language's folder."""
    page = family_page(RULES[name].family) if kind == "rule" and name in RULES else PAGES[kind]
    return f"{page}#{anchor_of(kind, name)}"


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to something that belongs to it: its name, what people call it, and its address."""

    kind: Kind | Literal["segment", "source"]
    name: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Related:
    """References of one kind, such as the rules that serve a method; never empty."""

    title: str
    references: tuple[Reference, ...]

    @property
    def kind(self) -> str:
        """What all of them are."""
        return self.references[0].kind


@dataclass(frozen=True, slots=True)
class Passage:
    """Some paragraphs in Markdown, with a heading where they have one; ``html`` is the same, safe to show unescaped."""

    title: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what there is to say about it."""

    term: str
    text: str


@dataclass(frozen=True, slots=True)
class FactTable:
    """A small table with a name; ``numeric`` are the positions of columns of numbers, ``note`` how to read it."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Lines to write, and the file that they belong to."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Sample:
    """What to write, for a purpose that the title says; ``note`` stands in place of snippets where there are none.

    ``state`` is ``red`` for what a rule finds, ``green`` for what it does not.
    """

    title: str
    snippets: tuple[Snippet, ...]
    note: str = ""
    state: Literal["", "red", "green"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Everything there is to say about a rule, a metric, a criterion or a method.

    Attributes:
        kind: What it is.
        name: What settings, findings and ``kamgen explain`` call it.
        title: What people call it; of a rule, the sentence that says what it finds.
        summary: One line for lists.
        group: What it is listed under: a rule's family, a method's phase.
        state: What a list says at its side: a rule's level, a metric's unit, a criterion's weight.
        passages: What it is and why, to be read in this order.
        facts: Short facts.
        tables: Parameters of a rule, the scale of a criterion.
        examples: A rule's bad and good example.
        uses: What to write to use it, or to have it otherwise.
        related: What it belongs to.

    """

    kind: Kind
    name: str
    title: str
    summary: str
    group: str
    state: str
    passages: tuple[Passage, ...]
    facts: tuple[Fact, ...] = ()
    tables: tuple[FactTable, ...] = ()
    examples: tuple[Sample, ...] = ()
    uses: tuple[Sample, ...] = ()
    related: tuple[Related, ...] = ()

    @property
    def anchor(self) -> str:
        """The anchor on its page."""
        return anchor_of(self.kind, self.name)

    @property
    def address(self) -> str:
        """The address of its place, from the language's folder."""
        return address_of(self.kind, self.name)


def related(title: str, references: tuple[Reference, ...]) -> tuple[Related, ...]:
    """Return a group of references; nothing where there are none."""
    return (Related(title, references),) if references else ()
