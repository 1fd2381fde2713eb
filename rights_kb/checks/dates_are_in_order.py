"""Every date is a day of the calendar, and what comes first comes first."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from rights_kb.checks import Guide
from rights_kb.documents import mappings
from rights_kb.models import period_order
from rights_kb.problem import Problem
from rights_kb.strict_yaml import LocatedDict

DATES = (
    "checked",
    "check_again",
    "accessed",
    "edition",
    "seen",
    "date",
    "until",
    "amended",
    "in_force",
    "ratified",
    "published",
)
# The first may not be later than the second.
ORDER = (
    ("checked", "check_again"),
    ("published", "accessed"),
    ("edition", "seen"),
    ("date", "edition"),
    ("date", "in_force"),
)
# What has another form is a problem of its shape already.
PERIOD = re.compile(r"[0-9]{4}(?:-(?:Q[1-4]|H[12]|[0-9]{2}(?:-[0-9]{2})?))?(?:/[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)?\Z")
SPANS = {"years": 360 * 24, "months": 30 * 24, "days": 24, "hours": 1}


def problems(guide: Guide) -> Iterator[Problem]:
    for document in guide.library.documents:
        if document.kind == "words":
            continue
        for _, mapping in mappings(document.data):
            yield from _of(document.file, mapping)
    for page in guide.library.pages.values():
        for _, mapping in mappings(page.front):
            yield from _of(page.file, mapping)
    for law in guide.library.laws.values():
        if law.edition and law.newest and law.newest < law.edition:
            what = f"The newest edition of `{law.id}` is older than the one that was read."
            yield Problem(law.place.file, law.place.line, what, "Look at `newest` and `edition`.")


def _of(file: str, mapping: LocatedDict) -> Iterator[Problem]:
    for key in DATES:
        value = mapping.get(key)
        if isinstance(value, str) and len(value) == 10 and _day(value) is None:
            what = f"`{key}`: {value} is no day of the calendar."
            yield Problem(file, mapping.line_of(key), what, "Write the day as year-month-day.")
    for first, second in ORDER:
        early, late = mapping.get(first), mapping.get(second)
        if _dated(early) and _dated(late) and str(early)[: len(str(late))] > str(late)[: len(str(early))]:
            what = f"`{first}` ({early}) is later than `{second}` ({late})."
            yield Problem(file, mapping.line_of(first), what, "Look at both dates.")
    yield from _range(file, mapping)
    period = mapping.get("period")
    if isinstance(period, str) and PERIOD.match(period):
        start, _, end = period.partition("/")
        for part in (start, end):
            if len(part) == 10 and _day(part) is None:
                what = f"`period`: {part} is no day of the calendar."
                yield Problem(file, mapping.line_of("period"), what, "Write the day as year-month-day.")
        if end and period_order(start) > period_order(end):
            what = f"`period`: {period} ends before it begins."
            yield Problem(file, mapping.line_of("period"), what, f"Write {end}/{start}.")


def _range(file: str, mapping: LocatedDict) -> Iterator[Problem]:
    low, high = _size(mapping.get("from")), _size(mapping.get("to"))
    if low is not None and high is not None and low > high:
        yield Problem(file, mapping.line_of("from"), "`from` is more than `to`.", "Exchange the two.")


def _size(value: Any) -> Any:
    """A number that can be compared: of a span of time in hours, of a plain number itself."""
    if isinstance(value, LocatedDict):
        whole = value and all(unit in SPANS and isinstance(count, int) for unit, count in value.items())
        return sum(SPANS[unit] * count for unit, count in value.items()) if whole else None
    return value if isinstance(value, int | Decimal) else None


def _dated(value: Any) -> bool:
    return isinstance(value, int) or (isinstance(value, str) and value[:4].isdigit())


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
