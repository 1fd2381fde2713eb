"""Whatever is not in the language of its page says in which language it is, so that a screen reader can read it."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import built_pages
import pytest
from lxml import html

from rights_kb.library import open_library

WORD = re.compile(r"[^\W\d_]{3,}")
# Written alike in every language: addresses of the web, names of files, formulas.
ADDRESS = re.compile(r"\S*(?:://|\w\.[^\W\d_]|[=_@])\S*")
# Commands and keys are of no language; the head of a page is not read as a text, and a drawing is named by its title.
SILENT = {"head", "script", "style", "code", "kbd", "svg"}
SPOKEN = ("aria-label", "title", "alt", "placeholder")
# Words that stand in nearly every Russian sentence and are no words of Kyrgyz.
RUSSIAN = set("в во и на по для об от или не со при за до под над между через что это его её их который которые".split())


def texts(element: html.HtmlElement, language: str = "") -> Iterator[tuple[str, str]]:
    """Each text of a page with the language it is marked with; what a screen reader says in place of an element too."""
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return
    language = element.get("lang", language)
    yield from ((language, element.get(name, "")) for name in SPOKEN)
    yield language, element.text or ""
    for child in element:
        yield from texts(child, language)
        yield language, child.tail or ""


def alphabet(letter: str) -> str:
    return unicodedata.name(letter).split()[0]


def unmarked(site: Path, alphabets: dict[str, str], letters: dict[str, str]) -> list[str]:
    """Words in letters of another alphabet, or with a letter that the language does not have, by page."""
    found = set()
    for page in built_pages.pages(site):
        for language, text in texts(built_pages.read(site / page)):
            for word in WORD.findall(ADDRESS.sub(" ", text)) if language in alphabets else ():
                own = letters.get(language, "")
                strange = {alphabet(letter) for letter in word} - {alphabets[language]}
                if strange or (own and set(word.lower()) - set(own)):
                    found.add(f"{page}: “{word}” is not {language}")
    return sorted(found)


def russian_in_kyrgyz(site: Path) -> list[str]:
    """Addresses aside, little words of Russian in what is marked as Kyrgyz."""
    return sorted(
        f"{page}: “{word}” in: {' '.join(text.split())[:80]}"
        for page in built_pages.pages(site)
        for language, text in texts(built_pages.read(site / page))
        # A letter by itself is the head of a list.
        if language == "ky" and len(text.strip()) > 1
        for word in re.findall(r"(?<![«\w-])\w+(?![\w»-])", ADDRESS.sub(" ", text))
        if word.lower() in RUSSIAN
    )


@pytest.fixture(scope="module")
def library(root):
    return open_library(root)


@pytest.fixture(scope="module")
def alphabets(library) -> dict[str, str]:
    return {language: alphabet(words.months[0][0]) for language, words in library.words.items()}


@pytest.fixture(scope="module")
def letters(library) -> dict[str, str]:
    return {language: words.alphabet for language, words in library.words.items()}


def test_no_word_in_foreign_letters_is_without_its_language(site, alphabets, letters):
    assert unmarked(site, alphabets, letters) == []


def test_no_russian_sentence_passes_for_kyrgyz(site):
    assert russian_in_kyrgyz(site) == []


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("ky", "Муну UNICEF айтты.", "UNICEF"),
        ("ru", "Слово мыйзам и слово өмүр.", "өмүр"),
        ("en", "The word опека.", "опека"),
        ("ru", '<a title="Home">Домой</a>', "Home"),
    ],
)
def test_a_word_without_its_language_is_found(tmp_path, alphabets, letters, language, text, told):
    (tmp_path / "a.html").write_text(f'<html lang="{language}"><body><p>{text}</p></body></html>', encoding="utf-8")
    assert unmarked(tmp_path, alphabets, letters) == [f"a.html: “{told}” is not {language}"]


def test_a_word_with_its_language_a_command_and_an_address_are_right(tmp_path, alphabets, letters):
    text = '<b lang="en">UNICEF</b> <code>make test</code> 24.kg, a_b.pdf, https://bala.example/work'
    (tmp_path / "a.html").write_text(f'<html lang="ky"><body><p>{text}</p></body></html>', encoding="utf-8")
    assert unmarked(tmp_path, alphabets, letters) == []


def test_a_russian_sentence_in_a_kyrgyz_page_is_found(tmp_path):
    text = "Дети живут в семье."
    (tmp_path / "a.html").write_text(f'<html lang="ky"><body><p>{text}</p></body></html>', encoding="utf-8")
    assert russian_in_kyrgyz(tmp_path) == [f"a.html: “в” in: {text}"]
