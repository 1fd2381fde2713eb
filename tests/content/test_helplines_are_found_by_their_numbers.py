"""Who searches for the short number of a helpline finds the page that says what it is."""

import pytest
import real_guide

import macros
from rights_kb.search.ranking import open_index

FIRST = 5


@pytest.mark.parametrize("language", real_guide.library().languages)
def test_a_page_that_shows_the_helpline_is_among_the_first(language):
    library = real_guide.library()
    index = open_index(library, language, macros.render)
    shown = {page.slug for page in library.pages.values() if any(call.name == "kb_helplines" for call in page.calls)}
    assert shown
    for line in (line for line in library.helplines.values() if line.number.isdigit()):
        assert shown & {answer.slug for answer in index.find(line.number)[:FIRST]}, line.number
