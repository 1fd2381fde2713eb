"""Every article exists in every language, with the same front matter, headings and heading ids."""

import pytest

RULE = "pages_are_alike"
PAGE = "content/en/keeping/honey.md"
MODEL = "content/ru/keeping/honey.md"


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


@pytest.mark.parametrize(("language", "other"), [("en", "ru"), ("ru", "en")])
def test_an_article_that_one_language_lacks_is_a_problem(guide, language, other):
    guide.remove(f"content/{language}/keeping/honey.md")
    told = f"The article `keeping/honey` is missing in `{language}`. Translate content/{other}/keeping/honey.md."
    assert f"content/{language}/keeping/honey.md:1  {told}" in guide.told_by(RULE)


def test_an_article_that_only_a_translation_has_is_a_problem(guide):
    text = guide.text("content/en/index.md").replace("{of: ru, checked: 2026-03-01}", "original")
    guide.write("content/en/swarm.md", text)
    assert guide.told() == ["content/ru/swarm.md:1  The article `swarm` is missing in `ru`. Translate content/en/swarm.md."]


@pytest.mark.parametrize(
    ("old", "new", "key", "right"),
    [
        ("audience: [parent, anyone]", "audience: [anyone]", "audience", "[parent, anyone]"),
        ("audience: [parent, anyone]", "audience: [anyone, parent]", "audience", "[parent, anyone]"),
        ("laws: [bee-law]", "laws: []", "laws", "[bee-law]"),
        ("related: [index]", "related: []", "related", "[index]"),
        ("danger: true", "danger: false", "danger", "true"),
    ],
)
def test_front_matter_that_differs_is_a_problem(guide, old, new, key, right):
    line = guide.change(PAGE, old, new)
    assert guide.told() == [f"{PAGE}:{line}  `{key}` differs from {MODEL}. Write `{key}: {right}`."]


def test_a_key_that_only_the_translation_has_is_a_problem(guide):
    line = guide.change("content/en/index.md", "reviewed: null", "danger: true\nreviewed: null")
    assert guide.told() == [f"content/en/index.md:{line}  `danger` differs from content/ru/index.md. Remove `danger`."]


@pytest.mark.parametrize(
    ("old", "new"),
    [("keywords: [combs,", "keywords: [wax,"), ("reviewed: {date: 2026-03-01, by: Lawyer}", "reviewed: null")],
)
def test_keywords_and_reviews_belong_to_each_language(guide, old, new):
    guide.change(PAGE, old, new)
    assert guide.told() == []


def test_a_heading_that_is_missing_is_a_problem(guide):
    guide.change(PAGE, "## The law {#law}\n\n", "")
    last = guide.line(PAGE, "### Hives {#hives}")
    line = guide.line(MODEL, "## Закон {#law}")
    told = f"2 headings; {MODEL} has 3: “Закон” (line {line}) is missing. Write ## … {{#law}}."
    assert guide.told_by(RULE) == [f"{PAGE}:{last}  {told}"]


def test_a_heading_too_many_is_a_problem(guide):
    line = guide.add(PAGE, "\n## Wax {#wax}") + 1
    told = f"4 headings; {MODEL} has 3: “Wax” is not there. Remove it, or add it in the other languages."
    assert guide.told() == [f"{PAGE}:{line}  {told}"]


@pytest.mark.parametrize("heading", ["## How much {#how-much}", "### How much {#harvest}"])
def test_a_heading_of_another_id_or_level_is_a_problem(guide, heading):
    line = guide.change(PAGE, "## How much {#harvest}", heading)
    wanted = guide.line(MODEL, "## Сколько")
    told = f"The heading “How much” stands where {MODEL}:{wanted} has “Сколько”. Write ## … {{#harvest}}."
    assert f"{PAGE}:{line}  {told}" in guide.told_by(RULE)


