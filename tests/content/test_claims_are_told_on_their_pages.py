"""What the article of 2022 said is told on the page it belongs to, and what leads today stands in the data."""

import pytest
import real_guide

CLAIMS = sorted(real_guide.library().claims)


@pytest.mark.parametrize("id_", CLAIMS)
def test_the_page_of_a_claim_shows_it_in_every_language(id_):
    library = real_guide.library()
    claim = library.claims[id_]
    for language in library.languages:
        page = library.page(language, claim.page)
        assert page is not None, f"{claim.page} does not exist in {language}"
        names = {call.name for call in page.calls}
        # What the article did not say is told by the figures of the page themselves.
        assert "kb_claims" in names or not claim.in_article


@pytest.mark.parametrize("id_", [id_ for id_ in CLAIMS if real_guide.library().claims[id_].status == "superseded"])
def test_of_what_is_out_of_date_something_newer_is_in_the_data(id_):
    library = real_guide.library()
    facts = [*library.rules.values(), *library.penalties.values(), *library.tables.values()]
    newer = [fact for fact in facts if id_ in fact.claims and fact.status != "superseded"]
    assert newer or id_ in NOTHING_NEWER


# Claims that nothing has replaced; each says so in its reason.
NOTHING_NEWER = {"L7", "L9"}


def test_an_exception_is_still_needed():
    library = real_guide.library()
    facts = [*library.rules.values(), *library.penalties.values(), *library.tables.values()]
    assert not [id_ for id_ in NOTHING_NEWER if any(id_ in fact.claims and fact.status != "superseded" for fact in facts)]
