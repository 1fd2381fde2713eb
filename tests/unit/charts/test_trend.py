"""A trend has every figure at its point, joins neighbours only, and crosses neither a gap nor a break."""

from decimal import Decimal

import pytest

from rights_kb.render.charts.model import Mark, Series, Trend
from rights_kb.render.charts.scale import places
from rights_kb.render.charts.trend import drawn

from .images import image, length, lowest, shapes, texts

YEARS = ("2014", "2018", "2023")


def mark(number, shown=None, **more):
    return Mark("y", shown or str(number), None if number is None else Decimal(str(number)), **more)


def trend(*marks, label="", years=YEARS):
    years = years[: len(marks)]
    return drawn(Trend(years, places(years), (Series(label, marks),)), "c")


def joins(chart):
    """The lines between points: neither the ground nor the mark of a break."""
    return [line for line in shapes(chart, "line") if line.get("x1") != "0" and not line.get("stroke-dasharray")]


def breaks(chart):
    return [line for line in shapes(chart, "line") if line.get("stroke-dasharray")]


def test_higher_figures_stand_higher_and_keep_their_proportions():
    chart = trend(mark(10), mark(20), mark(40))
    ground = next(length(line, "y1") for line in shapes(chart, "line") if line.get("x1") == "0")
    high = [ground - length(circle, "cy") for circle in shapes(chart, "circle")]
    assert high[1] == pytest.approx(2 * high[0], abs=0.02) and high[2] == pytest.approx(4 * high[0], abs=0.04)


def test_points_stand_as_far_apart_as_in_time():
    xs = [length(circle, "cx") for circle in shapes(trend(mark(1), mark(2), mark(3)), "circle")]
    assert (xs[1] - xs[0]) / (xs[2] - xs[0]) == pytest.approx(4 / 9, abs=0.01)


def test_neighbours_are_joined():
    assert len(joins(trend(mark(1), mark(2), mark(3)))) == 2


def test_no_line_crosses_a_break_and_the_break_is_shown():
    chart = trend(mark(30), mark(26), mark("0.3", noted=True, breaks=True))
    assert (len(joins(chart)), len(breaks(chart))) == (1, 1)
    assert "0.3*" in texts(chart)


def test_a_break_at_the_first_figure_breaks_nothing():
    chart = trend(mark(30, breaks=True), mark(26), mark(20))
    assert (len(joins(chart)), len(breaks(chart))) == (2, 0)


def test_no_line_crosses_what_is_absent_and_its_word_is_shown():
    chart = trend(mark(30), mark(None, "unknown", noted=True), mark(20))
    assert joins(chart) == [] and "unknown*" in texts(chart) and len(shapes(chart, "circle")) == 2


def test_nothing_but_absent_figures_makes_a_chart():
    assert shapes(trend(mark(None, "no data"), mark(None, "no data")), "circle") == []


def test_one_figure_makes_a_chart():
    chart = trend(mark(5))
    assert texts(chart) == ["5", "2014"] and joins(chart) == []


def test_each_series_has_a_panel_of_its_own_with_its_name_and_periods():
    series = tuple(Series(name, (mark(1), mark(2), mark(3))) for name in ("Boys", "Girls"))
    chart = drawn(Trend(YEARS, places(YEARS), series), "c")
    order = [text.text for text in sorted(shapes(chart, "text"), key=lambda text: length(text, "y"))]
    assert order.index("Boys") < order.index("2014") < order.index("Girls")
    assert order.count("2014") == 2 and lowest(chart) <= chart.height


def test_all_panels_have_one_scale():
    series = (Series("a", (mark(10), mark(10))), Series("b", (mark(40), mark(20))))
    chart = drawn(Trend(YEARS[:2], places(YEARS[:2]), series), "c")
    grounds = [length(line, "y1") for line in shapes(chart, "line") if line.get("x1") == "0"]
    ys = [length(circle, "cy") for circle in shapes(chart, "circle")]
    assert 2 * (grounds[0] - ys[0]) == pytest.approx(grounds[1] - ys[3], abs=0.02)


@pytest.mark.parametrize("figures", [(-5, -10, -1), (-5, 10, 0), (10**12, 1, 5), (0, 0, 0)], ids=str)
def test_whatever_the_figures_are_the_points_stay_inside(figures):
    chart = trend(*map(mark, figures))
    assert all(0 < length(circle, "cy") < chart.height for circle in shapes(chart, "circle"))


def test_a_figure_between_higher_ones_stands_below_its_point():
    chart = trend(mark(40), mark(30), mark(40))
    ys = [length(circle, "cy") for circle in shapes(chart, "circle")]
    figures = {text.text: length(text, "y") for text in shapes(chart, "text")}
    assert figures["30"] > ys[1] and figures["40"] < ys[2]


def test_a_status_is_told_and_its_point_is_hollow():
    chart = trend(mark(1), mark(2, status="not verified"), mark(3))
    assert [circle.get("fill") for circle in shapes(chart, "circle")] == [None, "none", None]
    assert "verified" in " ".join(texts(chart)) and "2018: not" in " ".join(texts(chart))
    assert lowest(chart) <= chart.height


def test_hostile_words_stay_words():
    hostile = "<script>&</script>"
    chart = trend(mark(1, hostile), mark(None, hostile), mark(3, status=hostile), label=hostile)
    assert texts(chart).count(hostile) >= 3
    assert "script" not in {element.tag.rpartition("}")[2] for element in image(chart).iter()}


def test_long_figures_have_room_at_both_ends():
    short, long = (trend(mark(1, shown), mark(2, shown), mark(3, shown)) for shown in ("5", "999 999 999"))
    first_short, first_long = (length(shapes(chart, "circle")[0], "cx") for chart in (short, long))
    assert first_short < first_long < 50
