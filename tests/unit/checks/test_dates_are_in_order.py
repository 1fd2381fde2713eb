"""Every date is a day of the calendar, and what comes first comes first."""

import pytest

RULE = "dates_are_in_order"
HONEY = "data/tables/honey.yml"
LAWS = "data/laws.yml"
RULES = "data/rules/bee-law.yml"
PENALTY = "data/penalties/poisoning-bees.yml"


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


@pytest.mark.parametrize(
    ("file", "key", "old"),
    [
        (HONEY, "checked", "2026-03-01"),
        ("data/helplines.yml", "check_again", "2027-03-01"),
        (LAWS, "checked", "2026-03-01"),
        (PENALTY, "amended", "2024-02-01"),
        ("data/sources.yml", "published", "2025-06-01"),
    ],
)
def test_a_day_that_no_calendar_has_is_a_problem(guide, file, key, old):
    wrong = f"{old[:4]}-02-30"
    text = guide.text(file).replace(f"{key}: {old}", f"{key}: {wrong}", 1)
    guide.write(file, text)
    line = guide.line(file, wrong)
    assert guide.told()[0] == f"{file}:{line}  `{key}`: {wrong} is no day of the calendar. Write the day as year-month-day."


def test_a_29_february_of_a_leap_year_is_a_day(guide):
    guide.change(PENALTY, "amended: 2024-02-01", "amended: 2024-02-29")
    assert guide.told() == []


def test_a_value_of_a_text_that_is_no_day_is_a_problem(guide):
    line = guide.change(RULES, 'start: {time: "09:00"}', "start: {date: 2025-02-29}")
    assert guide.told() == [
        f"{RULES}:{line}  `date`: 2025-02-29 is no day of the calendar. Write the day as year-month-day."
    ]


def test_a_day_of_front_matter_that_no_calendar_has_is_a_problem(guide):
    file = "content/en/keeping/honey.md"
    line = guide.change(file, "date: 2026-03-01", "date: 2026-06-31")
    assert guide.told() == [f"{file}:{line}  `date`: 2026-06-31 is no day of the calendar. Write the day as year-month-day."]


def test_a_translation_checked_on_no_day_of_the_calendar_is_a_problem(guide):
    file = "content/en/index.md"
    line = guide.change(file, "checked: 2026-03-01", "checked: 2026-02-29")
    assert guide.told() == [
        f"{file}:{line}  `checked`: 2026-02-29 is no day of the calendar. Write the day as year-month-day."
    ]


def test_a_period_that_is_no_day_of_the_calendar_is_a_problem(guide):
    file = "data/tables/hives.yml"
    line = guide.change(file, "period: 2025\n", "period: 2025-02-29\n")
    assert guide.told() == [
        f"{file}:{line}  `period`: 2025-02-29 is no day of the calendar. Write the day as year-month-day."
    ]


@pytest.mark.parametrize(
    ("file", "first", "early", "late", "second", "last"),
    [
        ("data/indicator.yml", "checked", "2026-03-01", "2028-01-01", "check_again", "2027-03-01"),
        ("data/sources.yml", "published", "2025-06-01", "2026-03-02", "accessed", "2026-03-01"),
        (LAWS, "date", "2019-05-01", "2019-06-02", "in_force", "2019-06-01"),
        (LAWS, "edition", "2025-02-01, seen", "2026-04-01, seen", "seen", "2026-03-01"),
    ],
)
def test_a_first_date_later_than_the_second_is_a_problem(guide, file, first, early, late, second, last):
    line = guide.change(file, f"{first}: {early}", f"{first}: {late}")
    late = late.partition(",")[0]
    assert guide.told() == [f"{file}:{line}  `{first}` ({late}) is later than `{second}` ({last}). Look at both dates."]


def test_the_same_day_for_both_is_in_order(guide):
    guide.change("data/sources.yml", "published: 2025-06-01", "published: 2026-03-01")
    assert guide.told() == []


def test_a_year_and_a_day_of_that_year_are_in_order(guide):
    guide.change("data/sources.yml", "published: 2025-06-01", "published: 2026")
    assert guide.told() == []


def test_a_year_after_the_day_is_a_problem(guide):
    line = guide.change("data/sources.yml", "published: 2025-06-01", "published: 2027")
    advice = "`published` (2027) is later than `accessed` (2026-03-01). Look at both dates."
    assert guide.told() == [f"data/sources.yml:{line}  {advice}"]


def test_an_unknown_date_is_in_no_order(guide):
    guide.change("data/sources.yml", "published: 2025-06-01", "published: unknown")
    assert guide.told() == []


def test_a_newest_edition_older_than_the_one_that_was_read_is_a_problem(guide):
    guide.change(LAWS, "newest: {edition: 2025-02-01", "newest: {edition: 2023-02-01")
    line = guide.line(LAWS, "- id: bee-law\n")
    what = "The newest edition of `bee-law` is older than the one that was read. Look at `newest` and `edition`."
    assert guide.told() == [f"{LAWS}:{line}  {what}"]


def test_a_period_that_ends_before_it_begins_is_a_problem(guide):
    file = "data/tables/hives.yml"
    line = guide.change(file, "period: 2025\n", "period: 2025-08/2025-01\n")
    what = "`period`: 2025-08/2025-01 ends before it begins. Write 2025-01/2025-08."
    assert guide.told() == [f"{file}:{line}  {what}"]


def test_a_range_of_numbers_that_goes_down_is_a_problem(guide):
    line = guide.change(RULES, "{value: 100, unit: metre}", "{from: 200, to: 100, unit: metre}")
    assert guide.told() == [f"{RULES}:{line}  `from` is more than `to`. Exchange the two."]


def test_a_fine_that_goes_down_is_a_problem(guide):
    line = guide.change(PENALTY, "{from: 10, to: 20}", "{from: 30, to: 20}")
    assert guide.told() == [f"{PENALTY}:{line}  `from` is more than `to`. Exchange the two."]


def test_a_term_that_goes_down_is_a_problem(guide):
    line = guide.change(PENALTY, "from: {months: 6}", "from: {years: 2, months: 1}")
    assert guide.told() == [f"{PENALTY}:{line}  `from` is more than `to`. Exchange the two."]


def test_a_term_from_and_to_the_same_is_in_order(guide):
    guide.change(PENALTY, "from: {months: 6}", "from: {years: 2}")
    assert guide.told() == []


def test_an_exception_that_ends_on_no_day_of_the_calendar_is_a_problem(guide):
    guide.change("data/sources.yml", '["https://gazette.example/1"]', "[]")
    guide.write(
        "data/exceptions.yml",
        "- rule: sources_are_complete\n  file: data/sources.yml\n  why: The paper has no address.\n  until: 2026-02-30\n",
    )
    assert guide.told() == [
        "data/exceptions.yml:4  `until`: 2026-02-30 is no day of the calendar. Write the day as year-month-day."
    ]
