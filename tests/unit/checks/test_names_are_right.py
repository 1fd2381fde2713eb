"""A law or a term is called by its name, not by an outdated or wrong one."""

import pytest

RULE = "names_are_right"
PAGE = "content/en/keeping/honey.md"
RUSSIAN = "content/ru/keeping/honey.md"


def told_at(guide, text, file=PAGE):
    line = guide.add(file, f"\n{text}") + 1
    place = f"{file}:{line}  "
    problems = guide.told()
    assert all(problem.startswith(place) for problem in problems), (place, problems)
    return [problem.removeprefix(place) for problem in problems]


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


def test_a_wrong_name_of_a_term_is_a_problem(guide):
    assert told_at(guide, "There is a bee farm.") == ["“bee farm” is not the right name (bee farm). Write “apiary”."]


def test_a_wrong_name_of_a_law_is_a_problem(guide):
    assert told_at(guide, "By the Law of Bees.") == ["“Law of Bees” is not the right name (Law of Bees). Write “Bee Act”."]


@pytest.mark.parametrize("typed", ["Ульедром", "ульедром"])
def test_a_wrong_name_is_found_in_any_case_of_its_letters(guide, typed):
    assert told_at(guide, f"{typed} тут.", RUSSIAN) == [f"“{typed}” is not the right name (ульедром). Write “пасека”."]


@pytest.mark.parametrize("typed", ["ульедромы", "ульедромами", "(ульедромы)"])
def test_a_wrong_name_is_found_with_an_ending(guide, typed):
    assert told_at(guide, f"Тут {typed}.", RUSSIAN) == ["“ульедром” is not the right name (ульедром). Write “пасека”."]


@pytest.mark.parametrize("text", ["The «bee farm» of old.", "The “bee farm” of old.", "The “bee farms” of old."])
def test_a_wrong_name_between_quotation_marks_is_spoken_about(guide, text):
    assert told_at(guide, text) == []


@pytest.mark.parametrize("text", ["The «bee farm", "A bee farm»."])
def test_one_quotation_mark_is_not_enough(guide, text):
    assert told_at(guide, text) == ["“bee farm” is not the right name (bee farm). Write “apiary”."]


def test_a_wrong_name_behind_one_that_is_spoken_about_is_a_problem(guide):
    assert told_at(guide, "The “bee farm” was a Bee farm.") == [
        "“Bee farm” is not the right name (bee farm). Write “apiary”."
    ]


@pytest.mark.parametrize("text", ["A frisbee farm.", "An apiary.", "[Here](bee-farm.md)", "`bee farm`"])
def test_part_of_another_word_an_address_and_code_are_no_name(guide, text):
    guide.add(PAGE, f"\n{text}")
    assert guide.told_by(RULE) == []


def test_a_name_that_is_wrong_in_another_language_is_no_problem(guide):
    assert told_at(guide, "Тут bee farm.", RUSSIAN) == []


@pytest.mark.parametrize("key", ["title", "summary"])
def test_a_wrong_name_in_title_or_summary_is_a_problem(guide, key):
    file = "content/en/index.md"
    line = guide.line(file, f"{key}: ")
    guide.write(file, guide.text(file).replace(f"{key}: ", f"{key}: Bee farm ", 1))
    assert guide.told() == [f"{file}:{line}  “Bee farm” is not the right name (bee farm). Write “apiary”."]


@pytest.mark.parametrize(
    ("file", "old"),
    [
        ("data/tables/honey.yml", "A late spring."),
        ("data/helplines.yml", "When a swarm has flown away."),
        ("data/claims/bees.yml", "The union counts so."),
        ("data/words/en.yml", "retold only"),
        ("data/dimensions.yml", "Log"),
    ],
)
def test_a_wrong_name_in_the_data_is_a_problem(guide, file, old):
    line = guide.change(file, old, "A bee farm")
    assert guide.told() == [f"{file}:{line}  “bee farm” is not the right name (bee farm). Write “apiary”."]


@pytest.mark.parametrize(
    ("file", "old"),
    [
        ("data/laws.yml", "en: Bee Act"),
        ("data/sources.yml", "en: Count of hives"),
        ("data/glossary.yml", "A place for hives."),
        ("data/claims/bees.yml", "There is more honey."),
    ],
)
def test_a_title_a_meaning_and_what_was_said_stay_as_they_are(guide, file, old):
    guide.change(file, old, "en: A bee farm" if old.startswith("en: ") else "A bee farm")
    assert guide.told() == []


def test_a_wrong_name_in_a_language_without_the_right_one_is_no_crash(guide):
    guide.change("data/glossary.yml", "{ru: пасека, en: apiary}", "{ru: пасека}")
    line = guide.add(PAGE, "\nA bee farm.") + 1
    assert guide.told_by(RULE) == [f"{PAGE}:{line}  “bee farm” is not the right name (bee farm). Write “пасека”."]
