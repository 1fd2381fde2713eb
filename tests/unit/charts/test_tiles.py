"""Each tile stands in its place, with its name, its figure and a bar as long as the figure."""

from decimal import Decimal

import pytest

from rights_kb.render.charts.model import Mark, Tiles
from rights_kb.render.charts.tiles import drawn

from .images import SVG, image, length, texts


def mark(label, number, shown=None, **more):
    return Mark(label, shown or str(number), None if number is None else Decimal(str(number)), **more)


def tiles(*rows, whole=None):
    return drawn(Tiles(whole, rows), "c")


def places(chart):
    """The tiles by their first line of text: x and width in per cent, y and height in em."""
    found = image(chart).findall(f"{SVG}svg")
    return {tile.find(f"{SVG}text").text: [length(tile, key) for key in ("x", "width", "y", "height")] for tile in found}


def bar(chart, position):
    return image(chart).findall(f"{SVG}svg")[position].findall(f"{SVG}g/{SVG}rect")[1:]


def test_tiles_stand_in_their_rows_and_columns():
    found = places(tiles((mark("a", 1), mark("b", 2)), (mark("c", 3), None)))
    assert found["a"][2] == found["b"][2] < found["c"][2]
    assert found["a"][0] == found["c"][0] == 0 < found["a"][1] < found["b"][0]
    assert found["b"][0] + found["b"][1] == pytest.approx(100, abs=0.02)


def test_an_empty_place_stays_empty():
    found = places(tiles((None, mark("a", 1)), (mark("b", 1), mark("c", 1))))
    assert list(found) == ["a", "b", "c"] and found["a"][0] == found["c"][0] > 0


def test_bars_are_as_long_as_their_figures():
    chart = tiles((mark("a", 30), mark("b", 15)), whole=mark("all", 20, hatched=True))
    assert [length(bar(chart, place)[0], "width") for place in range(3)] == [66.67, 100, 50]


def test_the_whole_stands_above_the_map_as_wide_as_it_and_hatched():
    chart = tiles((mark("a", 30), mark("b", 15)), whole=mark("all", 20, hatched=True))
    found = places(chart)
    assert found["all"][:2] == [0, 100] and found["all"][2] + found["all"][3] < found["a"][2]
    assert bar(chart, 0)[0].get("fill") == "url(#c-hatch)"


def test_what_is_absent_has_its_word_and_neither_bar_nor_ground():
    chart = tiles((mark("a", 30), mark("b", None, "unknown", noted=True)))
    assert texts(chart) == ["a", "30", "b", "unknown*"] and bar(chart, 1) == []
    (edge,) = image(chart).findall(f"{SVG}svg")[1].findall(f"{SVG}g/{SVG}rect")
    assert (edge.get("fill"), bool(edge.get("stroke-dasharray"))) == ("none", True)


@pytest.mark.parametrize("numbers", [(5,), (-5, 5), (0, 0), (10**15, 1), (None, None)], ids=str)
def test_whatever_the_figures_are_a_map_is_drawn(numbers):
    chart = tiles(tuple(mark(f"m{place}", number) for place, number in enumerate(numbers)))
    assert len(places(chart)) == len(numbers) and chart.height > 0


def test_long_names_make_all_tiles_higher_and_nothing_is_lost():
    name = "Джалал-Абадская область"
    chart = tiles((mark(name, 30), mark("b", 15), mark("c", 5)))
    assert "".join(texts(chart)[:-5]) == name.replace(" ", "")
    assert len({place[3] for place in places(chart).values()}) == 1
    inside = [length(text, "y") for text in image(chart).findall(f"{SVG}svg")[0].findall(f"{SVG}text")]
    assert max(inside) < places(chart)["b"][3] - 0.6


def test_a_status_is_told_in_its_tile_and_the_bar_is_an_outline():
    chart = tiles((mark("a", 30, status="second-hand"), mark("b", 15), mark("c", 1)))
    assert texts(chart)[:4] == ["a", "30", "second-", "hand"]
    assert (bar(chart, 0)[0].get("fill"), bar(chart, 1)[0].get("fill")) == ("none", None)


def test_hostile_words_stay_words():
    hostile = "<script>&</script>"
    chart = tiles((mark(hostile, 1, hostile, status=hostile), mark("b", 2)))
    assert texts(chart).count(hostile) == 3
    assert "script" not in {element.tag.rpartition("}")[2] for element in image(chart).iter()}
