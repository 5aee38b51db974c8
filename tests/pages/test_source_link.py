"""A place in a file leads to where the file is read in the browser, and nowhere else, whatever is written."""

from __future__ import annotations

import json
from datetime import date
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kamgen.pages.context import Context
from kamgen.pages.explain.score_places import Written
from kamgen.pages.explain.scores import linked_places, places_said
from kamgen.plan.settings import Settings
from kamgen.wording.language import WORDINGS
from kamgen.workspace.plan_file import read_settings_text

GITHUB = "https://github.com/acme/plans/blob/main"
BITBUCKET = "https://bitbucket.org/acme/plans/src/main/{file}#lines-{line}"
AZURE = "https://dev.azure.com/acme/_git/plans?path=/{file}&line={line}"


def context(repository: str | None) -> Context:
    return Context(Settings.model_validate({"repository": repository}), date(2026, 5, 6), "en")


@pytest.mark.parametrize(
    ("repository", "file", "line", "address"),
    [
        (GITHUB, "accounts/acme.yaml", 12, f"{GITHUB}/accounts/acme.yaml#L12"),
        (f"{GITHUB}/", "kamgen.yaml", 3, f"{GITHUB}/kamgen.yaml#L3"),
        (GITHUB, "accounts/acme.yaml", None, f"{GITHUB}/accounts/acme.yaml"),
        (BITBUCKET, "kamgen.yaml", 3, "https://bitbucket.org/acme/plans/src/main/kamgen.yaml#lines-3"),
        (BITBUCKET, "kamgen.yaml", None, "https://bitbucket.org/acme/plans/src/main/kamgen.yaml"),
        (AZURE, "a&b.yaml", None, "https://dev.azure.com/acme/_git/plans?path=/a%26b.yaml&line=1"),
        (GITHUB, "accounts/华 北.yaml", 1, f"{GITHUB}/accounts/%E5%8D%8E%20%E5%8C%97.yaml#L1"),
        (GITHUB, "accounts/{line}.yaml", 7, f"{GITHUB}/accounts/%7Bline%7D.yaml#L7"),
        ("https://git.example.com/销售/{file}", "kamgen.yaml", 2, "https://git.example.com/销售/kamgen.yaml"),
    ],
)
def test_a_place_has_the_address_that_its_host_gives_it(
    repository: str, file: str, line: int | None, address: str
) -> None:
    assert context(repository).source(file, line) == address


def test_without_the_setting_a_place_is_only_words() -> None:
    assert context(None).source("kamgen.yaml", 3) is None
    assert context(None).source_link("kamgen.yaml", 3) == ("kamgen.yaml:3", "", "")


@given(
    st.text(st.characters(codec=None, exclude_characters="/"), min_size=1), st.sampled_from([GITHUB, BITBUCKET, AZURE])
)
def test_a_file_of_any_name_stays_where_it_is_in_the_address(name: str, repository: str) -> None:
    address = context(repository).source(f"accounts/{name.encode('utf-8', 'ignore').decode()}", 5)
    assert address is not None
    before, _, after = repository.partition("{file}") if "{file}" in repository else (f"{repository}/", "", "#L{line}")
    after = after.replace("{line}", "5")
    assert address.startswith(before)
    assert address.endswith(after)
    assert unquote(address[len(before) : -len(after)]) == f"accounts/{name.encode('utf-8', 'ignore').decode()}"
    assert urlsplit(address)[:2] == urlsplit(repository)[:2]


def test_a_file_that_is_not_called_in_utf8_has_an_address_too() -> None:
    assert context(GITHUB).source("accounts/b\udce9.yaml", None) == f"{GITHUB}/accounts/b%E9.yaml"


REFUSED = {
    "a script": "javascript:alert(1)//{file}",
    "a script behind a line break": "https://x.example/\njavascript:alert(1)",
    "data": "data:text/html,{file}",
    "a file of this machine": "file:///home/lin/plans",
    "an address without a scheme": "github.com/acme/plans",
    "an address of this server": "//git.example.com/plans",
    "an address with a password": "https://lin:secret@git.example.com/plans",
    "no server": "https:///plans",
    "a server made of the file": "https://{file}.example.com/",
    "a server that ends in the file": "https://git.example.com{file}",
    "a port that is none": "https://git.example.com:{line}/{file}",
    "a quotation mark": 'https://git.example.com/"onclick="x',
    "an unknown word in braces": "https://git.example.com/{file}#{row}",
    "no file in a template": "https://git.example.com/plans#L{line}",
    "a query without a file": "https://git.example.com/plans?at=main",
    "a brace that is not closed": "https://git.example.com/{file",
    "a book": "https://git.example.com/" + "a" * 2_000,
}


@pytest.mark.parametrize("repository", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_web_address_is_refused_with_a_way_out(repository: str) -> None:
    with pytest.raises(ValidationError):
        context(repository)
    settings, findings = read_settings_text(f"repository: {json.dumps(repository)}\n", "kamgen.yaml")
    assert settings.repository is None
    assert [(found.rule, found.path, bool(found.hint)) for found in findings] == [("wrong-type", ("repository",), True)]


def test_a_password_is_not_repeated_in_the_message() -> None:
    _, (finding,) = read_settings_text("repository: https://lin:secret@git.example.com/plans\n", "kamgen.yaml")
    assert "secret" not in WORDINGS["en"].say(finding.message)


def test_lines_of_one_file_are_said_together_and_each_leads_to_its_own() -> None:
    places = [Written("a.yaml", 3), Written("kamgen.yaml", 9), Written("a.yaml", 5), Written("a.yaml", 3)]
    links = linked_places(places, context(GITHUB))
    assert places_said(links) == "a.yaml:3,5 kamgen.yaml:9"
    assert [link.href for link in links] == [f"{GITHUB}/{end}" for end in ("a.yaml#L3", "a.yaml#L5", "kamgen.yaml#L9")]
    assert places_said(linked_places([Written("a.csv")], context(None))) == "a.csv"
