"""A chart as it stands on a page: what it shows, where the same figures are told, and the image."""

from __future__ import annotations

import difflib

from markupsafe import escape

from rights_kb.render import sources, tables
from rights_kb.render.charts import bars, drawing, tiles, trend
from rights_kb.render.charts.chosen import CONFIRMED, FORMS, Chosen, name
from rights_kb.render.charts.model import Bars, Mark, Series, Tiles, Trend
from rights_kb.render.context import Context, MacroError, lines

# A chart of more bytes costs a reader on a slow connection more than it tells.
MOST_BYTES = 8 * 1024


def html(
    context: Context, slug: str, form: str, rows: str | None, columns: str, periods: list[object] | None, **members: str
) -> str:
    """The chart of a table as a figure with its caption. Raises MacroError."""
    if form not in FORMS:
        near = difflib.get_close_matches(str(form), FORMS, 1) or FORMS
        raise MacroError(f"There is no form `{form}` of a chart.", f"Write one of: {', '.join(near)}.")
    chosen = FORMS[form](context, slug, rows, columns, periods, **members)
    place = tables.place_of(context, slug, chosen.observations)
    if place is None:
        instead = f'Write {{{{ kb_table("{slug}", rows="{chosen.view.rows}") }}}} on the page, with the same periods.'
        raise MacroError(f"No table shows all figures of this chart of `{slug}`.", instead)
    id_ = _anchor(form, chosen, periods, context)
    title = ", ".join(_title(chosen, context))
    image = drawing.svg(id_, title, _description(form, chosen.drawn, context), _drawn(chosen.drawn, id_))
    if len(image.encode()) > MOST_BYTES:
        what = f"The chart has {len(image.encode())} bytes; it may have {MOST_BYTES}."
        raise MacroError(what, "Choose fewer rows or periods.")
    scrolling = isinstance(chosen.drawn, Tiles)
    frame = f'<div class="kb-chart__scroll" role="region" tabindex="0" aria-labelledby="{escape(id_)}-caption">'
    return lines(
        [
            f'<figure class="kb-chart" id="{escape(id_)}">',
            "<figcaption>",
            f'<p id="{escape(id_)}-caption"><strong>{escape(title)}</strong> {_status(chosen, context)}</p>',
            f'<p><a href="{escape(context.href(*place))}">{escape(context.label("chart_table"))}</a>.',
            *(f"{escape(context.label(key))}" for key in _remarks(chosen.drawn)),
            "</p>",
            "</figcaption>",
            *([frame] if scrolling else []),
            image,
            *(["</div>"] if scrolling else []),
            "</figure>",
        ]
    )


def _anchor(form: str, chosen: Chosen, periods: list[object] | None, context: Context) -> str:
    """The id of the chart on its page: what was asked for by name, so that it stays when a newer figure comes."""
    view = chosen.view
    rows = [] if view.rows == tables.PERIOD else [view.rows]
    across = [] if view.columns in (tables.PERIOD, "") else [view.columns]
    named = [
        f"{name}-{member}"
        for name, member in view.fixed.items()
        if name != tables.PERIOD and member is not None and member != context.library.dimensions[name].total
    ]
    asked = [str(period).replace("/", "-") for period in periods or ()]
    return "-".join(["chart", form, view.table.slug, *rows, *across, *named, *asked])


def _title(chosen: Chosen, context: Context) -> list[str]:
    view = chosen.view
    parts = [context.text(view.table.title), *tables.held(view, context)]
    if view.columns and len(view.column_keys) == 1:
        parts.append(name(view.columns, view.column_keys[0], context))
    return [*parts, tables.unit_label(view.table, context)]


def _status(chosen: Chosen, context: Context) -> str:
    """The status that all figures have; where they differ, each figure tells its own."""
    statuses = chosen.statuses
    return sources.status_note(next(iter(statuses)) if len(statuses) == 1 else CONFIRMED, context)


def _drawn(chart: Trend | Bars | Tiles, id_: str) -> drawing.Drawing:
    if isinstance(chart, Trend):
        return trend.drawn(chart, id_)
    return bars.drawn(chart, id_) if isinstance(chart, Bars) else tiles.drawn(chart, id_)


def _description(form: str, chart: Trend | Bars | Tiles, context: Context) -> str:
    """How the chart is built, and all its figures in the order in which they are drawn."""
    return " ".join([context.label(f"chart_{form}"), *(f"{_told(series)}." for series in _series(chart))])


def _told(series: Series) -> str:
    figures = "; ".join(
        f"{mark.label} – {mark.shown} ({mark.status})" if mark.status else f"{mark.label} – {mark.shown}"
        for mark in series.marks
    )
    return f"{series.label}: {figures}" if series.label else figures


def _remarks(chart: Trend | Bars | Tiles) -> list[str]:
    """The labels of what the signs of this chart mean."""
    marks: list[Mark] = [mark for series in _series(chart) for mark in series.marks]
    broken = isinstance(chart, Trend) and any(mark.breaks for mark in marks)
    return [*(["chart_break"] if broken else []), *(["chart_note"] if any(mark.noted for mark in marks) else [])]


def _series(chart: Trend | Bars | Tiles) -> tuple[Series, ...]:
    if isinstance(chart, Trend):
        return chart.series
    if isinstance(chart, Bars):
        return chart.groups
    whole = (chart.whole,) if chart.whole else ()
    return (Series("", (*whole, *(mark for row in chart.rows for mark in row if mark))),)
