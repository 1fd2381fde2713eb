"""The Kyrgyz analyser: the same keys as in JavaScript, and one key for all forms of a word."""

from pathlib import Path

import pytest

from rights_kb.search.kyrgyz import analyser, key

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "search" / "vectors"
SHARED = ROOT.parent / "shared" / "search"


def rows(path: Path) -> list[list[str]]:
    """The columns of a file, without the lines that explain it."""
    if not path.exists():
        pytest.skip(f"{path} is not on this machine")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def apart(words: list[list[str]]) -> list[tuple[str, str]]:
    """Pairs of a dictionary form and a form of it that do not meet."""
    return [(word, form) for word, forms in words for form in forms.split() if key(form) != key(word)]


def test_every_word_has_the_key_that_the_twin_in_javascript_gives():
    vectors = rows(VECTORS / "ky.tsv")
    assert len(vectors) >= 5000
    assert [(word, expected, key(word)) for word, expected in vectors if key(word) != expected] == []


def test_every_form_has_the_key_of_its_dictionary_form():
    assert apart(rows(VECTORS / "paradigms-ky.tsv")) == []


def test_the_six_cases_of_the_shared_nouns_meet():
    assert apart(rows(SHARED / "paradigms-ky.tsv")) == []


def test_the_forms_found_in_the_article_meet_their_words():
    found = [[word, form] for form, word in rows(SHARED / "forms-ky.tsv")]
    assert apart(found) == []


def test_different_words_stay_apart():
    words = [word for word, _ in rows(VECTORS / "paradigms-ky.tsv")]
    same = {key(word): [other for other in words if key(other) == key(word)] for word in words}
    assert [group for group in same.values() if len(group) > 1] == []


def test_a_form_that_does_not_meet_its_word_is_found():
    assert apart([["бала", "балага мектеп"]]) == [("бала", "мектеп")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("омур", "өмүр"),
        ("ѳмүр", "өмүр"),
        ("баӊгизат", "баңгизат"),
        ("мұмкүнчүлүк", "мүмкүнчүлүк"),
        ("aлимент", "алимент"),
        ("ukuk", "укук"),
        ("ukuktary", "укуктары"),
        ("jash", "жаш"),
        ("zhash", "жаш"),
        ("kyz", "кыз"),
        ("kız", "кыз"),
        ("ömür", "өмүр"),
        ("akyikatchy", "акыйкатчы"),
        ("boyu", "бою"),
        ("үйбүлө", "үй-бүлө"),
        ("ui-bulo", "үй-бүлө"),
        ("БАЛДАРДЫ", "бала"),
        ("14төгү", "14"),
        ("7де", "7"),
    ],
)
def test_what_readers_type_meets_what_they_mean(typed, meant):
    assert key(typed) == key(meant)


def test_a_word_with_a_hyphen_has_its_joined_key_and_one_for_each_part():
    (term,) = analyser().terms("Үй-бүлөдө")
    assert term.keys == (key("үйбүлө"), key("үй"), key("бүлө"))


def test_words_that_say_nothing_of_the_subject_are_marked():
    assert [term.stop for term in analyser().terms("бала жана укук")] == [False, True, False]


@pytest.mark.parametrize("text", ["", "\0\a", "((((", "<b>x</b>", "👩‍👧", "\ud800", "а" * 10_000, "лар " * 10_000])
def test_nothing_is_too_odd_or_too_long(text):
    assert isinstance(analyser().terms(text), list)
