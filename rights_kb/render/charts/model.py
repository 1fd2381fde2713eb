"""What the charts draw: figures as they are written, with the names of what they are of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Mark:
    """One figure as its table writes it; `number` is None where there is none, and `shown` is then the word for that.

    `status` is in words, and empty where it needs no telling; a `noted` figure has a note under its table;
    before one that `breaks` no line is drawn.
    """

    label: str
    shown: str
    number: Decimal | None
    status: str = ""
    hatched: bool = False
    noted: bool = False
    breaks: bool = False

    @property
    def written(self) -> str:
        """What stands in the chart: a star leads to the notes under the table."""
        return f"{self.shown}*" if self.noted else self.shown


@dataclass(frozen=True)
class Series:
    """Figures that belong together under one name; an empty name is not drawn."""

    label: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Trend:
    """Series over time: `places` are where the periods stand, from 0 at the first to 1 at the last."""

    periods: tuple[str, ...]
    places: tuple[float, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True)
class Bars:
    """Groups of bars on one scale, from top to bottom."""

    groups: tuple[Series, ...]


@dataclass(frozen=True)
class Tiles:
    """A map of tiles, None where a place is empty, and the figure of the whole above it where there is one."""

    whole: Mark | None
    rows: tuple[tuple[Mark | None, ...], ...]
