"""An id names one thing."""

import pytest

RULE = "ids_are_unique"
ADVICE = "Write another id, or remove one of the two entries."


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


@pytest.mark.parametrize(
    ("file", "id_"),
    [
        ("data/sources.yml", "hive-count"),
        ("data/laws.yml", "bee-law"),
        ("data/rules/bee-law.yml", "distance-to-school"),
        ("data/claims/bees.yml", "B1"),
        ("data/helplines.yml", "beekeepers"),
        ("data/glossary.yml", "apiary"),
    ],
)
def test_an_id_that_is_taken_is_a_problem(guide, file, id_):
    text = guide.text(file)
    first = guide.line(file, f"- id: {id_}\n")
    entry = f"- id: {id_}\n" + text.split(f"- id: {id_}\n")[1].partition("\n- id: ")[0].rstrip("\n")
    line = guide.add(file, entry)
    assert guide.told() == [f"{file}:{line}  The id `{id_}` is taken: {file}:{first}. {ADVICE}"]


def test_an_id_that_another_file_has_is_taken(guide):
    text = guide.text("data/rules/bee-law.yml")
    first = guide.line("data/rules/bee-law.yml", "- id: working-hours")
    guide.write("data/rules/more.yml", text[text.index("- id: working-hours") :])
    assert guide.told() == [
        f"data/rules/more.yml:1  The id `working-hours` is taken: data/rules/bee-law.yml:{first}. {ADVICE}"
    ]


def test_the_same_id_in_another_kind_of_file_is_free(guide):
    guide.change("data/glossary.yml", "- id: apiary", "- id: bee-law")
    assert guide.told() == []


def test_a_case_that_stands_twice_is_a_problem(guide):
    file = "data/penalties/poisoning-bees.yml"
    line = guide.change(file, "id: on-purpose", "id: by-carelessness")
    assert guide.told() == [f"{file}:{line}  The case `by-carelessness` stands twice. Write another id."]


def test_a_note_that_stands_twice_is_a_problem(guide):
    file = "data/tables/honey.yml"
    line = guide.change(file, "sums:", "  - id: late\n    text: {ru: Осень., en: Autumn.}\nsums:")
    assert guide.told() == [f"{file}:{line}  The note `late` stands twice. Write another id."]
