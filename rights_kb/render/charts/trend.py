"""Lines over time: a panel for each series, all on one scale, with every figure at its point."""

from __future__ import annotations

from rights_kb.render.charts.drawing import (
    LINE,
    MARGIN,
    NARROWEST,
    Drawing,
    across,
    broken,
    column,
    em,
    group,
    line,
    text,
    width,
)
from rights_kb.render.charts.model import Mark, Series, Trend
from rights_kb.render.charts.scale import Scale, scale

# All in em: the part of a panel that figures are measured in, and what stands above and below it.
PLOT = 3.2
ABOVE = 1.8
BELOW = 1.4
GAP = 0.9
POINT = 0.32
NEAREST = 0.07
MIDDLE = ' text-anchor="middle"'


def drawn(chart: Trend, id_: str) -> Drawing:
    """The panels of a trend; a line joins figures of neighbouring periods only, and none crosses a break."""
    heights = scale(mark.number for series in chart.series for mark in series.marks)
    xs = _places(chart)
    parts: list[str] = []
    y = 0.0
    for series in chart.series:
        panel, high = _panel(series, chart.periods, xs, heights, y)
        parts += panel
        y += high + GAP
    return Drawing(tuple(parts), y - GAP + 0.4)


def _places(chart: Trend) -> list[float]:
    """Where the periods stand across, as shares; at both ends there is room for half of the widest figure."""
    words = [*chart.periods, *(mark.written for series in chart.series for mark in series.marks if mark.number is not None)]
    end = max(NEAREST, (max(map(width, words)) / 2 - MARGIN + 0.3) / NARROWEST)
    return [end + place * (1 - 2 * end) for place in chart.places]


def _panel(series: Series, periods: tuple[str, ...], xs: list[float], heights: Scale, top: float) -> tuple[list[str], float]:
    """The elements of one series, and how high they are."""
    names = broken(series.label)
    above = top + LINE * len(names) + ABOVE
    ground = above + PLOT

    def at(number) -> float:
        return ground - PLOT * heights.share(number)

    joined, points, figures, words = [], [], [], []
    before: Mark | None = None
    for position, mark in enumerate(series.marks):
        x = across(xs[position])
        if mark.breaks and position:
            half = across((xs[position - 1] + xs[position]) / 2)
            joined.append(line(half, above - 1, half, ground, ' stroke-dasharray="2 3"'))
        if mark.number is None:
            lines = broken(mark.written, 9)
            words += column(x, ground - 0.4 - LINE * (len(lines) - 1), lines, MIDDLE)
        else:
            y = at(mark.number)
            if before is not None and before.number is not None and not mark.breaks:
                joined.append(line(across(xs[position - 1]), at(before.number), x, y))
            look = ' class="kb-chart__hollow" fill="none" stroke="currentColor" stroke-width="2"' if mark.status else ""
            points.append(f'<circle cx="{x}" cy="{em(y)}" r="{em(POINT)}"{look}/>')
            # Below its point where there is more room, but never across the ground.
            is_below = _is_valley(series, position) and y + BELOW < ground - 0.2
            base = y + BELOW if is_below else y - 0.6
            figures.append(text(x, base, mark.written))
        before = mark
    foot = ground + BELOW
    axis = line("0", ground, "100%", ground, ' stroke="currentColor" stroke-opacity=".5"')
    statuses = [f"{period}: {mark.status}" for period, mark in zip(periods, series.marks, strict=True) if mark.status]
    remarks = [part for status in statuses for part in broken(status)]
    parts = [
        *column("0", top + 1, names),
        axis,
        *group([*group(joined, 'stroke="currentColor" stroke-width="2"'), *points], 'class="kb-chart__marks"'),
        *group(figures, 'class="kb-chart__figures" font-weight="700" text-anchor="middle"'),
        *group(words, 'font-style="italic"'),
        *group([text(across(x), foot, period) for x, period in zip(xs, periods, strict=True)], MIDDLE.strip()),
        *column("0", foot + LINE, remarks),
    ]
    return parts, foot - top + LINE * len(remarks)


def _is_valley(series: Series, position: int) -> bool:
    """Whether every line from this point rises, so that there is more room below it than above."""
    marks = series.marks
    own = marks[position]
    joined = [
        *([marks[position - 1].number] if position and not own.breaks else []),
        *([marks[position + 1].number] if position + 1 < len(marks) and not marks[position + 1].breaks else []),
    ]
    higher = [own.number is not None and number > own.number for number in joined if number is not None]
    return bool(higher) and all(higher)
