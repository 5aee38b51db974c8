"""The briefs of the sample workspace, each laid out once for all tests that look at it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

import pypdf

from kamgen.output.brief import BriefMaker
from kamgen.output.brief_design import PORTFOLIO
from kamgen.output.survey import survey_root
from kamgen.pages.briefs.kinds import BriefKind
from kamgen.plan.settings import Briefs
from kamgen.plan.values import Language
from tests.conftest import REPOSITORY

AS_OF = date(2026, 5, 6)


@dataclass(frozen=True)
class Sample:
    """A document of the sample workspace; one without an account is about all of them."""

    account: str
    kind: BriefKind | None
    language: Language

    def __str__(self) -> str:
        return f"{self.account or PORTFOLIO}-{self.kind or ''}-{self.language}"

    def pdf(self, *, archive: bool = False) -> bytes:
        return _laid_out(self, archive)

    def reader(self) -> pypdf.PdfReader:
        return _read(self)


_CHOSEN: tuple[tuple[str, tuple[BriefKind, ...]], ...] = (
    ("save-a-lot", ("plan", "card", "review")),  # the fullest plan
    ("lichuan-jingmi", ("plan", "review")),  # written in Chinese
    ("bon-app", ("plan", "card")),  # nearly empty
    ("seven-seas", ("handover",)),  # changes hands
)
_LANGUAGES: tuple[Language, ...] = ("en", "zh")

SAMPLES = tuple(
    Sample(account, kind, language) for language in _LANGUAGES for account, kinds in _CHOSEN for kind in kinds
) + tuple(Sample("", None, language) for language in _LANGUAGES)
"""Every document in both languages, of plans that are full, short and Chinese."""


ARCHIVED = tuple(
    sample
    for sample in SAMPLES
    if (sample.account, sample.kind) in (("lichuan-jingmi", "plan"), ("save-a-lot", "review"), ("save-a-lot", "card"))
    or sample.account in ("seven-seas", "")
    if (sample.language == "zh") is (sample.account in ("lichuan-jingmi", "seven-seas"))
)
"""Every document once: fewer, for each is laid out anew."""


@cache
def _read(sample: Sample) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(sample.pdf()))


@lru_cache(maxsize=2)
def _maker(archive: bool) -> BriefMaker:
    survey = survey_root(REPOSITORY, AS_OF, AS_OF)
    return BriefMaker(REPOSITORY, survey, Briefs(archive=archive), allow_missing_glyphs=True)


@cache
def _laid_out(sample: Sample, archive: bool) -> bytes:
    maker = _maker(archive)
    if sample.kind is None:
        return maker.of_portfolio(sample.language)
    made = maker.of_account(sample.account, sample.kind, sample.language)
    assert made is not None, f"the sample has no {sample}"
    return made
