"""Everything the article of 2022 said, and every statistic of the notes, is in the data with what it is worth today."""

import pytest
import real_guide

CLAIMS = [f"L{number}" for number in range(1, 49)] + [f"S{number}" for number in range(1, 35)]


@pytest.mark.parametrize("id_", CLAIMS)
def test_a_claim_is_in_the_data_with_status_verdict_and_reason(id_):
    library = real_guide.library()
    claim = library.claims[id_]
    for language, words in library.words.items():
        assert claim.status in words.statuses
        assert claim.verdict in words.verdicts
        assert claim.said.by_language[language].strip()
        assert claim.why.by_language[language].strip()
    assert claim.sources
    assert set(claim.sources) <= set(library.sources)


def test_there_is_no_claim_that_the_notes_do_not_know():
    assert sorted(real_guide.library().claims) == sorted(CLAIMS)
