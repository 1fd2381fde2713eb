"""Zero is on every scale, lengths keep the proportions of the figures, and periods the distances of time."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rights_kb.render.charts.scale import kind, places, scale

figures = st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=1, max_size=12)


@given(figures)
def test_every_figure_and_zero_are_on_the_scale(numbers):
    found = scale(numbers)
    assert all(0 <= found.share(number) <= 1 for number in [*numbers, Decimal(0)])


@given(figures)
def test_a_higher_figure_is_never_shorter(numbers):
    found = scale(numbers)
    shares = [found.share(number) for number in sorted(numbers)]
    assert shares == sorted(shares)


def test_half_the_figure_is_half_the_length():
    found = scale([Decimal("30.8"), Decimal("15.4")])
    assert (found.zero, found.share(Decimal("15.4")), found.share(Decimal("30.8"))) == (0, 0.5, 1)


@pytest.mark.parametrize("numbers", [[], [None], [Decimal(0)]], ids=str)
def test_a_scale_without_length_divides_by_nothing(numbers):
    assert scale(numbers).zero == 0


def test_what_is_absent_is_no_zero_and_no_figure():
    assert scale([None, Decimal(5)]) == scale([Decimal(5)])


def test_zero_lies_between_losses_and_gains():
    assert scale([Decimal(-1), Decimal(3)]).zero == 0.25


@pytest.mark.parametrize(
    ("period", "name"),
    [
        ("2023", "year"),
        ("2023-H1", "half"),
        ("2023-Q4", "quarter"),
        ("2023-05", "month"),
        ("2023-05-01", "day"),
        ("2023-01/2023-05", None),
        ("2019/2020", None),
    ],
)
def test_periods_are_of_a_kind_and_stretches_of_none(period, name):
    assert kind(period) == name


def test_periods_stand_as_far_apart_as_in_time():
    assert places(["2014", "2018", "2023"]) == (0, pytest.approx(4 / 9), 1)


@pytest.mark.parametrize("periods", [["2023-H1", "2023-H2"], ["2023-Q1", "2023-Q2"], ["2023-12", "2024-01"]], ids=str)
def test_later_stands_further_on(periods):
    assert places(periods) == (0, 1)


def test_a_single_period_stands_in_the_middle():
    assert places(["2023"]) == (0.5,)


def test_days_of_one_year_stand_in_their_order():
    found = places(["2023-01-31", "2023-02-01", "2023-12-31"])
    assert list(found) == sorted(found)
