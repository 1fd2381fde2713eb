"""Every file can be read, fits its schema, and is one that the guide knows."""

import pytest

from rights_kb import documents

RULE = "files_have_their_shape"
KNOWN = ", ".join([*documents.FILES.values(), *(f"{folder}/*.yml" for folder in documents.FOLDERS.values())])


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


def test_a_value_that_the_yaml_reader_refuses_is_a_problem(guide):
    file = "data/glossary.yml"
    line = guide.change(file, "seen: true", "seen: yes")
    told = guide.told()
    assert told[0] == f"{file}:{line}  `seen`: 'yes' is not true or false. Write e.g. true."
    assert told[1:] == [
        f'{file}:{line}  `yes` may be read as something else. Write true or false, or "yes" if it is a text.'
    ]


def test_a_value_that_the_schema_refuses_is_a_problem(guide):
    file = "data/tables/honey.yml"
    line = guide.change(file, "value: 60", 'value: "60,5"')
    assert guide.told() == [f"{file}:{line}  `value`: '60,5' is not a number. Write 60.5."]


def test_front_matter_that_does_not_fit_is_a_problem(guide):
    file = "content/en/index.md"
    line = guide.change(file, "audience: [anyone]", "audience: [nobody]")
    words = "child, parent, teacher, anyone"
    assert guide.told_by(RULE) == [f"{file}:{line}  This entry: 'nobody' is not one of {words}. Write e.g. child."]


def test_an_article_with_broken_front_matter_is_not_called_missing_as_well(guide):
    guide.change("content/en/index.md", "audience: [anyone]", "audience: [nobody]")
    assert len(guide.told()) == 1


def test_a_broken_file_is_a_problem_at_its_line(guide):
    file = "data/indicator.yml"
    line = guide.change(file, "unit: coin", "unit: [coin") + 1
    (problem,) = guide.told_by(RULE)
    assert problem.startswith(f"{file}:{line}  This is not valid YAML: ")


@pytest.mark.parametrize(
    "file",
    ["data/tables/honey.yaml", "data/souces.yml", "data/table/honey.yml", "data/notes.txt", "data/tables/more/deep.yml"],
)
def test_a_file_that_nothing_reads_is_a_problem(guide, file):
    guide.write(file, "a: 1\n")
    assert guide.told() == [f"{file}:1  Nothing reads this file. Move it to one of: {KNOWN}."]


@pytest.mark.parametrize(("folder", "model"), [("tables", "hives"), ("penalties", "old-poisoning-bees")])
@pytest.mark.parametrize("name", ["Honey2", "honey_2", "honey 2", "мёд"])
def test_a_file_name_that_is_no_slug_is_a_problem(guide, folder, model, name):
    guide.write(f"data/{folder}/{name}.yml", guide.text(f"data/{folder}/{model}.yml"))
    advice = "Name the file in lower-case Latin letters, digits and hyphens."
    assert guide.told() == [f"data/{folder}/{name}.yml:1  `{name}` is not a slug. {advice}"]
