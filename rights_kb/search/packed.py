"""Texts of one language packed small for the reader's browser: a list of words, and texts as numbers in it.

`search/packed.js` is the way back. Runs of spaces become one; else nothing is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# A number with its separators, a word with what hyphens, apostrophes and stops join, or a single other sign.
TOKEN = re.compile(r"\d+(?:[.,  ]\d+)*|[^\W\d_]+(?:[-‐‑’'.]?[^\W_]+)*|\n|[^\s]")
WORD = re.compile(r"[^\W_]")
# No space stands before the one kind and behind the other.
CLOSING = frozenset(",.;:!?)]}%»”…’")
OPENING = frozenset("([{«“„№\n")
# Behind these a word is written with a capital.
ENDS = frozenset(".!?\n·")
# Before a token: a space where none is usual, or none where one is; the first letter as it stands in the list.
SPACE, AS_IT_IS = "\x01", "\x02"
# The signs of numbers, all of which JSON takes as they are. The first sign says how many follow: none, one, two or three.
SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')
LEADS = (51, 36, 4, 1)
# The sign of 0, which is no step between rising numbers: it ends a list of them.
NOUGHT = SIGNS[0]
# The signs before a word of the list that say how many letters it shares with the word before it.
SAME = "!#$%&()*+/:;<=>?@[]^`{|}~"
# What the letters of the list are written with, the commonest first.
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
# Of so many bits are the numbers of keys that hardly anybody says: one unknown word in about 200 is taken for one of them.
HASH_BITS = 18


@dataclass(frozen=True)
class Packed:
    """The commonest tokens and all that are no words; the other words in order, packed; their letters; the texts."""

    common: tuple[str, ...]
    words: str
    letters: str
    texts: tuple[str, ...]

    def all_words(self) -> list[str]:
        """The list that the numbers count through."""
        return [*self.common, *_apart(self.words, self.letters)]

    def listed(self, others: list[str]) -> str:
        """Further words in order, packed as `words` are; their letters must be among `letters`."""
        return _shared(others, self.letters)


def packed(texts: Iterable[str], further: Iterable[str] = ()) -> Packed:
    """The texts, packed; `further` words, which need stand in none of them, can be `listed` later."""
    taken = _same_capitals([_tokens(text) for text in texts])
    counts = Counter(token for tokens in taken for token in tokens)
    ranked = sorted(counts, key=lambda token: (-counts[token], token))
    words = {token for token in ranked if WORD.match(token)}
    signs = [token for token in ranked if token not in words]
    common = [*signs, *(token for token in ranked if token in words)][: max(LEADS[0], len(signs))]
    rest = sorted(words - set(common))
    signs_of = {word: _number(position) for position, word in enumerate([*common, *rest])}
    letters = Counter(letter for word in (*rest, *further) for letter in word)
    order = "".join(sorted(letters, key=lambda letter: (-letters[letter], letter)))
    coded = ["".join(signs_of[token] for token in tokens) for tokens in taken]
    return Packed(tuple(common), _shared(rest, order), order, tuple(coded))


def rising(found: Iterable[int]) -> str:
    """Numbers, packed in rising order: the first, then the steps between them."""
    ordered = sorted(found)
    return "".join(_number(one - before) for before, one in zip([0, *ordered], ordered, strict=False))


def hashed(key: str) -> int:
    """A number for a key that hardly anybody says: FNV-1a over its UTF-16 units, folded; the twin of search/packed.js."""
    value = 0x811C9DC5
    units = key.encode("utf-16-le")
    for low, high in zip(units[::2], units[1::2], strict=True):
        value = (value ^ (low | high << 8)) * 0x01000193 & 0xFFFFFFFF
    return (value ^ value >> HASH_BITS) & (1 << HASH_BITS) - 1


def unpacked(found: Packed) -> list[str]:
    """The texts again."""
    words = found.all_words()
    return [_text(words[number] for number in numbers(text)) for text in found.texts]


def _tokens(text: str) -> list[tuple[str, bool]]:
    """The tokens of a text, each with whether a capital is usual there."""
    made: list[tuple[str, bool]] = []
    text = "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
    before, end = "\n", 0
    for match in TOKEN.finditer(text):
        token = match[0]
        if token != "\n" and (match.start() > end) != _takes_space(before, token):
            made.append((SPACE, False))
        if before in ENDS and _capital(token) != token:
            made.append((AS_IT_IS, False))
            made.append((token, False))
        else:
            made.append((token, before in ENDS))
        before, end = token, match.end()
    return made


def _same_capitals(texts: list[list[tuple[str, bool]]]) -> list[list[str]]:
    """The tokens, where a capital is usual in the form that stands elsewhere, so that the list needs one form only."""
    elsewhere = {token for tokens in texts for token, usual in tokens if not usual}

    def form(token: str, usual: bool) -> str:
        small = token[:1].lower() + token[1:]
        if not usual or _capital(small) != token:
            return token
        return token if token in elsewhere and small not in elsewhere else small

    return [[form(token, usual) for token, usual in tokens] for tokens in texts]


def _text(tokens: Iterable[str]) -> str:
    parts: list[str] = []
    before, other_space, as_it_is = "\n", False, False
    for token in tokens:
        if token == SPACE:
            other_space = True
        elif token == AS_IT_IS:
            as_it_is = True
        else:
            if token != "\n" and _takes_space(before, token) != other_space:
                parts.append(" ")
            before = _capital(token) if before in ENDS and not as_it_is else token
            parts.append(before)
            other_space, as_it_is = False, False
    return "".join(parts)


def _takes_space(before: str, token: str) -> bool:
    return before not in OPENING and token not in CLOSING


def _capital(token: str) -> str:
    first = token[:1].upper()
    return first + token[1:] if len(first) == 1 else token


def _number(value: int) -> str:
    start = 0
    for more, leads in enumerate(LEADS):
        many = leads * len(SIGNS) ** more
        if value < many:
            signs = ""
            for _ in range(more):
                signs = SIGNS[value % len(SIGNS)] + signs
                value //= len(SIGNS)
            return SIGNS[start + value] + signs
        value -= many
        start += leads
    raise ValueError("These are more words than any guide has.")


def numbers(text: str) -> Iterator[int]:
    """The numbers of the words of a packed text."""
    at = 0
    while at < len(text):
        value, base = SIGNS.index(text[at]), 0
        for more, leads in enumerate(LEADS):
            if value < leads:
                break
            value -= leads
            base += leads * len(SIGNS) ** more
        for sign in text[at + 1 : at + 1 + more]:
            value = value * len(SIGNS) + SIGNS.index(sign)
        yield base + value
        at += 1 + more


def _shared(words: list[str], letters: str) -> str:
    signs = {letter: _letter(place) for place, letter in enumerate(letters)}
    parts, before = [], ""
    for word in words:
        same = next((i for i, pair in enumerate(zip(word, before, strict=False)) if pair[0] != pair[1]), len(before))
        same = min(same, len(SAME) - 1)
        parts.append(SAME[same] + "".join(signs[letter] for letter in word[same:]))
        before = word
    return "".join(parts)


def _apart(shared: str, letters: str) -> list[str]:
    by_sign = {_letter(place): letter for place, letter in enumerate(letters)}
    words: list[str] = []
    for sign in shared:
        if sign in SAME:
            words.append(words[-1][: SAME.index(sign)] if words else "")
        else:
            words[-1] += by_sign[sign]
    return words


def _letter(place: int) -> str:
    """The sign of a letter; rare ones beyond LETTERS have signs of their own far behind."""
    return LETTERS[place] if place < len(LETTERS) else chr(0x100 + place)