def test_headings_in_another_order_are_a_problem_at_the_first(guide):
    guide.change(PAGE, "### Hives {#hives}", "## Changed {#changed}")
    guide.change(PAGE, "## The law {#law}", "### Hives {#hives}")
    line = guide.change(PAGE, "## Changed {#changed}", "## The law {#law}")
    assert [problem.split("  ")[0] for problem in guide.told_by(RULE)] == [f"{PAGE}:{line}"]


def in_both(guide, old, new):
    """Make the same change of a heading's marks in both languages, and give the lines of both."""
    return [guide.change(file, old[file], new[file]) for file in (PAGE, MODEL)]


def test_a_heading_without_id_is_a_problem_in_each_language(guide):
    lines = in_both(guide, {PAGE: "How much {#harvest}", MODEL: "Сколько {#harvest}"}, {PAGE: "How much", MODEL: "Сколько"})
    advice = "Write {#a-name} behind it, the same in all languages."
    assert guide.told_by(RULE) == [
        f"{PAGE}:{lines[0]}  The heading “How much” has no id. {advice}",
        f"{MODEL}:{lines[1]}  The heading “Сколько” has no id. {advice}",
    ]


def test_an_id_that_stands_twice_is_a_problem_in_each_language(guide):
    lines = in_both(guide, {PAGE: "{#law}", MODEL: "{#law}"}, {PAGE: "{#harvest}", MODEL: "{#harvest}"})
    assert guide.told_by(RULE) == [
        f"{file}:{line}  The id `harvest` stands twice (first in line {guide.line(file, '{#harvest}')}). Write another id."
        for file, line in zip((PAGE, MODEL), lines, strict=True)
    ]


def test_a_heading_of_the_first_level_is_a_problem_in_each_language(guide):
    lines = in_both(guide, {PAGE: "## The law", MODEL: "## Закон"}, {PAGE: "# The law", MODEL: "# Закон"})
    told = "is a heading of the first level; the title is that. Write ## for a section."
    assert guide.told_by(RULE) == [f"{PAGE}:{lines[0]}  “The law” {told}", f"{MODEL}:{lines[1]}  “Закон” {told}"]


def test_a_level_that_is_skipped_is_a_problem_in_each_language(guide):
    lines = in_both(guide, {PAGE: "### Hives", MODEL: "### Ульи"}, {PAGE: "#### Hives", MODEL: "#### Ульи"})
    assert guide.told_by(RULE) == [
        f"{PAGE}:{lines[0]}  “Hives” skips a level. Write ###.",
        f"{MODEL}:{lines[1]}  “Ульи” skips a level. Write ###.",
    ]


def test_an_underlined_heading_is_a_problem(guide):
    line = guide.add(PAGE, "\nWax\n---") + 1
    assert (
        f"{PAGE}:{line}  The heading “Wax” has no id. Write {{#a-name}} behind it, the same in all languages."
        in guide.told_by(RULE)
    )


def test_a_translation_of_a_language_that_the_guide_does_not_have_is_a_problem(guide):
    line = guide.change(PAGE, "{of: ru, checked: null}", "{of: de, checked: null}")
    assert guide.told() == [f"{PAGE}:{line}  `de` is not a language of this guide. Write one of: ru, en."]


def test_a_translation_of_itself_is_a_problem(guide):
    line = guide.change(PAGE, "{of: ru, checked: null}", "{of: en, checked: null}")
    assert guide.told() == [f"{PAGE}:{line}  A text is not its own translation. Write `translation: original`."]


def test_two_originals_are_a_problem(guide):
    line = guide.change(PAGE, "{of: ru, checked: null}", "original")
    told = "Two languages say that they are the original: ru, en."
    assert guide.told() == [f"{PAGE}:{line}  {told} Write `translation: {{of: ru, checked: null}}` in one."]


def test_an_article_without_original_is_a_problem_in_each_language(guide):
    line = guide.change(MODEL, "translation: original", "translation: {of: en, checked: null}")
    english = guide.line(PAGE, "translation: ")
    told = "No language has the original of this article. Write `translation: original` in the file of"
    assert guide.told() == [f"{PAGE}:{english}  {told} `ru`.", f"{MODEL}:{line}  {told} `en`."]
