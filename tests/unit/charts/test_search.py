"""The search finds a table and not the chart that shows the same figures once more."""

import real_guide

import macros
from rights_kb.articles import filled
from rights_kb.search.sections import sections


def render(text, context):
    return filled(text, lambda call: macros.MACROS[call.name](context, *call.arguments, **call.options))


def test_charts_are_no_pieces_of_their_own_and_no_words_of_others():
    found = list(sections(real_guide.library(), "en", render))
    words = real_guide.library().words["en"].labels
    assert any("violent discipline, by region" in section.fields["heading"] for section in found)
    assert [section.anchor for section in found if section.anchor.startswith("chart-")] == []
    assert [section for section in found if words["chart_table"] in section.fields["text"]] == []


def test_what_stands_around_a_chart_stays_with_its_heading():
    found = [section for section in sections(real_guide.library(), "en", render) if section.slug == "figures/violence"]
    by_heading = {(section.anchor, section.fields["heading"]): section.fields["text"] for section in found}
    assert "Among boys the share is" in by_heading["by-sex", "Boys and girls"]
    assert ("by-region", "In which regions there is more") in by_heading
