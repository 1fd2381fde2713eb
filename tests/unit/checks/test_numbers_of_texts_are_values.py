"""A text of the data holds no digits: each number is a placeholder with a value, the same in all languages."""

import pytest

RULE = "numbers_of_texts_are_values"
RULES = "data/rules/bee-law.yml"


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "number"),
    [
        ("data/glossary.yml", "A place for hives.", "A place for 5 hives.", "definition", "5"),
        ("data/tables/honey.yml", "A late spring.", "The spring of 2024.", "text", "2024."),
        ("data/penalties/poisoning-bees.yml", "en: Poisoning on purpose", "en: Poisoning of 10+ bees", "act", "10+"),
        ("data/helplines.yml", "Nobody has said.", "Nobody has said since 2020.", "absent", "2020."),
        ("data/claims/bees.yml", "There is more honey.", "There is 5% more honey.", "said", "5%"),
        ("data/dimensions.yml", "en: Log", "en: Log of 2 parts", "name", "2"),
    ],
)
def test_a_number_in_a_text_is_a_problem(guide, file, old, new, key, number):
    line = guide.change(file, old, new)
    told = f"`{key}`: the number {number} is typed in the text."
    advice = "Write {name} there, and `values: {name: {value: …}}` beside the text."
    assert guide.told() == [f"{file}:{line}  {told} {advice}"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("data/laws.yml", "{ru: Закон о пчёлах, en: Bee Act}", "{ru: Закон о пчёлах 2019, en: Bee Act 2019}"),
        ("data/sources.yml", "en: Count of hives", "en: Count of hives 2024"),
        ("data/sources.yml", "en: Union of beekeepers", "en: Union 24"),
    ],
)
def test_the_name_of_an_act_or_a_source_may_hold_a_number(guide, file, old, new):
    guide.change(file, old, new)
    assert guide.told() == []


def test_a_placeholder_that_no_value_fills_is_a_problem_in_each_language(guide):
    guide.change("data/glossary.yml", "Место для ульев.", '"Место для {count} ульев"')
    line = guide.change("data/glossary.yml", "A place for hives.", '"A place for {count} hives"')
    told = "`definition`: {count} has no value. Write `values: {count: {value: …}}` beside the text."
    assert set(guide.told()) == {f"data/glossary.yml:{line}  {told}"}


def test_a_placeholder_that_one_language_lacks_is_a_problem_there(guide):
    line = guide.change(RULES, "Hives stand no nearer than {distance} to a school.", "Hives do not stand near a school.")
    told = "`text`: {distance} is missing in `en`, but stands in another language."
    assert guide.told_by(RULE) == [f"{RULES}:{line}  {told} Write {{distance}} where the number belongs."]


def test_a_misspelt_placeholder_is_a_problem_for_both_its_names(guide):
    line = guide.change(RULES, "no nearer than {distance}", "no nearer than {distnace}")
    russian = guide.line(RULES, "ru: Ульи ставят")
    assert guide.told_by(RULE) == [
        f"{RULES}:{russian}  `text`: {{distnace}} is missing in `ru`, but stands in another language. "
        "Write {distnace} where the number belongs.",
        f"{RULES}:{line}  `text`: {{distance}} is missing in `en`, but stands in another language. "
        "Write {distance} where the number belongs.",
        f"{RULES}:{line}  `text`: {{distnace}} has no value. Write `values: {{distnace: {{value: …}}}}` beside the text.",
    ]


@pytest.mark.parametrize("typed", ["{Distance}", "{the distance}", "{", "}", "{distance"])
def test_a_brace_that_is_no_placeholder_is_a_problem(guide, typed):
    file = "data/glossary.yml"
    line = guide.change(file, "A place for hives.", f'"A place for {typed} hives."')
    assert guide.told() == [
        f"{file}:{line}  `definition`: a brace that is no placeholder. Write {{name}} in small Latin letters."
    ]


def test_a_value_that_stands_in_no_text_is_a_problem(guide):
    line = (
        guide.change(
            RULES,
            "    distance: {value: 100, unit: metre}\n",
            "    distance: {value: 100, unit: metre}\n    width: {value: 5}\n",
        )
        + 1
    )
    assert guide.told() == [
        f"{RULES}:{line}  The value `width` stands in no text. Write {{width}} in the text, or remove the value."
    ]


def test_a_value_of_a_penalty_may_stand_in_the_text_of_a_case(guide):
    file = "data/penalties/poisoning-bees.yml"
    guide.change(file, "cases:\n", "values:\n  hives: {value: 3}\ncases:\n")
    guide.change(
        file, "{ru: Отравление нарочно, en: Poisoning on purpose}", '{ru: "Отравление {hives}", en: "Poisoning of {hives}"}'
    )
    assert guide.told() == []


def test_a_value_of_a_case_is_out_of_reach_for_another_case(guide):
    file = "data/penalties/poisoning-bees.yml"
    line = guide.change(
        file, "{ru: Отравление нарочно, en: Poisoning on purpose}", '{ru: "Отравление {hives}", en: "Poisoning of {hives}"}'
    )
    guide.change(
        file,
        "act: {ru: Отравление по неосторожности, en: Poisoning by carelessness}",
        'act: {ru: "Отравление {hives}", en: "Poisoning of {hives}"}\n    values: {hives: {value: 3}}',
    )
    told = "`act`: {hives} has no value. Write `values: {hives: {value: …}}` beside the text."
    assert guide.told() == [f"{file}:{line + 1}  {told}"]
