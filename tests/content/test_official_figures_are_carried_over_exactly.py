"""The tables of the committee's indicators equal its own files, observation by observation, both ways."""

import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
import real_guide

FILES = real_guide.ROOT.parent / "shared" / "facts" / "nsc-sdg"
PERIOD = "TIME_PERIOD"
INDICATORS = {
    "child-labour": "8.7.1",
    "violent-discipline": "16.2.1",
    "married-before-15": "5.3.1",
    "married-before-18": "5.3.1",
    "birth-registration": "16.9.1",
}
# Breakdowns that the guide does not carry: by wealth, schooling, disability, school attendance.
NOT_CARRIED = {"INCOME_WEALTH_QUANTILE", "EDUCATION_LEV", "DISABILITY_STATUS", "COMPOSITE_BREAKDOWN"}
# The age of mothers and carers in the file of births, beside the ages of the children.
NOT_CARRIED_CODES = {("16.9.1", "AGE", "Y18T49")}


def official(table) -> dict[tuple, Decimal]:
    """The official figures by the codes of the dimensions that the guide carries, and by period."""
    found = {}
    for series in ET.parse(FILES / f"{table.official.file}.xml").getroot().iter("Series"):
        if series.get("SERIES") != table.official.series or any(series.get(name) != "_T" for name in NOT_CARRIED):
            continue
        if any((table.official.file, name, code) in NOT_CARRIED_CODES for name, code in series.items()):
            continue
        for observation in series:
            key = (*(series.get(name) for name in codes(table)), observation.get(PERIOD))
            assert key not in found, f"Two official figures for {key}: the guide misses a dimension."
            found[key] = Decimal(observation.get("OBS_VALUE"))
    return found


def codes(table) -> list[str]:
    """The official names of the dimensions in which the table's figures differ or are fixed."""
    dimensions = real_guide.library().dimensions
    return sorted({*(dimensions[name].code for name in table.dimensions), *table.official.fixed})


def carried(table) -> dict[tuple, Decimal | None]:
    """The figures of the guide under the official codes; None where the guide says that there is none."""
    dimensions = real_guide.library().dimensions
    found = {}
    for item in table.observations:
        key = dict(table.official.fixed)
        for name, member in zip(table.dimensions, item.members, strict=True):
            dimension = dimensions[name]
            total = table.official.total.get(dimension.code) if member == dimension.total else None
            key[dimension.code] = total or dimension.members[member].code
        found[*(key[name] for name in codes(table)), item.period] = item.value
    return found


@pytest.mark.skipif(not FILES.is_dir(), reason=f"The official files are not beside the project ({FILES}).")
@pytest.mark.parametrize("slug", INDICATORS)
def test_a_table_equals_the_official_file(slug):
    table = real_guide.library().tables[slug]
    assert table.official.file == INDICATORS[slug]
    theirs, ours = official(table), carried(table)
    assert theirs
    wrong = {key: (ours.get(key, "missing"), value) for key, value in theirs.items() if ours.get(key) != value}
    assert not wrong, f"Ours and the official figure: {wrong}"
    invented = {key: value for key, value in ours.items() if key not in theirs and value is not None}
    assert not invented, f"No official figure: {invented}"


@pytest.mark.parametrize("slug", INDICATORS)
def test_a_table_of_official_figures_names_its_file_and_the_committee_as_its_source(slug):
    library = real_guide.library()
    table = library.tables[slug]
    assert table.official.file == INDICATORS[slug]
    assert table.status == "confirmed"
    assert [library.sources[id_].kind for id_ in table.sources] == ["data"]


def test_every_table_that_names_an_official_file_is_compared_here():
    assert {slug for slug, table in real_guide.library().tables.items() if table.official} == set(INDICATORS)
