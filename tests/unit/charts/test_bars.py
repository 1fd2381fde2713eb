"""Bars are as long as their figures, each with its name and its figure, whatever these are."""

from decimal import Decimal

import pytest

from rights_kb.render.charts.bars import drawn
from rights_kb.render.charts.drawing import LETTERS
from rights_kb.render.charts.model import Bars, Mark, Series

from .images import image, length, lowest, shapes, texts


def mark(label, number, shown=None, **more):
    return Mark(label, shown or str(number), None if number is None else Decimal(str(number)), **more)


def bars(*marks, label=""):
    return drawn(Bars((Series(label, marks),)), "c")


def test_bars_are_as_long_as_their_figures():
    wide = [length(rect, "width") for rect in shapes(bars(mark("a", 30), mark("b", 15), mark("c", 1)), "rect")]
    assert wide[0] == pytest.approx(2 * wide[1], abs=0.02) == pytest.approx(30 * wide[2], abs=0.4)


def test_each_figure_stands_behind_its_bar():
    chart = bars(mark("a", 30), mark("b", 15))
    ends = [length(rect, "x") + length(rect, "width") for rect in shapes(chart, "rect")]
    starts = [length(text, "x") for text in shapes(chart, "text") if text.get("dx")]
    assert starts == pytest.approx(ends, abs=0.02)


def test_one_figure_makes_a_chart():
    chart = bars(mark("a", "4.5"))
    assert texts(chart) == ["a", "4.5"] and len(shapes(chart, "rect")) == 1


def test_what_is_absent_has_its_word_and_no_bar():
    chart = bars(mark("a", 3), mark("b", None, "unknown", noted=True))
    assert texts(chart) == ["a", "b", "3", "unknown*"] and len(shapes(chart, "rect")) == 1


def test_nothing_but_absent_figures_makes_a_chart():
    chart = bars(mark("a", None, "unknown"), mark("b", None, "no data"))
    assert texts(chart) == ["a", "b", "unknown", "no data"] and shapes(chart, "rect") == []


def test_zero_is_a_bar_without_length_and_keeps_its_figure():
    chart = bars(mark("a", 0), mark("b", 5))
    assert [length(rect, "width") > 0 for rect in shapes(chart, "rect")] == [False, True]
    assert "0" in texts(chart)


def test_a_loss_runs_to_the_left_of_zero():
    first, second = shapes(bars(mark("a", -10), mark("b", 10)), "rect")
    assert length(first, "x") == 0 < length(second, "x")
    assert length(first, "width") == pytest.approx(length(second, "width"), abs=0.02) == length(second, "x")
    assert len(shapes(bars(mark("a", -10), mark("b", 10)), "line")) == 1


@pytest.mark.parametrize("shown", ["5", "586 226*", "over 999,999,999,999", "x" * 60])
def test_the_longest_bar_leaves_room_for_its_figure(shown):
    (rect,) = shapes(bars(mark("a", 5, shown)), "rect")
    assert 20 <= length(rect, "width") <= 85
    assert length(rect, "width") == 20 or length(rect, "width") / 100 * 9.8 + 0.58 * len(shown) < 11.1


def test_a_long_name_is_broken_into_lines_and_nothing_of_it_is_lost():
    name = "Туугандары менен, камкордук таризделген эмес, Жалал-Абад облусунда"
    chart = bars(mark(name, 3))
    lines = texts(chart)[:-1]
    assert len(lines) > 2 and all(len(line) <= LETTERS for line in lines)
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")
    assert lowest(chart) <= chart.height


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '"><image href=x onerror=alert(1)>', "]]>&amp;<!--", "{{ x }}", "</svg>"]
)
def test_hostile_words_stay_words(hostile):
    chart = bars(mark(hostile, 3, hostile, status=hostile), label=hostile)
    assert {element.tag.rpartition("}")[2] for element in image(chart).iter()} <= {
        "svg",
        "title",
        "desc",
        "g",
        "text",
        "rect",
    }
    assert "".join(texts(chart)).replace(" ", "").count(hostile.replace(" ", "")) == 4


def test_a_hatched_bar_is_hatched_and_brings_the_pattern():
    chart = bars(mark("a", 3), mark("b", 2, hatched=True))
    assert [rect.get("fill") for rect in shapes(chart, "rect")] == [None, "url(#c-hatch)"]
    assert image(chart).xpath("//*[local-name()='pattern']/@id") == ["c-hatch"]


def test_a_chart_without_hatches_brings_no_pattern():
    assert image(bars(mark("a", 3))).xpath("//*[local-name()='pattern']") == []


def test_a_figure_that_is_not_confirmed_is_an_outline_with_its_status_in_words():
    chart = bars(mark("a", 3, status="not verified", hatched=True))
    (rect,) = shapes(chart, "rect")
    assert (rect.get("fill"), bool(rect.get("stroke-dasharray"))) == ("none", True)
    assert texts(chart) == ["a", "not verified", "3"]


def test_groups_have_their_names_above_their_bars():
    series = [Series(year, (mark("Boys", 3), mark("Girls", 2, hatched=True))) for year in ("2018", "2023")]
    chart = drawn(Bars(tuple(series)), "c")
    order = sorted(shapes(chart, "text"), key=lambda text: length(text, "y"))
    assert [text.text for text in order] == ["2018", "Boys", "3", "Girls", "2", "2023", "Boys", "3", "Girls", "2"]


def test_bars_do_not_lie_on_each_other_and_stay_inside():
    chart = bars(*(mark(f"m{number}", number) for number in range(12)))
    rects = shapes(chart, "rect")
    ends = [length(rect, "y") + length(rect, "height") for rect in rects]
    assert all(end < length(rect, "y") for end, rect in zip(ends, rects[1:], strict=False)) and ends[-1] < chart.height
