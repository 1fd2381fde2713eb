"""The shape of a file: each message names the line, the mistake and what to write instead; the schemas hold themselves."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from rights_kb import documents, schema
from rights_kb.strict_yaml import read_text

from .conftest import BEES, SCHEMAS

SCHEMA_FILES = sorted(SCHEMAS.glob("*.json"))
KINDS = [*documents.FILES, *documents.FOLDERS, "page"]


def told_of(kind: str, text: str, first_line: int = 1) -> list[str]:
    data, problems = read_text(text, "f.yml", first_line)
    assert problems == []
    return [str(problem) for problem in schema.problems(data, kind, SCHEMAS, "f.yml", first_line)]


def bees(file: str, old: str, new: str) -> tuple[str, int]:
    """A file of the small guide with one change, and the line of the change."""
    text = (BEES / "data" / file).read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1), text.count("\n", 0, text.index(old)) + 1


def told(kind: str, file: str, old: str, new: str, down: int = 0) -> list[str]:
    """The problems of a file with one mistake, without the place, once the place is found to be right."""
    text, line = bees(file, old, new)
    place = f"f.yml:{line + down}  "
    problems = told_of(kind, text)
    assert all(problem.startswith(place) for problem in problems), (place, problems)
    return [problem.removeprefix(place) for problem in problems]


# What the messages say


@pytest.mark.parametrize("typed", ["12,4", "12.4", "12.4%", "12,4 %"])
def test_a_number_that_is_typed_as_text_is_told_how_to_be_written(typed):
    found = told("table", "tables/hives.yml", "value: 12.5", f'value: "{typed}"')
    assert found == [f"`value`: '{typed}' is not a number. Write 12.4."]


def test_a_number_with_a_comma_is_told_how_to_be_written():
    assert told("indicator", "indicator.yml", "value: 10", "value: 12,4") == ["`value`: '12,4' is not a number. Write 12.4."]


def test_a_number_in_quotes_with_a_space_is_told_how_to_be_written():
    assert told("indicator", "indicator.yml", "value: 10", 'value: "1 000"') == [
        "`value`: '1 000' is not a number. Write 1000."
    ]


def test_a_word_for_a_number_gets_an_example():
    found = told("table", "tables/hives.yml", "value: 12.5", "value: many")
    assert found == ["`value`: 'many' is not a number. Write e.g. 12.4."]


def test_a_missing_key_is_told_with_an_example():
    text, _ = bees("indicator.yml", "unit: coin\n", "")
    assert told_of("indicator", text) == ["f.yml:1  `unit` is missing. Write e.g. `unit: child-labour`."]


def test_a_missing_list_is_told_with_an_example_of_a_list():
    text, _ = bees("indicator.yml", "sources: [hive-count]\n", "")
    assert told_of("indicator", text) == ["f.yml:1  `sources` is missing. Write e.g. `sources: [child-labour]`."]


def test_a_missing_date_is_told_with_an_example_of_a_date():
    text, _ = bees("indicator.yml", "checked: 2026-03-01\n", "")
    assert told_of("indicator", text) == ["f.yml:1  `checked` is missing. Write e.g. `checked: 2026-11-22`."]


def test_every_missing_key_is_told():
    found = told_of("indicator", "value: 10\nunit: coin\nstatus: confirmed")
    assert [problem.split("`")[1] for problem in found] == ["sources", "checked", "check_again"]


def test_a_misspelt_key_is_told_the_nearest_one():
    found = told("laws", "laws.yml", 'number: "7"', 'nubmer: "7"')
    assert found == ["`nubmer` is not a key here. Write `number`."]


def test_a_strange_key_is_told_what_may_stand_there():
    found = told("table", "tables/honey.yml", "tolerance: 0", "tolerance: 0\n    qqq: 1", down=1)
    assert found == ["`qqq` is not a key here. Write one of: differs, dimension, parts, period, tolerance, total."]


def test_a_value_outside_a_list_of_words_is_told_the_words_and_the_nearest():
    found = told("indicator", "indicator.yml", "status: confirmed", "status: confrimed")
    words = "confirmed, secondary, unverified, superseded, disputed"
    assert found == [f"`status`: 'confrimed' is not one of {words}. Write confirmed."]


def test_a_value_far_from_a_list_of_words_gets_an_example():
    found = told("indicator", "indicator.yml", "status: confirmed", "status: qqq")
    words = "confirmed, secondary, unverified, superseded, disputed"
    assert found == [f"`status`: 'qqq' is not one of {words}. Write e.g. confirmed."]


@pytest.mark.parametrize("typed", ["2026-3-1", "01.03.2026", "2026-13-01", "2026-03-32", "2026", "soon"])
def test_a_date_in_another_form_is_told_with_an_example(typed):
    found = told("indicator", "indicator.yml", "checked: 2026-03-01", f'checked: "{typed}"')
    assert found == [f"`checked`: '{typed}' is not a date: year-month-day. Write e.g. 2026-11-22."]


def test_a_slug_with_capitals_is_told_its_form():
    found = told("indicator", "indicator.yml", "unit: coin", "unit: Coin")
    assert found == ["`unit`: 'Coin' is not lower-case Latin letters and digits joined by hyphens. Write e.g. child-labour."]


@pytest.mark.parametrize("typed", ["2024-Q5", "2024-H3", "2024-13", "24", "2024/25", "last year"])
def test_a_period_in_another_form_is_told_its_forms(typed):
    found = told("table", "tables/hives.yml", "period: 2025", f'period: "{typed}"')
    forms = "a year, half-year, quarter, month, day, or two of them joined by a slash"
    assert found == [f"`period`: '{typed}' is not {forms}. Write e.g. 2018."]


def test_an_article_that_is_no_text_is_told_to_stand_in_quotes():
    found = told("penalty", "penalties/poisoning-bees.yml", 'article: "9"', "article: 9")
    assert found == ['`article`: 9 is not a text. Write e.g. "14(2)".']


def test_a_phone_number_without_quotes_is_told_to_stand_in_quotes():
    assert told("helplines", "helplines.yml", 'dial: "5555"', "dial: 5555") == [
        '`dial`: 5555 is not a text. Write e.g. "111".'
    ]


def test_a_figure_without_value_or_reason_is_told_of_both():
    found = told("table", "tables/honey.yml", "{period: 2024, value: 60}", "{period: 2024}")
    assert found == ["One of `value` or `absent` is missing. Unknown is `absent` with the reason."]


def test_a_figure_with_value_and_reason_is_told_to_keep_one():
    found = told(
        "table", "tables/honey.yml", "{period: 2024, value: 60}", "{period: 2024, value: 60, absent: {ru: x, en: x}}"
    )
    assert found == ["`value` and `absent` exclude each other. Keep one of the two."]


def test_a_text_that_is_a_word_is_told_to_be_a_mapping():
    found = told("glossary", "glossary.yml", "{ru: пасека, en: apiary}", "пасека")
    assert found == ["`terms`: 'пасека' is not a mapping (`key: value`). Write e.g. {ky: …, ru: …, en: …}."]


def test_an_empty_text_is_told_to_be_written():
    assert told("glossary", "glossary.yml", "ru: пасека", 'ru: ""') == ["`ru`: it is empty. Write a text."]


def test_a_text_of_spaces_is_refused():
    assert told("glossary", "glossary.yml", "ru: пасека", 'ru: "  "') == [
        "`ru`: '  ' has not the form that is needed here. Write a text."
    ]


def test_a_language_by_its_name_is_refused_at_its_line():
    found = told("glossary", "glossary.yml", "ru: пасека", "russian: пасека")
    advice = "Write small Latin letters; a text has language codes there."
    assert found == [f"`russian` is not a name that may stand here. {advice}"]


def test_a_long_value_is_shown_shortened():
    (problem,) = told("indicator", "indicator.yml", "unit: coin", f'unit: "{"X" * 100}"')
    assert f"'{'X' * 57}…'" in problem


def test_a_list_entry_twice_is_refused():
    (problem,) = told("indicator", "indicator.yml", "[hive-count]", "[hive-count, hive-count]")
    assert problem.startswith("`sources`: the same entry stands twice.")


def test_a_number_out_of_range_is_refused():
    assert told("table", "tables/hives.yml", "decimals: 1", "decimals: 9") == [
        "`decimals`: 9 is out of range. Write e.g. 1."
    ]


def test_a_decimal_where_a_whole_number_belongs_is_refused():
    assert told("table", "tables/hives.yml", "decimals: 1", "decimals: 1.5") == [
        "`decimals`: 1.5 is not a whole number. Write e.g. 1."
    ]


def test_a_file_that_is_a_list_instead_of_a_mapping_is_refused():
    assert told_of("indicator", "- a")[0].startswith("f.yml:1  This entry: this list is not a mapping")


# Of several forms, the one that was meant


def test_hours_without_an_end_are_told_the_end():
    found = told("helplines", "helplines.yml", 'hours: {from: "09:00", to: "18:00"}', 'hours: {from: "09:00"}')
    assert found == ['`to` is missing. Write e.g. `to: "09:00"`.']


@pytest.mark.parametrize(
    ("typed", "shown"), [("sometimes", "'sometimes'"), ("5", "5"), ("{}", "this mapping"), ("[a]", "this list")]
)
def test_hours_in_no_form_are_told_all_forms(typed, shown):
    found = told("helplines", "helplines.yml", 'hours: {from: "09:00", to: "18:00"}', f"hours: {typed}")
    forms = 'always, {from: "09:00", to: "18:00"} or {absent: why}'
    assert found == [f"`hours`: {shown} is not {forms}. Write e.g. always."]


def test_a_value_of_a_text_that_is_no_number_is_told_so():
    found = told("rules", "rules/bee-law.yml", "{value: 100, unit: metre}", '{value: "100", unit: metre}')
    assert found == ["`value`: '100' is not a number. Write 100."]


def test_a_range_without_its_end_is_told_the_end():
    found = told("rules", "rules/bee-law.yml", "{value: 100, unit: metre}", "{from: 100, unit: metre}")
    assert found == ["`to` is missing. Write e.g. `to: 12.4`."]


def test_a_fine_without_its_upper_end_is_told_it():
    found = told("penalty", "penalties/poisoning-bees.yml", "{from: 10, to: 20}", "{from: 10}")
    assert found == ["`to` is missing. Write e.g. `to: 1`."]


# Lines


def test_a_mistake_in_an_entry_of_a_list_has_the_line_of_its_key():
    assert told_of("sources", "- id: a\n\n- id: B")[-1].startswith("f.yml:3  ")


def test_a_key_missing_in_an_entry_has_the_line_of_the_entry():
    text, line = bees("laws.yml", "- id: bee-law-old\n", "- id: bee-law-old\n")
    assert told_of("laws", text.replace("  status: repealed\n", "")) == [
        f"f.yml:{line}  `status` is missing. Write e.g. `status: in-force`."
    ]


def test_a_mistake_inside_a_flow_mapping_has_its_own_line():
    text = "value: 1\nunit: coin\nstatus: confirmed\nsources: [a,\n  b,\n  C]\nchecked: 2026-01-01\ncheck_again: 2026-01-01"
    assert told_of("indicator", text)[0].startswith("f.yml:6  ")


def test_lines_of_front_matter_count_from_the_first_line_of_the_file():
    assert told_of("page", "title: x\nsummary: x\naudience: [bee]\nlaws: []\nreviewed: null\ntranslation: original", 2) == [
        "f.yml:4  This entry: 'bee' is not one of child, parent, teacher, anyone. Write e.g. child."
    ]


def test_several_mistakes_are_told_at_once():
    text, _ = bees("indicator.yml", "status: confirmed", "status: sure")
    found = told_of("indicator", text.replace("unit: coin", "unit: 5").replace("checked: 2026-03-01", "checked: today"))
    assert sorted(problem.split("  ")[0] for problem in found) == ["f.yml:2", "f.yml:3", "f.yml:5"]


# The schemas themselves


@pytest.mark.parametrize("path", SCHEMA_FILES, ids=lambda path: path.stem)
def test_every_schema_is_a_valid_json_schema(path):
    Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SCHEMA_FILES, ids=lambda path: path.stem)
def test_every_schema_is_named_by_its_file(path):
    assert json.loads(path.read_text(encoding="utf-8"))["$id"] == path.name


@pytest.mark.parametrize("path", SCHEMA_FILES, ids=lambda path: path.stem)
def test_every_reference_of_a_schema_leads_somewhere(path):
    registry = _registry()
    for reference in _references(json.loads(path.read_text(encoding="utf-8"))):
        assert registry.resolver(path.name).lookup(reference).contents


def test_every_kind_of_file_has_its_schema():
    assert {path.stem for path in SCHEMA_FILES} == {*KINDS, "common"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_refuses_what_is_not_listed(kind):
    top = json.loads((SCHEMAS / f"{kind}.json").read_text(encoding="utf-8"))
    entry = top.get("items", top)
    closed = entry.get("additionalProperties")
    assert closed is False or isinstance(closed, dict)


def _registry() -> Registry:
    found = [(path.name, Resource.from_contents(json.loads(path.read_text(encoding="utf-8")))) for path in SCHEMA_FILES]
    return Registry().with_resources(found)


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)


def _with_examples(node: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    """Every place of a schema that has examples, with each of them."""
    if isinstance(node, dict):
        for example in node.get("examples", ()) if isinstance(node.get("examples"), list) else ():
            yield pointer, example
        for key, value in node.items():
            if key != "examples":
                yield from _with_examples(value, f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(node, list):
        for position, value in enumerate(node):
            yield from _with_examples(value, f"{pointer}/{position}")


EXAMPLES = [
    (path.name, pointer, example)
    for path in SCHEMA_FILES
    for pointer, example in _with_examples(json.loads(path.read_text(encoding="utf-8")), "")
]


@pytest.mark.parametrize(("file", "pointer", "example"), EXAMPLES, ids=lambda value: str(value))
def test_every_example_of_a_schema_is_valid_as_a_maintainer_would_type_it(file, pointer, example):
    # An example is YAML as it is typed: "[ky, ru]" is a list, and "\"111\"" a text. A date part may be a text or a year.
    data, problems = read_text(f"it: {example}", "f.yml")
    errors = [
        error.message
        for error in Draft202012Validator({"$ref": f"{file}#{pointer}"}, registry=_registry()).iter_errors(data["it"])
    ]
    assert (problems, errors) == ([], [])
