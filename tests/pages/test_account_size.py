"""An account's page is light: it opens on a phone in a train (F7)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.plans import write_workspace
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from tests.pages.test_account_page import html_of_page, page_of, samples
from tests.workspaces import read_workspace

MOST_BYTES = 100_000


def too_large(plans: Mapping[str, Account], settings: Settings, language: Language) -> dict[str, int]:
    sizes = {
        name: len(html_of_page(page_of(account, settings, language), settings, language).encode())
        for name, account in plans.items()
    }
    assert sizes
    return {name: size for name, size in sizes.items() if size >= MOST_BYTES}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_of_the_sample_workspace_is_small(language: Language) -> None:
    settings, plans = samples()
    assert too_large(plans, settings, language) == {}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_pages_of_made_up_plans_of_ten_kilobytes_are_small(language: Language, tmp_path: Path) -> None:
    write_workspace(tmp_path, 8, languages=("en", "zh"))
    workspace = read_workspace(tmp_path)
    plans = {plan.id: plan.account for plan in workspace.plans if plan.account is not None}
    assert too_large(plans, workspace.settings, language) == {}
