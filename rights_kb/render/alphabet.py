"""The order of words in a language: by its own alphabet, which no browser knows for every language."""

from __future__ import annotations

from collections.abc import Callable

from rights_kb.render.context import Context


def alphabetical(context: Context) -> Callable[[str], list[tuple[int, str]]]:
    """A key that sorts words by the alphabet of the language: in Kyrgyz ң follows н, ө follows о, ү follows у."""
    places = {letter: position for position, letter in enumerate(context.words.alphabet)}

    def key(word: str) -> list[tuple[int, str]]:
        return [(places.get(letter, -1 if not letter.isalpha() else len(places)), letter) for letter in word.lower()]

    return key
