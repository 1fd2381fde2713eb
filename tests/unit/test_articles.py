"""An article as it is read: front matter, headings, prose and macro calls with their lines; what is no macro is refused."""

from dataclasses import replace

import pytest

from rights_kb import articles
from rights_kb.models import Page
from rights_kb.project import open_project

from .conftest import BEES, SCHEMAS

FRONT = """---
title: Bees
summary: About bees.
audience: [anyone]
laws: []
reviewed: null
translation: original
---
"""
BODY_LINE = 9

SOMETHING_ELSE = ("Between {{ and }} stands something else than one macro call.", 'Write {{ kb_name("id") }}.')
NO_BLOCKS = ("Only macros may stand in an article, no {% … %}.", 'Write {{ kb_name("id") }}.')


@pytest.fixture
def read():
    """Reads an article from its text or bytes; gives the page (or None) and the problems as they are told."""
    project = replace(open_project(BEES), data=SCHEMAS.parent)

    def read_article(text: str | bytes) -> tuple[Page | None, list[str]]:
        raw = text if isinstance(text, bytes) else text.encode()
        page, problems = articles.read(raw, "a.md", "keeping/a", "en", project)
        return page, [str(problem) for problem in problems]

    return read_article


@pytest.fixture
def page_of(read):
    """The page of an article with that body."""

    def page(body: str) -> Page:
        found, problems = read(FRONT + body)
        assert problems == []
        return found

    return page


@pytest.fixture
def call_of(page_of):
    """The one macro call of an article with that body."""

    def call(body: str):
        (found,) = page_of(body).calls
        return found

    return call


# Front matter


def test_front_matter_becomes_the_fields_of_the_page(read):
    page, _ = read(
        FRONT.replace("reviewed: null", "reviewed: {date: 2026-03-01, by: Lawyer}").replace(
            "translation: original",
            "translation: {of: ru, checked: 2026-03-02}\ndanger: true\nkeywords: [comb]\nrelated: [index]",
        )
    )
    assert (page.title, page.audience, page.danger, page.keywords, page.related) == (
        "Bees",
        ("anyone",),
        True,
        ("comb",),
        ("index",),
    )
    assert (str(page.reviewed_on), page.reviewed_by) == ("2026-03-01", "Lawyer")
    assert (page.original, page.translated_from, str(page.translation_checked)) == (False, "ru", "2026-03-02")


def test_a_text_that_is_the_original_is_translated_from_nothing(page_of):
    page = page_of("")
    assert (page.original, page.translated_from, page.translation_checked) == (True, None, None)


@pytest.mark.parametrize("text", ["", "# Bees\n", "title: Bees\n---\n", "---\ntitle: Bees\n", "text\n" + FRONT])
def test_an_article_without_front_matter_is_refused(read, text):
    assert read(text) == (None, ["a.md:1  The front matter is missing. Begin with `---`, the keys, and `---`."])


def test_an_unknown_key_is_refused_at_its_line(read):
    page, problems = read(FRONT.replace("laws: []", "laws: []\nlayout: wide"))
    known = "audience, danger, keywords, laws, related, reviewed, summary, title, translation"
    assert (page, problems) == (None, [f"a.md:6  `layout` is not a key here. Write one of: {known}."])


def test_a_missing_key_is_told(read):
    assert read(FRONT.replace("summary: About bees.\n", ""))[1] == ["a.md:2  `summary` is missing. Write e.g. `summary: …`."]


def test_a_mistake_in_the_yaml_of_front_matter_has_its_line_in_the_file(read):
    assert read(FRONT.replace("reviewed: null", "reviewed: no"))[1][0].startswith(
        "a.md:6  `no` may be read as something else."
    )


def test_every_mistake_of_front_matter_is_told_at_once(read):
    problems = read(FRONT.replace("[anyone]", "[bee]").replace("laws: []", "laws: 5"))[1]
    assert [problem.split("  ")[0] for problem in problems] == ["a.md:4", "a.md:5"]


def test_an_article_that_is_not_utf_8_is_refused_at_its_line(read):
    found = read(FRONT.encode() + "первая\n".encode("cp1251"))
    assert found == (None, [f"a.md:{BODY_LINE}  The file is not UTF-8. Save it as UTF-8."])


def test_the_body_begins_behind_the_front_matter(page_of):
    page = page_of("first\nsecond")
    assert (page.body, page.body_line) == ("first\nsecond", BODY_LINE)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_read_as_lines(read, end):
    page, _ = read((FRONT + "\n## A {#a}\n").replace("\n", end))
    assert [(heading.id, heading.line) for heading in page.headings] == [("a", BODY_LINE + 1)]


