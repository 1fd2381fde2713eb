"""How easy each article is to read: the length of its sentences, page by page and language by language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from rights_kb import articles
from rights_kb.library import Library
from rights_kb.models import Page

SENTENCE_END = re.compile(r"(?<=[.!?…:])\s+")
MARKS = re.compile(r"^[ \t]*(?:#+|[-*+>]|[0-9]+[.)])[ \t]+")
WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*|\ufffc")


def sentences(page: Page) -> Iterator[int]:
    """The number of words of each sentence; what a macro writes counts as one word. Headings are no sentences."""
    for _, line in articles.prose(page):
        if line.lstrip().startswith(("#", "|")):
            continue
        for sentence in SENTENCE_END.split(MARKS.sub("", line)):
            count = len(WORD.findall(sentence))
            if count > 1:
                yield count


def report(library: Library) -> str:
    """A line for each article: the median and the longest sentence in words, in each language."""
    heads = [f"{language:>12}" for language in library.languages]
    lines = ["Words in a sentence: median, longest", " " * 36 + "".join(heads)]
    for slug in library.slugs():
        cells = []
        for language in library.languages:
            page = library.page(language, slug)
            counts = list(sentences(page)) if page else []
            cells.append(f"{median(counts):6.1f} {max(counts):5d}" if counts else " " * 12)
        lines.append(f"{slug:<36}" + "".join(cells))
    return "\n".join(lines)
