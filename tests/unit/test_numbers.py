"""Numbers, money, dates and durations as each language writes them."""

from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest

from rights_kb import numbers
from rights_kb.models import Place, Value, Words

NO_BREAK = "\u00a0"

UNITS = {
    "ru": {
        "year": {
            "name": {"one": "год", "few": "года", "many": "лет", "other": "года"},
            "limit": {"one": "года", "other": "лет"},
        },
        "month": {"name": {"one": "месяц", "few": "месяца", "many": "месяцев", "other": "месяца"}},
        "coin": {"name": {"one": "монета", "few": "монеты", "many": "монет", "other": "монеты"}},
    },
    "en": {
        "year": {"name": {"one": "year", "other": "years"}},
        "month": {"name": {"one": "month", "other": "months"}},
        "day": {"name": {"one": "day", "other": "days"}},
        "hour": {"name": {"one": "hour", "other": "hours"}},
        "coin": {"name": {"one": "coin", "other": "coins"}},
    },
    "ky": {"coin": {"name": {"other": "тыйын"}}, "year": {"name": {"other": "жыл"}}},
}
PATTERNS = {
    "ru": {"date": "{day} {month} {year} года", "month": "{month} {year} года", "months": "{start}–{end} {year} года"},
    "ky": {"date": "{year}-жылдын {day}-{month}", "month": "{year}-жылдын {month}"},
    "en": {
        "date": "{day} {month} {year}",
        "month": "{month} {year}",
        "months": "{start}–{end} {year}",
        "quarter": "quarter {number} of {year}",
        "half_1": "first half of {year}",
        "half_2": "second half of {year}",
        "stretch": "{start} – {end}",
    },
}
MONTHS = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
    "ky": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(),
    "en": "January February March April May June July August September October November December".split(),
}
MONTH_NAMES = {**MONTHS, "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()}


def words(language: str) -> Words:
    """As many words as these tests need; all others are empty."""
    needed = {
        "language": language,
        "months": tuple(MONTHS[language]),
        "month_names": tuple(MONTH_NAMES[language]),
        "patterns": PATTERNS[language],
        "units": UNITS[language],
        "place": Place("words.yml", 1),
    }
    return Words(**{**{field.name: {} for field in fields(Words)}, **needed})


# Numbers


@pytest.mark.parametrize(
    ("language", "shown"),
    [("ky", f"1{NO_BREAK}234,5"), ("ru", f"1{NO_BREAK}234,5"), ("en", "1,234.5"), ("uz", f"1{NO_BREAK}234,5")],
)
def test_a_number_has_the_separators_of_its_language(language, shown):
    assert numbers.number(Decimal("1234.5"), language) == shown


@pytest.mark.parametrize(
    ("typed", "shown"), [("12.40", "12,40"), ("12.4", "12,4"), ("12", "12"), ("0.0", "0,0"), ("-3.5", "-3,5")]
)
def test_a_number_keeps_the_decimals_it_was_typed_with(typed, shown):
    assert numbers.number(Decimal(typed), "ru") == shown


def test_a_large_number_is_grouped_by_threes():
    assert numbers.number(1234567, "ky") == f"1{NO_BREAK}234{NO_BREAK}567"


@pytest.mark.parametrize(("language", "shown"), [("ky", "26,7%"), ("ru", f"26,7{NO_BREAK}%"), ("en", "26.7%")])
def test_a_per_cent_has_its_sign_as_its_language_has_it(language, shown):
    assert numbers.percent(Decimal("26.7"), language) == shown


@pytest.mark.parametrize("text", ["1,234.5", "1 234,5", f"12{NO_BREAK}34", "12,", "", "x", "1.5", "01", "1,5 "])
def test_what_is_not_written_as_the_language_does_is_not_read(text):
    with pytest.raises(ValueError, match="is not a number as ru writes it"):
        numbers.parse(text, "ru")


def test_a_number_is_read_with_its_decimals():
    assert str(numbers.parse(f"1{NO_BREAK}234,50", "ru")) == "1234.50"


# Units


@pytest.mark.parametrize(
    ("count", "word"),
    [
        (1, "год"),
        (2, "года"),
        (4, "года"),
        (5, "лет"),
        (11, "лет"),
        (12, "лет"),
        (21, "год"),
        (101, "год"),
        (111, "лет"),
        (0, "лет"),
    ],
)
def test_a_russian_unit_has_the_form_that_its_number_asks_for(count, word):
    assert numbers.amount(count, "year", words("ru")) == f"{count}{NO_BREAK}{word}"


def test_a_russian_unit_beside_a_decimal_has_its_own_form():
    assert numbers.amount(Decimal("1.5"), "year", words("ru")) == f"1,5{NO_BREAK}года"


@pytest.mark.parametrize(("count", "word"), [(1, "coin"), (2, "coins"), (0, "coins"), (21, "coins"), (101, "coins")])
def test_an_english_unit_has_one_form_for_one_and_another_for_all_else(count, word):
    assert numbers.amount(count, "coin", words("en")) == f"{count}{NO_BREAK}{word}"


@pytest.mark.parametrize("count", [1, 2, 5, 11, 21])
def test_a_kyrgyz_unit_has_one_form(count):
    assert numbers.amount(count, "coin", words("ky")) == f"{count}{NO_BREAK}тыйын"


@pytest.mark.parametrize(("count", "word"), [(1, "года"), (5, "лет"), (21, "года")])
def test_a_unit_has_its_own_forms_behind_up_to(count, word):
    assert numbers.unit_word(count, "year", words("ru"), "limit") == word


def test_a_unit_without_such_forms_keeps_its_usual_ones():
    assert numbers.unit_word(5, "month", words("ru"), "limit") == "месяцев"


@pytest.mark.parametrize("unit", [None, "number"])
def test_a_bare_number_has_no_unit(unit):
    assert numbers.amount(1234, unit, words("en")) == "1,234"


def test_an_amount_in_per_cent_is_a_per_cent():
    assert numbers.amount(Decimal("26.7"), "percent", words("ru")) == f"26,7{NO_BREAK}%"


def test_a_unit_that_nobody_named_is_an_error():
    with pytest.raises(KeyError):
        numbers.amount(5, "parsec", words("en"))


# Ranges


def test_a_range_has_its_unit_once():
    assert numbers.between(5, 7, "year", words("ru")) == f"5–7{NO_BREAK}лет"


def test_a_range_in_per_cent_has_its_sign_once():
    assert numbers.between(5, 7, "percent", words("ru")) == f"5–7{NO_BREAK}%"


def test_a_range_of_equal_ends_is_one_number():
    assert numbers.between(5, 5, "year", words("en")) == f"5{NO_BREAK}years"


# Dates and periods


@pytest.mark.parametrize(
    ("language", "shown"), [("ky", "2026-жылдын 1-сентябрь"), ("ru", "1 сентября 2026 года"), ("en", "1 September 2026")]
)
def test_a_date_follows_the_pattern_of_its_language(language, shown):
    assert numbers.day(date(2026, 9, 1), words(language)) == shown


@pytest.mark.parametrize(("language", "shown"), [("ky", "2024-жылдын май"), ("ru", "май 2024 года"), ("en", "May 2024")])
def test_a_month_by_itself_has_its_own_form(language, shown):
    assert numbers.month("2024-05", words(language)) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2024", "2024"),
        ("2024-H1", "first half of 2024"),
        ("2024-H2", "second half of 2024"),
        ("2024-Q3", "quarter 3 of 2024"),
        ("2024-05", "May 2024"),
        ("2024-05-09", "9 May 2024"),
        ("2018/2024", "2018–2024"),
        ("2025-01/2025-08", "January–August 2025"),
        ("2024-11/2025-02", "November 2024 – February 2025"),
        ("2025-01-15/2025-08-01", "15 January 2025 – 1 August 2025"),
        ("2024-12/2025-02-03", "December 2024 – 3 February 2025"),
    ],
)
def test_a_period_is_told_in_prose(typed, shown):
    assert numbers.period(typed, words("en")) == shown


