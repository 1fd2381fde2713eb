"""`kb import sdmx` shows what an official file changes, writes only that, and refuses what does not fit."""

import shutil
from pathlib import Path

import pytest

from rights_kb.cli import main

FIXTURES = Path(__file__).parents[1] / "fixtures" / "sdmx"
TABLE = "data/tables/honey.yml"


@pytest.fixture
def honey(guide):
    """The guide about bees with official codes, and an official file that says the same as its table."""
    guide.change(TABLE, "claims: [B1]", "official: {series: HONEY, file: honey, unit_code: KG}\nclaims: [B1]")
    codes = {"Region}\n  total": "AREA", "All regions}": "LAND", "North}": "NO1", "South}": "SO1"}
    for words, code in codes.items():
        name, _, rest = words.partition("\n")
        indentation = "  " if rest else "      "
        new = f"{name}\n{indentation}sdmx: {code}" + (f"\n{rest}" if rest else "")
        guide.change("data/dimensions.yml", words, new)
    for path in FIXTURES.iterdir():
        shutil.copy(path, guide.root / path.name)
    return guide


def kb(guide, *options, table="honey"):
    file, structure = guide.root / "honey.xml", guide.root / "structure.xml"
    arguments = ["import", "sdmx", file, "--structure", structure, "--table", table, *options]
    return main(["--root", str(guide.root), *map(str, arguments)])


def test_the_guide_with_official_codes_has_no_problem(honey):
    assert honey.told() == []


def test_a_file_that_says_the_same_changes_nothing(honey, capsys):
    before = honey.text(TABLE)
    assert kb(honey, "--write") == 0
    assert honey.text(TABLE) == before
    assert "6 official figures belong to it; none differs." in capsys.readouterr().out


def test_each_difference_is_shown_with_its_line_and_official_code_and_nothing_is_written(honey, capsys):
    honey.change("honey.xml", 'OBS_VALUE="25.0"', 'OBS_VALUE="26"')
    honey.change("honey.xml", 'TIME_PERIOD="2024" OBS_VALUE="35"', 'TIME_PERIOD="2025" OBS_VALUE="37"')
    before = honey.text(TABLE)
    assert kb(honey) == 1
    said = capsys.readouterr().out
    changed = honey.line(TABLE, "{period: 2024, region: north")
    gone = honey.line(TABLE, "{period: 2024, region: south")
    assert f"{TABLE}:{changed}  changed  2024, region north (AREA NO1): 25 → 26 (look at its note `late`)" in said
    assert f"{TABLE}:{gone}  gone     2024, region south (AREA SO1): not in the file." in said
    assert f"{TABLE}  new      2025, region south (AREA SO1): → 37" in said
    assert "1 new, 1 changed, 1 gone" in said
    assert honey.text(TABLE) == before


def test_only_the_values_are_written_and_a_second_import_changes_nothing(honey, capsys):
    honey.change(TABLE, "  - {period: 2024, value: 60}", "  # the whole land\n  - {period: 2024,  value:   60}  # kept")
    honey.change("honey.xml", 'OBS_VALUE="60"', 'OBS_VALUE="61"')
    honey.change("honey.xml", 'OBS_VALUE="25.0"', 'OBS_VALUE="26"')
    before = honey.text(TABLE)
    assert kb(honey, "--write") == 0
    after = before.replace("value:   60", "value: 61").replace("region: north, value: 25", "region: north, value: 26")
    assert honey.text(TABLE) == after
    capsys.readouterr()
    assert kb(honey, "--write") == 0
    assert "none differs" in capsys.readouterr().out
    assert honey.text(TABLE) == after


def test_a_new_figure_stands_where_the_order_of_periods_puts_it(honey):
    honey.change(
        "honey.xml",
        '<Obs TIME_PERIOD="2023" OBS_VALUE="20"',
        '<Obs TIME_PERIOD="2022" OBS_VALUE="19"/>\n<Obs TIME_PERIOD="2023" OBS_VALUE="20"',
    )
    honey.change(
        "honey.xml",
        '<Obs TIME_PERIOD="2024" OBS_VALUE="35"',
        '<Obs TIME_PERIOD="2025" OBS_VALUE="37"/>\n<Obs TIME_PERIOD="2024" OBS_VALUE="35"',
    )
    assert kb(honey, "--write") == 0
    listed = honey.text(TABLE).partition("observations:\n")[2].splitlines()
    assert listed[0] == "  - {period: 2022, region: north, value: 19}"
    assert listed[-1] == "  - {period: 2025, region: south, value: 37}"
    assert len(listed) == 8


