"""Which figures of a table a chart shows: the same view as a table's, turned into what is drawn. Raises MacroError."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rights_kb import numbers
from rights_kb.models import Dimension, Observation
from rights_kb.render import tables
from rights_kb.render.charts import scale
from rights_kb.render.charts.model import Bars, Mark, Series, Tiles, Trend
from rights_kb.render.context import Context, MacroError
from rights_kb.render.tables import PERIOD, View

CONFIRMED = "confirmed"
# With fewer figures there is nothing to follow from one to the next.
FEWEST_OF_TREND = 3


@dataclass(frozen=True)
class Chosen:
    """What is drawn, the view it was made of, and its figures."""

    drawn: Trend | Bars | Tiles
    view: View
    observations: tuple[Observation, ...]

    @property
    def statuses(self) -> set[str]:
        """The statuses of the figures."""
        return {observation.status for observation in self.observations}


def trend(context: Context, slug: str, rows: str | None, columns: str, periods: list[object] | None, **members) -> Chosen:
    """A line over time for each member of `rows` but the total; without `rows` one line."""
    if columns != PERIOD:
        raise MacroError("A trend runs over time.", "Leave `columns` out.")
    view = tables.view(context, slug, rows or PERIOD, PERIOD if rows else "", periods, **members)
    if rows and view.columns != PERIOD:
        raise MacroError("A trend runs over time.", "Write a dimension as `rows`, or leave `rows` out.")
    total = _dimension(view, context).total if rows else None
    lines: dict[str, dict[str, Observation]] = {}
    for row, column, observation in tables.cells(view):
        if not rows:
            lines.setdefault("", {})[row] = observation
        elif row != total:
            lines.setdefault(row, {})[column] = observation
    found = [observation for line in lines.values() for observation in line.values()]
    shown = sorted({observation.period for observation in found}, key=tables.period_order)
    _hold_comparable(slug, shown)
    for row, line in lines.items():
        known = sum(observation.value is not None for observation in line.values())
        if known < FEWEST_OF_TREND:
            what = f"A trend needs {FEWEST_OF_TREND} figures; `{slug}` has {known}{f' of {row}' if row else ''}."
            raise MacroError(what, "Choose other rows or periods, or tell it in a sentence.")
    mark = _marks(context, view, found)
    series = tuple(
        Series(
            name(view.rows, row, context) if row else "",
            tuple(mark(numbers.period(period, context.words), line.get(period)) for period in shown),
        )
        for row, line in lines.items()
    )
    words = tuple(numbers.period(period, context.words) for period in shown)
    return Chosen(Trend(words, scale.places(shown), series), view, tuple(found))


def ranked(context: Context, slug: str, rows: str | None, columns: str, periods: list[object] | None, **members) -> Chosen:
    """The members of `rows` in one period, the highest figure first, what is unknown last; the total is hatched."""
    view = _of_one_period(context, slug, rows, columns, periods, members)
    total = _dimension(view, context).total
    found = {row: observation for row, _, observation in tables.cells(view)}
    mark = _marks(context, view, found.values())
    known = [row for row, observation in found.items() if observation.value is not None]
    known.sort(key=lambda row: found[row].value, reverse=True)
    order = [*known, *(row for row in found if row not in known)]
    marks = tuple(mark(name(view.rows, row, context), found[row], row == total) for row in order)
    return Chosen(Bars((Series("", marks),)), view, tuple(found.values()))


def pairs(context: Context, slug: str, rows: str | None, columns: str, periods: list[object] | None, **members) -> Chosen:
    """The two members of `rows` beside each other, for each column; the second one is hatched."""
    view = tables.view(context, slug, rows, columns, periods, **members)
    if view.rows == PERIOD or not view.columns:
        raise MacroError(
            "A pair is of two members of a dimension.", f"Write one of {', '.join(view.table.dimensions)} as `rows`."
        )
    total = _dimension(view, context).total
    both = [row for row in view.row_keys if row != total]
    if len(both) != 2:
        raise MacroError(f"A pair needs two members; `{view.rows}` shows {len(both)} here.", 'Write form="ranked".')
    found = {(row, column): observation for row, column, observation in tables.cells(view) if row != total}
    mark = _marks(context, view, found.values())
    several = len(view.column_keys) > 1
    groups = tuple(
        Series(
            # A single column is named above the chart.
            name(view.columns, column, context) if several else "",
            tuple(mark(name(view.rows, row, context), found.get((row, column)), row == both[1]) for row in both),
        )
        for column in view.column_keys
        if any((row, column) in found for row in both)
    )
    return Chosen(Bars(groups), view, tuple(found.values()))


def tiles(context: Context, slug: str, rows: str | None, columns: str, periods: list[object] | None, **members) -> Chosen:
    """The members of `rows` in one period, each in its place on the map of the dimension."""
    view = _of_one_period(context, slug, rows, columns, periods, members)
    dimension = _dimension(view, context)
    if not dimension.tiles:
        what = f"The dimension `{view.rows}` has no map of tiles."
        raise MacroError(what, 'Write `tiles` in data/dimensions.yml, or form="ranked".')
    found = {row: observation for row, _, observation in tables.cells(view)}
    mark = _marks(context, view, found.values())

    def tile(member: str) -> Mark:
        return mark(name(view.rows, member, context), found.get(member), member == dimension.total)

    whole = tile(dimension.total) if dimension.total in found else None
    rows_ = tuple(tuple(member and tile(member) for member in row) for row in dimension.tiles)
    return Chosen(Tiles(whole, rows_), view, tuple(found.values()))


FORMS: dict[str, Callable[..., Chosen]] = {"trend": trend, "ranked": ranked, "pairs": pairs, "tiles": tiles}


def _of_one_period(
    context: Context, slug: str, rows: str | None, columns: str, periods: list[object] | None, members: dict[str, str]
) -> View:
    """The view of the period that is named, or of the newest one there is."""
    if columns != PERIOD or len(periods or ()) > 1:
        raise MacroError("This chart is of one period.", "Write one: `periods=[…]`; without it the newest is shown.")
    view = tables.view(context, slug, rows, columns, periods, **members)
    if view.columns != PERIOD:
        raise MacroError("This chart has a dimension as its rows.", f"Write one of: {', '.join(view.table.dimensions)}.")
    return view if periods else tables.view(context, slug, rows, columns, [view.column_keys[0]], **members)


def _hold_comparable(slug: str, periods: list[str]) -> None:
    """Raise MacroError where periods are not all of one length, so that a line would compare what cannot be compared."""
    kinds = {scale.kind(period) for period in periods}
    if len(kinds) > 1 or None in kinds:
        what = f"The periods of `{slug}` differ in length: {', '.join(periods)}."
        raise MacroError(what, "Choose `periods` of one length, or show the table alone.")


def _marks(context: Context, view: View, found: Iterable[Observation]) -> Callable[..., Mark]:
    """What makes a figure of this chart; statuses are told beside the figures where they differ, as in a table."""
    mixed = len({observation.status for observation in found}) > 1

    def mark(label: str, observation: Observation | None, hatched: bool = False) -> Mark:
        if observation is None:
            return Mark(label, context.label("not_published"), None, hatched=hatched)
        status = context.words.statuses[observation.status] if mixed and observation.status != CONFIRMED else ""
        if observation.value is None:
            return Mark(label, context.label("unknown"), None, status, hatched, observation.absent is not None)
        number = numbers.number(observation.value, context.language)
        return Mark(
            label,
            tables.approximate(number, observation, context),
            observation.value,
            status,
            hatched,
            observation.note in view.table.notes,
            observation.note in view.table.breaks,
        )

    return mark


def _dimension(view: View, context: Context) -> Dimension:
    return context.library.dimensions[view.rows]


def name(dimension: str, key: str, context: Context) -> str:
    """A member of a dimension, or a period, in the language of the text."""
    if dimension == PERIOD:
        return numbers.period(key, context.words)
    return context.text(context.library.dimensions[dimension].members[key].name)
