"""In the file of a table no two columns have the same name: a dimension may not be called like a column that is there."""

import pytest

RULE = "columns_are_told_apart"
HONEY = "data/tables/honey.yml"


def rename(guide, name):
    for file in ("data/dimensions.yml", HONEY):
        guide.write(file, guide.text(file).replace("region", name))


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


@pytest.mark.parametrize("name", ["unit", "sources", "status-name"])
def test_a_dimension_called_like_a_column_is_a_problem(guide, name):
    rename(guide, name)
    column = name.replace("-", "_")
    what = f"The file of the table would have two columns `{column}`: one of them is a dimension."
    assert f"{HONEY}:1  {what} Call the dimension otherwise in data/dimensions.yml." in guide.told_by(RULE)


def test_a_dimension_with_a_name_of_its_own_is_right(guide):
    rename(guide, "part-of-the-country")
    assert guide.told_by(RULE) == []
