"""What the rest of the target rests on: named opportunities and white space, each with its owner (B7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.account.terms import NOBODY, AccountTerms, Mention, State
from kamgen.scoring.target_proof import Cover, TargetProof, prove_target


@dataclass(frozen=True, slots=True)
class CoverRow:
    """Something that may bring part of the target; without an owner, nobody works on it yet."""

    what: Mention
    owner: Mention
    amount: str


@dataclass(frozen=True, slots=True)
class TargetProofTable:
    """What is still to be won and what stands behind it.

    ``verdict`` says in one line whether it is enough, with its ``state``; ``to_win`` is the amount to be covered.
    """

    to_win: str
    rows: tuple[CoverRow, ...]
    verdict: str
    state: State


def target_proof_table(terms: AccountTerms) -> TargetProofTable | None:
    """Return the target proof, None where there is no target in money, it is reached, or a figure is missing."""
    proof = prove_target(terms.account, terms.context.settings, terms.context.as_of)
    if proof is None or not proof.to_win:
        return None
    verdict, state = _verdict(proof, proof.to_win, terms)
    opportunities = (cover for cover in proof.covers if cover.kind == "opportunity")
    spaces = [cover for cover in proof.covers if cover.kind == "white-space" and cover.amount != 0]
    return TargetProofTable(
        to_win=terms.reported(proof.to_win),
        rows=(*(_opportunity(cover, terms) for cover in opportunities), *_white_space(spaces, terms)),
        verdict=verdict,
        state=state,
    )


def _opportunity(cover: Cover, terms: AccountTerms) -> CoverRow:
    what = Mention(terms.of(cover.name), f"#opportunity-{cover.id}")
    return CoverRow(what, terms.who(cover.owner), terms.reported(cover.amount))


def _white_space(spaces: list[Cover], terms: AccountTerms) -> Iterable[CoverRow]:
    """Return one row for all white space: it has no owner, and its products have a table of their own."""
    if not spaces:
        return ()
    said = "White space of {n} product, beyond the opportunities|White space of {n} products, beyond the opportunities"
    known = [cover.amount for cover in spaces if cover.amount is not None]
    amount = terms.reported(sum(known, Decimal(0))) if known else ""
    return (CoverRow(Mention(terms.t.text(said, n=len(spaces)), "#white-space"), NOBODY, amount),)


def _verdict(proof: TargetProof, to_win: Decimal, terms: AccountTerms) -> tuple[str, State]:
    """Green where what has an owner is enough, amber where white space has to help, red where nothing is named."""
    t = terms.t
    if proof.owned >= to_win:
        return t.text("Opportunities with an owner cover it"), "green"
    unowned = terms.reported(to_win - proof.owned)
    if proof.uncovered is None:
        return t.text("{amount} of it without an owner; what else there is, is not known", amount=unowned), "none"
    if proof.uncovered:
        return t.text("Nothing is named yet for {amount}", amount=terms.reported(proof.uncovered)), "red"
    return t.text("Covered on paper, {amount} of it without an owner", amount=unowned), "amber"
