"""The report counts the words of sentences as a reader meets them."""

import pytest

from rights_kb import readability


def counts(guide, body):
    text = guide.text("content/en/index.md")
    front = text[: text.index("---", 4) + 4]
    guide.write("content/en/index.md", front + body)
    page = guide.library().page("en", "index")
    return list(readability.sentences(page))[len(list(readability.SENTENCE_END.split(page.title))) :]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Bees fly far. They come back home again.\n", [3, 5]),
        ("- A point of a list\n- Another point\n", [5, 2]),
        ("## A heading is no sentence {#a}\n\nBees fly.\n", [2]),
        ('There are {{ kb_newest("honey") }} jars.\n', [4]),
        ("[Bees and hives](index.md) belong together.\n", [5]),
    ],
)
def test_words_are_counted(guide, body, words):
    assert counts(guide, body)[-len(words) :] == words


def test_every_article_has_a_line_with_every_language(guide, capsys):
    report = readability.report(guide.library())
    for slug in guide.library().slugs():
        assert any(line.startswith(slug + " ") for line in report.splitlines())
