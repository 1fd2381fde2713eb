"""Numbers, money, dates and durations as each language writes them: by CLDR, with the guide's own unit names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.numbers import format_decimal

from rights_kb.models import Value, Words

# A number keeps its unit on the same line.
NO_BREAK = "\u00a0"
RANGE = "–"
SPAN_UNITS = {"years": "year", "months": "month", "days": "day", "hours": "hour"}


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


def number(value: Decimal | int, language: str) -> str:
    """The number with the decimals it was typed with: 1234.50 gives "1 234,50" in Russian."""
    decimals = max(0, -Decimal(value).as_tuple().exponent)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=_locale(language)).replace("\u202f", NO_BREAK)


def separators(language: str) -> tuple[str, str]:
    """What a language puts between groups of three digits, and before the decimals."""
    symbols = _locale(language).number_symbols["latn"]
    return symbols["group"].replace("\u202f", NO_BREAK), symbols["decimal"]


def parse(text: str, language: str) -> Decimal:
    """The number that `number` wrote. Raises ValueError for anything else."""
    group, point = separators(language)
    minus = _locale(language).number_symbols["latn"]["minusSign"]
    plain = text.replace(group, "").replace(point, ".").replace(minus, "-")
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", plain):
        raise ValueError(f"{text!r} is not a number as {language} writes it")
    value = Decimal(plain)
    if number(value, language) != text:
        raise ValueError(f"{text!r} is not a number as {language} writes it")
    return value


def percent(value: Decimal | int, language: str) -> str:
    """The share with its sign: 26.7 gives "26,7%" in Kyrgyz, "26,7 %" in Russian, "26.7%" in English."""
    pattern = _locale(language).percent_formats[None]
    return f"{pattern.prefix[0]}{number(value, language)}{pattern.suffix[0]}"


def amount(value: Decimal | int, unit: str | None, words: Words) -> str:
    """The number with its unit in the form the number asks for; a per cent by CLDR; without a unit the bare number."""
    if unit is None or unit == "number":
        return number(value, words.language)
    if unit == "percent":
        return percent(value, words.language)
    return f"{number(value, words.language)}{NO_BREAK}{unit_word(value, unit, words)}"


def unit_word(value: Decimal | int, unit: str, words: Words, form: str = "name") -> str:
    """The word of a unit beside `value`; `form` is "name", or "limit" as in "up to one year"."""
    forms = words.units[unit].get(form) or words.units[unit]["name"]
    return forms.get(_locale(words.language).plural_form(Decimal(value)), forms["other"])


def unit_head(unit: str, words: Words) -> str:
    """A unit as the head of many figures: "%", the language's own word for it, or the form beside a large number."""
    if unit == "percent":
        return "%"
    return words.labels.get(f"unit_{unit}") or unit_word(10, unit, words)


def between(low: Decimal | int, high: Decimal | int, unit: str | None, words: Words) -> str:
    """A range: "5–7 years"; one number where both ends are equal."""
    if low == high:
        return amount(high, unit, words)
    if unit == "percent":
        return f"{number(low, words.language)}{RANGE}{percent(high, words.language)}"
    return f"{number(low, words.language)}{RANGE}{amount(high, unit, words)}"


def day(value: date, words: Words) -> str:
    """A date in prose, by the language's own pattern."""
    return words.patterns["date"].format(year=value.year, month=words.months[value.month - 1], day=value.day)


def month(typed: str, words: Words) -> str:
    """A month such as "2024-05" in prose."""
    year, number_ = typed.split("-")
    return words.patterns["month"].format(year=year, month=words.month_names[int(number_) - 1])


def period(typed: str, words: Words) -> str:
    """A period in prose: a year, half-year, quarter, month, day, or a stretch between two of them."""
    first, slash, last = typed.partition("/")
    if slash:
        return _stretch(first, last, words)
    year, dash, rest = typed.partition("-")
    if not dash:
        return year
    if rest.startswith("Q"):
        return words.patterns["quarter"].format(year=year, number=rest[1])
    if rest.startswith("H"):
        return words.patterns[f"half_{rest[1]}"].format(year=year)
    return month(typed, words) if len(rest) == 2 else day(date.fromisoformat(typed), words)


def _stretch(first: str, last: str, words: Words) -> str:
    if len(first) == len(last) == 7 and first[:4] == last[:4]:
        start, end = (words.month_names[int(typed[5:]) - 1] for typed in (first, last))
        return words.patterns["months"].format(year=first[:4], start=start, end=end)
    if len(first) == len(last) == 4:
        return f"{first}{RANGE}{last}"
    return words.patterns["stretch"].format(start=period(first, words), end=period(last, words))


def duration(units: Mapping[str, int], words: Words, form: str = "name") -> str:
    """A duration such as {"years": 7, "months": 6}: "7 years 6 months". Decimal years are never written."""
    return " ".join(
        f"{number(units[name], words.language)}{NO_BREAK}{unit_word(units[name], unit, words, form)}"
        for name, unit in SPAN_UNITS.items()
        if name in units
    )


def value(typed: Value, words: Words) -> str:
    """A value of a text as its language writes it."""
    if typed.day is not None:
        return day(typed.day, words)
    if typed.year is not None:
        return str(typed.year)
    if typed.month is not None:
        return month(typed.month, words)
    if typed.times:
        return RANGE.join(typed.times)
    if typed.number is None:
        raise ValueError("a value without a number")
    if typed.until is not None:
        return between(typed.number, typed.until, typed.unit, words)
    return amount(typed.number, typed.unit, words)


def filled(text: str, values: Mapping[str, Value], words: Words) -> str:
    """A text with each {placeholder} replaced by its value. Raises KeyError for a placeholder without a value."""
    return PLACEHOLDER.sub(lambda match: value(values[match[1]], words), text)


PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
