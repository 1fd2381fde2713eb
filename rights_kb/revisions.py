"""Whether the history of each table is whole: nothing taken out of it, and a revision for every change of figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rights_kb.library import Library
from rights_kb.models import Observation, Revision, Table
from rights_kb.problem import Problem


def problems(older: Library, newer: Library) -> list[Problem]:
    """What the newer guide did to the tables of the older one without saying so, or by rewriting what it had said."""
    found = []
    for slug, before in older.tables.items():
        after = newer.tables.get(slug)
        if after is None:
            what = f"The table `{slug}` is gone; its address and its files were promised for good."
            found.append(Problem(before.place.file, 1, what, "Put it back; figures that hold no longer are `withdrawn`."))
        else:
            found += [*_rewritten(before, after), *_unsaid(before, after)]
    return sorted(found)


def _rewritten(before: Table, after: Table) -> Iterator[Problem]:
    for position, old in enumerate(before.revisions):
        new = after.revisions[position] if position < len(after.revisions) else None
        if new is None or _said(new) != _said(old):
            what = f"The revision of {old.day} (`{old.what}`) was changed, moved or removed."
            line = new.line if new else after.place.line
            yield Problem(after.place.file, line, what, "Put it back as it was; add a new one at the end.")
            return


def _unsaid(before: Table, after: Table) -> Iterator[Problem]:
    if len(after.revisions) > len(before.revisions):
        return
    old, new = _figures(before), _figures(after)
    changed = [item for key, item in new.items() if key not in old or _shown(old[key]) != _shown(item)]
    gone = [key for key in old if key not in new]
    if changed or gone or before.unit != after.unit:
        line = changed[0].line if changed else after.place.line
        count = len(changed) + len(gone)
        what = f"{count} figure{'s' if count != 1 else ''} of `{after.slug}` changed" if count else "The unit changed"
        yield Problem(
            after.place.file, line, f"{what} without a revision.", "Add one at the end of `revisions`, and say why."
        )


def _said(revision: Revision) -> tuple[object, ...]:
    return revision.day, revision.what, dict(revision.reason.by_language)


def _figures(table: Table) -> Mapping[tuple[object, ...], Observation]:
    return {(item.period, *zip(table.dimensions, item.members, strict=True)): item for item in table.observations}


def _shown(item: Observation) -> tuple[object, ...]:
    """What a reader sees of a figure; its note and its sources may be told better without that being a revision."""
    value = None if item.value is None else str(item.value)
    return value, item.approximate, item.status
