"""No figure, sum, term, date, article or phone number is typed in an article: a macro writes it from the data."""

import pytest

RULE = "figures_come_from_data"
PAGE = "content/en/keeping/honey.md"
OTHER = "content/ru/keeping/honey.md"
MACRO = "Write a macro (kb_figure, kb_newest, kb_value, kb_penalty, kb_law …): see macros/README.md."
PHONE = 'Write {{ kb_helpline("id") }} for a phone number, or another macro.'


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("There are 7 hives.", "7"),
        ("In 2023 there was more.", "2023"),
        ("It is 26.7% of all.", "26.7%"),
        ("It is 26,7 of all.", "26"),
        ("A fine of 500 coins.", "500"),
        ("By article 14.", "14"),
        ("For 2–5 years.", "2–5"),
        ("Until 12.05.2026.", "12.05.2026"),
        ("At 9:00 it opens.", "9:00"),
        ("The 3rd hive.", "3rd"),
        ("A bee of type B2B.", "B2B"),
        ("A hive (5) here.", "5"),
        ("Look [at 5 hives](../index.md).", "5"),
        ("**5** hives.", "**5**"),
    ],
)
def test_a_figure_in_a_sentence_is_a_problem(guide, sentence, figure):
    line = guide.add(PAGE, f"\n{sentence}") + 1
    problems = guide.told_by(RULE)
    assert problems[0] == f"{PAGE}:{line}  The figure {figure} is typed in the text. {MACRO}"


def test_a_figure_in_both_languages_is_told_in_both_and_nothing_else(guide):
    line = guide.add(PAGE, "\nThere are 7 hives.") + 1
    other = guide.add(OTHER, "\nТут 7 ульев.") + 1
    assert guide.told() == [
        f"{PAGE}:{line}  The figure 7 is typed in the text. {MACRO}",
        f"{OTHER}:{other}  The figure 7 is typed in the text. {MACRO}",
    ]


@pytest.mark.parametrize("typed", ["55-55-55", "+996 555 123456", "0 (555) 12 34 56", "1234567"])
def test_a_phone_number_is_a_problem(guide, typed):
    line = guide.add(PAGE, f"\nCall {typed} now.") + 1
    assert guide.told_by(RULE) == [f"{PAGE}:{line}  The number {typed} is typed in the text. {PHONE}"]


@pytest.mark.parametrize("key", ["title", "summary"])
def test_a_figure_in_title_or_summary_is_a_problem(guide, key):
    file = "content/ru/index.md"
    line = guide.line(file, f"{key}: ")
    guide.write(file, guide.text(file).replace(f"{key}: ", f"{key}: Топ 5 ", 1))
    assert guide.told_by(RULE) == [f"{file}:{line}  The figure 5 is typed in the text. {MACRO}"]


def test_every_figure_of_a_line_is_told(guide):
    guide.add(PAGE, "\nThere are 7 hives and 8 bees.")
    assert len(guide.told_by(RULE)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "1. First, do this.",
        "2) Then do that.",
        "Look [here](../index.md#whom-to-call).",
        "Type `12`.",
        "```\n12\n```",
        "First of all.",
    ],
)
def test_a_step_a_link_or_code_is_no_figure(guide, text):
    guide.add(PAGE, f"\n{text}")
    assert guide.told_by(RULE) == []


def test_a_figure_behind_the_number_of_a_step_is_a_problem(guide):
    line = guide.add(PAGE, "\n1. Call within 3 days.") + 1
    assert guide.told_by(RULE) == [f"{PAGE}:{line}  The figure 3 is typed in the text. {MACRO}"]


def test_a_number_given_to_a_macro_is_no_figure(guide):
    for language in ("ru", "en"):
        guide.add(f"content/{language}/keeping/honey.md", '\n{{ kb_figure("honey",\n   2024) }}')
    assert guide.told() == []