def test_a_stretch_of_months_names_the_year_once_in_russian():
    assert numbers.period("2025-01/2025-08", words("ru")) == "январь–август 2025 года"


# Durations


def test_a_duration_is_told_in_whole_units():
    assert numbers.duration({"years": 7, "months": 6}, words("en")) == f"7{NO_BREAK}years 6{NO_BREAK}months"


def test_a_duration_is_told_with_russian_forms():
    assert numbers.duration({"years": 7, "months": 6}, words("ru")) == f"7{NO_BREAK}лет 6{NO_BREAK}месяцев"


def test_a_duration_goes_from_years_to_hours_however_it_was_typed():
    shown = numbers.duration({"hours": 1, "days": 2, "months": 3, "years": 1}, words("en"))
    assert shown.replace(NO_BREAK, " ") == "1 year 3 months 2 days 1 hour"


def test_a_duration_behind_up_to_has_the_forms_of_a_limit():
    assert numbers.duration({"years": 5, "months": 6}, words("ru"), "limit") == f"5{NO_BREAK}лет 6{NO_BREAK}месяцев"


# Values of texts


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Value(number=Decimal(16)), "16"),
        (Value(number=Decimal(1), unit="coin"), f"1{NO_BREAK}coin"),
        (Value(number=Decimal(5), until=Decimal(7), unit="year"), f"5–7{NO_BREAK}years"),
        (Value(day=date(2015, 9, 10)), "10 September 2015"),
        (Value(year=2018), "2018"),
        (Value(month="2025-10"), "October 2025"),
        (Value(times=("22:00",)), "22:00"),
        (Value(times=("09:00", "18:00")), "09:00–18:00"),
    ],
)
def test_a_value_is_written_by_its_kind(value, shown):
    assert numbers.value(value, words("en")) == shown


def test_a_year_has_no_separator_of_thousands():
    assert numbers.value(Value(year=2018), words("ru")) == "2018"


def test_a_value_that_holds_nothing_is_an_error():
    with pytest.raises(ValueError, match="a value without a number"):
        numbers.value(Value(), words("en"))


def test_each_placeholder_of_a_text_is_filled():
    values = {"age": Value(number=Decimal(16)), "fine": Value(number=Decimal(2), unit="coin")}
    shown = numbers.filled("From {age}: {fine}, again {age}.", values, words("en"))
    assert shown == f"From 16: 2{NO_BREAK}coins, again 16."


def test_a_placeholder_without_value_is_an_error():
    with pytest.raises(KeyError):
        numbers.filled("From {age}.", {}, words("en"))
