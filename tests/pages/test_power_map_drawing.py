"""What a power map says: who decides, who is against us, whom nobody covers (D1)."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kamgen.output.templates import Templates
from kamgen.pages.lettering import text_width
from kamgen.pages.power_map.drawing import power_map_drawing, wrapped
from tests.pages.power_maps import context, draw, person
from tests.workspaces import read_workspace

SVG = "{http://www.w3.org/2000/svg}"
TEMPLATES = Templates()

BUYER = person(
    "buyer",
    name="Gordon Whitlock",
    title="Director of purchasing",
    role="economic",
    influence=5,
    support=1,
    covered_by="lin-yue",
    contact={"last": "2026-03-25", "every_days": 30},
)


def render(drawing, language="en", files=""):
    """Return the drawing as a page holds it; as paper does where there are no files to lead to."""
    where = {} if files is None else {"files": files}
    return TEMPLATES.render("charts/power_map.svg", drawing=drawing, t=context(language).wording, **where)


def parse(drawing, language="en", files=""):
    """Return the drawing as a browser reads it; the name space is what HTML gives to an inline SVG."""
    text = render(drawing, language, files).strip()
    return ElementTree.fromstring(text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def card(drawing, who):
    return next(card for card in drawing.cards if card.person == who)


def test_nobody_makes_no_map():
    assert power_map_drawing((), context()) is None


def test_a_card_is_also_a_sentence():
    assert card(draw(BUYER), "buyer").sentence == (
        "Gordon Whitlock, Director of purchasing: economic buyer, influence 5 of 5, supporter, "
        "looked after by Lin Yue, contact 12 days overdue"
    )
    assert card(draw(BUYER, language="zh"), "buyer").sentence == (
        "Gordon Whitlock（Director of purchasing）：经济购买影响者、影响力5/5、支持、由林悦负责、联系已逾期12天"
    )


def test_what_is_unknown_is_said_to_be_not_rated_and_never_nought():
    unrated = card(draw(person("ann")), "ann")
    assert unrated.sentence == "Ann: influence not rated yet, support not rated yet, nobody looks after this person"
    assert unrated.support is None
    assert unrated.influence_note == "influence ?"


def test_the_three_answers_name_the_most_influential_first():
    drawing = draw(
        BUYER,
        person("ann", role="economic", influence=3, support=-1, covered_by="lin-yue"),
        person("bo", influence=2),
        person("cy", influence=4, support=-2),
    )
    assert drawing.answers == (
        "Who decides: Gordon Whitlock.",
        "Against us: Cy (opponent), Ann (sceptic).",
        "Nobody looks after: Cy, Bo.",
    )
    assert card(drawing, "buyer").marks == ("decides", "overdue")
    assert card(drawing, "cy").marks == ("against", "uncovered")
    assert card(drawing, "ann").marks == ("against",)


def test_the_answers_also_say_that_there_is_no_answer():
    drawing = draw(person("ann", covered_by="lin-yue"))
    assert drawing.answers == (
        "Who decides is not known yet: no economic buyer found.",
        "Nobody is known to be against us.",
        "Everybody found is looked after.",
    )


def test_of_many_names_an_answer_gives_the_first_and_counts_the_rest():
    drawing = draw(*(person(f"p{number}") for number in range(12)))
    assert drawing.answers[2] == "Nobody looks after: P0, P1, P2, P3, P4 and 7 more."


def test_all_economic_buyers_of_the_highest_influence_decide():
    drawing = draw(
        person("a", role="economic", influence=4),
        person("b", role="economic", influence=4),
        person("c", role="technical", influence=5),
        person("d", role="economic"),
        person("e", wanted=True, name=None, role="economic"),
    )
    assert [one.person for one in drawing.cards if "decides" in one.marks] == ["a", "b"]


@pytest.mark.parametrize(
    ("contact", "note", "overdue"),
    [
        ({"last": "2026-04-06", "every_days": 30}, "", False),
        ({"last": "2026-04-05", "every_days": 30}, "1 d", True),
        ({"last": "2020-01-01"}, "", False),
        ({"every_days": 30}, "never", True),
        ({"last": "2026-06-01", "every_days": 30}, "never", True),
        (None, "", False),
    ],
)
def test_the_clock_shows_the_day_after_the_agreed_contact_was_due(contact, note, overdue):
    shown = card(draw(person("ann", covered_by="lin-yue", contact=contact)), "ann")
    assert shown.note == note
    assert ("overdue" in shown.marks) == overdue
    assert (shown.clock is not None) == overdue


def test_whom_nobody_covers_has_an_empty_place_and_a_word():
    shown = card(draw(person("ann", contact={"every_days": 30})), "ann")
    assert (shown.owner, shown.uncovered, shown.note) == (None, True, "no owner")
    assert shown.clock is not None


@pytest.mark.parametrize(
    ("member", "letters"), [("lin-yue", "LY"), ("zhou-mingche", "明澈"), ("someone-not-in-the-team", "ST")]
)
def test_the_owner_is_shown_by_initials(member, letters):
    drawing = draw(person("ann", covered_by=member))
    assert drawing.owners == (letters,)
    assert card(drawing, "ann").owner == 0


def test_a_wanted_person_is_dashed_and_neither_late_nor_uncovered():
    drawing = draw(person("quality", wanted=True, name=None, title="Quality lead", role="technical"))
    (wanted,) = drawing.cards
    assert wanted.marks == ("wanted",)
    assert (wanted.name, wanted.title, drawing.roles) == ("Wanted", ("Quality lead",), (("technical", "T"),))
    assert wanted.sentence == "Wanted, Quality lead: technical buyer, not found yet"
    assert drawing.faces[wanted.face].frame == "wanted"
    assert 'class="pm-frame pm-wanted"' in render(drawing)


def test_the_legend_explains_what_is_there_and_nothing_else():
    assert [entry.mark for entry in draw(person("ann", support=2, covered_by="lin-yue")).legend] == [
        "support",
        "owner",
    ]
    drawing = draw(BUYER, person("bo"), person("cy", wanted=True), person("di", influences=[{"person": "bo"}]))
    assert {entry.mark for entry in drawing.legend} == {
        "support",
        "unrated",
        "influence",
        "decides",
        "wanted",
        "uncovered",
        "clock",
        "influences",
        "owner",
    }


def test_the_legend_stays_inside_the_drawing():
    drawing = draw(BUYER, person("bo"), person("cy", wanted=True), person("di", influences=[{"person": "bo"}]))
    for entry in drawing.legend:
        end = entry.x + entry.text_from + text_width(entry.text, 11)
        assert end <= drawing.left + drawing.width + 1
        assert entry.y < drawing.height


def test_a_chinese_map_has_no_english_left():
    drawing = draw(
        person(
            "a",
            name="闻人岳",
            title="总经理",
            role="economic",
            influence=5,
            support=-2,
            covered_by="lin-yue",
            contact={"last": "2026-01-01", "every_days": 30},
            influences=[{"person": "b", "strength": 1}, {"person": "c", "strength": 3}],
        ),
        person("b", name="邬向桐", reports_to="a", contact={"every_days": 30}),
        person("c", name=None, title="质量负责人", wanted=True, influences=[{"person": "a"}]),
        language="zh",
    )
    svg = parse(drawing, "zh")
    said = [
        *(element.text or "" for element in svg.iter()),
        *(element.get("aria-label", "") for element in svg.iter()),
        *drawing.answers,
    ]
    assert [text for text in said if re.search("[A-Za-z]", text)] == []
    assert "谁决定：闻人岳。" in drawing.answers
    assert dict(drawing.roles)["economic"] == "经"
    assert card(drawing, "c").name == "待寻找"


HOSTILE = [
    "<script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "W" * 300,
    "很" * 200,
    "👩‍👩‍👧‍👦" * 40,
    "שלום " * 30,
    "\u202eevil\u202c",
    "a\nb\tc",
    "]]>&amp;",
    "{{ drawing }}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_escaped_and_stay_inside_the_card(text):
    drawing = draw(person("ann", name=text, title=text, role="economic"), person("bo", influences=[{"person": "ann"}]))
    svg = parse(drawing)
    assert not list(svg.iter(f"{SVG}script"))
    assert len(list(svg.iter(f"{SVG}svg"))) == 1
    assert not [name for element in svg.iter() for name in element.attrib if name.startswith("on")]
    shown = card(drawing, "ann")
    assert text_width(shown.name, shown.name_size) <= 140 - 22
    assert all(text_width(line, 11) <= 164 - 22 for line in shown.title)
    assert [link.get("clip-path") for link in svg.iter(f"{SVG}a")] == ["url(#pm-clip)", "url(#pm-clip)"]
    assert not set("\u202a\u202b\u202c\u202d\u202e\n\t") & set(shown.name + "".join(shown.title))


def test_a_long_name_is_set_smaller_before_it_is_cut():
    assert (card(draw(person("a", name="Ann Lee")), "a").name_size) == 13
    smaller = card(draw(person("a", name="Petra Sommerfeldt", role="user")), "a")
    assert (smaller.name, smaller.name_size) == ("Petra Sommerfeldt", 12)
    cut = card(draw(person("a", name="Wolfgang Amadeus von Sommerfeldt", role="user")), "a")
    assert cut.name.endswith("…")


def test_a_title_breaks_between_words_and_chinese_anywhere():
    assert wrapped("Successor of the purchasing director", 10.5, 134) == ("Successor of the", "purchasing director")
    first, second = wrapped("设备采购与供应链管理部副总经理兼项目负责人", 10.5, 134)
    assert first + second == "设备采购与供应链管理部副总经理兼项目负责人"
    assert wrapped("", 10.5, 134) == ()


@pytest.mark.parametrize("files", ["", None])
def test_ids_are_unique_and_every_reference_is_kept(files):
    drawing = draw(
        BUYER,
        person("ann", support=-2, reports_to="buyer", influence=1, contact={"every_days": 3}),
        person("ann", name="Another Ann in a draft"),
    )
    svg = parse(drawing, files=files)
    ids = [element.get("id") for element in svg.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    references = {element.get("href") for element in svg.iter(f"{SVG}use")}
    assert references
    assert {reference.removeprefix("#") for reference in references} <= set(ids)


def test_a_card_leads_to_the_persons_file_and_says_who_it_is():
    drawing = draw(BUYER, person("ann"))
    for files in ("", "save-a-lot/power-map.html"):
        svg = parse(drawing, files=files)
        links = [(link.get("href"), link.get("aria-label")) for link in svg.iter(f"{SVG}a")]
        assert links == [(f"{files}#file-{one.person}", one.sentence) for one in drawing.cards]
        assert (svg.get("role"), svg.get("aria-label")) == ("group", "Power map")


def test_on_paper_nothing_leads_anywhere_and_the_colours_come_along():
    svg = parse(draw(BUYER, person("ann")), files=None)
    assert not list(svg.iter(f"{SVG}a"))
    (style,) = svg.iter(f"{SVG}style")
    known = set(re.findall(r"\.([\w-]+)", re.sub(r"\{.*?\}", "", style.text)))
    used = {name for element in svg.iter() for name in (element.get("class") or "").split()}
    assert {name for name in used if not name.startswith("power-map")} <= known


def test_an_influence_line_has_its_title_and_as_many_heads_as_its_strength():
    drawing = draw(BUYER, person("ann", influences=[{"person": "buyer", "strength": 3}]))
    titles = [element.text for element in parse(drawing).iter(f"{SVG}title")]
    assert titles == ["Ann influences Gordon Whitlock strongly"]
    assert drawing.influences[0].head.count("M") == 3


def test_people_of_one_look_share_one_face():
    drawing = draw(
        person("ann", support=-1), person("bo", support=-1), person("cy"), person("di", role="economic", support=-1)
    )
    assert [(face.support, face.open, face.frame) for face in drawing.faces] == [
        (-1, False, "plain"),
        (None, True, "plain"),
        (-1, False, "decides"),
    ]
    assert [one.face for one in drawing.cards] == [0, 0, 1, 2]


def test_no_style_attribute_that_a_strict_page_would_refuse():
    assert not [element for element in parse(draw(BUYER, person("ann"))).iter() if element.get("style")]


def sample_maps():
    workspace = read_workspace(Path(__file__).resolve().parents[2])
    return [plan.account for plan in workspace.plans if plan.account and plan.account.power_map.people]


def test_the_sample_maps_are_small():
    accounts = sample_maps()
    assert accounts
    for account in accounts:
        for language in ("en", "zh"):
            text = render(draw(*account.power_map.people, language=language), language)
            cards = re.findall(r"<a .*?</a>", text, re.DOTALL)
            assert len(cards) == len(account.power_map.people)
            assert max(len(one.encode()) for one in cards) <= 700
            assert len(text.encode()) <= 5000 + 650 * len(cards)


@pytest.mark.pdf
def test_the_pdf_engine_draws_it(caplog):
    from io import BytesIO

    import pypdf
    import weasyprint

    drawing = draw(BUYER, person("ann", name="闻人岳", support=-2, reports_to="buyer"), sheet="upright")
    pdf = weasyprint.HTML(string=f"<html><body>{render(drawing, files=None)}</body></html>").write_pdf()
    text = pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "Gordon Whitlock" in text
    assert "闻人岳" in text
    assert not [record for record in caplog.records if record.name.startswith("weasyprint")]
