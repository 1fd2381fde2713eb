"""What `kb search` prints."""

from __future__ import annotations

from rights_kb.library import Library
from rights_kb.search import words
from rights_kb.search.ranking import Render, open_index

MOST = 10


def search(library: Library, language: str, query: str, render: Render) -> int:
    """Print the keys of each word and the articles that it finds with their scores; 1 where nothing is found."""
    for term in words.terms(query, language):
        print(f"{term.word}  →  {', '.join(term.keys)}{'  (says nothing of the subject)' if term.stop else ''}")
    found = open_index(library, language, render).find(query)
    for answer in found[:MOST]:
        print(f"{answer.score:8.3f}  {language}/{answer.slug}{'#' if answer.anchor else ''}{answer.anchor}")
    if len(found) > MOST:
        print(f"          and {len(found) - MOST} more")
    if not found:
        print("Nothing is found.")
    return 0 if found else 1
