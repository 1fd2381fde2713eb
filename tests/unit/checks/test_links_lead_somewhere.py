"""A link between articles leads to an article and a heading that exist, in the same language."""

import pytest

RULE = "links_lead_somewhere"
PAGE = "content/en/keeping/honey.md"
NO_ARTICLE = "Write the path of an article that exists."


def told_at(guide, target):
    line = guide.add(PAGE, f"\nA [bee]({target}).") + 1
    place = f"{PAGE}:{line}  "
    problems = guide.told()
    assert all(problem.startswith(place) for problem in problems), (place, problems)
    return [problem.removeprefix(place) for problem in problems]


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


@pytest.mark.parametrize(
    "target", ["../index.md", "../index.md#whom-to-call", "#hives", "honey.md", "honey.md#law", "../keeping/honey.md"]
)
def test_a_link_to_what_exists_is_right(guide, target):
    assert told_at(guide, target) == []


@pytest.mark.parametrize(
    ("target", "slug", "instead"),
    [
        ("hony.md", "keeping/hony", "Write one of: keeping/honey."),
        ("index.md", "keeping/index", "Write one of: keeping/honey."),
        ("../zzz.md", "zzz", NO_ARTICLE),
        ("../../index.md", "../index", "Write one of: index."),
        ("/index.md", "/index", "Write one of: index."),
    ],
)
def test_a_link_to_no_article_is_a_problem(guide, target, slug, instead):
    assert told_at(guide, target) == [f"There is no article `{slug}`. {instead}"]


@pytest.mark.parametrize("target", ["../index.html", "../index", "../data/honey.csv", "../keeping/"])
def test_a_link_that_is_not_to_a_markdown_file_is_a_problem(guide, target):
    assert told_at(guide, target) == [f"The link {target} does not lead to an article. Write the path of its .md file."]


@pytest.mark.parametrize(
    ("target", "file", "anchor", "instead"),
    [
        ("../index.md#whom-to-cal", "content/en/index.md", "whom-to-cal", "Write one of: whom-to-call."),
        ("#hive", PAGE, "hive", "Write one of: hives."),
        ("#zzz", PAGE, "zzz", "Write the id of a heading there."),
    ],
)
def test_a_link_to_no_heading_is_a_problem(guide, target, file, anchor, instead):
    assert told_at(guide, target) == [f"{file} has no heading `{anchor}`. {instead}"]


def test_an_anchor_on_a_page_with_a_table_may_be_that_of_the_table(guide):
    for language in ("ru", "en"):
        guide.add(f"content/{language}/index.md", "\n{{ kb_laws() }}")
    guide.add(PAGE, "\nA [bee](../index.md#law-bee-law).")
    assert guide.told_by(RULE) == []


def test_a_related_article_that_does_not_exist_is_a_problem(guide):
    line = guide.change("content/en/index.md", "related: [keeping/honey]", "related: [keeping/hony]")
    guide.change("content/ru/index.md", "related: [keeping/honey]", "related: [keeping/hony]")
    assert guide.told() == [
        f"content/{language}/index.md:{line}  There is no article `keeping/hony`. Write one of: keeping/honey."
        for language in ("en", "ru")
    ]


def test_a_law_of_front_matter_that_does_not_exist_is_a_problem(guide):
    for language in ("ru", "en"):
        line = guide.change(f"content/{language}/keeping/honey.md", "laws: [bee-law]", "laws: [bee-lau]")
    assert guide.told() == [
        f"content/{language}/keeping/honey.md:{line}  There is no law `bee-lau`. Write one of: bee-law, bee-law-old."
        for language in ("en", "ru")
    ]


def test_a_law_like_no_other_is_to_be_added_first(guide):
    for language in ("ru", "en"):
        guide.change(f"content/{language}/keeping/honey.md", "laws: [bee-law]", "laws: [zzz]")
    assert all(problem.endswith("There is no law `zzz`. Add it to data/laws.yml first.") for problem in guide.told())


def test_a_link_to_an_article_that_waits_for_translation_is_no_second_problem(guide):
    guide.remove("content/en/index.md")
    assert guide.told_by(RULE) == []
