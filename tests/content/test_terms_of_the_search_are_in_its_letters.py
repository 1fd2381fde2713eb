"""A page is found by its terms in the languages that are written in its own letters, and not by those in others."""

import real_guide

import macros
from rights_kb.foreign_words import alphabet
from rights_kb.search.sections import BETWEEN, sections


def terms(language):
    """All terms by which pages of a language are found."""
    found = (section.fields.get("terms", "") for section in sections(real_guide.library(), language, macros.render))
    return {term for joined in found for term in joined.split(BETWEEN) if term}


def test_kyrgyz_and_russian_pages_share_theirs_and_english_ones_do_not():
    found = {language: terms(language) for language in ("ky", "ru", "en")}
    assert {alphabet(term) for term in found["ky"]} == {"cyrillic"}
    assert {"камкорчу", "опекун"} <= found["ky"] & found["ru"]
    assert {alphabet(term) for term in found["en"]} == {"latin"} and "guardian" in found["en"]
