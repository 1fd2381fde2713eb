"""Words in foreign letters can be marked with their language, and no name is listed that nothing shows."""

import pytest

RULE = "foreign_words_are_told_apart"
PAGE = "content/en/keeping/honey.md"
WHAT = "Nobody could hear in which language “{}” is: its letters are not those of the text."
NAME = "- {{id: queen, name: {}, language: en, why: The name of a make of hives.}}"


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


def test_a_word_in_letters_of_no_known_language_is_a_problem_in_an_article(guide):
    line = guide.add(PAGE, "\nThe word пасека.") + 1
    advice = 'Write {{ kb_foreign("xx", "пасека") }} with the code of its language.'
    assert guide.told() == [f"{PAGE}:{line}  {WHAT.format('пасека')} {advice}"]


def test_it_is_a_problem_in_the_data_too(guide):
    advice = "Write it in the letters of the text, or list it in data/names.yml with its language."
    line = guide.change("data/glossary.yml", "A place for hives.", "A place for hives пасека.")
    assert guide.told() == [f"data/glossary.yml:{line}  {WHAT.format('пасека')} {advice}"]


@pytest.mark.parametrize("text", ['The word {{ kb_foreign("ru", "пасека") }}.', "The letter ж.", "`пасека`"])
def test_what_is_marked_or_is_no_word_is_right(guide, text):
    for language in ("en", "ru"):
        guide.add(f"content/{language}/keeping/honey.md", f"\n{text}")
    assert guide.told() == []


def test_letters_whose_language_is_told_are_right(guide):
    guide.add("content/ru/keeping/honey.md", "\nСлово apiary.")
    assert guide.told() == []


def test_an_unknown_language_in_the_macro_is_a_problem(guide):
    guide.add(PAGE, '\n{{ kb_foreign("rus", "пасека") }}')
    (problem,) = guide.told()
    assert problem.endswith("kb_foreign('rus', 'пасека'): There is no language `rus`. Write one of: ru.")


def test_a_listed_name_is_right_in_any_letters(guide):
    guide.change("data/glossary.yml", "A place for hives.", "A place for hives пасека.")
    guide.write("data/names.yml", NAME.format("пасека") + "\n")
    assert guide.told() == []


@pytest.mark.parametrize(("name", "needed"), [("Queen", False), ("пасека", True)])
def test_a_name_that_no_text_has_is_a_problem(guide, name, needed):
    guide.add("content/ru/keeping/honey.md", "\nЗдесь пасека.")
    guide.write("data/names.yml", NAME.format(name) + "\n")
    wanted = [] if needed else [f"data/names.yml:1  No text has the name “{name}”. Remove the entry."]
    assert guide.told() == wanted
