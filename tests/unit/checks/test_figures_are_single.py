"""A figure stands once, with no more decimals than its table is published with."""

import pytest

RULE = "figures_are_single"
HONEY = "data/tables/honey.yml"
HIVES = "data/tables/hives.yml"


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


def test_a_figure_that_stands_twice_is_a_problem(guide):
    first = guide.line(HONEY, "region: north, value: 20")
    line = guide.add(HONEY, "  - {period: 2023, region: north, value: 20}")
    advice = "Keep one of the two, or name what tells them apart."
    assert guide.told() == [f"{HONEY}:{line}  The figure for 2023 stands twice (first in line {first}). {advice}"]


def test_a_total_that_is_named_is_the_same_figure_as_one_that_is_not(guide):
    first = guide.line(HONEY, "{period: 2024, value: 60}")
    line = guide.add(HONEY, "  - {period: 2024, region: all, value: 60}")
    advice = "Keep one of the two, or name what tells them apart."
    assert guide.told() == [f"{HONEY}:{line}  The figure for 2024 stands twice (first in line {first}). {advice}"]


@pytest.mark.parametrize(("typed", "decimals", "right"), [("12", 0, "12.0"), ("12.55", 2, "12.6"), ("12.50", 2, "12.5")])
def test_another_number_of_decimals_is_a_problem(guide, typed, decimals, right):
    line = guide.change(HIVES, "value: 12.5", f"value: {typed}")
    what = f"{typed} has {decimals} decimals; the table is published with 1."
    assert guide.told() == [f"{HIVES}:{line}  {what} Write {right}, or mend `decimals`."]


@pytest.mark.parametrize("typed", ["-0.1", "100.1", "875.0"])
def test_a_share_outside_a_hundred_is_a_problem(guide, typed):
    line = guide.change(HIVES, "value: 87.5", f"value: {typed}")
    advice = "Write a per cent from 0 to 100, or mend `unit`."
    assert guide.told() == [f"{HIVES}:{line}  {typed} is no share of a hundred. {advice}"]


@pytest.mark.parametrize("typed", ["0.0", "100.0"])
def test_none_and_all_are_shares(guide, typed):
    guide.change(HIVES, "value: 87.5", f"value: {typed}")
    assert guide.told() == []


def test_a_figure_that_is_no_share_may_be_any_number(guide):
    guide.add(HONEY, "  - {period: 2025, value: 1000}")
    assert guide.told_by(RULE) == []
