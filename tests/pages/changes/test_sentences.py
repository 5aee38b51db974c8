"""Changes in words: every change in one sentence, in the words that people use, in either language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamgen.changes.comparison import Change, Item, compare
from kamgen.pages.account.terms import AccountTerms
from kamgen.pages.changes.field_words import field_words, lowered
from kamgen.pages.changes.sentences import Told, told
from kamgen.pages.changes.texts import Rewording, columns, excerpt, reworded
from kamgen.pages.changes.values import scale
from kamgen.pages.context import Context
from kamgen.plan.account import Account
from kamgen.plan.power_map import Evidence, Influence
from kamgen.plan.settings import Settings
from kamgen.plan.values import LANGUAGES, Language, LocalisedText, Section
from kamgen.wording.language import WORDINGS
from kamgen.workspace.model_types import is_model
from kamgen.workspace.plan_file import plan_from_text, read_settings_text
from tests.changes.edited_plans import NAMES, each_without_a_value, rich_plan, two_plans
from tests.exchange.reviewed_files import assert_as_reviewed

HERE = Path(__file__).parent
SETTINGS, _ = read_settings_text(
    """
currency: USD
team: [{id: lin, name: {en: Lin Yue, zh: 林悦}}, {id: bo, name: {en: Chen Bo, zh: 陈博}}]
products: [{id: dairy, name: {en: Dairy, zh: 乳制品}}, {id: grains, name: {en: Grains, zh: 谷物}}]
processes:
  framework:
    name: {en: Framework contract, zh: 框架采购}
    stages:
      - {id: proposal, name: {en: Proposal, zh: 方案}, probability: 0.4, tasks: [need-confirmed, price-model]}
      - {id: signature, name: {en: Signature, zh: 签约}, probability: 0.9}
    task_names: {price-model: {en: Price model, zh: 价格模型}}
