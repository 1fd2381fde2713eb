"""What must be looked at again by a day, the most harmful first: what is wrong there may hurt somebody today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rights_kb.library import Library
from rights_kb.models import Checked, Place

# By harm: a dead helpline leaves a child alone, a wrong penalty or rule misleads, an old figure is only old.
KINDS = ("helpline", "indicator", "penalty", "rule", "law", "figures", "claim", "exception")


@dataclass(frozen=True)
class Due:
    """One thing to look at: its kind and id, since which day, whether lives may hang on it, and where it is written."""

    kind: str
    id: str
    since: date
    danger: bool
    status: str
    place: Place

    def told(self, today: date) -> str:
        """One line: where it is, what it is, and how long it has been due."""
        days = (today - self.since).days
        late = "due today" if days == 0 else f"{days} day{'s' if days > 1 else ''} overdue"
        status = f", {self.status}" if self.status != "confirmed" else ""
        return f"{self.place.file}:{self.place.line}  {self.kind} `{self.id}`{status}: since {self.since}, {late}."


def overdue(library: Library, today: date) -> tuple[Due, ...]:
    """Everything whose day of looking again has come: by harm, then what is not confirmed, then the longest overdue."""
    found = [due for due in _all(library) if due.since <= today]
    return tuple(
        sorted(
            found,
            key=lambda due: (
                KINDS.index(due.kind),
                not due.danger,
                due.status == "confirmed",
                due.since,
                due.place.file,
                due.id,
            ),
        )
    )


def _all(library: Library) -> Iterator[Due]:
    for helpline in library.helplines.values():
        yield _due("helpline", helpline.id, helpline.checked, helpline.status, helpline.place, helpline.danger)
    indicator = library.indicator
    if indicator is not None:
        yield _due("indicator", "indicator", indicator.checked, indicator.status, indicator.place)
    for penalty in library.penalties.values():
        yield _due("penalty", penalty.slug, penalty.checked, penalty.status, penalty.place)
    for rule in library.rules.values():
        yield _due("rule", rule.id, rule.checked, rule.status, rule.place)
    for law in library.laws.values():
        yield _due("law", law.id, law.checked, "newer edition exists" if law.behind else "confirmed", law.place)
    for table in library.tables.values():
        yield _due("figures", table.slug, table.checked, table.status, table.place)
    for claim in library.claims.values():
        yield _due("claim", claim.id, claim.checked, claim.status, claim.place)
    for number, exception in enumerate(library.exceptions, 1):
        yield Due("exception", f"{exception.rule} {number}", exception.until, False, "confirmed", exception.place)


def _due(kind: str, id_: str, checked: Checked, status: str, place: Place, danger: bool = False) -> Due:
    return Due(kind, id_, checked.again, danger, status, place)


def report(library: Library, today: date) -> str:
    """One line a thing, and a line that counts them by kind; a sentence where nothing is due."""
    found = overdue(library, today)
    if not found:
        dates = [due.since for due in _all(library) if due.since != date.max]
        following = f" The next is due on {min(dates)}." if dates else ""
        return f"Nothing is overdue on {today}.{following}"
    counts = ", ".join(f"{count} {kind}" for kind in KINDS if (count := sum(due.kind == kind for due in found)))
    return "\n".join([*(due.told(today) for due in found), "", f"{len(found)} to look at again by {today}: {counts}."])
