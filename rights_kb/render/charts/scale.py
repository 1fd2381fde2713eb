"""How long a figure is, and where a period stands in time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

PERIODS = {
    "year": re.compile(r"(\d{4})"),
    "half": re.compile(r"(\d{4})-H([12])"),
    "quarter": re.compile(r"(\d{4})-Q([1-4])"),
    "month": re.compile(r"(\d{4})-(\d\d)"),
    "day": re.compile(r"(\d{4})-(\d\d)-(\d\d)"),
}
PARTS_OF_YEAR = {"half": 2, "quarter": 4, "month": 12}


@dataclass(frozen=True)
class Scale:
    """From the lowest figure or zero to the highest figure or zero."""

    low: Decimal
    high: Decimal

    def share(self, number: Decimal) -> float:
        """Where the figure stands, from 0 at the low end to 1 at the high end."""
        return float((number - self.low) / (self.high - self.low))

    @property
    def zero(self) -> float:
        """Where zero stands."""
        return self.share(Decimal(0))


def scale(figures: Iterable[Decimal | None]) -> Scale:
    """The scale of these figures; zero is always on it, so that a length is never more than the figure says."""
    known = [Decimal(0), *(number for number in figures if number is not None)]
    low, high = min(known), max(known)
    return Scale(low, high if high > low else low + 1)


def kind(period: str) -> str | None:
    """Whether a period is a year, a half, a quarter, a month or a day; None for a stretch, which may be of any length."""
    return next((name for name, pattern in PERIODS.items() if pattern.fullmatch(period)), None)


def moment(period: str) -> float:
    """When a period begins, in years. Raises ValueError for a stretch."""
    name = kind(period)
    if name is None:
        raise ValueError(f"{period} is a stretch of time")
    year, *parts = map(int, PERIODS[name].fullmatch(period).groups())  # type: ignore[union-attr]
    if name == "day":
        month, day = parts
        return year + (month - 1) / 12 + (day - 1) / 372
    return year + (parts[0] - 1) / PARTS_OF_YEAR[name] if parts else float(year)


def places(periods: Iterable[str]) -> tuple[float, ...]:
    """Where periods stand between the first (0) and the last (1), as far from each other as in time."""
    moments = [moment(period) for period in periods]
    first, last = min(moments), max(moments)
    return tuple((at - first) / (last - first) if last > first else 0.5 for at in moments)
