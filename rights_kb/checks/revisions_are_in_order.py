"""The history of a table begins with its publication, goes on by the calendar, and ends no later than its last check."""

from collections.abc import Iterator
from itertools import pairwise

from rights_kb.checks import Guide
from rights_kb.problem import Problem

FIRST = "published"


def problems(guide: Guide) -> Iterator[Problem]:
    for table in guide.library.tables.values():
        file = table.place.file
        for position, revision in enumerate(table.revisions):
            if position == 0 and revision.what != FIRST:
                what = f"The history of `{table.slug}` begins with `{revision.what}`."
                yield Problem(file, revision.line, what, f"The first revision says when the table was `{FIRST}`.")
            if position and revision.what == FIRST:
                what = f"`{table.slug}` is `{FIRST}` a second time."
                yield Problem(file, revision.line, what, "Write what was done to the figures: added, corrected, …")
            if revision.day > table.checked.on:
                what = f"The revision of {revision.day} is later than the day the table was checked ({table.checked.on})."
                yield Problem(file, revision.line, what, f"Write `checked: {revision.day}`, or mend the date.")
        for earlier, later in pairwise(table.revisions):
            if later.day < earlier.day:
                what = f"The revision of {later.day} stands behind that of {earlier.day}."
                yield Problem(file, later.line, what, "A revision is added at the end, and none is moved or removed.")
