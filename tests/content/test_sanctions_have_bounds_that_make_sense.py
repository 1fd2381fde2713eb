"""From–to of a sanction goes upwards, in units that its kind is counted in, and is not beyond what codes know."""

import pytest
import real_guide

HOURS = {"years": 365 * 24, "months": 30 * 24, "days": 24, "hours": 1}
# Kind → the units it may be given in. Without a unit: the kind has neither term nor sum.
UNITS = {
    "warning": set(),
    "fine": set(),
    "community-work": {"hours"},
    "corrective-labour": {"years", "months"},
    "arrest": {"days"},
    "restriction-of-liberty": {"years", "months"},
    "imprisonment": {"years", "months"},
    "life-imprisonment": set(),
    "ban-on-posts": {"years"},
    "confiscation": set(),
    "correction-programme": set(),
}
# Smaller units stop where the next one begins, but for hours of work; no term of years is longer than 20.
MOST = {"years": 20, "months": 11, "days": 30, "hours": 1000}

CASES = [
    pytest.param(sanction, id=f"{penalty.slug}-{case.id}-{number}-{sanction.kind}")
    for penalty in real_guide.library().penalties.values()
    for case in penalty.cases
    for number, sanction in enumerate((*case.sanctions, *case.added), 1)
]


@pytest.mark.parametrize("sanction", CASES)
def test_a_sanction_has_bounds_that_make_sense(sanction):
    bounds = [bound for bound in (sanction.span.start, sanction.span.end) if bound] if sanction.span else []
    assert bool(bounds) == bool(UNITS[sanction.kind])
    for bound in bounds:
        assert set(bound) <= UNITS[sanction.kind]
        assert all(0 < count <= MOST[unit] for unit, count in bound.items())
    sizes = [sum(HOURS[unit] * count for unit, count in bound.items()) for bound in bounds]
    assert sizes == sorted(sizes)
    if bounds:
        assert sanction.span.end, "A term without an upper bound."


@pytest.mark.parametrize("sanction", CASES)
def test_a_fine_and_nothing_else_has_a_sum(sanction):
    assert (sanction.kind == "fine") == (sanction.amount is not None)
    if sanction.amount:
        assert sanction.amount.high > 0
        assert sanction.amount.low is None or 0 < sanction.amount.low <= sanction.amount.high
