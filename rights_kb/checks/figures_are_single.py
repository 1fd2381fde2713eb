"""A figure stands once, with no more decimals than its table is published with."""

from collections.abc import Iterator

from rights_kb.checks import Guide
from rights_kb.problem import Problem


def problems(guide: Guide) -> Iterator[Problem]:
    for table in guide.library.tables.values():
        first: dict[tuple, int] = {}
        for item in table.observations:
            key = (item.period, item.members)
            if key in first:
                what = f"The figure for {item.period} stands twice (first in line {first[key]})."
                yield Problem(table.place.file, item.line, what, "Keep one of the two, or name what tells them apart.")
            first.setdefault(key, item.line)
            if item.value is None:
                continue
            decimals = max(0, -item.value.as_tuple().exponent)
            if decimals != table.decimals:
                what = f"{item.value} has {decimals} decimals; the table is published with {table.decimals}."
                yield Problem(
                    table.place.file, item.line, what, f"Write {item.value:.{table.decimals}f}, or mend `decimals`."
                )
            if table.unit == "percent" and not 0 <= item.value <= 100:
                what = f"{item.value} is no share of a hundred."
                yield Problem(table.place.file, item.line, what, "Write a per cent from 0 to 100, or mend `unit`.")
