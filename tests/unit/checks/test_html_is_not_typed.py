"""An article holds Markdown only: no HTML, no scripts, no images or links that load or lead elsewhere unseen."""

import pytest

RULE = "html_is_not_typed"
PAGE = "content/en/keeping/honey.md"
OTHER_HOST = 'Add it to data/sources.yml and write {{ kb_source("id") }}.'


def told_at(guide, text, down=1):
    """The problems of a page with that text at its end, without the place, once the place is found to be right."""
    line = guide.add(PAGE, f"\n{text}") + down
    place = f"{PAGE}:{line}  "
    problems = guide.told_by(RULE)
    assert all(problem.startswith(place) for problem in problems), (place, problems)
    return [problem.removeprefix(place) for problem in problems]


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


@pytest.mark.parametrize(
    "tag",
    [
        "<b>",
        "</b>",
        "<script>",
        "<script src=x>",
        "<img src=x onerror=alert(1)>",
        "<iframe src=//x>",
        "<!--",
        "<?php ?>",
        "<svg/onload=alert(1)>",
        "<a@b.example>",
        "<https://bees.example/>",
        "<mailto:a@b.example>",
        "<javascript:alert(1)>",
    ],
)
def test_html_in_an_article_is_a_problem(guide, tag):
    shown = tag if len(tag) <= 40 else tag[:37] + "…"
    shown = "<?" if tag == "<?php ?>" else shown
    assert told_at(guide, f"A {tag} here.") == [f"{shown} is HTML. Write Markdown, or use a macro."]


def test_html_is_the_only_problem(guide):
    line = guide.add(PAGE, "\nA <b>bee</b>.") + 1
    assert guide.told() == [f"{PAGE}:{line}  <b> is HTML. Write Markdown, or use a macro."]


def test_a_tag_that_goes_on_in_the_next_line_is_a_problem(guide):
    assert told_at(guide, "A <img\nsrc=x>") == ["<img is HTML. Write Markdown, or use a macro."]


def test_a_long_tag_is_shown_shortened(guide):
    assert told_at(guide, f"<b {'x' * 100}>") == [f"<b {'x' * 34}… is HTML. Write Markdown, or use a macro."]


@pytest.mark.parametrize("text", ["`<b>`", "\\`<b>\\`", "``` x y z\n<b>", "~~~\n<b>\n~~~", "    <b>"])
def test_html_is_a_problem_wherever_it_may_pass_for_code(guide, text):
    assert told_at(guide, text, 1 + text.split("<")[0].count("\n")) == ["<b> is HTML. Write Markdown, or use a macro."]


@pytest.mark.parametrize("text", ["a < b", "a <3 b", "5 > 4", "a <- b", "&lt;b&gt;"])
def test_a_sign_of_comparison_is_no_html(guide, text):
    assert told_at(guide, text) == []


@pytest.mark.parametrize(
    "typed",
    [
        '{onclick="x"}',
        '{: style="x"}',
        "{: .a href=x }",
        "{target=_blank}",
        '{: title="}" onclick="x"}',
        "{ srcset=x }",
    ],
)
def test_an_attribute_in_braces_is_a_problem(guide, typed):
    assert told_at(guide, f"*Bee*{typed}") == ["An attribute in braces would load or run something. Write only {#id} there."]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1",
        "JavaScript:alert",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "java&#115;cript:x",
        "javascript&colon;x",
        "&#x6A;avascript:x",
    ],
)
def test_a_link_that_would_run_something_is_a_problem(guide, target):
    assert told_at(guide, f"A [bee]({target}) here.") == [
        f"The link {target} would run something. Write the path of an article."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[a [b]](javascript:x)",
        "[a\nb](javascript:x)",
        "[a]( javascript:x)",
        "[a][b]\n\n[b]: javascript:x",
        "[a][b]\n\n[b]:\n  javascript:x",
        "[![a](b.png)](javascript:x)",
    ],
)
def test_such_a_link_is_found_however_it_is_typed(guide, text):
    down = 1 + text.split("javascript")[0].count("\n")
    assert told_at(guide, text, down) == ["The link javascript:x would run something. Write the path of an article."]


def test_a_link_between_angle_brackets_is_html_as_well(guide):
    assert told_at(guide, "[a](<javascript:x>)") == [
        "<javascript:x> is HTML. Write Markdown, or use a macro.",
        "The link javascript:x would run something. Write the path of an article.",
    ]


@pytest.mark.parametrize(
    "target",
    [
        "https://bees.example/",
        "http://bees.example",
        "//bees.example/x",
        "HTTPS://BEES.EXAMPLE",
        "https:bees.example",
        "/\\bees.example",
        "ftp://bees.example",
        "mailto:a@b.example",
    ],
)
def test_a_link_to_another_host_is_a_problem(guide, target):
    assert told_at(guide, f"A [bee]({target}) here.") == [f"The link {target} leads to another host. {OTHER_HOST}"]


@pytest.mark.parametrize("target", ["https://bees.example/a.png", "//bees.example/a.png"])
def test_an_image_from_another_host_is_a_problem(guide, target):
    assert told_at(guide, f"![bee]({target})") == [f"The image {target} leads to another host. Remove it."]


def test_an_image_as_data_is_a_problem(guide):
    assert told_at(guide, "![bee](data:image/png;base64,AA)") == [
        "The image data:image/png;base64,AA would run something. Write the path of an article."
    ]


def test_a_phone_number_in_a_link_is_a_problem(guide):
    assert told_at(guide, "[call](tel:+5555)") == ['The number tel:+5555 is typed in a link. Write {{ kb_helpline("id") }}.']


@pytest.mark.parametrize("target", ["a%3Ab.md", "a?b=c", "&amp;", '{{ kb_law("bee-law") }}'])
def test_a_link_that_is_no_plain_path_is_a_problem(guide, target):
    (problem,) = told_at(guide, f"A [bee]({target}) here.")
    assert problem.endswith(" is not the path of a file. Write a path of letters, digits, hyphens and dots.")


@pytest.mark.parametrize(
    "target", ["../index.md", "#hives", "../index.md#whom-to-call", "<../index.md>", '../index.md "Title"', "image.png"]
)
def test_a_path_within_the_guide_is_right(guide, target):
    assert told_at(guide, f"A [bee]({target}) here.") == []


@pytest.mark.parametrize("key", ["title", "summary"])
def test_html_in_title_or_summary_is_a_problem(guide, key):
    file = "content/en/index.md"
    line = guide.line(file, f"{key}: ")
    guide.write(file, guide.text(file).replace(f"{key}: ", f"{key}: <b> ", 1))
    assert guide.told() == [f"{file}:{line}  `{key}` holds HTML. Write plain words."]


@pytest.mark.parametrize(
    ("file", "old", "key"),
    [
        ("data/glossary.yml", "A place for hives.", "definition"),
        ("data/tables/honey.yml", "A late spring.", "text"),
        ("data/helplines.yml", "Nobody has said.", "absent"),
    ],
)
def test_html_in_a_text_of_the_data_is_a_problem(guide, file, old, key):
    line = guide.change(file, old, "A <b>text</b>.")
    assert guide.told() == [f"{file}:{line}  `{key}` holds HTML. Write plain words; a tag would be shown as text."]


def test_html_in_the_words_of_the_interface_is_a_problem(guide):
    file = "data/words/en.yml"
    line = guide.change(file, "fine: fine", 'fine: "<i>fine</i>"')
    assert guide.told() == [f"{file}:{line}  `sanctions.fine` holds HTML. Write plain words; a tag would be shown as text."]
