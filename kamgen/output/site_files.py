"""The files of no single account: assets, the index of the search, pages about all accounts, explanations."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kamgen.output.brief_design import PORTFOLIO, BriefDesignError, brief_design
from kamgen.output.brief_files import Layout, portfolio_brief_html, stage_brief
from kamgen.output.inputs import files_below
from kamgen.output.site_build import SiteBuild, hashed
from kamgen.output.staging import Staging
from kamgen.output.written import Written, stage
from kamgen.pages.briefs.portfolio.brief import PORTFOLIO_BRIEF_READS
from kamgen.pages.context import PORTFOLIO_BRIEF_ADDRESS, Context, home, member_address
from kamgen.pages.explain.pages import EXPLANATION_ADDRESSES, explanation_pages
from kamgen.pages.navigation import PORTFOLIO_ADDRESS, frame
from kamgen.pages.search_index import SEARCH_INDEX_ADDRESS, search_script
from kamgen.pages.site_pages import PageView, site_pages
from kamgen.pages.team.member import member_page, members_of
from kamgen.workspace.root import ACCOUNTS_FOLDER

ASSETS = "assets"


def write_site_files(build: SiteBuild, staging: Staging) -> Iterator[Written]:
    """Stage what is out of date of everything that belongs to no single account."""
    yield from _assets(build, staging)
    yield _search_index(build, staging)
    for language in build.settings.build_languages:
        context = Context(build.settings, build.as_of, language)
        yield from _site_pages(build, context, staging)
        yield from _member_pages(build, context, staging)
        yield _missing_page(build, context, staging)
        yield from _explanations(build, context, staging)


def _assets(build: SiteBuild, staging: Staging) -> Iterator[Written]:
    """Stage style sheets, scripts and pictures; a workspace's own win file by file."""
    found: dict[str, Path] = {}
    for folder in reversed(build.templates.folders):
        assets = folder / "site" / ASSETS
        for path in files_below(assets):
            found[f"{ASSETS}/{path.relative_to(assets).as_posix()}"] = path
    for address, path in sorted(found.items()):
        data = path.read_bytes()
        yield stage(address, data, hashlib.sha256(data).hexdigest(), build.known.outputs, staging)


def _search_index(build: SiteBuild, staging: Staging) -> Written:
    """Stage the index of the search, which all languages share."""
    parts = [surveyed.search for surveyed in build.survey.accounts.values() if surveyed.summary is not None]
    inputs = hashed(build.base, *parts)
    before = build.known.outputs.get(SEARCH_INDEX_ADDRESS)
    if before is not None and before.inputs == inputs and not build.options.check:
        return Written(SEARCH_INDEX_ADDRESS, before)
    script = search_script(parts, build.settings)
    return stage(SEARCH_INDEX_ADDRESS, script.encode("utf-8", "replace"), inputs, build.known.outputs, staging)


def _site_pages(build: SiteBuild, context: Context, staging: Staging) -> Iterator[Written]:
    brief = _portfolio_brief(build, context, staging)
    yield from brief
    has_brief = any(written.output is not None for written in brief)
    for page in site_pages(context.settings):
        href = PORTFOLIO_BRIEF_ADDRESS if page.address == PORTFOLIO_ADDRESS and has_brief else ""
        inputs = hashed(build.base, context.language, href, *(_digest(build, source) for source in page.reads))
        yield from _kept_or(build, context, page.address, inputs) or (
            _rendered(
                build,
                context,
                page.address,
                page.template,
                page.view(build.register, context),
                inputs,
                staging,
                brief=href,
            ),
        )


def _portfolio_brief(build: SiteBuild, context: Context, staging: Staging) -> tuple[Written, ...]:
    """Stage the brief about all accounts in a language; without briefs, one that is there stays as it is."""
    address = home(context.language, build.settings.language) + PORTFOLIO_BRIEF_ADDRESS
    inputs = hashed(build.base, context.language, *(_digest(build, source) for source in PORTFOLIO_BRIEF_READS))
    before = build.known.outputs.get(address)
    if before is not None and (not build.options.pdf or (before.inputs == inputs and not build.options.check)):
        return (Written(address, before),)
    if not build.options.pdf or not build.summaries:
        return ()
    try:
        design = brief_design(build.templates, build.settings.briefs, lays_out=not build.options.check)
    except BriefDesignError as error:
        return (Written(address, None, problem=str(error)),)
    html = portfolio_brief_html(build.register, context, build.templates, design)
    layout = Layout(design, build.options.allow_missing_glyphs, build.options.check)
    return (stage_brief(address, PORTFOLIO, html, inputs, ACCOUNTS_FOLDER, layout, build.known.outputs, staging),)


