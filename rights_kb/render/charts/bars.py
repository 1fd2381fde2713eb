"""Bars below each other, each with its name above it and its figure behind it: ranked, or in pairs."""

from __future__ import annotations

from rights_kb.render.charts.drawing import (
    LINE,
    MARGIN,
    NARROWEST,
    Drawing,
    across,
    bar,
    broken,
    column,
    group,
    line,
    text,
    width,
)
from rights_kb.render.charts.model import Bars, Mark
from rights_kb.render.charts.scale import scale

HIGH = 0.9
GAP = 0.55
BEFORE_FIGURE = 0.4
# However long the figures are, this much is left to the bars.
LEAST = 0.2
MOST = 0.85


def drawn(chart: Bars, id_: str) -> Drawing:
    """The bars of a chart on one scale that begins at zero."""
    marks = [mark for group_ in chart.groups for mark in group_.marks]
    lengths = scale(mark.number for mark in marks)
    room = _room(marks)
    names: list[str] = []
    heads: list[str] = []
    rects: list[str] = []
    figures: list[str] = []
    y = 0.0
    for group_ in chart.groups:
        if group_.label:
            lines = broken(group_.label)
            heads += column("0", y + 1, lines)
            y += LINE * len(lines) + GAP / 2
        for mark in group_.marks:
            lines = broken(mark.label) + broken(mark.status)
            names += column("0", y + 1, lines)
            y += LINE * len(lines) + 0.2
            behind = 0.0
            if mark.number is not None:
                start, end = sorted((lengths.zero, lengths.share(mark.number)))
                rects.append(bar(start * room, y, (end - start) * room, HIGH, id_, mark.hatched, bool(mark.status)))
                behind = max(end, lengths.zero)
            figures.append(_figure(across(behind * room), y, mark))
            y += HIGH + GAP
        y += GAP if group_.label else 0
    zero = across(lengths.zero * room)
    axis = [line(zero, 0, zero, y, ' stroke="currentColor"')] if lengths.zero else []
    parts = [
        *names,
        *group([*heads, *figures], 'font-weight="700"'),
        *group([*axis, *rects], 'class="kb-chart__marks"'),
    ]
    return Drawing(tuple(parts), y, any(mark.hatched and not mark.status and mark.number is not None for mark in marks))


def _figure(x: str, y: float, mark: Mark) -> str:
    look = ' dx=".4em"' if mark.number is not None else ' font-style="italic"'
    return text(x, y + HIGH - 0.1, mark.written, look)


def _room(marks: list[Mark]) -> float:
    """The share of the width that bars may have, so that the longest figure fits behind the longest bar."""
    widest = max((width(mark.written) for mark in marks if mark.number is not None), default=0.0) + BEFORE_FIGURE
    return max(LEAST, min(MOST, (NARROWEST + MARGIN - widest) / NARROWEST))
