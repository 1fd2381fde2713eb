"""A chart shows figures that a table of the guide shows, and says what to write where it cannot."""

import dataclasses
from decimal import Decimal

import pytest
import real_guide
from lxml import html

import macros
from rights_kb.models import Text
from rights_kb.render.charts import figure
from rights_kb.render.context import Context, MacroError

PAGE = "figures/child-labour"


def chart(call: str, language: str = "en", page: str = PAGE) -> html.HtmlElement:
    return html.fromstring(macros.render("{{ kb_chart(" + call + ") }}", real_guide.context(language, page)))


def texts(found: html.HtmlElement) -> list[str]:
    return [text.text for text in found.iter("text")]


def told(call: str, page: str = PAGE) -> str:
    with pytest.raises(MacroError) as error:
        chart(call, page=page)
    return str(error.value)


def changed(slug: str, change, page: str = PAGE) -> Context:
    """What a macro knows of a guide in which `change` has made other figures of a table."""
    library = real_guide.library()
    table = library.tables[slug]
    fresh = dataclasses.replace(table, observations=tuple(change(item) for item in table.observations))
    return Context(dataclasses.replace(library, tables={**library.tables, slug: fresh}), "en", page)


def test_ranked_bars_go_from_the_highest_figure_to_the_lowest():
    found = chart('"child-labour", form="ranked", rows="area"')
    figures = [Decimal(text.text) for text in found.iter("text") if text.get("dx")]
    assert figures == sorted(figures, reverse=True) and len(figures) == 10


def test_the_newest_period_is_shown_and_named_unless_another_is_asked_for():
    caption = chart('"child-labour", form="ranked", rows="area"').findtext(".//strong")
    assert caption == "Children aged 5–17 in child labour, by region, 2023, %"
    older = chart('"child-labour", form="ranked", rows="area", periods=[2018]')
    assert ", 2018, " in older.findtext(".//strong") and "40.5" in texts(older)


def test_what_is_absent_comes_last_with_its_word():
    found = chart('"married-before-18", form="ranked", rows="area"', page="figures/early-marriage")
    assert [text.text for text in found.iter("text") if text.get("font-style")] == ["unknown*", "unknown*"]
    assert "0" not in texts(found) and texts(found).index("Naryn Region") > texts(found).index("Osh City")


def test_a_part_can_be_chosen_as_in_a_table():
    assert texts(chart('"child-labour", form="trend", sex="girls"'))[:3] == ["21.5", "19.0", "16.0"]


def test_pairs_leave_the_total_out():
    found = chart('"child-labour", form="pairs", rows="sex"')
    assert {"Boys", "Girls"} <= set(texts(found)) and "Boys and girls" not in texts(found)
    assert [head for head in texts(found) if head in ("2014", "2018", "2023")] == ["2023", "2018", "2014"]


def test_a_trend_goes_from_the_oldest_period_to_the_newest():
    assert texts(chart('"child-labour", form="trend"')) == ["25.8", "26.7", "19.6", "2014", "2018", "2023"]


def test_a_trend_by_a_dimension_breaks_where_a_note_says_so():
    found = chart('"child-labour", form="trend", rows="age"')
    assert len([line for line in found.iter("line") if line.get("stroke-dasharray")]) == 1
    assert "0.3*" in texts(found) and "may not be comparable" in found.find("figcaption").text_content()


def test_tiles_stand_where_the_dimension_puts_them():
    found = chart('"child-labour", form="tiles", rows="area"')
    names = [tile.findtext("text") for tile in found.iter("svg") if tile.get("overflow")]
    assert [name.partition(" ")[0] for name in names] == (
        ["Kyrgyzstan", "Talas", "Bishkek", "Chuy", "Jalal-Abad", "Naryn", "Issyk-Kul", "Batken", "Osh", "Osh"]
    )


@pytest.mark.parametrize(
    ("language", "figure_", "name"), [("ky", "30,8", "Нарын облусу"), ("ru", "30,8", "Нарынская область")]
)
def test_figures_and_names_are_in_the_language_of_the_page(language, figure_, name):
    found = chart('"child-labour", form="ranked", rows="area"', language)
    assert {figure_, name} <= set(texts(found)) and f"{name} – {figure_}" in found.findtext(".//desc")


def test_a_status_that_all_figures_have_stands_in_the_caption():
    found = chart('"migrants-abroad", form="ranked", rows="country"', page="figures/migration")
    assert found.cssselect("figcaption .kb-status--secondary") and "secondary source" not in " ".join(texts(found))


def test_a_status_that_some_figures_have_stands_at_each_of_them():
    found = chart('"children-with-parent-abroad-share", form="ranked", rows="area"', page="figures/migration")
    assert not found.cssselect(".kb-status") and texts(found).count("secondary source") == 3
    assert found.findtext(".//desc").count("(secondary source)") == 3


def test_a_figure_that_is_only_approximate_says_so():
    context = changed("child-labour", lambda item: dataclasses.replace(item, approximate="about"))
    found = macros.render('{{ kb_chart("child-labour", form="trend") }}', context)
    assert ">about 25.8</text>" in found


def test_the_link_leads_to_the_table_on_this_page():
    link = chart('"child-labour", form="ranked", rows="area"').find(".//a").get("href")
    assert link == "#table-child-labour-area-sex-all-residence-all-age-all"


