"""The history of a table begins with its publication, goes on by the calendar, and ends no later than its last check."""

import pytest

RULE = "revisions_are_in_order"
HONEY = "data/tables/honey.yml"
FIRST = "2025-01-10", "published"
SECOND = "2025-06-01", "added"
THIRD = "2026-02-03", "corrected"


def history(guide, *revisions):
    """Write a history into the table and give the line of each revision."""
    entries = "".join(
        f"  - {{date: {day}, what: {what}, reason: {{ru: Потому., en: Because.}}}}\n" for day, what in revisions
    )
    start = guide.change(HONEY, "observations:\n", f"revisions:\n{entries}observations:\n")
    return [start + number for number in range(1, len(revisions) + 1)]


def test_a_history_in_order_is_right(guide):
    history(guide, FIRST, SECOND, THIRD)
    assert guide.told() == []


def test_two_revisions_of_one_day_are_in_order(guide):
    history(guide, FIRST, SECOND, (SECOND[0], "corrected"))
    assert guide.told() == []


def test_a_revision_behind_a_later_one_is_a_problem(guide):
    *_, last = history(guide, FIRST, THIRD, SECOND)
    what = "The revision of 2025-06-01 stands behind that of 2026-02-03."
    advice = "A revision is added at the end, and none is moved or removed."
    assert guide.told() == [f"{HONEY}:{last}  {what} {advice}"]


def test_a_revision_after_the_last_check_is_a_problem(guide):
    _, last = history(guide, FIRST, ("2026-03-02", "corrected"))
    what = "The revision of 2026-03-02 is later than the day the table was checked (2026-03-01)."
    assert guide.told() == [f"{HONEY}:{last}  {what} Write `checked: 2026-03-02`, or mend the date."]


def test_a_history_that_does_not_begin_with_the_publication_is_a_problem(guide):
    (line,) = history(guide, SECOND)
    what = "The history of `honey` begins with `added`. The first revision says when the table was `published`."
    assert guide.told() == [f"{HONEY}:{line}  {what}"]


def test_a_second_publication_is_a_problem(guide):
    _, line = history(guide, FIRST, (SECOND[0], "published"))
    what = "`honey` is `published` a second time. Write what was done to the figures: added, corrected, …"
    assert guide.told() == [f"{HONEY}:{line}  {what}"]


def test_a_kind_of_revision_that_does_not_exist_is_a_problem(guide):
    _, line = history(guide, FIRST, (SECOND[0], "improved"))
    kinds = "published, added, corrected, withdrawn, recounted"
    assert guide.told() == [f"{HONEY}:{line}  `what`: 'improved' is not one of {kinds}. Write e.g. corrected."]


@pytest.mark.parametrize("key", ["date", "what", "reason"])
def test_a_revision_that_lacks_something_is_a_problem(guide, key):
    parts = {"date": "2025-01-10", "what": "published", "reason": "{ru: Потому., en: Because.}"}
    entry = ", ".join(f"{name}: {value}" for name, value in parts.items() if name != key)
    line = guide.change(HONEY, "observations:\n", f"revisions:\n  - {{{entry}}}\nobservations:\n") + 1
    (told,) = guide.told()
    assert told.startswith(f"{HONEY}:{line}  `{key}` is missing.")


def test_a_day_that_no_calendar_has_is_a_problem(guide):
    (line,) = history(guide, ("2025-02-30", "published"))
    assert guide.told() == [
        f"{HONEY}:{line}  `date`: 2025-02-30 is no day of the calendar. Write the day as year-month-day."
    ]


def test_a_reason_that_lacks_a_language_is_a_problem(guide):
    (line,) = history(guide, FIRST)
    guide.change(HONEY, "{ru: Потому., en: Because.}", "{ru: Потому.}")
    assert guide.told() == [f"{HONEY}:{line}  The text `reason` is missing in `en`. Write `en: …` beside the others."]
