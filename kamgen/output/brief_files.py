"""Briefs: their HTML, and their PDF in the site, laid out only when the HTML, the design or the engine moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kamgen.checks.confidential import ConfidentialKind, KeptFromCustomers, confidential
from kamgen.checks.rules.confidential_mention import NAME as CONFIDENTIAL_MENTION
from kamgen.output.brief_design import BriefDesign
from kamgen.output.manifest import Output
from kamgen.output.pdf import MissingGlyphs, PdfError, pdf_engine, pdf_key, render_pdf
from kamgen.output.staging import Staging
from kamgen.output.templates import Templates
from kamgen.output.written import Written, stage
from kamgen.pages.briefs.documents import DOCUMENTS
from kamgen.pages.briefs.kinds import FOR_CUSTOMERS, BriefKind
from kamgen.pages.briefs.portfolio.brief import portfolio_brief
from kamgen.pages.briefs.review.release import HeldBack, held_back
from kamgen.pages.context import Context
from kamgen.pages.register import Register
from kamgen.pages.summary import AccountSummary
from kamgen.plan.account import Account
from kamgen.scoring.score import Placement
from kamgen.workspace.root import ACCOUNTS_FOLDER

_BOXES = "; missing glyphs allowed"
"""Part of a brief's key, so that a strict build afterwards does not take such briefs for its own."""


class BriefHeldBack(PdfError):
    """A brief for a customer says something that is kept from customers; the message says what and where."""

    def __init__(self, account_id: str, found: tuple[HeldBack, ...]) -> None:
        said = "; ".join(f"{_KINDS[item.mention.kind]}, {item.mention.what}, in “{_cut(item.text)}”" for item in found)
        super().__init__(
            f"{ACCOUNTS_FOLDER}/{account_id}.yaml: the joint review is held back, for the customer would read {said}."
            f" Say it without; if it may be said, add a waiver of {CONFIDENTIAL_MENTION} with its reason to the plan."
        )


_KINDS: dict[ConfidentialKind, str] = {
    "account": "the name of another customer",
    "member": "the id of one of our people",
    "word": "a word that is kept from customers",
}
_MOST_SAID = 80


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_SAID else text[:_MOST_SAID] + "…"


@dataclass(frozen=True)
class Layout:
    """How the briefs of one build are laid out.

    Attributes:
        design: How they look.
        allow_missing_glyphs: Whether to draw an empty box for a character that no font has.
        check: Whether to lay out nothing and only say what would be.

    """

    design: BriefDesign
    allow_missing_glyphs: bool
    check: bool


def brief_html(
    kind: BriefKind,
    account: Account,
    summary: AccountSummary,
    placement: Placement,
    context: Context,
    templates: Templates,
    design: BriefDesign,
    kept: KeptFromCustomers,
) -> str | None:
    """Return the HTML that a brief is laid out from; None where the plan has nothing to say in such a brief.

    Raises:
        BriefHeldBack: if it is for the customer and says something that is kept from customers.

    """
    document = DOCUMENTS[kind]
    brief = document.view(summary.id, account, summary, placement, context)
    if brief is None:
        return None
    if kind in FOR_CUSTOMERS:
        found = held_back(summary.id, account, brief, confidential(kept), context.as_of)
        if found:
            raise BriefHeldBack(summary.id, found)
    return design.lettered(templates.render(document.template, brief=brief, t=context.wording, design=design))


def portfolio_brief_html(register: Register, context: Context, templates: Templates, design: BriefDesign) -> str:
    """Return the HTML that the brief about all accounts is laid out from."""
    brief = portfolio_brief(register, context)
    return design.lettered(templates.render("briefs/portfolio.html", brief=brief, t=context.wording, design=design))


def stage_brief(
    address: str,
    document: str,
    html: str,
    inputs: str,
    source: str,
    layout: Layout,
    known: Mapping[str, Output],
    staging: Staging,
) -> Written:
    """Stage a brief unless the site holds it already.

    ``document`` is its kind, or ``portfolio``; ``source`` is the file that a problem is said of.
    """
    design = layout.design
    stylesheet = design.stylesheets[document]
    engine = pdf_engine() + (_BOXES if layout.allow_missing_glyphs else "")
    key = pdf_key(html, stylesheet, engine, archive=design.archive)
    before = known.get(address)
    if before is not None and before.source == key:
        return Written(address, replace(before, inputs=inputs))
    if layout.check:
        return Written(address, Output(inputs, "", key), staged=True)
    try:
        data = render_pdf(
            html,
            stylesheet,
            files=design.files,
            archive=design.archive,
            allow_missing_glyphs=layout.allow_missing_glyphs,
        )
    except MissingGlyphs as error:
        return Written(address, None, problem=f"{source}: {error}")
    except PdfError as error:
        return Written(address, None, problem=str(error))
    written = stage(address, data, inputs, known, staging)
    output = None if written.output is None else replace(written.output, source=key)
    return replace(written, output=output, laid_out=True)
