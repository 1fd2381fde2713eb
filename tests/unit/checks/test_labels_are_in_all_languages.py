"""Every text is there in every language of the guide and in no other, and so is every word of the interface."""

import pytest

RULE = "labels_are_in_all_languages"
LANGUAGES = "Its languages are ru, en: see mkdocs.yml."


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("data/glossary.yml", "{ru: пасека, en: apiary}", "{ru: пасека}", "terms"),
        ("data/dimensions.yml", "{ru: Север, en: North}", "{ru: Север}", "name"),
        ("data/tables/honey.yml", "{ru: Поздняя весна., en: A late spring.}", "{ru: Поздняя весна.}", "text"),
        (
            "data/penalties/poisoning-bees.yml",
            "{ru: Отравление нарочно, en: Poisoning on purpose}",
            "{ru: Отравление нарочно}",
            "act",
        ),
        ("data/helplines.yml", "{ru: Никто не сказал., en: Nobody has said.}", "{ru: Никто не сказал.}", "absent"),
        ("data/tables/hives.yml", "{ru: Ещё не считали., en: Not counted yet.}", "{ru: Ещё не считали.}", "absent"),
        ("data/sources.yml", "{ru: Союз пчеловодов, en: Union of beekeepers}", "{ru: Союз пчеловодов}", "publisher"),
    ],
)
def test_a_text_that_lacks_a_language_is_a_problem(guide, file, old, new, key):
    line = guide.change(file, old, new)
    assert guide.told() == [f"{file}:{line}  The text `{key}` is missing in `en`. Write `en: …` beside the others."]


def test_a_text_that_lacks_the_language_of_the_root_is_a_problem(guide):
    line = guide.change("data/glossary.yml", "{ru: Место для ульев., en: A place for hives.}", "{en: A place for hives.}")
    assert guide.told() == [
        f"data/glossary.yml:{line}  The text `definition` is missing in `ru`. Write `ru: …` beside the others."
    ]


def test_a_text_in_a_language_that_the_guide_does_not_have_is_a_problem(guide):
    line = guide.change("data/glossary.yml", "en: apiary}", "en: apiary,\n    de: Bienenstand}") + 1
    assert guide.told() == [f"data/glossary.yml:{line}  `de` is not a language of this guide. {LANGUAGES}"]


@pytest.mark.parametrize("key", ["also", "avoid"])
def test_names_in_a_language_that_the_guide_does_not_have_are_a_problem(guide, key):
    line = guide.change("data/glossary.yml", f"  {key}:\n", f"  {key}:\n    de: [Bienenhof]\n") + 1
    assert guide.told() == [f"data/glossary.yml:{line}  `de` is not a language of this guide. {LANGUAGES}"]


def test_a_source_keeps_its_title_in_the_language_it_was_published_in(guide):
    guide.change("data/sources.yml", "title: {ru: Новости пасеки}", "title: {de: Bienennachrichten}")
    assert guide.told_by(RULE) == []


def test_a_language_without_words_is_a_problem(guide):
    guide.remove("data/words/en.yml")
    assert guide.told_by(RULE) == [
        "data/words/en.yml:1  The words of `en` are missing. Copy the file of another language and translate it."
    ]


def test_a_word_that_another_language_has_is_missing(guide):
    guide.change("data/words/en.yml", "or: or, ", "")
    assert guide.told_by(RULE) == [
        "data/words/en.yml:1  The word `labels.or` is missing. Write `labels.or` as in the other languages."
    ]


def test_a_unit_that_another_language_has_is_missing(guide):
    guide.change("data/words/ru.yml", "  metre: ", "  rod: ")
    assert [problem.split("  ")[1] for problem in guide.told_by(RULE)] == [
        "The word `units.rod` is missing. Write `units.rod` as in the other languages.",
        "The word `units.metre` is missing. Write `units.metre` as in the other languages.",
    ]


def test_a_language_may_have_fewer_forms_of_a_unit(guide):
    guide.change("data/words/en.yml", "metre: {name: {one: metre, other: metres}}", "metre: {name: {other: metres}}")
    assert guide.told_by(RULE) == []


def test_a_language_that_is_added_asks_for_all_its_texts(guide):
    guide.change("mkdocs.yml", "name: English", "name: English\n        - locale: uz\n          name: Oʻzbekcha")
    asked = guide.told_by(RULE)
    assert "data/words/uz.yml:1  The words of `uz` are missing. Copy the file of another language and translate it." in asked
    line = guide.line("data/glossary.yml", "terms:")
    assert f"data/glossary.yml:{line}  The text `terms` is missing in `uz`. Write `uz: …` beside the others." in asked