def test_the_link_leads_to_another_page_where_the_table_stands_there():
    link = chart('"child-labour", form="ranked", rows="area"', page="rights/work").find(".//a").get("href")
    assert link == "../figures/child-labour.html#table-child-labour-area-sex-all-residence-all-age-all"


def test_an_id_stays_when_a_newer_figure_comes():
    assert chart('"child-labour", form="ranked", rows="area"').get("id") == "chart-ranked-child-labour-area"


def test_different_charts_of_a_table_have_different_ids():
    calls = [
        '"child-labour", form="trend"',
        '"child-labour", form="trend", rows="age"',
        '"child-labour", form="trend", sex="girls"',
        '"child-labour", form="ranked", rows="area"',
        '"child-labour", form="ranked", rows="area", periods=[2018]',
        '"child-labour", form="pairs", rows="sex"',
        '"child-labour", form="tiles", rows="area"',
    ]
    assert len({chart(call).get("id") for call in calls}) == len(calls)


# What it refuses


def test_an_unknown_form_is_refused():
    assert told('"child-labour", form="rank"') == "There is no form `rank` of a chart. Write one of: ranked."
    assert told('"child-labour", form=5').endswith("Write one of: trend, ranked, pairs, tiles.")


def test_an_unknown_table_is_refused():
    assert told('"child-labor", form="trend"').startswith("There is no table `child-labor`.")


def test_figures_that_no_table_of_the_guide_shows_are_refused():
    context = changed("child-labour", lambda item: dataclasses.replace(item, period="2099"))
    pages = {key: dataclasses.replace(page, calls=()) for key, page in context.library.pages.items()}
    library = dataclasses.replace(context.library, pages=pages)
    with pytest.raises(MacroError) as error:
        macros.kb_chart(Context(library, "en", PAGE), "child-labour", form="ranked", rows="area")
    assert str(error.value) == (
        "No table shows all figures of this chart of `child-labour`. "
        'Write {{ kb_table("child-labour", rows="area") }} on the page, with the same periods.'
    )


def test_periods_of_different_length_are_no_trend():
    found = told('"helpline-calls", form="trend"', page="figures/helpline")
    assert found.startswith("The periods of `helpline-calls` differ in length:")


def test_two_figures_are_no_trend():
    found = told('"child-labour", form="trend", periods=[2018, 2023]')
    assert found == (
        "A trend needs 3 figures; `child-labour` has 2. Choose other rows or periods, or tell it in a sentence."
    )


def test_absent_figures_do_not_count_for_a_trend():
    def without(item):
        return dataclasses.replace(item, value=None, absent=Text({"en": "x"})) if item.period == "2018" else item

    with pytest.raises(MacroError, match="needs 3 figures; `child-labour` has 2"):
        macros.kb_chart(changed("child-labour", without), "child-labour", form="trend")


@pytest.mark.parametrize(
    ("call", "what"),
    [
        ('"child-labour", form="trend", columns="sex"', "A trend runs over time."),
        ('"child-labour", form="trend", rows="period"', "A trend runs over time."),
        ('"child-labour", form="ranked", rows="area", periods=[2018, 2023]', "This chart is of one period."),
        ('"child-labour", form="ranked", rows="area", columns="sex"', "This chart is of one period."),
        ('"child-labour", form="ranked", rows="period"', "This chart has a dimension as its rows."),
        ('"child-labour", form="pairs", rows="area"', "A pair needs two members; `area` shows 9 here."),
        ('"child-labour", form="pairs", rows="period"', "A pair is of two members of a dimension."),
        ('"child-labour", form="tiles", rows="sex"', "The dimension `sex` has no map of tiles."),
        ('"child-labour", form="ranked", rows="height"', "The table `child-labour` has no dimension `height`."),
        ('"child-labour", form="ranked", rows="area", periods=[1999]', "The table `child-labour` has no period `1999`."),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_advice(call, what):
    found = told(call)
    assert found.startswith(what) and len(found) > len(what) + 10


def test_a_chart_that_is_too_heavy_is_refused(monkeypatch):
    monkeypatch.setattr(figure, "MOST_BYTES", 1000)
    found = told('"child-labour", form="ranked", rows="area"')
    assert found.startswith("The chart has ") and found.endswith("it may have 1000. Choose fewer rows or periods.")


def test_hostile_words_of_the_data_stay_words():
    library = real_guide.library()
    hostile = Text({"en": '</svg><script>alert("&")</script>'})
    area = library.dimensions["area"]
    members = {key: dataclasses.replace(member, name=hostile) for key, member in area.members.items()}
    dimensions = {**library.dimensions, "area": dataclasses.replace(area, name=hostile, members=members)}
    tables = {**library.tables, "child-labour": dataclasses.replace(library.tables["child-labour"], title=hostile)}
    context = Context(dataclasses.replace(library, dimensions=dimensions, tables=tables), "en", PAGE)
    for form in ("ranked", "tiles"):
        shown = macros.kb_chart(context, "child-labour", form=form, rows="area")
        assert "<script" not in shown and shown.count("</svg>") == shown.count("<svg")


# What `kb check` says


def test_the_check_tells_file_line_and_what_to_write(guide):
    file = "content/en/keeping/honey.md"
    line = guide.add(file, '\n{{ kb_chart("honey", form="rankd") }}') + 1
    what = "kb_chart('honey', form='rankd'): There is no form `rankd` of a chart. Write one of: ranked."
    assert guide.told() == [f"{file}:{line}  {what}"]
