"""The search keys of a text: Kyrgyz by its own rules, other languages by their Snowball stemmer where there is one."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import snowballstemmer

from rights_kb.search.kyrgyz import HYPHENS, WORD, Term, analyser

STEMMERS = {"en": "english", "ru": "russian"}
# The keys of a keyboard with the Latin letters and the Russian ones on them.
LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё"
KEYBOARD = str.maketrans(LATIN_KEYS, RUSSIAN_KEYS)
STOP = {
    "ru": "и в во на с со к ко у о об от до по за из для не ни же ли бы что как кто где когда куда это этот если или а но "
    "мне меня мой моя мы вы я он она они его её их ему им себя есть быть можно нужно надо какой какая какие чем при "
    "над под то так",
    "en": "a an the and or of in on at to for from by with is are was be been do does did can may must what who where "
    "when how which if my me i we you he she they it its his her their this that there not no should will",
}


def terms(text: str, language: str) -> list[Term]:
    """The words of a text with their keys."""
    if language == "ky":
        return analyser().terms(text)
    stop = _stop(language)
    found = []
    for match in WORD.finditer(_clean(text)):
        parts = re.split(f"[{HYPHENS}]", match[0])
        keys = [_key(part, language) for part in parts]
        joined = [_key("".join(parts), language)] if len(parts) > 1 else []
        found.append(Term(match[0], tuple(dict.fromkeys(filter(None, joined + keys))), match[0] in stop))
    return found


def by_other_keyboard(text: str, language: str) -> str:
    """What a reader meant who typed Russian with the keys set to Latin letters; empty where that cannot be."""
    if language != "ru" or re.search("[а-яё]", text.lower()) or not re.search("[a-z]", text.lower()):
        return ""
    return text.lower().translate(KEYBOARD)


def _clean(text: str) -> str:
    # An apostrophe ends no word: children's is a form of child.
    small = unicodedata.normalize("NFC", text).lower().replace("\u00ad", "").replace("ё", "е")
    return re.sub(r"[’'ʼ]s\b", "", small)


def _key(word: str, language: str) -> str:
    stemmer = _stemmer(language)
    return stemmer.stemWord(word) if stemmer else word


@cache
def _stemmer(language: str):
    return snowballstemmer.stemmer(STEMMERS[language]) if language in STEMMERS else None


@cache
def _stop(language: str) -> frozenset[str]:
    return frozenset(STOP.get(language, "").replace("ё", "е").split())