def _member_pages(build: SiteBuild, context: Context, staging: Staging) -> Iterator[Written]:
    """Stage a page for every member of the team; it moves with the accounts that name the member alone."""
    for member_id, account_ids in members_of(build.settings, _named(build)).items():
        address = member_address(member_id)
        told = (_told(build, account_id, member_id) for account_id in account_ids)
        inputs = hashed(build.base, context.language, member_id, *told)
        yield from _kept_or(build, context, address, inputs) or (
            _rendered(
                build,
                context,
                address,
                "site/member.html",
                member_page(member_id, build.register.only(account_ids), context),
                inputs,
                staging,
            ),
        )


def _named(build: SiteBuild) -> dict[str, tuple[str, ...]]:
    """Return the members that each account's plan names."""
    return {account_id: tuple(build.survey.accounts[account_id].members) for account_id in build.summaries}


def _told(build: SiteBuild, account_id: str, member_id: str) -> str:
    """Return the digest of what an account has for a member, and where it stands among all."""
    placement = build.survey.portfolio.placements[account_id]
    return f"{account_id} {build.survey.accounts[account_id].members[member_id]} {placement!r}"


def _missing_page(build: SiteBuild, context: Context, staging: Staging) -> Written:
    """Stage the page for addresses that are not there."""
    site = frame(context, "404.html", context.wording.text("This page does not exist"), dated=False)
    html = build.templates.render("site/404.html", t=context.wording, site=site)
    address = home(context.language, build.settings.language) + "404.html"
    return stage(address, html.encode(), hashed(build.base, context.language), build.known.outputs, staging)


def _explanations(build: SiteBuild, context: Context, staging: Staging) -> Iterator[Written]:
    """Stage the pages that explain methods, metrics and rules; no plan has a part in them."""
    inputs = hashed(build.base, context.language)
    kept = [written for address in EXPLANATION_ADDRESSES for written in _kept_or(build, context, address, inputs)]
    if len(kept) == len(EXPLANATION_ADDRESSES):
        yield from kept
        return
    for page in explanation_pages(context):
        yield _rendered(build, context, page.address, "site/explanations.html", page, inputs, staging, dated=False)


def _kept_or(build: SiteBuild, context: Context, address: str, inputs: str) -> tuple[Written, ...]:
    """Return a page as the site holds it where it was made from these inputs; nothing where it has to be written."""
    address = home(context.language, build.settings.language) + address
    before = build.known.outputs.get(address)
    if before is None or before.inputs != inputs or build.options.check:
        return ()
    return (Written(address, before),)


def _rendered(
    build: SiteBuild,
    context: Context,
    address: str,
    template: str,
    page: PageView,
    inputs: str,
    staging: Staging,
    *,
    dated: bool = True,
    brief: str = "",
) -> Written:
    site = frame(context, address, page.title, page.lead, dated=dated)
    html = build.templates.render(template, page=page, t=context.wording, site=site, brief=brief)
    address = home(context.language, build.settings.language) + address
    return stage(address, html.encode(), inputs, build.known.outputs, staging)


def _digest(build: SiteBuild, source: str) -> str:
    """Return the digest of one thing that pages read, of all accounts together."""
    survey = build.survey
    if source == "levels":
        return repr(sorted(Counter(finding.level for finding in survey.findings).items()))
    if source == "findings":
        return survey.findings_key
    if source == "summaries":
        return hashed(*(surveyed.summary_digest for surveyed in survey.accounts.values()))
    accounts = (survey.accounts[account_id] for account_id in build.summaries)
    return hashed(*(surveyed.extracts[source].digest for surveyed in accounts))  # type: ignore[index]
