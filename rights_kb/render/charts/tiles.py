"""A map of tiles of the same size: each with its name, its figure, and a bar as long as the figure at its foot."""

from __future__ import annotations

from rights_kb.render.charts.drawing import LINE, Drawing, across, bar, broken, column, em, group, text
from rights_kb.render.charts.model import Mark, Tiles
from rights_kb.render.charts.scale import Scale, scale

# In em, but for the first: the share of the width between two tiles.
BETWEEN = 0.02
GAP = 0.45
BAR = 0.6
INSIDE = ".45em"
# How deep the ground of the tile with the highest figure is coloured: text on it keeps its contrast.
DEEPEST = 0.3
# Letters in a line of a map that is three tiles wide; a wider map has narrower tiles.
LETTERS = 31


def drawn(chart: Tiles, id_: str) -> Drawing:
    """The tiles row by row, the whole above them; the bars of all are on one scale that begins at zero."""
    marks = [mark for row in chart.rows for mark in row if mark] + ([chart.whole] if chart.whole else [])
    lengths = scale(mark.number for mark in marks)
    columns = max(map(len, chart.rows), default=1)
    letters = LETTERS // columns
    parts: list[str] = []
    y = 0.0
    if chart.whole:
        high = _height([chart.whole], LETTERS)
        parts += _tile(chart.whole, 0, 1, y, high, lengths, id_, LETTERS)
        y += high + GAP
    wide = (1 - BETWEEN * (columns - 1)) / columns
    high = _height([mark for row in chart.rows for mark in row if mark], letters)
    for row in chart.rows:
        for place, mark in enumerate(row):
            if mark:
                parts += _tile(mark, place * (wide + BETWEEN), wide, y, high, lengths, id_, letters)
        y += high + GAP
    hatched = any(mark.hatched and not mark.status and mark.number is not None for mark in marks)
    return Drawing(tuple(parts), y - GAP + 0.1, hatched)


def _lines(mark: Mark, letters: int) -> list[str]:
    return broken(mark.label, letters)


def _height(marks: list[Mark], letters: int) -> float:
    """How high tiles must be for the longest name and status among them, in em."""
    lines = max((len(_lines(mark, letters)) + len(broken(mark.status, letters)) for mark in marks), default=0)
    return LINE * (lines + 1) + 0.6 + BAR


def _tile(mark: Mark, x: float, wide: float, y: float, high: float, lengths: Scale, id_: str, letters: int) -> list[str]:
    names, status = _lines(mark, letters), broken(mark.status, letters)
    bars = []
    ground = ' fill="none"'
    if mark.number is not None:
        start, end = sorted((lengths.zero, lengths.share(mark.number)))
        bars.append(bar(start, high - BAR, end - start, BAR, id_, mark.hatched, bool(mark.status)))
        ground = f' fill-opacity="{lengths.share(mark.number) * DEEPEST:.2f}"'
    edge = ' stroke="currentColor"' if mark.number is not None else ' stroke="currentColor" stroke-dasharray="4 3"'
    figure = ' font-weight="700"' if mark.number is not None else ' font-style="italic"'
    return [
        f'<svg x="{across(x)}" y="{em(y)}" width="{across(wide)}" height="{em(high)}" overflow="visible">',
        *group([f'<rect width="100%" height="{em(high)}"{ground}{edge}/>', *bars], 'class="kb-chart__marks"'),
        *column(INSIDE, 1.15, names),
        text(INSIDE, 1.15 + LINE * len(names), mark.written, figure),
        *column(INSIDE, 1.15 + LINE * (len(names) + 1), status),
        "</svg>",
    ]
