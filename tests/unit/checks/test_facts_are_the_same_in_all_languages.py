"""The versions of an article say the same: numbers, dates, phone numbers and laws as rendered, section by section."""

import pytest

RULE = "facts_are_the_same_in_all_languages"
PAGE = "content/en/keeping/honey.md"
MODEL = "content/ru/keeping/honey.md"
SAME = "Say the same in both."


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


def test_another_figure_in_a_translation_is_a_problem_at_its_section(guide):
    guide.change(PAGE, 'region="north"', 'region="south"')
    line = guide.line(PAGE, "## How much")
    assert guide.told() == [
        f"{PAGE}:{line}  The section differs from {MODEL}: 20 of {MODEL} is not here; 30 is only here. {SAME}"
    ]


def test_a_figure_that_a_translation_leaves_out_is_a_problem(guide):
    guide.change(PAGE, '{{ kb_figure("honey", 2023, region="north") }}', "Some")
    line = guide.line(PAGE, "## How much")
    assert guide.told() == [f"{PAGE}:{line}  The section differs from {MODEL}: 20 of {MODEL} is not here. {SAME}"]


def test_a_figure_that_a_translation_adds_is_a_problem(guide):
    guide.change(PAGE, "### Hives", '{{ kb_figure("honey", 2024, region="south") }}\n\n### Hives')
    line = guide.line(PAGE, "## How much")
    assert guide.told() == [f"{PAGE}:{line}  The section differs from {MODEL}: 35 is only here. {SAME}"]


def test_a_figure_that_stands_once_more_is_a_problem(guide):
    call = '{{ kb_figure("honey", 2023, region="north") }}'
    guide.change(PAGE, call, f"{call} {call}")
    line = guide.line(PAGE, "## How much")
    assert guide.told() == [f"{PAGE}:{line}  The section differs from {MODEL}: 20 is only here. {SAME}"]


def test_a_figure_in_another_section_is_a_problem_in_both(guide):
    call = '{{ kb_newest("hives", hive="log") }}'
    guide.change(PAGE, call, "few")
    guide.change(PAGE, "## The law {#law}\n", f"## The law {{#law}}\n\n{call}\n")
    assert [problem.split("  ")[0] for problem in guide.told()] == [
        f"{PAGE}:{guide.line(PAGE, '### Hives')}",
        f"{PAGE}:{guide.line(PAGE, '## The law')}",
    ]


def test_a_figure_of_title_or_summary_is_told_at_the_summary(guide):
    line = guide.change(
        PAGE, 'summary: In the last year {{ kb_newest("honey") }} of honey', "summary: In the last year much honey"
    )
    assert guide.told() == [f"{PAGE}:{line}  The section differs from {MODEL}: 60 of {MODEL} is not here. {SAME}"]


def test_a_phone_number_that_a_translation_leaves_out_is_a_problem(guide):
    file = "content/en/index.md"
    guide.change(file, '{{ kb_helpline("beekeepers") }}', "ask")
    line = guide.line(file, "## Whom to call")
    told = "55, tel:5555 of content/ru/index.md is not here."
    assert guide.told_by("facts_are_the_same_in_all_languages") == [
        f"{file}:{line}  The section differs from content/ru/index.md: {told} {SAME}"
    ]


def test_a_law_that_a_translation_leaves_out_is_a_problem(guide):
    guide.change(PAGE, '{{ kb_law("bee-law", "4(2)") }}', "the law")
    (problem,) = guide.told()
    assert "https://laws.example/bees" in problem


def test_many_differences_are_told_by_the_first_four(guide):
    text = " ".join(
        f'{{{{ kb_figure("honey", {year}, region="{region}") }}}}'
        for year in (2023, 2024)
        for region in ("north", "south", "all")
    )
    guide.change(PAGE, "### Hives", f"{text}\n\n### Hives")
    (problem,) = guide.told()
    assert problem.endswith(f": 20, 25, 30, 35 and 2 more is only here. {SAME}")


def test_the_same_number_with_other_separators_is_the_same(guide):
    file = "data/tables/honey.yml"
    guide.change(file, "value: 20", "value: 12345")
    guide.change(file, "value: 50", "value: 12375")
    assert guide.told() == []


@pytest.mark.parametrize("typed", ["1. One.\n2. Two.", "`5`"])
def test_steps_and_code_are_no_facts(guide, typed):
    guide.add(PAGE, f"\n{typed}")
    assert guide.told_by(RULE) == []


def test_the_order_of_facts_within_a_section_is_free(guide):
    rule, law = '{{ kb_rule("distance-to-school") }}', '{{ kb_law("bee-law", "4(2)") }}'
    guide.write(PAGE, guide.text(PAGE).replace(rule, "X").replace(law, rule).replace("X", law))
    assert guide.told() == []


def test_a_section_that_is_missing_is_the_matter_of_another_rule(guide):
    text = guide.text(PAGE)
    guide.write(PAGE, text[: text.index("## The law")])
    assert guide.told_by(RULE) == []


def test_a_macro_that_fails_in_both_languages_is_the_matter_of_another_rule(guide):
    for file in (PAGE, MODEL):
        guide.add(file, '\n{{ kb_newest("hony") }}')
    assert guide.told_by(RULE) == []


def test_while_facts_cannot_be_read_no_difference_is_told(guide):
    guide.change("data/tables/honey.yml", "value: 60", "value: many")
    guide.change(PAGE, 'region="north"', 'region="south"')
    assert guide.told_by(RULE) == []
