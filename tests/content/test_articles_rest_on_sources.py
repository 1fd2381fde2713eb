"""An article that shows a table, a figure or a penalty says where it comes from."""

import pytest
import real_guide

import macros
from rights_kb.site import basis


def calls(name: str, *wanted: str):
    page = real_guide.article(name)
    return page, [call for call in page.calls if call.name in wanted and call.problem is None]


def shown(page, call) -> str:
    context = real_guide.context(page.language, page.slug)
    return macros.MACROS[call.name](context, *call.arguments, **call.options)


@pytest.mark.parametrize("name", real_guide.articles())
def test_the_tables_and_figures_of_an_article_have_sources_that_exist(name):
    library = real_guide.library()
    page, found = calls(name, *basis.TABLE_MACROS)
    for call in found:
        table = library.tables[call.arguments[0]]
        for sources in (table.sources, *(item.sources for item in table.observations)):
            assert sources
            assert set(sources) <= set(library.sources)
        if call.name == "kb_table":
            assert 'class="kb-source"' in shown(page, call)


@pytest.mark.parametrize("name", real_guide.articles())
def test_the_penalties_of_an_article_stand_in_a_law(name):
    library = real_guide.library()
    page, found = calls(name, "kb_penalty", basis.PENALTIES_OF_PAGE)
    for call in found:
        if call.name == "kb_penalty":
            penalty = library.penalties[call.arguments[0]]
            # Of what is no longer law the notes may know the code, but not the article.
            assert penalty.article or penalty.status == "superseded"
            assert penalty.law in library.laws
            assert library.laws[penalty.law].sources
    if found:
        assert basis.laws(page, library)
        assert basis.law_checked(page, library)
