"""The files of a table hold every figure of it, as typed, and nothing that a spreadsheet would run."""

import csv
import dataclasses
import io
import json
from decimal import Decimal

import pytest
import real_guide

from rights_kb import numbers
from rights_kb.models import Text
from rights_kb.render import downloads, tidy
from rights_kb.site.downloads import table_files

LIBRARY = real_guide.library()
of_every_language = pytest.mark.parametrize("language", LIBRARY.languages)
of_every_table = pytest.mark.parametrize("slug", LIBRARY.tables)


def read(text, separator=","):
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


@of_every_table
@of_every_language
def test_csv_holds_every_figure_as_it_was_typed(slug, language):
    table, context = LIBRARY.tables[slug], real_guide.context(language)
    head, *rows = read(tidy.text(table, context))
    assert all(head) and len({len(row) for row in [head, *rows]}) == 1
    column = head.index("value")
    typed = ["" if item.value is None else str(item.value) for item in table.observations]
    assert [row[column] for row in rows] == typed
    assert [row[0] for row in rows] == [item.period for item in table.observations]


@of_every_table
@of_every_language
def test_csv_has_the_same_columns_and_codes_in_every_language(slug, language):
    table = LIBRARY.tables[slug]
    found, default = (tidy.text(table, real_guide.context(code)) for code in (language, LIBRARY.project.default))
    codes = ["period", *(name.replace("-", "_") for name in table.dimensions), "value", "unit", "status", "sources"]
    (head, *rows), (wanted, *others) = read(found), read(default)
    assert head == wanted and set(codes) <= set(head)
    places = [head.index(name) for name in codes]
    assert [[row[place] for place in places] for row in rows] == [[row[place] for place in places] for row in others]


@of_every_table
@of_every_language
def test_csv_for_excel_says_the_same_in_words_with_the_signs_of_the_language(slug, language):
    table, context = LIBRARY.tables[slug], real_guide.context(language)
    text = downloads.excel_csv(table, context)
    assert text[0] == "\ufeff"
    point = numbers.separators(language)[1]
    titles = {column.name: column.title for column in tidy.columns(table, context)}
    names = [name for name in titles if f"{name}_name" not in titles and name not in ("approximate", "sources", "checked")]
    head, *rows = read(tidy.text(table, context))
    said = [[row[head.index(name)] for name in names] for row in rows]
    for row in said:
        row[names.index("value")] = row[names.index("value")].replace(".", point)
    shown = [row[:-1] for row in read(text[1:], ";" if point == "," else ",")]
    assert shown == [[titles[name] for name in names], *said]


@of_every_table
@of_every_language
def test_json_holds_every_figure_with_its_members_and_sources(slug, language):
    table = LIBRARY.tables[slug]
    found = json.loads(downloads.as_json(table, real_guide.context(language)), parse_float=Decimal, parse_int=Decimal)
    assert len(found["observations"]) == len(table.observations)
    known = {source["id"] for source in found["sources"]}
    names = {entry["id"]: {member["id"] for member in entry["members"]} for entry in found["dimensions"]}
    for entry, item in zip(found["observations"], table.observations, strict=True):
        assert (entry["period"], entry["value"]) == (item.period, item.value)
        assert tuple(entry["members"].values()) == item.members
        assert all(member is None or member in names[name] for name, member in entry["members"].items())
        assert set(entry["sources"]) <= known


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_looks_like_a_formula_is_guarded(sign):
    assert tidy.guarded(f"{sign}cmd|'/c calc'!A1") == f"'{sign}cmd|'/c calc'!A1"


def test_words_of_a_table_are_guarded_and_negative_figures_are_not():
    table, context = LIBRARY.tables["child-labour"], real_guide.context("en")
    first = dataclasses.replace(table.observations[0], value=Decimal("-1.5"), absent=Text({"en": "=cmd()"}))
    table = dataclasses.replace(table, observations=(first,))
    head, row = read(tidy.text(table, context))
    assert (row[head.index("note")], row[head.index("value")]) == ("'=cmd()", "-1.5")
    head, row = read(downloads.excel_csv(table, context)[1:])
    assert (row[head.index(context.label("note"))], row[head.index(context.label("figure"))]) == ("'=cmd()", "-1.5")


def test_the_files_of_a_language_stand_beside_its_home_page():
    found = table_files(LIBRARY)
    # Three for each table, and two that describe them all.
    assert len(found) == (3 * len(LIBRARY.tables) + 2) * len(LIBRARY.languages)
    default, other, *_ = LIBRARY.languages
    assert "data/child-labour.csv" in found and f"{other}/data/child-labour.json" in found
    assert not any(name.startswith(f"{default}/") for name in found)


def test_only_a_whole_table_leads_to_its_files():
    import macros

    def shown(call):
        return macros.render("{{ " + call + " }}", real_guide.context("en", "figures/child-labour"))

    assert 'href="../data/child-labour.csv"' in shown('kb_table("child-labour", about=True)')
    assert "kb-download" not in shown('kb_table("child-labour")')
