"""The search keys of a text: by the rules of its language, which lie in search/ as data; without rules, its plain words.

The twins in JavaScript are search/ky/analyser.js and search/analysers.js.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from typing import Any

import snowballstemmer

from rights_kb.search import kyrgyz
from rights_kb.search.kyrgyz import HYPHENS, WORD, Term, analyser

RULES = kyrgyz.RULES.parent
# A language whose rules hold a list of endings has the analyser that takes them off one by one.
ENDINGS = "suffixes"


def terms(text: str, language: str) -> list[Term]:
    """The words of a text with their keys."""
    if _takes_endings(language):
        return analyser().terms(text)
    stop = _stop(language)
    found = []
    for match in WORD.finditer(_clean(text, language)):
        parts = re.split(f"[{HYPHENS}]", match[0])
        keys = [_key(part, language) for part in parts]
        joined = [_key("".join(parts), language)] if len(parts) > 1 else []
        found.append(Term(match[0], tuple(dict.fromkeys(filter(None, joined + keys))), match[0] in stop))
    return found


def first_keys(text: str, language: str) -> tuple[str, ...]:
    """The first key of each word of a text: that of the whole word, not of its parts."""
    return tuple(term.keys[0] for term in terms(text, language) if term.keys)


def all_keys(text: str, language: str) -> tuple[str, ...]:
    """The keys of all words of a text, of their parts too."""
    return tuple(key for term in terms(text, language) for key in term.keys)


def spelled(term: Term, language: str) -> str:
    """The word as it is compared with others for typing mistakes: letters that readers mix up made one."""
    if _takes_endings(language):
        return analyser().fold(analyser().cyrillic(term.word))
    return term.word


def translated(term: Term, language: str) -> list[str]:
    """The keys of the words that the guide uses for a word of another language; none where the rules know none."""
    roots = _roots(language)
    typed = _letters(term.word) if roots else ""
    fits = next((typed[:n] for n in range(len(typed), 2, -1) if typed[:n] in roots), "")
    if not fits or len(typed) - len(fits) > 6:
        return []
    return [word.keys[0] for word in terms(roots[fits], language) if not word.stop]


def other_readings(text: str, language: str) -> list[str]:
    """What a reader may have meant who forgot to switch the keyboard, or spelled the words in letters of another script."""
    own = rules(language).get("rules", {})
    small = text.lower()
    letters = {letter for letter in small if letter.isalpha()}
    found = []
    keys = own.get("keyboard")
    if keys and letters & set(keys["typed"]) and not letters & set(keys["meant"]):
        found.append(small.translate(str.maketrans(keys["typed"], keys["meant"])))
    latin = own.get("latin")
    if latin and letters & set(latin["letters"]) and not letters & set(latin["vowels"]):
        found.append(_by_sound(small, **latin))
    return found


def _by_sound(text: str, letters: dict[str, str], after_vowel: dict[str, str], vowels: str) -> str:
    made, at = "", 0
    while at < len(text):
        longer = (text[at : at + length] for length in range(max(map(len, letters)), 1, -1))
        piece = next((piece for piece in longer if len(piece) > 1 and piece in letters), text[at])
        single = after_vowel.get(piece) if made[-1:] and made[-1] in vowels else None
        made += single or letters.get(piece, piece)
        at += len(piece)
    return made


@cache
def _roots(language: str) -> dict[str, str]:
    roots = rules(language).get("russian", {}).get("roots", {})
    return {_letters(root): meant for root, meant in roots.items()}


def _letters(word: str) -> str:
    """A word in Cyrillic with letters that readers mix up made one, but none of them left out or made two."""
    folds = analyser().folds
    return "".join(folds[letter] if len(folds.get(letter, "")) == 1 else letter for letter in analyser().cyrillic(word))


@cache
def rules(language: str) -> dict[str, Any]:
    """The rules of a language by the name of their file; empty for a language without any."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((RULES / language).glob("*.json"))}


def _takes_endings(language: str) -> bool:
    return ENDINGS in rules(language)


def _clean(text: str, language: str) -> str:
    own = rules(language).get("rules", {})
    fold = own.get("fold", {})
    small = "".join(fold.get(letter, letter) for letter in unicodedata.normalize("NFC", text).lower())
    for end in own.get("ends", ()):
        small = re.sub(rf"{re.escape(end)}(?![^\W_])", "", small)
    return small


def _key(word: str, language: str) -> str:
    stemmer = _stemmer(language)
    return stemmer.stemWord(word) if stemmer else word


@cache
def _stemmer(language: str):
    name = rules(language).get("rules", {}).get("stemmer")
    return snowballstemmer.stemmer(name) if name else None


@cache
def _stop(language: str) -> frozenset[str]:
    return frozenset(rules(language).get("rules", {}).get("stop", ()))
