"""Words that agree with a number: suffixes after numbers, shares and years, and the form of a unit in a case.

How a language does it is data (`suffixes` in data/words): how its numbers are read, which vowel follows which, and what
each case adds. A language without that data shows the number unchanged.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from rights_kb import numbers
from rights_kb.models import Suffixes, Words


class NoSuchForm(LookupError):
    """A number cannot stand in that form; `what` is wrong and what to write `instead`."""

    def __init__(self, what: str, instead: str) -> None:
        super().__init__(f"{what} {instead}")
        self.what = what
        self.instead = instead


def amount(value: Decimal | int, unit: str | None, case: str, words: Words) -> str:
    """The number with its unit in a case: "26,7%дан", "5ке", "3-ү", "12 000 сомго". Raises NoSuchForm."""
    rules = words.suffixes
    form = rules.forms.get(case) if rules else None
    if form is not None:
        return _with_form(value, unit, form, words)
    return numbers.amount(value, unit, words) + suffix(value, unit, case, words)


def suffix(value: Decimal | int, unit: str | None, case: str, words: Words) -> str:
    """What a case adds behind a number with that unit, with its hyphen; empty where the language adds nothing."""
    rules = words.suffixes
    if rules is None or case not in rules.cases:
        return ""
    if unit is None or unit == "number":
        added = _added(spoken_end(value, rules.numbers), case, rules)
        return f"-{added}" if case in rules.hyphened else added
    if unit == "percent":
        return _added(rules.percent, case, rules)
    return _added(numbers.unit_word(value, unit, words), case, rules, unit in rules.possessed)


def year(typed: int | str, case: str, words: Words) -> str:
    """A year in a case: "2018-жылы" where the language names the word for it, else as `amount` has it; no thousands mark."""
    rules = words.suffixes
    if rules is None or case not in rules.cases:
        return str(typed)
    if rules.year:
        return f"{typed}-{rules.year}{_added(rules.year, case, rules)}"
    return str(typed) + suffix(Decimal(typed), None, case, words)


def spoken_end(value: Decimal | int, names: Mapping[int, str]) -> str:
    """The last word of a number as it is read: 26.7 ends in "seven", 40 in "forty", 20 000 in "thousand"."""
    typed = abs(Decimal(value))
    decimals = max(0, -typed.as_tuple().exponent)
    # Decimals are read as a whole number behind the point: 0.25 ends as 25 does.
    whole = int(typed.scaleb(decimals)) % 10**decimals if decimals else int(typed)
    if whole == 0:
        return names[0]
    if whole % 10:
        return names[whole % 10]
    if whole % 100:
        return names[whole % 100]
    return names[max(power for power in names if power >= 100 and whole % power == 0)]


def _added(word: str, case: str, rules: Suffixes, possessed: bool = False) -> str:
    """The suffix of a case for a word: its consonant by the word's last sound, its vowels by the last vowel."""
    letter = word[-1].lower()
    kind = "vowel" if letter in rules.wide else "voiceless" if letter in rules.voiceless else "voiced"
    pattern = rules.cases[case]["possessed" if possessed else kind]
    vowel = next((sign for sign in reversed(word.lower()) if sign in rules.wide), None)
    made = ""
    for piece in pattern.replace("{wide}", "\0w\0").replace("{narrow}", "\0n\0").split("\0"):
        if piece in ("w", "n") and vowel is not None:
            # Each vowel of the suffix follows the one before it.
            vowel = (rules.wide if piece == "w" else rules.narrow)[vowel]
            made += vowel
        else:
            made += piece
    return made


def _with_form(value: Decimal | int, unit: str | None, form: str, words: Words) -> str:
    if unit is None or unit in ("number", "percent"):
        return numbers.amount(value, unit, words)
    if form not in words.units[unit]:
        raise NoSuchForm(
            f"The unit `{unit}` has no form `{form}` in `{words.language}`.",
            f"Write it in {words.place.file} under `units`.",
        )
    return f"{numbers.number(value, words.language)}{numbers.NO_BREAK}{numbers.unit_word(value, unit, words, form)}"


def cases(all_words: Mapping[str, Words]) -> tuple[str, ...]:
    """The cases that any language of a guide knows, so that the same macro can stand in every language."""
    found: dict[str, None] = {}
    for words in all_words.values():
        if words.suffixes is not None:
            found |= dict.fromkeys((*words.suffixes.cases, *words.suffixes.forms))
    return tuple(found)
