"""The panel above a page says what is to be mended, where, and what to do."""

from __future__ import annotations

from kamgen.preview.panel import SHOWN_AT_MOST, Panel, panel, wording_of
from kamgen.preview.shown import Shown
from kamgen.wording.language import WORDINGS
from kamgen.wording.phrase import phrase
from tests.preview.findings import HOSTILE, finding, shown

EN, ZH = WORDINGS["en"], WORDINGS["zh"]


def panel_of(state: Shown, address: str = "index.html", language: str = "en") -> Panel:
    found = panel(state, address, EN if language == "en" else ZH)
    assert found is not None
    return found


def test_there_is_none_while_nothing_is_to_be_mended() -> None:
    assert panel(shown(), "index.html", EN) is None


def test_it_gives_place_line_rule_and_way_out() -> None:
    (mending,) = panel_of(shown(finding())).mendings
    assert (mending.place, mending.rule) == ("accounts/acme.yaml:3:8", "unknown-key")
    assert mending.source is not None
    assert (mending.source.number, mending.source.before, mending.source.value) == (3, "owner: ", HOSTILE)
    assert mending.hint == "did you mean owner?"


def test_it_speaks_the_language_of_the_page() -> None:
    found = panel_of(shown(finding()), language="zh")
    assert found.title == "待修改：1 个错误"
    assert found.kept.endswith("改好后自动更新。")
    assert found.mendings[0].hint == "是否想写 owner？"


def test_it_leads_to_the_rule_where_the_site_explains_it() -> None:
    explained = frozenset({"explain/rules-form.html", "zh/explain/rules-form.html", "explain/form.html"})
    everything = frozenset(f"{home}explain/{page}" for home in ("", "zh/") for page in _explanation_pages())
    state = shown(finding(), addresses=everything | explained)
    assert panel_of(state).mendings[0].rule_href.startswith("/explain/")
    assert panel_of(state).mendings[0].rule_href.endswith("unknown-key")
    assert panel_of(state, language="zh").mendings[0].rule_href.startswith("/zh/explain/")
    assert panel_of(shown(finding())).mendings[0].rule_href == ""
    assert panel_of(shown(finding(rule="wrong-template"), addresses=everything)).mendings[0].rule_href == ""


def _explanation_pages() -> list[str]:
    from kamgen.pages.explain.pages import EXPLANATION_ADDRESSES

    return [address.removeprefix("explain/") for address in EXPLANATION_ADDRESSES]


def test_what_is_about_the_page_comes_first() -> None:
    state = shown(finding(None), finding("acme"), finding("acme-two"))
    for address in ("accounts/acme-two.html", "zh/accounts/acme-two.html", "accounts/acme-two/scores.html"):
        assert panel_of(state, address).mendings[0].place.startswith("accounts/acme-two.yaml")
    assert panel_of(state, "accounts/acme.html").mendings[0].place.startswith("accounts/acme.yaml")
    assert panel_of(state).mendings[0].place.startswith("kamgen.yaml")


def test_it_says_which_pages_are_old() -> None:
    assert "an account with errors" in panel_of(shown(finding(), kept="accounts")).kept
    assert "All pages" in panel_of(shown(finding(None), kept="everything")).kept
    assert panel_of(shown(finding(None), kept="nothing")).kept == ""


def test_of_many_findings_the_last_are_only_counted() -> None:
    many = tuple(finding(line=number) for number in range(1, SHOWN_AT_MOST + 4))
    found = panel_of(shown(*many))
    assert (len(found.mendings), found.more) == (SHOWN_AT_MOST, "And 3 more findings.")
    assert found.title == f"To mend: {SHOWN_AT_MOST + 3} errors"


def test_of_a_long_line_the_part_around_the_value_is_shown() -> None:
    source = "x" * 5_000 + "WRONG" + "y" * 5_000
    line = panel_of(shown(finding(source=source, column=5_001, width=5))).mendings[0].source
    assert line is not None
    assert line.value == "WRONG"
    assert line.before.startswith("…x")
    assert line.after.endswith("y…")
    assert len(line.before + line.value + line.after) < 200


def test_what_could_steer_the_text_around_it_is_not_shown() -> None:
    overridden = "ow\u202ener: \x1b[31m"
    mending = panel_of(shown(finding(source=overridden, message=phrase("{key} is not a key here", key=overridden))))
    (found,) = mending.mendings
    assert found.source is not None
    for text in (found.message, found.source.before + found.source.value):
        assert "\u202e" not in text
        assert "\x1b" not in text


def test_what_is_in_no_file_has_no_place() -> None:
    state = shown(finding(None, file="", line=None, column=None, source=None, hint=None))
    (mending,) = panel_of(state).mendings
    assert (mending.place, mending.source, mending.hint) == ("", None, "")


def test_a_page_that_says_no_language_gets_the_sites() -> None:
    assert wording_of("zh-Hans", shown()) is ZH
    assert wording_of(None, shown(language="zh")) is ZH
    assert wording_of("tlh", shown()) is EN
