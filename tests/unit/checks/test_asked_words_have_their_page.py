"""What readers type leads to a page that there is, in a language of the guide."""

import pytest

RULE = "asked_words_have_their_page"
FILE = "data/asked/en.yml"


def test_a_right_guide_passes(guide):
    guide.write(FILE, "keeping/honey:\n  - sweet from hives\n")
    assert guide.told() == []


def test_a_page_that_there_is_not_is_a_problem(guide):
    guide.write(FILE, "index:\n  - where to begin\nkeeping/hony:\n  - sweet from hives\n")
    assert guide.told() == [f"{FILE}:3  There is no page `keeping/hony`. Write one of: keeping/honey."]


def test_a_page_like_no_other_is_a_problem(guide):
    guide.write(FILE, "zzz:\n  - sweet from hives\n")
    assert guide.told() == [f"{FILE}:1  There is no page `zzz`. Write the path of an article without .md."]


def test_a_language_that_the_guide_does_not_have_is_a_problem(guide):
    guide.write("data/asked/de.yml", "index:\n  - Honig\n")
    assert guide.told() == ["data/asked/de.yml:1  `de` is no language of the guide. Name the file by one of: ru, en."]


def test_words_of_danger_lead_to_pages_about_danger(guide):
    entry = "- id: {}\n  pages: [{}]\n  words:\n    ru: [больно]\n    en: [it hurts]\n"
    guide.write("data/danger-words.yml", entry.format("pain", "keeping/hony") + entry.format("fear", "index"))
    no_danger = "`index` is no page about danger, but `fear` leads there. Name pages that have `danger: true`."
    assert guide.told() == [
        "data/danger-words.yml:1  There is no page `keeping/hony`. Write one of: keeping/honey.",
        f"data/danger-words.yml:6  {no_danger}",
    ]


def test_a_phrase_of_danger_holds_no_sign_that_stands_between_phrases(guide):
    phrases = ("it hurts", "it hurts, badly", "it hurts; badly")
    lines = ["- id: pain", "  pages: [keeping/honey]", "  words:", "    en:", *(f"      - {phrase}" for phrase in phrases)]
    guide.write("data/danger-words.yml", "\n".join([*lines, ""]))
    what = "is not a phrase without commas and semicolons. Write e.g. left alone."
    assert guide.told() == [
        f"data/danger-words.yml:6  This entry: 'it hurts, badly' {what}",
        f"data/danger-words.yml:7  This entry: 'it hurts; badly' {what}",
    ]


@pytest.mark.parametrize("phrase", ["lock *", "* lock", "lo*ck", "lock** me"])
def test_a_star_in_a_phrase_of_danger_stands_at_the_end_of_a_word(guide, phrase):
    entry = "- id: pain\n  pages: [keeping/honey]\n  words:\n    en: [lock* me, 'locked* in*', '{}']\n"
    guide.write("data/danger-words.yml", entry.format(phrase))
    (told,) = guide.told()
    assert told.startswith(f"data/danger-words.yml:1  “{phrase}” has a star where it says nothing.")


def test_a_wrong_shape_and_wrong_letters_are_problems(guide):
    guide.write(FILE, "index: begin\nkeeping/honey:\n  - swеet\n")
    told = guide.told()
    assert len(told) == 2
    assert told[0].startswith(f"{FILE}:1  ")
    assert told[1].startswith(f"{FILE}:3  “swеet” mixes alphabets")
