"""A map of tiles has a place for every member, no member twice, and rows of the same length."""

import pytest

RULE = "tiles_are_whole"
FILE = "data/dimensions.yml"


def with_tiles(guide, *rows):
    """The small guide with this map of its regions, and the line of the first row."""
    tiles = "".join(f"\n  - {row}" for row in rows)
    return guide.change(FILE, "  total: all\n", f"  total: all\n  tiles:{tiles}\n") + 2


@pytest.mark.parametrize("rows", [["[north, south]"], ["[null, north]", "[south, null]"]], ids=str)
def test_a_whole_map_passes(guide, rows):
    with_tiles(guide, *rows)
    assert guide.told() == []


def test_a_dimension_without_a_map_passes(guide):
    assert guide.told_by(RULE) == []


def test_a_member_without_a_place_is_a_problem(guide):
    line = with_tiles(guide, "[north]")
    what = "The map of `region` has no place for south. Give each member a place."
    assert guide.told() == [f"{FILE}:{line - 1}  {what}"]


def test_a_member_that_stands_twice_is_a_problem(guide):
    line = with_tiles(guide, "[north, south]", "[null, north]")
    assert guide.told() == [f"{FILE}:{line + 1}  `north` stands twice on the map of `region`. Leave one of the two places."]


def test_a_place_for_nobody_is_a_problem(guide):
    line = with_tiles(guide, "[north, sout]", "[south, null]")
    assert guide.told() == [f"{FILE}:{line}  There is no member of region `sout`. Write one of: south."]


def test_a_place_for_the_total_is_a_problem(guide):
    line = with_tiles(guide, "[north, south, all]")
    instead = "Write null; the total stands above the map by itself."
    assert guide.told() == [f"{FILE}:{line}  `all` is the total of `region` and has no place on its map. {instead}"]


def test_a_row_of_another_length_is_a_problem(guide):
    line = with_tiles(guide, "[north, null]", "[south]")
    what = "This row of the map of `region` is 1 long, the first one 2. Write null where a place is empty."
    assert guide.told() == [f"{FILE}:{line + 1}  {what}"]


def test_every_problem_is_told_at_once(guide):
    with_tiles(guide, "[nort, all]", "[north]")
    assert len(guide.told()) == 4


def test_a_map_that_is_no_list_is_told_by_its_shape(guide):
    line = guide.change(FILE, "  total: all\n", "  total: all\n  tiles: north\n") + 1
    assert guide.told()[0].startswith(f"{FILE}:{line}  `tiles`: 'north' is not a list")