# Headings


def headings(page):
    return [(heading.level, heading.text, heading.id, heading.line - BODY_LINE + 1) for heading in page.headings]


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("## Honey {#honey}", (2, "Honey", "honey", 1)),
        ("### Honey {: #honey }", (3, "Honey", "honey", 1)),
        ("## Honey {.wide #honey}", (2, "Honey", "honey", 1)),
        ("## Honey", (2, "Honey", None, 1)),
        ("## Honey ##", (2, "Honey", None, 1)),
        ("##Honey {#honey}", (2, "Honey", "honey", 1)),
        ("# Honey", (1, "Honey", None, 1)),
        ('## {{ kb_newest("honey") }} {#newest}', (2, '{{ kb_newest("honey") }}', "newest", 1)),
    ],
)
def test_a_heading_has_level_text_id_and_line(page_of, typed, heading):
    assert headings(page_of(typed)) == [heading]


def test_headings_come_in_the_order_of_the_page(page_of):
    assert headings(page_of("## A {#a}\n\ntext\n\n### B {#b}\n")) == [(2, "A", "a", 1), (3, "B", "b", 5)]


@pytest.mark.parametrize(("line", "level"), [("===", 1), ("---", 2), ("-", 2)])
def test_an_underlined_line_is_a_heading_too(page_of, line, level):
    assert headings(page_of(f"\nHoney\n{line}\n")) == [(level, "Honey", None, 2)]


@pytest.mark.parametrize(
    "body", ["text\n\n---\n", "one\ntwo\n---\n", "| a | b |\n|---|---|\n| c | d |\n", "## A {#a}\n---\n"]
)
def test_a_rule_or_a_table_makes_no_heading(page_of, body):
    assert [heading for heading in page_of(body).headings if heading.id is None] == []


@pytest.mark.parametrize("fence", ["```", "~~~", "````", "``` yaml", "```yaml"])
def test_a_comment_in_a_block_of_code_is_no_heading(page_of, fence):
    marks = fence.split(" ")[0].rstrip("yaml")
    assert headings(page_of(f"{fence}\n# comment\n{marks}\n## A {{#a}}\n")) == [(2, "A", "a", 4)]


def test_behind_a_fence_that_nothing_closes_headings_are_seen(page_of):
    assert headings(page_of("```\n## A {#a}\n")) == [(2, "A", "a", 2)]


# Prose


def prose(page):
    """The words of the body, without title and summary."""
    return [(line - BODY_LINE + 1, text) for line, text in articles.prose(page) if line >= BODY_LINE]


def test_title_and_summary_are_prose_at_their_lines(page_of):
    assert list(articles.prose(page_of("")))[:2] == [(2, "Bees"), (3, "About bees.")]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("A [hive](hive-7.md#5) here", "A [hive] here"),
        ("Write `12` here", "Write   here"),
        ("Write ``1 ` 2`` here", "Write   here"),
        ('Got {{ kb_newest("honey") }} now', f"Got {articles.RESULT} now"),
        ("## Honey {#year-2024}", "## Honey "),
        ("a \\{b", "a \\{b"),
    ],
)
def test_prose_is_what_a_reader_sees(page_of, typed, words):
    assert prose(page_of(typed)) == [(1, words)]


def test_a_block_of_code_is_no_prose(page_of):
    assert prose(page_of("a\n```\n12\n```\nb")) == [(1, "a"), (5, "b")]


def test_a_macro_over_two_lines_leaves_the_lines_below_in_their_place(page_of):
    assert prose(page_of('a {{ kb_table("honey",\n  periods=[2024]) }}\nb')) == [
        (1, f"a {articles.RESULT}"),
        (2, ""),
        (3, "b"),
    ]


def test_links_stay_in_the_lines_of_markdown(page_of):
    assert list(articles.markdown_lines(page_of("A [hive](hive.md)"))) == [(BODY_LINE, "A [hive](hive.md)")]


# Macro calls


def test_a_call_has_name_arguments_options_and_line(call_of):
    call = call_of('text\n{{ kb_figure("honey", 2023, region="north", unit=false) }}')
    assert (call.name, call.arguments, call.options) == ("kb_figure", ("honey", 2023), {"region": "north", "unit": False})
    assert (call.line, call.problem) == (BODY_LINE + 1, None)


def test_a_call_is_told_as_it_was_typed(call_of):
    assert call_of("{{ kb_figure('honey', 2023, region='north') }}").source == "kb_figure('honey', 2023, region='north')"


