"""A table stands whole, with its sources, files and history, in one place: there its permanent address leads."""

RULE = "tables_have_one_home"
PAGE = "content/{}/keeping/honey.md"
OTHER = "content/{}/index.md"
WHOLE = '\n{{ kb_table("honey", about=True) }}'


def add(guide, page, text):
    """Add the text to the page in each language and give the line of it in English."""
    return [guide.add(page.format(language), text) + 1 for language in ("ru", "en")][1]


def test_one_home_is_right(guide):
    add(guide, PAGE, WHOLE)
    assert guide.told_by(RULE) == []


def test_views_beside_the_whole_are_right(guide):
    add(guide, PAGE, WHOLE)
    add(guide, OTHER, '\n{{ kb_table("honey", rows="region") }}')
    assert guide.told_by(RULE) == []


def test_a_second_home_on_another_page_is_a_problem_in_every_language(guide):
    second = add(guide, PAGE, WHOLE)
    first = add(guide, OTHER, WHOLE)
    russian, english = sorted(guide.told_by(RULE), reverse=True)
    file, earlier = PAGE.format("en"), OTHER.format("en")
    what = f"The table `honey` stands whole a second time (first in {earlier}:{first})."
    assert english == f"{file}:{second}  {what} Keep `about=True` in one of the two places."
    assert russian.startswith(PAGE.format("ru"))


def test_a_second_home_on_the_same_page_is_a_problem(guide):
    add(guide, PAGE, WHOLE)
    add(guide, PAGE, '\n{{ kb_table("honey", rows="region", about=True) }}')
    assert len(guide.told_by(RULE)) == 2


def test_a_table_named_by_something_odd_breaks_nothing(guide):
    add(guide, PAGE, '\n{{ kb_table(["honey"], about=True) }}')
    add(guide, PAGE, "\n{{ kb_table(about=True) }}")
    assert guide.told_by(RULE) == []
