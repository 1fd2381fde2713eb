"""Words are written with the letters of their language: no look-alikes, no private characters."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from rights_kb import articles
from rights_kb.checks import Guide
from rights_kb.documents import asked, texts
from rights_kb.problem import Problem

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
LOOK_ALIKES = dict(zip("AaBCcEeHKkMOoPpTXxyi", "АаВСсЕеНКкМОоРрТХхуі", strict=True))
INVISIBLE = {
    "\u200b": "a zero-width space",
    "\u200c": "a zero-width sign",
    "\u200d": "a zero-width sign",
    "\ufeff": "a byte-order mark",
    "\u00ad": "a soft hyphen",
}


def problems(guide: Guide) -> Iterator[Problem]:
    for page in guide.library.pages.values():
        for line, text in articles.prose(page):
            yield from _of(page.file, line, page.language, text, guide)
    read = guide.library.documents
    for typed in (*texts(read, guide.library.languages), *asked(read)):
        yield from _of(typed.file, typed.line, typed.language, typed.text, guide)


def _of(file: str, line: int, language: str, text: str, guide: Guide) -> Iterator[Problem]:
    words = guide.library.words.get(language)
    for wrong, right in (words.forbidden_letters if words else {}).items():
        for word in _words_with(text, wrong):
            what = f"“{word}” has the letter {wrong} (U+{ord(wrong):04X})."
            yield Problem(file, line, what, f"Write “{word.replace(wrong, right)}” with {right} (U+{ord(right):04X}).")
    for sign in sorted(set(text)):
        if (told := _meaningless(sign)) is not None:
            yield Problem(file, line, *told)
    for word in WORD.findall(text):
        for told in _mixed(word):
            yield Problem(file, line, *told)


@cache
def _meaningless(sign: str) -> tuple[str, str] | None:
    """What is wrong with a character and what to do, or None."""
    if unicodedata.category(sign) in ("Co", "Cn", "Cs") or (unicodedata.category(sign) == "Cc" and sign not in "\t\n"):
        what = f"The text has the character U+{ord(sign):04X}, which has no meaning outside one font or program."
        return what, "Remove it, or write the letter it stands for."
    if sign in INVISIBLE:
        return f"The text has {INVISIBLE[sign]} (U+{ord(sign):04X}).", "Remove it."
    return None


# The same words come again and again, so each is looked at once.
@cache
def _mixed(whole: str) -> tuple[tuple[str, str], ...]:
    """What is wrong with the alphabets of a word and what to write, for each of its parts."""
    return tuple(_mixed_parts(whole))


def _mixed_parts(whole: str) -> Iterator[tuple[str, str]]:
    for word in re.split(r"[-’']", whole):
        # Marks that count as letters, such as the ʻ of oʻ in Uzbek, belong to any alphabet.
        letters = [letter for letter in word if unicodedata.category(letter) in ("Lu", "Ll", "Lt", "Lo")]
        alphabets = Counter(_alphabet(letter) for letter in letters)
        if len(alphabets) > 1:
            main = alphabets.most_common(1)[0][0]
            foreign = dict.fromkeys(letter for letter in letters if _alphabet(letter) != main)
            meant = "".join(LOOK_ALIKES.get(letter, letter) if "CYRILLIC" in alphabets else letter for letter in word)
            names = ", ".join(f"{letter} ({_alphabet(letter).capitalize()}, U+{ord(letter):04X})" for letter in foreign)
            what = f"“{word}” mixes alphabets: {names}."
            yield what, f"Write “{meant}” in one alphabet." if meant != word else "Write it in one alphabet."


@cache
def _alphabet(letter: str) -> str:
    """The first word of a letter's name: CYRILLIC, LATIN, ARABIC …"""
    return unicodedata.name(letter, "UNKNOWN").split()[0]


def _words_with(text: str, letter: str) -> list[str]:
    return [match[0] for match in WORD.finditer(text) if letter in match[0]] if letter in text else []