@pytest.mark.parametrize(
    ("typed", "value"),
    [('"x"', "x"), ("'x'", "x"), ("5", 5), ("-5", -5), ("2.5", 2.5), ("true", True), ("none", None), ("[1, 'a']", [1, "a"])],
)
def test_words_numbers_and_lists_may_be_given(call_of, typed, value):
    call = call_of(f"{{{{ kb_x({typed}) }}}}")
    assert (call.arguments, call.problem) == ((value,), None)


def test_calls_of_title_and_summary_have_their_lines(read):
    page, _ = read(FRONT.replace("title: Bees", "title: '{{ kb_a() }}'").replace("About bees.", "'{{ kb_b() }}'"))
    assert [(call.name, call.line) for call in page.calls] == [("kb_a", 2), ("kb_b", 3)]


def test_several_calls_in_a_line_are_all_read(page_of):
    assert [call.name for call in page_of('{{ kb_a() }} and {{ kb_b("x") }}').calls] == ["kb_a", "kb_b"]


def test_a_call_in_code_is_a_call_since_it_will_be_done(page_of):
    assert [call.name for call in page_of("`{{ kb_a() }}`\n\n```\n{{ kb_b() }}\n```").calls] == ["kb_a", "kb_b"]


def test_the_id_of_a_heading_is_no_comment(page_of):
    assert page_of("## A {#a}\n\n## B {#b}\n").calls == ()


@pytest.mark.parametrize(
    "typed",
    [
        "{% if true %}x{% endif %}",
        "{% for a in [1] %}x{% endfor %}",
        "{% set a = 1 %}",
        "{% include 'x' %}",
        "{% raw %}{{ x }}{% endraw %}",
        "{%- raw -%}x{%- endraw -%}",
        "{% macro a() %}{% endmacro %}",
    ],
)
def test_a_block_of_the_template_language_is_refused(call_of, typed):
    call = call_of(f"text\n{typed}")
    assert (call.problem, call.line) == (NO_BLOCKS, BODY_LINE + 1)


@pytest.mark.parametrize(
    "typed",
    [
        "{{ 1 + 1 }}",
        "{{ 'text' }}",
        "{{ page }}",
        "{{ page.title }}",
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ kb_x.__globals__ }}",
        "{{ kb_x('a').upper() }}",
        "{{ kb_x('a')|safe }}",
        "{{ kb_x('a') ~ kb_x('b') }}",
        "{{ kb_x('a') if true else kb_x('b') }}",
        "{{ kb_x('a')[0] }}",
        "{{ kb_x(*['a']) }}",
        "{{ kb_x(**{'a': 1}) }}",
        "{{ [kb_x('a')] }}",
        "{{ kb_x }}",
    ],
)
def test_anything_else_than_one_macro_call_is_refused(call_of, typed):
    assert call_of(typed).problem == SOMETHING_ELSE


@pytest.mark.parametrize(
    "argument",
    [
        "''.__class__",
        "''.__class__.__mro__",
        "page",
        "page.title",
        "kb_y()",
        "1 + 1",
        "'a' * 9999999999",
        "9 ** 9 ** 9",
        "'a' ~ 'b'",
        "'a'|upper",
        "'abc'[0]",
        "{'a': 1}",
        "not true",
        "1 if true else 2",
        "[''.__class__]",
        "-'a'",
        "a=''.__class__",
    ],
)
def test_an_argument_that_would_have_to_be_worked_out_is_refused(call_of, argument):
    what = "`kb_x` is given something that is not a plain word, number or list."
    assert call_of(f"{{{{ kb_x({argument}) }}}}").problem == (what, 'Write {{ kb_x("id") }}.')


@pytest.mark.parametrize(
    "typed",
    ["{{ kb_x( }}", "{{ kb_x('a) }}", "{{ }}", "{{ kb_x() kb_y() }}", "{{ kb_x()", "{% nonsense %}", "{## never ends"],
)
def test_braces_that_cannot_be_read_are_refused_at_their_line(call_of, typed):
    call = call_of(f"text\n\n{typed}")
    what, instead = call.problem
    assert (what[:27], instead, call.line) == (
        "The braces cannot be read: ",
        'Write {{ kb_name("id") }}, or one brace only.',
        BODY_LINE + 2,
    )


def test_every_wrong_call_of_an_article_is_told_at_once(page_of):
    calls = page_of("{{ 1 + 1 }}\n{% set a = 1 %}\n{{ kb_x(a) }}\n").calls
    assert sorted(call.line - BODY_LINE for call in calls if call.problem) == [0, 1, 2]