def test_a_figure_that_was_absent_is_written_where_its_reason_stood(honey):
    reason = "absent: {ru: Не считали., en: Nobody counted.}"
    honey.change(TABLE, "region: south, value: 35", f"region: south, {reason}")
    assert kb(honey, "--write") == 0
    assert "- {period: 2024, region: south, value: 35}" in honey.text(TABLE)


def test_a_figure_from_another_source_is_left_as_it_is(honey, capsys):
    honey.change(TABLE, "region: south, value: 35", "region: south, value: 34, source: [bee-book]")
    before = honey.text(TABLE)
    assert kb(honey, "--write") == 1
    assert (
        "kept     2024, region south (AREA SO1): 35 in the file, but ours has a source of its own."
        in capsys.readouterr().out
    )
    assert honey.text(TABLE) == before


@pytest.mark.parametrize("typed", ["NaN", ""])
def test_a_figure_that_the_file_leaves_empty_is_gone_and_stays(honey, capsys, typed):
    honey.change("honey.xml", 'OBS_VALUE="35"', f'OBS_VALUE="{typed}"')
    before = honey.text(TABLE)
    assert kb(honey, "--write") == 1
    assert "gone     2024, region south (AREA SO1): not in the file. Left as it is" in capsys.readouterr().out
    assert honey.text(TABLE) == before


def test_figures_without_series_around_them_are_read_too(honey, capsys):
    text = honey.text("honey.xml")
    head, _, rest = text.partition("    <Series")
    flat = '<Obs SERIES="HONEY" AREA="LAND" FLOWER="_T" UNIT_MEASURE="KG" TIME_PERIOD="2023" OBS_VALUE="51"/>'
    honey.write("honey.xml", f"{head}{flat}\n  </message:DataSet>{rest.partition('</message:DataSet>')[2]}")
    assert kb(honey) == 1
    assert "changed  2023: 50 → 51" in capsys.readouterr().out


def test_lines_that_end_as_on_windows_stay_so(honey):
    path = honey.root / TABLE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    honey.change("honey.xml", 'TIME_PERIOD="2024" OBS_VALUE="35"', 'TIME_PERIOD="2025" OBS_VALUE="37"')
    kb(honey, "--write")
    text = path.read_bytes()
    assert b"value: 37}\r\n" in text
    assert text.count(b"\n") == text.count(b"\r\n")


def entity_bomb(text):
    letters = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    head, _, rest = text.partition("\n")
    return f'{head}\n<!DOCTYPE bomb [<!ENTITY e0 "ha">{letters}]>\n{rest.replace("HONEY", "&e9;", 1)}'


