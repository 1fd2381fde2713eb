"""Words of another language than the text they stand in, told by the letters they are written in.

A language says in `data/words` which language words in foreign letters belong to; `data/names.yml` holds the names that
are of yet another one. What is written in the letters of the text itself can only be told apart by its author.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rights_kb import articles
from rights_kb.library import Library

WORD = re.compile(r"[^\W_]+")
# An address, the name of a file or of an account is written alike everywhere and belongs to no language.
ADDRESS = re.compile(r"://|[\w-]\.(?=[^\W\d_])|[=_@]")
OUTSIDE_ADDRESS = re.compile(r"""[\s<>&;"«»“”(),]""")
# What joins words of one language to one passage.
BETWEEN = re.compile(r"[ \u00a0'’/-]+")
LETTERS = ("Lu", "Ll", "Lt", "Lo")
# Words of fewer letters have no ending that could be taken off.
SHORT = 5
# Numbers of chapters and centuries are read in the reader's own language.
ROMAN = re.compile(r"[IVX]+")

SKIPPED = r"<!--.*?-->|<!\w[^>]*>|<script\b.*?</script>|<style\b.*?</style>"
TAG = re.compile(rf"""(?s){SKIPPED}|<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?P<inside>(?:[^>"']|"[^"]*"|'[^']*')*)>""")
LANG = re.compile(r"""(?:^|\s)lang=["']?([\w-]+)""")
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# Where text is no text, or where no element can stand.
SILENT = frozenset("head code kbd samp pre textarea option svg template".split())


@dataclass(frozen=True)
class ForeignWords:
    """By language: the name of an alphabet (as Unicode has it, in small letters) → the language of words written in it."""

    by_language: Mapping[str, Mapping[str, str]]
    names: Mapping[str, str]
    # What to look for in a text of each language: a name of the list, or a word in a foreign alphabet.
    patterns: Mapping[str, re.Pattern[str]]

    def in_text(self, text: str, language: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and language of each passage in another language; `text` may hold references such as `&amp;`."""
        start = end = 0
        found = ""
        for first, last, told in self._words(text, language):
            if found == told and BETWEEN.fullmatch(text, end, first):
                end = last
                continue
            if found:
                yield start, end, found
            start, end, found = first, last, told
        if found:
            yield start, end, found

    def _words(self, text: str, language: str) -> Iterator[tuple[int, int, str]]:
        if language not in self.patterns:
            return
        alphabets = self.by_language[language]
        for match in self.patterns[language].finditer(text):
            start, end = match.span()
            if match["name"]:
                told = self.names[match["name"]]
            elif ROMAN.fullmatch(match[0]) or _is_reference(text, start, end) or _is_address(text, start, end):
                continue
            else:
                told = alphabets[alphabet(match[0])]
            if told != language:
                yield start, end, told


def _is_reference(text: str, start: int, end: int) -> bool:
    """Whether the letters are those of `&amp;` or `&#x27;`."""
    return text[end : end + 1] == ";" and text[:start].rstrip("#0123456789").endswith("&")


def _is_address(text: str, start: int, end: int) -> bool:
    """Whether the letters are part of an address, of the name of a file, or of a formula."""
    before = next((place for place in range(start, 0, -1) if OUTSIDE_ADDRESS.match(text[place - 1])), 0)
    after = OUTSIDE_ADDRESS.search(text, end)
    return bool(ADDRESS.search(text[before : after.start() if after else len(text)]))


@cache
def _letters(name: str) -> str:
    """Every letter of an alphabet, for the middle of square brackets."""
    found = (chr(number) for number in range(0x10000) if unicodedata.category(chr(number)) in LETTERS)
    return "".join(letter for letter in found if alphabet(letter) == name)


@cache
def alphabet(word: str) -> str:
    """The alphabet of a word's first letter, in small letters: cyrillic, latin, arabic …; empty for a number."""
    letter = next((sign for sign in word if sign.isalpha()), "")
    return unicodedata.name(letter, "unknown").split()[0].lower() if letter else ""


def of_library(library: Library) -> ForeignWords:
    """What the words of each language and the list of names say."""
    names = {name.name: name.language for name in library.names.values()}
    by_language = {language: words.foreign for language, words in library.words.items()}
    patterns = {language: _pattern(names, alphabets) for language, alphabets in by_language.items() if alphabets or names}
    return ForeignWords(by_language, names, patterns)


def _pattern(names: Iterable[str], alphabets: Iterable[str]) -> re.Pattern[str]:
    letters = "".join(_letters(name) for name in alphabets)
    word = f"[{letters}][{letters}0-9]*" if letters else "(?!)"
    return re.compile(f"(?P<name>{any_of(names).pattern})|{word}")


def any_of(names: Iterable[str]) -> re.Pattern[str]:
    """One of the names as a word of its own; longer ones first, so that a name inside another one does not hide it."""
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)")


def vocabularies(library: Library) -> dict[str, frozenset[str]]:
    """By language: the words of all its articles in small letters, and their beginnings, each with a hyphen behind it."""
    found: dict[str, set[str]] = {language: set() for language in library.languages}
    for page in library.pages.values():
        found[page.language].update(word.lower() for _, text in articles.prose(page) for word in WORD.findall(text))
    return {
        language: frozenset(words | {f"{word[:end]}-" for word in words for end in range(SHORT - 1, len(word) + 1)})
        for language, words in found.items()
    }


def language_of(text: str, own: str, known: Mapping[str, frozenset[str]]) -> str:
    """The first language, its own one before the others, whose articles have all words of a text; its own where none has.

    A longer word may end otherwise there, since most languages decline.
    """
    words = {_without_ending(word.lower()) for word in WORD.findall(text)}
    return next((language for language in (own, *known) if words <= known[language]), own)


def _without_ending(word: str) -> str:
    return word if len(word) < SHORT else f"{word[: max(SHORT - 1, len(word) - 2)]}-"


def marked(page: str, foreign: ForeignWords) -> str:
    """The page with every passage in another language inside `<span lang>`; what says its language already is left."""
    made: list[str] = []
    # The open elements: name, language, and whether words inside are left alone.
    open_: list[tuple[str, str, bool]] = [("", "", True)]
    position = 0
    for tag in TAG.finditer(page):
        made += [_marked_text(page[position : tag.start()], open_[-1], foreign), tag[0]]
        position = tag.end()
        name = (tag["name"] or "").lower()
        if not name or name in VOID or tag["inside"].endswith("/"):
            continue
        if tag["end"]:
            depth = next((depth for depth in range(len(open_) - 1, 0, -1) if open_[depth][0] == name), None)
            if depth is not None:
                del open_[depth:]
            continue
        lang = LANG.search(tag["inside"])
        open_.append((name, lang[1] if lang else open_[-1][1], name in SILENT or (open_[-1][2] and len(open_) > 1)))
    made.append(page[position:])
    return "".join(made)


def _marked_text(text: str, inside: tuple[str, str, bool], foreign: ForeignWords) -> str:
    _, language, silent = inside
    if silent or not text.strip():
        return text
    made, position = [], 0
    for start, end, told in foreign.in_text(text, language):
        made += [text[position:start], f'<span lang="{html.escape(told)}">{text[start:end]}</span>']
        position = end
    return "".join([*made, text[position:]])
