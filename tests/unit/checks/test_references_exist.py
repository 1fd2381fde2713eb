"""An id that a data file names is the id of something."""

import pytest

RULE = "references_exist"
HONEY = "data/tables/honey.yml"
HIVES = "data/tables/hives.yml"
ADD = "Add it first, or write an id that exists."


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "kind", "id_", "instead"),
    [
        (HONEY, "sources: [hive-count]", "sources: [hive-cont]", "source", "hive-cont", "Write one of: hive-count."),
        (HONEY, "claims: [B1]", "claims: [Z9]", "claim", "Z9", ADD),
        (HONEY, "unit: kilogram", "unit: kilogramm", "unit", "kilogramm", "Write one of: kilogram."),
        (HONEY, "note: late", "note: lat", "note", "lat", "Write one of: late."),
        (HONEY, "value: 60}", "value: 60, source: [zzz]}", "source", "zzz", ADD),
        (
            "data/penalties/poisoning-bees.yml",
            "law: bee-law",
            "law: bee-lau",
            "law",
            "bee-lau",
            "Write one of: bee-law, bee-law-old.",
        ),
        (
            "data/penalties/old-poisoning-bees.yml",
            "[poisoning-bees]",
            "[poisoning-bee]",
            "penalty",
            "poisoning-bee",
            "Write one of: poisoning-bees, old-poisoning-bees.",
        ),
        ("data/laws.yml", "replaces: [bee-law-old]", "replaces: [zzz]", "law", "zzz", ADD),
        ("data/laws.yml", "replaced_by: [bee-law]", "replaced_by: [zzz]", "law", "zzz", ADD),
        ("data/helplines.yml", "sources: [hive-count]", "sources: [zzz]", "source", "zzz", ADD),
        ("data/claims/bees.yml", "sources: [hive-count]", "sources: [zzz]", "source", "zzz", ADD),
        ("data/indicator.yml", "unit: coin", "unit: con", "unit", "con", "Write one of: coin."),
        ("data/rules/bee-law.yml", "unit: metre", "unit: meter", "unit", "meter", "Write one of: metre."),
    ],
)
def test_an_id_of_nothing_is_a_problem(guide, file, old, new, kind, id_, instead):
    line = guide.change(file, old, new)
    assert f"{file}:{line}  There is no {kind} `{id_}`. {instead}" in guide.told_by(RULE)


def test_an_id_of_nothing_is_the_only_problem(guide):
    line = guide.change("data/claims/bees.yml", "sources: [hive-count]", "sources: [hive-cont]")
    assert guide.told() == [f"data/claims/bees.yml:{line}  There is no source `hive-cont`. Write one of: hive-count."]


@pytest.mark.parametrize("unit", ["percent", "number"])
def test_per_cent_and_bare_numbers_need_no_word(guide, unit):
    guide.change("data/rules/bee-law.yml", "unit: metre", f"unit: {unit}")
    assert guide.told() == []


def test_a_unit_that_one_language_lacks_is_a_problem(guide):
    guide.change("data/words/en.yml", "  metre: {name: {one: metre, other: metres}}\n", "")
    line = guide.line("data/rules/bee-law.yml", "unit: metre")
    assert guide.told_by(RULE) == [f"data/rules/bee-law.yml:{line}  There is no unit `metre`. {ADD}"]


def test_a_dimension_of_nothing_is_a_problem(guide):
    line = guide.change(HIVES, "dimensions: [hive]", "dimensions: [hive, regoin]")
    assert guide.told_by(RULE) == [f"{HIVES}:{line}  There is no dimension `regoin`. Write one of: region."]


def test_a_member_of_nothing_is_a_problem(guide):
    line = guide.change(HONEY, "{period: 2024, region: north,", "{period: 2024, region: nort,")
    assert guide.told_by(RULE) == [f"{HONEY}:{line}  There is no member of region `nort`. Write one of: north."]


def test_a_dimension_that_the_table_does_not_have_is_a_problem(guide):
    line = guide.change(HONEY, "{period: 2024, value: 60}", "{period: 2024, hive: log, value: 60}")
    assert guide.told() == [f"{HONEY}:{line}  There is no dimension of this table `hive`. {ADD}"]


def test_a_misspelt_dimension_of_a_figure_is_told_the_right_one(guide):
    line = guide.change(HONEY, "{period: 2024, region: north,", "{period: 2024, regon: north,")
    assert f"{HONEY}:{line}  There is no dimension of this table `regon`. Write one of: region." in guide.told_by(RULE)


def test_a_figure_that_names_no_member_where_there_is_no_total_is_a_problem(guide):
    line = guide.change(HIVES, "{period: 2024, hive: frame, value: 87.5}", "{period: 2024, value: 87.5}")
    assert guide.told() == [f"{HIVES}:{line}  `hive` has no total, so every figure must name its member. Write `hive: …`."]


def test_a_sum_over_a_dimension_that_the_table_does_not_have_is_a_problem(guide):
    guide.change(HONEY, "- dimension: region", "- dimension: hive")
    line = guide.line(HONEY, "- dimension: hive")
    assert guide.told() == [f"{HONEY}:{line}  There is no dimension of this table `hive`. {ADD}"]


@pytest.mark.parametrize(("old", "new"), [("total: all", "total: al"), ("parts: [north, south]", "parts: [north, soth]")])
def test_a_sum_of_members_of_nothing_is_a_problem(guide, old, new):
    guide.change(HONEY, old, new)
    line = guide.line(HONEY, "- dimension: region")
    (problem,) = guide.told_by(RULE)
    assert problem.startswith(f"{HONEY}:{line}  There is no member of region `")


def test_an_entry_with_a_mistake_of_its_own_is_still_found_by_its_id(guide):
    line = guide.change("data/sources.yml", "published: 2025-06-01", "published: soon")
    assert [problem.split("  ")[0] for problem in guide.told()] == [f"data/sources.yml:{line}"]


def test_an_id_that_is_a_list_is_no_crash(guide):
    guide.change("data/sources.yml", "- id: bee-gazette", "- id: [bee-gazette]")
    assert guide.told_by(RULE) == []