WRONG = {
    "truncated": (lambda text: text[: len(text) // 2], "it is no whole XML"),
    "empty": (lambda text: "", "it is no whole XML"),
    "no XML": (lambda text: "period;value\n2023;50\n", "it is no whole XML"),
    "an entity bomb": (entity_bomb, "it declares a document type or entities"),
    "an entity that reads a file": (
        lambda text: text.replace("\n", '\n<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>\n', 1),
        "it declares a document type or entities",
    ),
    "another structure": (lambda text: text.replace('id="HIVES"', 'id="WASPS"'), "of the structure BEES:WASPS(1.0)"),
    "another publisher": (lambda text: text.replace('agencyID="BEES"', 'agencyID="ANTS"'), "of the structure ANTS:HIVES"),
    "another kind of message": (
        lambda text: text.replace("message:StructureSpecificData", "message:GenericData"),
        "it is `GenericData`. Give structure-specific data",
    ),
    "no header": (lambda text: text.replace("message:Header", "message:Head"), "its header names no data structure"),
    "another unit": (lambda text: text.replace('UNIT_MEASURE="KG"', 'UNIT_MEASURE="LB"'), "The file counts in `LB`"),
    "no unit": (lambda text: text.replace(' UNIT_MEASURE="KG"', ""), "The file counts in `no unit`"),
    "thousands": (lambda text: text.replace('UNIT_MULT="0"', 'UNIT_MULT="3"'), "to the power of 3"),
    "a member the guide lacks": (
        lambda text: text.replace('AREA="SO1"', 'AREA="WE1"'),
        "No member of `region` has the official code WE1 (West). Write one with `sdmx: WE1`",
    ),
    "a code the structure lacks": (lambda text: text.replace('AREA="SO1"', 'AREA="E"'), "has no code E of AREA"),
    "another series": (lambda text: text.replace('"HONEY"', '"WAX"'), "no figure of the series HONEY"),
    "a dimension that is missing": (lambda text: text.replace(' AREA="SO1"', ""), "has no AREA"),
    "more decimals": (lambda text: text.replace('"25.0"', '"25.04"'), "a source is never rounded"),
    "a word for a number": (lambda text: text.replace('"25.0"', '"many"'), "`many` is no number"),
    "an endless number": (lambda text: text.replace('"25.0"', '"1e999999"'), "is no number"),
    "a formula": (lambda text: text.replace('"25.0"', '"=cmd"'), "is no number"),
    "a period that is none": (lambda text: text.replace('"2024"', '"soon"'), "`soon` is no year"),
    "the same figure twice": (lambda text: text.replace('AREA="SO1"', 'AREA="NO1"'), "Two official figures for 2023"),
    "figures to delete": (lambda text: text.replace('"Information"', '"Delete"'), "it asks to delete figures"),
    "nothing in it": (lambda text: text.replace("<Series", "<S").replace("</Series", "</S"), "no observation"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_does_not_fit_is_refused_with_a_reason_and_nothing_is_written(honey, capsys, case):
    wrong, said = WRONG[case]
    before, text = honey.text(TABLE), honey.text("honey.xml")
    made = wrong(text)
    assert made != text
    honey.write("honey.xml", made)
    assert kb(honey, "--write") == 2
    assert said in capsys.readouterr().err
    assert honey.text(TABLE) == before
    assert sorted(path.name for path in (honey.root / "data/tables").iterdir()) == ["hives.yml", "honey.yml"]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            TABLE,
            "official: {series: HONEY, file: honey, unit_code: KG}\n",
            "",
            "does not say which official series and unit",
        ),
        (TABLE, ", unit_code: KG", "", "does not say which official series and unit"),
        (TABLE, "value: 50", "value: '50'", "Put them right first: `kb check` shows them."),
        ("data/dimensions.yml", "\n  sdmx: AREA", "", "The dimension `region` has no official code."),
        ("data/dimensions.yml", "sdmx: AREA", "sdmx: PLACE", "has no dimension PLACE"),
        ("structure.xml", "<mes:Structure ", "<mes:Structures ", "it is no whole XML"),
    ],
)
def test_a_guide_that_is_not_ready_is_told_what_to_write(honey, capsys, file, old, new, said):
    honey.change(file, old, new)
    before = honey.text(TABLE)
    assert kb(honey, "--write") == 2
    assert said in capsys.readouterr().err
    assert honey.text(TABLE) == before


def test_observations_in_one_line_are_not_written(honey, capsys):
    text = honey.text(TABLE)
    head, _, listed = text.partition("observations:\n")
    flow = ", ".join(line.strip().removeprefix("- ") for line in listed.splitlines())
    honey.write(TABLE, f"{head}observations: [{flow}]\n")
    before = honey.text(TABLE)
    honey.change("honey.xml", 'OBS_VALUE="60"', 'OBS_VALUE="61"')
    assert kb(honey, "--write") == 2
    assert "write each observation in a line of its own" in capsys.readouterr().err
    assert honey.text(TABLE) == before


def test_an_unknown_table_is_refused_with_near_names(honey, capsys):
    assert kb(honey, table="hony") == 2
    assert "There is no table `hony`. Write one of: honey." in capsys.readouterr().err


def test_a_newer_edition_of_the_structure_is_told_and_its_new_codes_are_looked_up_in_the_guide(honey, capsys):
    honey.change("honey.xml", 'version="1.0"/>', 'version="1.1"/>')
    honey.change("structure.xml", '<str:Code id="SO1"><com:Name xml:lang="en">South</com:Name></str:Code>', "")
    assert kb(honey) == 0
    assert "every code is looked up" in capsys.readouterr().err
