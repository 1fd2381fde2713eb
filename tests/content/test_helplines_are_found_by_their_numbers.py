"""Who searches for the short number of a helpline finds the page that says what it is."""

import pytest
import real_guide

import macros
from rights_kb.search.ranking import open_index

FIRST = 5


def shows(page, id_: str) -> bool:
    """Whether a page has the card of a helpline."""
    return any(
        call.name == "kb_helplines" or (call.name == "kb_helpline_card" and call.arguments[0] == id_) for call in page.calls
    )


@pytest.mark.parametrize("language", real_guide.library().languages)
def test_a_page_with_its_card_is_among_the_first(language):
    library = real_guide.library()
    index = open_index(library, language, macros.render)
    numbers = {id_: line.number for id_, line in library.helplines.items() if line.number.isdigit()}
    assert numbers
    for id_, number in numbers.items():
        found = [library.page(language, answer.slug) for answer in index.find(number)[:FIRST]]
        assert any(shows(page, id_) for page in found), number
