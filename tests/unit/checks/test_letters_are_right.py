"""Words are written with the letters of their language: no look-alikes, no private characters."""

import pytest

RULE = "letters_are_right"
PAGE = "content/ru/keeping/honey.md"


def told_at(guide, text):
    line = guide.add(PAGE, f"\n{text}") + 1
    place = f"{PAGE}:{line}  "
    problems = guide.told()
    assert all(problem.startswith(place) for problem in problems), (place, problems)
    return [problem.removeprefix(place) for problem in problems]


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


def test_a_letter_that_the_language_forbids_is_a_problem(guide):
    assert told_at(guide, "Это ѳонтан.") == ["“ѳонтан” has the letter ѳ (U+0473). Write “фонтан” with ф (U+0444)."]


def test_a_letter_is_forbidden_only_where_its_language_forbids_it(guide):
    guide.add("content/en/keeping/honey.md", "\nThe old letter ѳ.")
    assert guide.told() == []


@pytest.mark.parametrize(
    ("typed", "letters", "advice"),
    [
        ("пчeлa", "e (Latin, U+0065), a (Latin, U+0061)", "Write “пчела” in one alphabet."),
        ("Cот", "C (Latin, U+0043)", "Write “Сот” in one alphabet."),
        ("улeй", "e (Latin, U+0065)", "Write “улей” in one alphabet."),
        ("мëд", "ë (Latin, U+00EB)", "Write it in one alphabet."),
        ("пчεла", "ε (Greek, U+03B5)", "Write it in one alphabet."),
    ],
)
def test_a_foreign_letter_inside_a_word_is_a_problem(guide, typed, letters, advice):
    assert told_at(guide, f"Вот {typed} тут.") == [f"“{typed}” mixes alphabets: {letters}. {advice}"]


def test_a_cyrillic_letter_inside_a_latin_word_is_a_problem(guide):
    (problem,) = told_at(guide, "Слово hоney.")
    assert problem.startswith("“hоney” mixes alphabets: о (Cyrillic, U+043E).")


@pytest.mark.parametrize("text", ["IT-пчела", "пчела-bee", "Пчела bee", "bee’лар"])
def test_words_of_two_alphabets_beside_each_other_are_right(guide, text):
    assert told_at(guide, text) == []


@pytest.mark.parametrize("sign", ["\ue000", "\uf8ff", "\U000f0000"])
def test_a_private_character_is_a_problem(guide, sign):
    what = f"The text has the character U+{ord(sign):04X}, which has no meaning outside one font or program."
    assert told_at(guide, f"Пчела {sign}.") == [f"{what} Remove it, or write the letter it stands for."]


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\u200b", "a zero-width space"),
        ("\u200d", "a zero-width sign"),
        ("\u00ad", "a soft hyphen"),
        ("\ufeff", "a byte-order mark"),
    ],
)
def test_an_invisible_character_is_a_problem(guide, sign, name):
    assert told_at(guide, f"Пче{sign}ла.") == [f"The text has {name} (U+{ord(sign):04X}). Remove it."]


def test_a_no_break_space_is_right(guide):
    assert told_at(guide, "Пчела\u00a0тут.") == []


def test_a_macro_beside_a_word_is_not_taken_for_a_letter(guide):
    for language in ("ru", "en"):
        guide.add(f"content/{language}/keeping/honey.md", '\n{{ kb_newest("honey") }}-а')
    assert guide.told_by(RULE) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("data/glossary.yml", "Место для ульев.", "Местo для ульев."),
        ("data/tables/honey.yml", "Собранный мёд", "Сoбранный мёд"),
        ("data/words/ru.yml", "вторичный", "втoричный"),
        ("data/dimensions.yml", "Север", "Севеp"),
    ],
)
def test_a_look_alike_in_the_data_is_a_problem(guide, file, old, new):
    line = guide.change(file, old, new)
    (problem,) = guide.told()
    assert problem.startswith(f"{file}:{line}  “{new.split(' ')[0]}” mixes alphabets: ")


@pytest.mark.parametrize("key", ["title", "summary"])
def test_a_look_alike_in_title_or_summary_is_a_problem(guide, key):
    file = "content/ru/index.md"
    line = guide.line(file, f"{key}: ")
    guide.write(file, guide.text(file).replace(f"{key}: ", f"{key}: Пчeла ", 1))
    assert guide.told() == [f"{file}:{line}  “Пчeла” mixes alphabets: e (Latin, U+0065). Write “Пчела” in one alphabet."]
