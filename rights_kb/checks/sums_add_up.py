"""Parts that must make up a total, or shares a hundred, do, or the table says by how much its source is off, and why."""

from collections.abc import Iterator
from decimal import Decimal

from rights_kb.checks import Guide
from rights_kb.models import Observation, Sum, Table
from rights_kb.problem import Problem


def problems(guide: Guide) -> Iterator[Problem]:
    for table in guide.library.tables.values():
        for part in table.sums:
            if part.dimension in table.dimensions:
                yield from _of(table, part)


def _of(table: Table, wanted: Sum) -> Iterator[Problem]:
    place = table.dimensions.index(wanted.dimension)
    slices: dict[tuple, dict[str | None, Observation]] = {}
    for item in table.observations:
        others = (item.period, item.members[:place], item.members[place + 1 :])
        slices.setdefault(others, {})[item.members[place]] = item
    off_somewhere = False
    for (period, _, _), found in slices.items():
        if wanted.period not in (None, period) or any(name not in found for name in wanted.of):
            continue
        values = [found[name].value for name in wanted.parts]
        # Shares make up a number that the table need not hold; what is wrong is told at the first of them.
        total = wanted.total if isinstance(wanted.total, Decimal) else found[wanted.total].value
        if total is None or any(value is None for value in values):
            continue
        off = total - sum(values, Decimal(0))
        off_somewhere = off_somewhere or abs(off) > wanted.tolerance
        if abs(off) > wanted.tolerance and off != wanted.differs_by:
            what = f"{period}: {' + '.join(map(str, values))} makes {sum(values, Decimal(0))}, not {total}."
            instead = "Look at the figures; if the source itself is off, write `differs: {by: " + str(off) + ", why: …}`."
            yield Problem(table.place.file, found[wanted.of[0]].line, what, instead)
    if wanted.differs_by is not None and not off_somewhere:
        what = "The parts make up the total, so `differs` is not needed."
        yield Problem(table.place.file, wanted.line, what, "Remove `differs`.")
