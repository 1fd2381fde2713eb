"""The words of the theme's interface in languages that the theme itself does not have."""

import re
from pathlib import Path

import material
import pytest

ENTRY = re.compile(r'^\s*"([\w.-]+)":\s*"((?:[^"\\]|\\.)*)"', re.MULTILINE)
THEME = Path(material.__file__).parent / "templates/partials/languages"
OWN = sorted((Path(__file__).resolve().parents[2] / "theme/partials/languages").glob("*.html"))
# The same in every language: a direction, codes of the search, and its separators.
NOT_WORDS = {"direction", "search.config.lang", "search.config.pipeline", "search.config.separator"}


def entries(path: Path) -> dict[str, str]:
    """The words of a language by key."""
    return dict(ENTRY.findall(path.read_text(encoding="utf-8")))


def untranslated(path: Path) -> list[str]:
    """The keys whose words are empty, or those of English."""
    english = entries(THEME / "en.html")
    found = entries(path)
    return [key for key, word in found.items() if key not in NOT_WORDS and (not word.strip() or word == english.get(key))]


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_it_has_every_key_of_the_theme_and_no_other(path):
    assert set(entries(path)) == set(entries(THEME / "en.html"))


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_every_word_is_translated(path):
    assert untranslated(path) == []


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_it_names_its_own_language(path):
    assert entries(path)["language"] == path.stem


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_counts_keep_their_sign_for_the_number(path):
    english = entries(THEME / "en.html")
    assert {key for key, word in entries(path).items() if "#" in word} == {
        key for key, word in english.items() if "#" in word
    }


def test_a_word_left_in_english_is_found(tmp_path):
    (tmp_path / "xx.html").write_text('  "search": "Search",\n  "toc": "Мазмуну",\n', encoding="utf-8")
    assert untranslated(tmp_path / "xx.html") == ["search"]
