"""Half of the sentences of an article are short enough for a child. A report: above the bar warns, far above fails."""

import re
import statistics
import warnings

import pytest
import real_guide

from rights_kb import articles

# Words in the middle sentence: the bar that is wanted, and the length that is too much in any language.
# English needs articles and prepositions where Kyrgyz and Russian have endings.
BAR = {"en": 18}
BAR_ELSEWHERE = 15
TOO_MUCH = 20

LIST_SIGN = re.compile(r"\s*(?:[-*+]|[0-9]+[.)])\s+")
ONLY_A_LINK = re.compile(r"\[[^\]]*\]\W*")
END = re.compile(r"(?<=[.!?…])[»”\"')]*\s+(?=[^a-zа-яёңөү])")
WORD = re.compile(rf"[{articles.RESULT}]|[^\W_]+(?:[-’'][^\W_]+)*")


def sentences(page) -> list[str]:
    """The sentences of an article, a macro's result being one word; headings, tables and lists of links left out."""
    found = []
    title = page.front.line_of("title")
    for line, text in articles.prose(page):
        text = LIST_SIGN.sub("", text, count=1).strip()
        if line == title or text.startswith(("#", "|", "!!!", "???")) or ONLY_A_LINK.fullmatch(text):
            continue
        found += [sentence for sentence in END.split(text) if sentence.strip(articles.RESULT + " ().,:;")]
    return found


@pytest.mark.parametrize("name", real_guide.articles())
def test_the_middle_sentence_of_an_article_is_short(name):
    page = real_guide.article(name)
    lengths = [len(WORD.findall(sentence)) for sentence in sentences(page)]
    if not lengths:
        return  # an article of macros only, such as a list of sources
    middle = statistics.median(lengths)
    bar = BAR.get(page.language, BAR_ELSEWHERE)
    if middle > bar:
        warnings.warn(f"{page.file}: the middle sentence has {middle:g} words; {bar} are enough.", stacklevel=1)
    assert middle <= TOO_MUCH, f"{page.file}: the middle sentence has {middle:g} words."


def test_a_text_of_long_sentences_would_fail():
    class Page:
        front = type("Front", (dict,), {"line_of": lambda self, key: 1})(title="T", summary="S.")
        body = ("Сөз " * 21 + ".\n") * 3
        body_line = 5

    assert statistics.median(len(WORD.findall(sentence)) for sentence in sentences(Page)) > TOO_MUCH
