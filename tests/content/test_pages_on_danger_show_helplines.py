"""A page on danger shows the helplines before anything else, in every language."""

import pytest
import real_guide

ON_DANGER = ("help/", "rights/protection", "penalties/crimes-against-children", "penalties/forced-marriage")
PAGES = [name for name in real_guide.articles() if name.partition("/")[2].startswith(ON_DANGER)]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_on_danger_is_marked_as_one(name):
    assert real_guide.article(name).danger


@pytest.mark.parametrize("language", real_guide.library().languages)
def test_the_home_page_leads_to_help_in_one_tap(language):
    assert real_guide.article(f"{language}/index").danger


def test_the_helplines_of_such_pages_have_a_source():
    shown = [item for item in real_guide.library().helplines.values() if item.danger]
    assert shown
    assert all(item.sources and item.status in ("confirmed", "secondary") for item in shown)