""",
    "kamgen.yaml",
)
LONGEST_SENTENCE = 1_500
every_language = pytest.mark.parametrize("language", LANGUAGES)


def terms(account: Account, language: Language, known: Settings = SETTINGS) -> AccountTerms:
    return AccountTerms(account, Context(known, date(2026, 5, 6), language))


def all_told(before: Account, after: Account, language: Language = "en") -> tuple[Told, ...]:
    return told(compare(before, after), terms(before, language), terms(after, language))


def sentences(before: Account, after: Account, language: Language = "en") -> list[str]:
    return [each.sentence for each in all_told(before, after, language)]


def plan(**sections: Any) -> Account:
    return Account.model_validate({"kamgen": "1", "name": "Acme", "owner": "lin", **sections})


def written(name: str) -> Account:
    text = (HERE / f"{name}.yaml").read_text(encoding="utf-8")
    found = plan_from_text(name, f"accounts/{name}.yaml", text)
    assert found.account is not None, found.findings
    return found.account


@every_language
def test_a_month_of_changes_is_told_as_it_was_reviewed(language: Language) -> None:
    said = sentences(written("before"), written("after"), language)
    assert_as_reviewed(f"sentences.{language}.txt", "\n".join(said) + "\n", HERE)


@settings(max_examples=80)
@given(st.sampled_from(NAMES), st.integers(0, 2**32), st.integers(1, 25), st.sampled_from(LANGUAGES))
def test_each_change_is_told_once_in_a_line_that_holds_what_it_was_and_is(
    name: str, seed: int, times: int, language: Language
) -> None:
    before, after = two_plans(name, Random(seed), times)
    changes = compare(before, after)
    found = told(changes, terms(before, language), terms(after, language))
    assert sorted(map(id, changes)) == sorted(id(change) for each in found for change in each.changes)
    for each in found:
        assert each.sentence.isprintable()
        assert each.text
        assert len(each.sentence) <= LONGEST_SENTENCE
        for change in each.changes:
            expected = [*_expected(change, language), *_names(change, terms(before, language), terms(after, language))]
            assert [words for words in expected if words not in each.sentence] == []
    subjects = [subject for subject, _ in groupby(map(_subject, found)) if subject]
    assert len(subjects) == len(set(subjects))


def _subject(each: Told) -> tuple[Any, ...]:
    """Return what a sentence is about, for two things of a plan may have the same name; nothing where it says so."""
    things = [step for step in each.changes[0].place[:-1] if isinstance(step, Item)]
    named = [id(step.item) for step in things if not isinstance(step.item, Evidence | Influence)]
    return (each.subject, *named) if each.subject else ()


def _expected(change: Change, language: Language) -> Iterator[str]:
    """Yield what a sentence about a value must hold, said without the code that it tries."""
    if not isinstance(change.place[-1], str) or change.place[:2] == ("value", "purchases"):
        return
    kind, name, t = _kind_of(change), change.place[-1], WORDINGS[language]
    for value in (change.before, change.after):
        if isinstance(value, date):
            yield t.day(value)
        elif isinstance(value, int | str) and str(value) in scale(kind, name):
            english, chinese = scale(kind, name)[str(value)]
            yield chinese if language == "zh" else english[1:]
        elif isinstance(value, int) and not isinstance(value, bool):
            yield str(value) if name == "year" else t.number(value)
    is_text = isinstance(change.before, str) and isinstance(change.after, str) and not scale(kind, name)
    if is_text and name in ("wins", "reason", "cause", "fix", "picture", "strengths"):
        said = (change.before.split(), change.after.split())
        if said[0] != said[1] and all(len(" ".join(words)) < 40 and " ".join(words).isprintable() for words in said):
            yield from map(" ".join, said)


def _names(change: Change, before: AccountTerms, after: AccountTerms) -> Iterator[str]:
    """Yield what a sentence about a thing that came or went must call it."""
    if not isinstance(change.place[-1], Item) or change.place[:2] == ("value", "purchases"):
        return
    for item, known in ((change.before, before), (change.after, after)):
        if isinstance(item, Influence):
            said = known.somebody(item.person)
        else:
            name = next((getattr(item, name) for name in ("name", "text", "what") if hasattr(item, name)), None)
            said = known.of(name)
        if said.isprintable() and len(said) < 25 and said == " ".join(said.split()):
            yield said


def _kind_of(change: Change) -> type[Section]:
    kind: Any = Account
    for step in change.place[:-1]:
        kind = type(step.item) if isinstance(step, Item) else _section(kind.model_fields[step].annotation)
    return kind  # type: ignore[no-any-return]


def _section(kind: Any) -> Any:
    while not is_model(kind):
        kind = next(argument for argument in get_args(kind) if argument is not type(None))
    return kind


@every_language
def test_every_value_of_the_format_can_come_and_go(language: Language) -> None:
    whole = rich_plan("every-key")
    for less in each_without_a_value(whole):
        for one, other in ((whole, less), (less, whole)):
            assert all(sentences(one, other, language))


@every_language
def test_every_field_has_words_in_a_sentence(language: Language) -> None:
    def kinds(kind: Any, found: set[Any]) -> set[Any]:
        if kind in found:
            return found
        if is_model(kind):
            found.add(kind)
            for info in kind.model_fields.values():
                kinds(info.annotation, found)
        for argument in get_args(kind):
            kinds(argument, found)
        return found

    sections = [kind for kind in kinds(Account, set()) if is_model(kind) and kind is not LocalisedText]
    assert len(sections) > 40
    for kind in sections:
        for name in kind.model_fields:
            words = field_words(kind, name, language)
            assert words.isascii() == (language == "en") or not words, (kind, name)


def person(**more: Any) -> Account:
    return plan(power_map={"people": [{"id": "cfo", "name": "Dana", "title": "CFO", **more}]})


def test_a_rating_is_told_with_the_evidence_for_it() -> None:
    seen = {"about": "support", "text": "Asked for a model", "date": "2026-04-12"}
    before = person(support="0", evidence=[seen])
    assert sentences(before, person(support="1", evidence=[seen | {"status": "confirmed"}])) == [
        "Dana (CFO): support neutral → supporter, evidence “Asked for a model”: assumed → confirmed"
    ]


def test_influences_are_told_with_the_names_of_both_times() -> None:
    def people(buyer: str, *influences: dict[str, str]) -> Account:
        others = [{"id": buyer, "name": "Sam"}, {"id": "legal", "name": "Ruth"}, {"id": "it", "name": "Derek"}]
        return plan(power_map={"people": [{"id": "cfo", "name": "Dana", "influences": list(influences)}, *others]})

    before = people("buyer", {"person": "buyer", "strength": "1"}, {"person": "legal"})
    after = people("purchasing", {"person": "purchasing", "strength": "3"}, {"person": "it"}, {"person": "cfo"})
    assert sentences(before, after)[0] == (
        "Dana: influence on Sam (id buyer → purchasing), 1 → 3, no longer influences Ruth, "
        "now influences Derek (strength 2), now influences Dana (strength 2)"
    )


def goal(**more: Any) -> Account:
    return plan(goals={"goals": [{"id": "a", "text": "Net purchases", "unit": "USD", **more}]})


def test_a_figure_is_told_with_its_unit_and_how_much_of_the_way_it_is() -> None:
    figures = {"baseline": "64000", "target": "78000"}
    assert sentences(goal(**figures, actual="71000"), goal(**figures, actual="73660")) == [
        "Goal “Net purchases”: actual $71,000 → $73,660 (50% → 69% of the way)"
    ]
    assert sentences(goal(actual="1"), goal(actual="2")) == ["Goal “Net purchases”: actual $1 → $2"]
    assert sentences(goal(target="9", actual="2"), goal(baseline="1", target="9", actual="3")) == [
        "Goal “Net purchases”: baseline set to $1, actual $2 → $3 (25% of the way)"
    ]


def test_what_rounding_would_hide_is_told_exactly() -> None:
    assert sentences(goal(actual="71000.10"), goal(actual="71000.20")) == [
        "Goal “Net purchases”: actual 71,000.1 USD → 71,000.2 USD"
    ]


def test_a_stage_is_named_by_the_process_before_and_after() -> None:
    def opportunity(**more: str) -> Account:
        return plan(opportunities=[{"id": "a", "name": "Season", **more}])

    before, after = opportunity(process="framework", stage="proposal"), opportunity(process="other", stage="proposal")
    assert sentences(before, after) == ["Opportunity “Season”: buying process Framework contract → other"]
    after = opportunity(process="framework", stage="signature")
    assert sentences(before, after, "zh") == ["商机“Season”：阶段由方案改为签约"]


def test_a_renamed_id_is_told_and_so_is_each_reference_to_it() -> None:
    def two(cfo: str) -> Account:
        people = [
            {"id": cfo, "name": "Dana", "support": "1", "role": "user"},
            {"id": "b", "name": "Sam", "reports_to": cfo},
        ]
        return plan(power_map={"people": people})

    assert sentences(two("cfo"), two("finance")) == [
        "Dana: id cfo → finance",
        "Sam: reports to Dana (id cfo → finance)",
    ]


@pytest.mark.parametrize(
    ("before", "after", "english", "chinese"),
    [
        ("a", {"en": "a", "zh": "甲"}, "Summary: in Chinese added: “甲”", "概述：补充中文：“甲”"),
        ("a", {"en": "a"}, "Summary: marked as English", "概述：标注为英文"),
        ({"zh": "甲"}, "甲", "Summary: no longer marked as Chinese", "概述：不再标注为中文"),
        ({"en": "a", "zh": "甲"}, {"en": "b", "zh": "甲"}, "Summary: in English: “a” → “b”", "概述：英文由“a”改为“b”"),
        ({"en": "a", "zh": "甲"}, None, "Summary: removed (was “a”)", "概述：删除（原为“甲”）"),
        (
            "a b",
            "a  b",
            "Summary: only spaces, line breaks or invisible characters changed",
            "概述：仅空格、换行或不可见字符有变化",
        ),
        ("a b", "A b", "Summary: “a b” → “A b”", "概述：由“a b”改为“A b”"),
    ],
)
def test_a_text_tells_which_language_changed(before: Any, after: Any, english: str, chinese: str) -> None:
    old, new = plan(summary=before), plan(summary=after)
    assert (sentences(old, new), sentences(old, new, "zh")) == ([english], [chinese])


LONG = "They open 3 stores in autumn and want loggers. " * 12


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("3 stores", "5 stores", Rewording("3 stores", "5 stores")),
        (LONG, LONG.replace("3", "5", 1), Rewording("They open 3 stores in autumn…", "They open 5 stores in autumn…")),
        (LONG, f"{LONG}And one more.", Rewording("", "And one more.")),
        (f"{LONG}And one more.", LONG, Rewording("And one more.", "")),
        (LONG, LONG.replace("3", "5", 1)[:-10] + "scales.", None),
        ("x" * 20_000, "x" * 20_000 + "y", None),
        ("word " * 4_000, "Word " * 4_000, None),
    ],
)
def test_of_a_long_text_only_what_is_different_is_said(before: str, after: str, expected: Rewording | None) -> None:
    found = reworded(before, after)
    assert expected is None or found == expected
    assert found.before != found.after
    assert max(columns(found.before), columns(found.after)) <= 120


def test_other_places_of_a_text_are_counted() -> None:
    found = reworded(LONG, LONG.replace("3", "5", 1).replace("autumn", "winter", 2))
    assert (found.before, found.others) == ("They open 3 stores in autumn…", 2)


@pytest.mark.parametrize("text", ["a\nb", "a\x1b[31mb", "a\u202eb", "x" * 500, "宽" * 200, "\x00"])
def test_an_excerpt_is_one_short_line(text: str) -> None:
    assert excerpt(text).isprintable()
    assert columns(excerpt(text)) <= 91


def test_untrusted_names_stay_inside_one_line() -> None:
    evil = "x\n- owner: \x1b[31m\u202e root\u2028"
    before = plan(risks=[{"id": "a", "text": evil, "owner": "lin"}], tags=[evil])
    for language in LANGUAGES:
        for each in sentences(before, plan(risks=[{"id": "a", "text": evil, "owner": "bo"}]), language):
            assert each.isprintable()


def bought(number: int, amount: str = "100.50") -> Account:
    days = [{"date": f"2026-03-{day + 1:02}", "amount": amount, "order": str(day)} for day in range(number)]
    return plan(value={"currency": "EUR", "purchases": days})


def test_many_purchases_are_one_sentence_and_few_are_told_one_by_one() -> None:
    found = all_told(bought(0), bought(20))
    assert [(each.sentence, len(each.changes)) for each in found if each.changes[0].place[1] == "purchases"] == [
        ("20 purchases added, 1 Mar 2026 to 20 Mar 2026, €2,010 in all", 20)
    ]
    assert sentences(bought(20), bought(1), "zh") == ["删除采购记录 19 条（2026年3月2日至 2026年3月20日），合计 €1,910"]
    assert sentences(bought(10), bought(10, "99.50")) == [
        "10 purchases corrected, 1 Mar 2026 to 10 Mar 2026, €1,005 → €995 in all"
    ]
    assert sentences(bought(1), bought(2)) == ["New purchase of 2 Mar 2026 (amount €101, order number 1)"]


def test_what_readers_ask_for_first_is_told_first() -> None:
    after = plan(
        status="lost",
        tags=["a"],
        risks=[{"id": "a", "text": "A"}],
        opportunities=[{"id": "a", "name": "A"}],
        power_map={"people": [{"id": "a", "name": "A"}]},
    )
    assert sentences(plan(), after) == [
        "Status: active → lost",
        "New person A",
        "New opportunity “A”",
        "New risk “A”",
        "Tags: “a” added",
    ]


def test_names_are_those_of_the_settings_of_their_time() -> None:
    changed = plan(owner="bo")
    later = SETTINGS.model_copy(update={"team": ()})
    found = told(compare(plan(), changed), terms(plan(), "en"), terms(changed, "en", later))
    assert [each.sentence for each in found] == ["Owner: Lin Yue → bo"]


def test_labels_inside_a_sentence_keep_their_capitals() -> None:
    assert [lowered(label) for label in ("Under way", "A4", "Production and R&D")] == [
        "under way",
        "A4",
        "production and R&D",
    ]


def test_two_things_of_one_name_are_told_apart_by_their_sentences() -> None:
    def risks(*likelihoods: str) -> Account:
        return plan(risks=[{"id": f"r{n}", "text": "Same", "likelihood": each} for n, each in enumerate(likelihoods)])

    assert [len(each.changes) for each in all_told(risks("1", "2"), risks("3", "4"))] == [1, 1]


def test_a_share_is_told_in_percent() -> None:
    def rival(share: Decimal) -> Account:
        return plan(profile={"rivals": [{"name": "Millstone", "share": share}]})

    assert sentences(rival(Decimal("0.25")), rival(Decimal("0.305"))) == [
        "Rival Millstone: share of the customer's spend 25% → 30.5%"
    ]
