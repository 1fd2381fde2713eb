"""Every macro call of an article can be done; a title or summary shows nothing that is not verified."""

import pytest

RULE = "macros_work"
PAGE = "content/en/keeping/honey.md"


def told_at(guide, text, down=1):
    line = guide.add(PAGE, f"\n{text}") + down
    place = f"{PAGE}:{line}  "
    problems = guide.told()
    assert all(problem.startswith(place) for problem in problems), (place, problems)
    return [problem.removeprefix(place) for problem in problems]


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ('kb_newest("hony")', "kb_newest('hony'): There is no table `hony`. Write one of: honey."),
        ('kb_law("bee-lau")', "kb_law('bee-lau'): There is no law `bee-lau`. Write one of: bee-law, bee-law-old."),
        ('kb_term("apiry")', "kb_term('apiry'): There is no term `apiry`. Write one of: apiary."),
        ('kb_source("hive-cont")', "kb_source('hive-cont'): There is no source `hive-cont`. Write one of: hive-count."),
        (
            'kb_rule("working-hour")',
            "kb_rule('working-hour'): There is no rule `working-hour`. Write one of: working-hours.",
        ),
        ('kb_helpline("zzz")', "kb_helpline('zzz'): There is no helpline `zzz`. Write one that exists: see data/."),
        (
            'kb_figure("honey", 1999)',
            "kb_figure('honey', 1999): The table `honey` has no such figure. Periods there are: 2023, 2024.",
        ),
        (
            'kb_newest("honey", region="nort")',
            "kb_newest('honey', region='nort'): There is no member of region `nort`. Write one of: north.",
        ),
        (
            'kb_newest("honey", hive="log")',
            "kb_newest('honey', hive='log'): The table `honey` has no dimension `hive`. Its dimensions: region.",
        ),
        (
            'kb_figure("hives", 2025, hive="log")',
            "kb_figure('hives', 2025, hive='log'): The figure of `hives` for 2025 is absent. Choose another period.",
        ),
        (
            'kb_penalty("poisoning-bees")',
            "kb_penalty('poisoning-bees'): The penalty `poisoning-bees` has no case `None`. "
            "Write one of: by-carelessness, on-purpose.",
        ),
    ],
)
def test_a_macro_that_is_asked_for_what_does_not_exist_is_a_problem(guide, call, told):
    assert told_at(guide, f"Text {{{{ {call} }}}}.") == [told]


def test_an_unknown_macro_is_a_problem_with_the_nearest_names(guide):
    (problem,) = told_at(guide, '{{ kb_newst("honey") }}')
    assert problem.startswith("There is no macro `kb_newst`. Write one of: kb_newest")


def test_a_macro_like_no_other_is_a_problem(guide):
    assert told_at(guide, "{{ zzz() }}") == ["There is no macro `zzz`. Macros begin with kb_: see macros/README.md."]


@pytest.mark.parametrize(
    ("call", "source", "why"),
    [
        ("kb_newest()", "kb_newest()", "missing a required argument: 'slug'"),
        ('kb_law("bee-law", "4(2)", "x")', "kb_law('bee-law', '4(2)', 'x')", "too many positional arguments"),
        ('kb_law("bee-law", part="1")', "kb_law('bee-law', part='1')", "got an unexpected keyword argument 'part'"),
    ],
)
def test_a_macro_given_too_much_or_too_little_is_a_problem(guide, call, source, why):
    (problem,) = told_at(guide, f"{{{{ {call} }}}}")
    assert problem.startswith(f"{source}: {why}. It takes ")


@pytest.mark.parametrize("call", ['kb_indicator("many")', "kb_indicator([1])", 'kb_table("honey", periods=5)'])
def test_a_macro_given_a_value_of_a_wrong_kind_is_a_problem_and_no_traceback(guide, call):
    (problem,) = told_at(guide, f"{{{{ {call} }}}}")
    assert problem.startswith(f"{call.replace(chr(34), chr(39))} cannot be done (TypeError: ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ 1 + 1 }}", 'Between {{ and }} stands something else than one macro call. Write {{ kb_name("id") }}.'),
        ("{{ ''.__class__ }}", 'Between {{ and }} stands something else than one macro call. Write {{ kb_name("id") }}.'),
        ("{% set a = b %}", 'Only macros may stand in an article, no {% … %}. Write {{ kb_name("id") }}.'),
        (
            "{{ kb_law(page) }}",
            '`kb_law` is given something that is not a plain word, number or list. Write {{ kb_law("id") }}.',
        ),
    ],
)
def test_what_is_no_plain_macro_call_is_a_problem(guide, text, told):
    assert told_at(guide, text) == [told]


def test_braces_that_cannot_be_read_are_a_problem(guide):
    line = guide.add(PAGE, "\n{{ kb_law( }}") + 1
    (problem,) = guide.told_by(RULE)
    assert problem.startswith(f"{PAGE}:{line}  The braces cannot be read: ")


def test_a_second_hand_figure_in_the_text_is_right(guide):
    for language in ("ru", "en"):
        guide.add(f"content/{language}/keeping/honey.md", '\n{{ kb_newest("hives", hive="frame") }}')
    assert guide.told() == []


@pytest.mark.parametrize("key", ["title", "summary"])
def test_a_figure_that_is_not_confirmed_in_title_or_summary_is_a_problem(guide, key):
    call = '{{ kb_newest("hives", hive="log") }}'
    for language in ("ru", "en"):
        file = f"content/{language}/index.md"
        line = guide.line(file, f"{key}: ")
        guide.write(file, guide.text(file).replace(f"{key}: ", f"{key}: x {call} ", 1))
    told = "kb_newest('hives', hive='log'): a title or summary shows confirmed facts only."
    advice = "Tell it in the text, where its status can be explained."
    assert guide.told() == [f"content/{language}/index.md:{line}  {told} {advice}" for language in ("en", "ru")]


def test_while_facts_cannot_be_read_only_their_own_problem_is_told(guide):
    line = guide.change("data/tables/honey.yml", "value: 60", "value: many")
    assert guide.told() == [f"data/tables/honey.yml:{line}  `value`: 'many' is not a number. Write e.g. 12.4."]


def test_while_facts_cannot_be_read_an_unknown_macro_is_still_told(guide):
    guide.change("data/tables/honey.yml", "value: 60", "value: many")
    line = guide.add(PAGE, "\n{{ zzz() }}") + 1
    assert guide.told_by(RULE) == [f"{PAGE}:{line}  There is no macro `zzz`. Macros begin with kb_: see macros/README.md."]
