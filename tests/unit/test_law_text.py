"""Articles of a printed law are found, and a change of a clause is told whatever the print looks like."""

from types import SimpleNamespace

import pytest

from rights_kb import law_text
from rights_kb.law_text import articles, changes, fingerprint, fingerprints, numbers_of

WORDS = SimpleNamespace(article_word="Article", division_words=("Chapter",))
TEXT = """
Chapter 1. Hives

   Article 4. Where hives stand
   1. A hive stands on the land of its keeper.
   2. A hive stands no nearer than one hundred metres
to a school; a fence does not change this.
Chapter 2. Honey
   Honey is told of elsewhere.
   Article 41. Jars
   Jars are closed.
"""


def read(text):
    return articles(text, WORDS)


def test_an_article_ends_where_the_next_one_or_a_chapter_begins():
    assert read(TEXT) == {
        "4": (
            "Where hives stand 1. A hive stands on the land of its keeper.",
            "2. A hive stands no nearer than one hundred metres to a school;",
            "a fence does not change this.",
        ),
        "41": ("Jars Jars are closed.",),
    }


def test_a_table_of_contents_does_not_hide_the_text():
    assert read("Article 4. Where hives stand\nArticle 41. Jars\n" + TEXT) == read(TEXT)


def test_a_text_without_articles_has_none():
    assert read("Nothing of the kind.") == {}


def test_the_head_and_foot_of_printed_pages_belong_to_no_article():
    pages = [
        "   Article 4. Where\n   1. One\nlaws.example",
        "Bee Act\ntwo three.\nlaws.example",
        "Bee Act\nfour.\nlaws.example",
    ]
    assert read("\f".join(["Bee Act\n" + pages[0], *pages[1:]])) == {"4": ("Where 1. One two three.", "four.")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a hive  stands", "A hive\nstands"),
        ("no nearer – than", "no nearer - than"),
        ("the «land»", 'the "land"'),
    ],
)
def test_a_print_that_only_looks_different_has_the_same_fingerprint(one, other):
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(("one", "other"), [("from 14", "from 15"), ("shall", "may"), ("2. A hive", "3. A hive")])
def test_another_word_or_number_has_another_fingerprint(one, other):
    assert fingerprint(one) != fingerprint(other)


def test_an_unchanged_text_has_no_changes():
    assert changes(read(TEXT), fingerprints(read(TEXT), ["4", "41"])) == []


def test_a_text_with_other_line_breaks_has_no_changes():
    other = TEXT.replace(" hundred metres\nto a", "\nhundred metres to a")
    assert changes(read(other), fingerprints(read(TEXT), ["4", "41"])) == []


def test_a_changed_clause_is_told_with_its_new_words():
    newer = TEXT.replace("one hundred", "two hundred")
    (change,) = changes(read(newer), fingerprints(read(TEXT), ["4", "41"]))
    assert (change.article, change.new, change.gone) == (
        "4",
        ("2. A hive stands no nearer than two hundred metres to a school;",),
        1,
    )


def test_clauses_in_another_order_are_a_change():
    known = {"4": tuple(reversed(fingerprints(read(TEXT), ["4"])["4"]))}
    assert [change.article for change in changes(read(TEXT), known)] == ["4"]


def test_an_article_that_is_gone_is_told():
    (change,) = changes(read(TEXT), {"7": ("0123456789ab",)})
    assert change.missing


@pytest.mark.parametrize(
    ("cited", "numbers"),
    [("14(2)", ["14"]), ("41, 42", ["41", "42"]), ("205¹(2)", ["2051"]), ("25(6), 141(1)", ["25", "141"])],
)
def test_a_citation_names_flattened_articles(cited, numbers):
    assert list(numbers_of(cited)) == numbers


def test_a_law_is_known_by_the_number_and_date_in_its_head(guide):
    text = guide.text("law.txt")
    assert law_text.law_of(text, guide.library()).id == "bee-law"
    assert law_text.law_of(text.replace("No. 7", "No. 71"), guide.library()) is None
