"""Whichever rules ask what a macro call writes, it is made once a page; a call that fails fails for each of them."""

import functools
from collections import Counter

import macros
from rights_kb import checks


def counted(guide):
    """The problems of the guide, and how often each call was made on each page."""
    made = Counter()

    def counting(name, macro):
        @functools.wraps(macro)
        def count(context, *arguments, **options):
            made[context.language, context.slug, name, repr(arguments), repr(options)] += 1
            return macro(context, *arguments, **options)

        return count

    wrapped = {name: counting(name, macro) for name, macro in macros.MACROS.items()}
    return checks.problems(checks.Guide(guide.library(), wrapped)), made


def test_each_call_is_made_once(guide):
    problems, made = counted(guide)
    assert problems == []
    assert made and set(made.values()) == {1}


def test_a_call_that_fails_is_told_in_every_language(guide):
    for language in ("ru", "en"):
        guide.add(f"content/{language}/keeping/honey.md", '\n{{ kb_newest("wax") }}')
    problems, made = counted(guide)
    assert [problem.file for problem in problems] == ["content/en/keeping/honey.md", "content/ru/keeping/honey.md"]
    assert set(made.values()) == {1}
