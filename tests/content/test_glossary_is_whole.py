"""All 93 terms of the notes are in the glossary, in every language."""

import pytest
import real_guide

ENTRIES = [entry for document in real_guide.library().documents if document.kind == "glossary" for entry in document.data]


@pytest.mark.parametrize("number", range(1, 94))
def test_a_numbered_term_is_in_the_glossary_in_every_language(number):
    # One number of the notes may hold several terms: "prosecutor's office; court".
    found = [real_guide.library().glossary[entry["id"]] for entry in ENTRIES if entry.get("number") == number]
    assert found
    for term in found:
        assert set(term.terms.by_language) == set(real_guide.library().languages)
        assert set(term.definition.by_language) == set(real_guide.library().languages)
