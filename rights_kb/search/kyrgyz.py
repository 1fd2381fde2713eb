"""Kyrgyz words as search keys: the twin of search/ky/analyser.js, over the same rules in search/ky/*.json.

Both give the same key for every word; search/vectors/ky.tsv holds them together.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

RULES = Path(__file__).resolve().parents[2] / "search" / "ky"
HYPHENS = "-‐‑‒–—"
# A word, with the parts that hyphens join.
WORD = re.compile(rf"[^\W_]+(?:[{HYPHENS}][^\W_]+)*")
CYRILLIC = re.compile(r"[а-яёөүң]")
LATIN = re.compile(r"[a-zà-öø-žŋ]")
# A longer "word" is no word: it is taken as it is.
LONGEST = 40
VERB = "~"
# What takes every ending, however short it is: 14төгү, 7де.
NUMBER = re.compile("[0-9]+")


@dataclass(frozen=True)
class Suffix:
    """An ending in folded letters, what must be left before it and may end what is left, and whether it is one of verbs."""

    form: str
    least: int
    after: str
    suits: str
    verb: bool
    fused: bool


@dataclass(frozen=True)
class Term:
    """A word of a text as it stands there, its keys (the joined one first), and whether it says nothing of the subject."""

    word: str
    keys: tuple[str, ...]
    stop: bool


def _rules(name: str) -> dict:
    return json.loads((RULES / f"{name}.json").read_text(encoding="utf-8"))


class Analyser:
    """The rules, made ready: letters, endings by length, words to keep."""

    def __init__(self) -> None:
        letters, latin, suffixes, words = (_rules(name) for name in ("letters", "latin", "suffixes", "words"))
        self.always: dict[str, str] = letters["always"]
        self.inside: dict[str, str] = letters["inside"]
        self.folds: dict[str, str] = letters["fold"]
        self.vowels = frozenset(letters["vowels"])
        self.ends: dict[str, str] = letters["end"]
        self.latin: dict[str, str] = latin["letters"]
        self.longest_latin = max(map(len, self.latin))
        self.after_vowel: dict[str, str] = latin["after_vowel"]
        self.suffixes: dict[str, Suffix] = {}
        for rule in suffixes["suffixes"]:
            for pattern in rule["forms"]:
                for letters_of in product(*(suffixes["sounds"].get(sign, sign) for sign in pattern)):
                    form = "".join(letters_of)
                    suits = suffixes["agreement"].get(rule.get("agrees"), {}).get(form[0], "")
                    suffix = Suffix(form, rule["min"], rule.get("after", ""), suits, "verb" in rule, "fused" in rule)
                    self.suffixes.setdefault(form, suffix)
        self.longest_suffix = max(map(len, self.suffixes))
        self.keep = frozenset(map(self.fold, words["keep"]))
        self.two = frozenset(map(self.fold, words["two"]))
        self.irregular = {self.fold(form): self.fold(word) for form, word in words["irregular"].items()}
        self.stop = frozenset(map(self.key, words["stop"]))

    def terms(self, text: str) -> list[Term]:
        """The words of a text with their keys; a word with hyphens has its joined key, then one for each part."""
        found = []
        for match in WORD.finditer(self.clean(text)):
            parts = re.split(f"[{HYPHENS}]", match[0])
            joined = self.key(match[0])
            keys = [joined] if len(parts) == 1 else [joined, *map(self.key, parts)]
            found.append(Term(match[0], tuple(dict.fromkeys(filter(None, keys))), joined in self.stop))
        return found

    def key(self, word: str) -> str:
        """The key of one word; parts joined by hyphens count as one word."""
        parts = re.split(f"[{HYPHENS}]", self.clean(word))
        return self.stem(self.fold("".join(map(self.cyrillic, parts))))

    def clean(self, text: str) -> str:
        """Composed, in small letters, look-alike and foreign letters replaced."""
        small = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
        return "".join(self.always.get(letter, letter) for letter in small)

    def cyrillic(self, word: str) -> str:
        """Latin letters in a Cyrillic word replaced by those they look like; a word in Latin letters transliterated."""
        if CYRILLIC.search(word):
            return "".join(self.inside.get(letter, letter) for letter in word)
        if not LATIN.search(word):
            return word
        made = ""
        at = 0
        while at < len(word):
            for length in range(min(self.longest_latin, len(word) - at), 0, -1):
                piece = word[at : at + length]
                if length == 1 and piece in self.after_vowel and self.fold(made[-1:])[-1:] in self.vowels:
                    made += self.after_vowel[piece]
                elif piece in self.latin:
                    made += self.latin[piece]
                elif length == 1:
                    made += piece
                else:
                    continue
                at += length
                break
        return made

    def fold(self, word: str) -> str:
        """Letters that readers mix up, made one."""
        return "".join(self.folds.get(letter, letter) for letter in word)

    def stem(self, word: str) -> str:
        """What is left of a folded word without its endings."""
        if len(word) > LONGEST:
            return word
        word = self._ended(word)
        while True:
            if word in self.irregular:
                return self.irregular[word]
            if word in self.keep:
                return word
            suffix = self._suffix(word)
            if suffix is None:
                return word
            word = word[: -len(suffix.form)]
            if suffix.verb:
                if suffix.fused:
                    return word + VERB
                if word[-1] in self.vowels and len(word) > 3:
                    return word[:-1] + VERB
                return self._ended(word)
            word = self._ended(word)

    def _ended(self, word: str) -> str:
        """б and г at the end, as they are before an ending, made п and к."""
        return word[:-1] + self.ends.get(word[-1:], word[-1:])

    def _suffix(self, word: str) -> Suffix | None:
        """The ending to take off: one that leaves a known word, else the longest."""
        longest = None
        for length in range(min(self.longest_suffix, len(word) - 1), 0, -1):
            suffix = self.suffixes.get(word[-length:])
            if suffix is None:
                continue
            left = word[:-length]
            if NUMBER.fullmatch(left):
                return suffix
            if len(left) < suffix.least and left not in self.two:
                continue
            if suffix.after and (left[-1] in self.vowels) != (suffix.after == "vowel"):
                continue
            if suffix.suits and left[-1] not in suffix.suits:
                continue
            if not suffix.fused and ((ended := self._ended(left)) in self.keep or ended in self.irregular):
                return suffix
            longest = longest or suffix
        return longest


@cache
def analyser() -> Analyser:
    """The analyser, its rules read once."""
    return Analyser()


def key(word: str) -> str:
    """The search key of a Kyrgyz word."""
    return analyser().key(word)
