"""What a reader's browser searches in one language: the pieces of its articles, its rules, its words of danger."""

from __future__ import annotations

import bz2
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from rights_kb.search import prebuilt, words
from rights_kb.search.cut import Texts
from rights_kb.search.packed import NOUGHT, Packed, hashed, packed, rising
from rights_kb.search.ranking import Danger
from rights_kb.search.said import Said, said
from rights_kb.search.sections import Section

# What a reader downloads to search: the scripts and the index together, compressed. A big guide may take more.
# Servers send them by gzip, whose sizes differ from one build of zlib to the next, and with them what has room: bzip2 is the
# same everywhere, and in blocks of 64 KB gives nearly the size of gzip, which looks back no further than 32.
ROOM = 59_250
BLOCK = 65_536
ROOM_OF_PIECE = 30
# The room is used when so much of it is taken, or after so many tries.
FULL, TRIES = 0.998, 10
# From so many pieces on the index is made here and not in the reader's browser.
PREBUILT_FROM = 2_000
# A piece in the file: its anchor, heading, names of rows, text, and the words that were kept without their sentences.
FIELDS = ("heading", "names", "text", "bare")
# The beginnings of words of another language, and what they mean: packed with the texts.
FOREIGN, ROOTS = "russian", "roots"
# A list of so many words among the rules is packed as the words of the texts are.
LONG_LIST = 50
# Stands between the meanings of beginnings, and between phrases of danger; and between dangers.
COMMA, SEMICOLON = ",", ";"
FIRST_FIELDS = ("title", "keywords", "terms")

# The same words come again at each try to fill the room.
first_keys, all_keys = cache(words.first_keys), cache(words.all_keys)


def index_file(
    sections: Sequence[Section],
    language: str,
    locations: Mapping[str, str],
    danger: Danger,
    registers: frozenset[str],
    related: Mapping[str, Sequence[str]],
    around: Mapping[str, Any],
    taken: int,
) -> str:
    """The script that sets `kbSearchIndex`. `taken` is what the scripts of the search take of ROOM, in compressed bytes.

    `locations` are the addresses of the articles below the root of the site; `around` is what else the file shall hold.
    """
    texts = Texts(sections, language)
    told = said(sections, language, texts)
    ready_made = told if len(sections) >= PREBUILT_FROM else None
    room = max(ROOM - taken, ROOM_OF_PIECE * len(sections))

    # First come words by themselves, the most important first, then their texts as well.
    wanted = [(sections[number].slug, key) for number, key in texts.wanted]

    def script(many: int, ready_made: Said | None = None) -> str:
        cut = texts.cut(max(0, many - len(wanted)))
        alone = () if ready_made else wanted[:many]
        return _script(cut, alone, language, told, locations, danger, registers, related, around, ready_made)

    # More and more as long as there is room, from both sides: in each of the two the size grows nearly as their number does.
    best, low = script(0), 0
    least = compressed(best)
    high = len(wanted) + texts.words
    most = compressed(script(high)) if high else least
    if most <= room:
        best, low = script(high), high
    for turn in range(TRIES):
        if low >= high - 1 or least > FULL * room or most <= least:
            break
        # By turns in the middle, since a curve would be neared from one side only.
        step = (room * (1 + FULL) / 2 - least) / (most - least) if turn % 2 else 0.5
        guess = low + max(1, min(high - low - 1, round(step * (high - low)))) if turn else len(wanted)
        made = script(guess)
        size = compressed(made)
        if size > room:
            high, most = guess, size
        else:
            best, low, least = made, guess, size
    return script(low, ready_made) if ready_made else best


def compressed(script: str) -> int:
    """About its size as a server sends it, the same on every machine."""
    whole = script.encode()
    return sum(len(bz2.compress(whole[start : start + BLOCK])) for start in range(0, len(whole), BLOCK))


def _script(
    sections: Sequence[Section],
    alone: Sequence[tuple[str, str]],
    language: str,
    told: Said,
    locations: Mapping[str, str],
    danger: Danger,
    registers: frozenset[str],
    related: Mapping[str, Sequence[str]],
    around: Mapping[str, Any],
    ready_made: Said | None,
) -> str:
    slugs = list(dict.fromkeys(section.slug for section in sections))
    taken = [section.fields.get(name, "") for section in sections for name in _fields(section)]
    rules = {name: _without_comments(rule) for name, rule in words.rules(language).items()}
    roots = rules.get(FOREIGN, {}).pop(ROOTS, {})
    lists = _word_lists(rules)
    roomless = _roomless(sections, alone, language, told)
    asked = {key for keys in told.asked.values() for key in keys}
    keys = asked.union(*roomless.values())
    hardly = told.unsaid | (keys - asked)
    further = [*roots, *(keys - hardly), *(word for *_, list_ in lists for word in list_)]
    meant = _without_repeats([roots[root] for root in sorted(roots)])
    called = f"{SEMICOLON} ".join(f"{COMMA} ".join(phrases) for phrases, _ in danger.calls)
    found = packed([*taken, meant, called], further)
    numbers, spelled, unsaid = _numbers(found, keys, hardly, language)
    of_related = {slug: [slugs.index(to) for to in related.get(slug, ()) if to in slugs] for slug in slugs}
    content: dict[str, Any] = {
        "language": language,
        "rules": rules,
        **around,
        "danger": {
            "calls": [[slugs.index(slug) for slug in helping if slug in slugs] for _, helping in danger.calls],
            "phrases": found.texts[-1],
            "pages": [slugs.index(slug) for slug in danger.slugs if slug in slugs],
        },
        "registers": [slugs.index(slug) for slug in slugs if slug in registers],
        # In this order it is packed best: what is written with the same letters stands together.
        "common": found.common,
        "words": found.words,
        "letters": found.letters,
        "lists": [[rule, field, found.listed(list_)] for rule, field, list_ in lists],
        "asked": found.listed(spelled),
        "roots": [found.listed(sorted(roots)), found.texts[-2]],
        "pages": _pages(sections, locations, found, of_related),
        "unsaid": rising(unsaid),
        "asking": "" if ready_made else _asking(told, roomless, numbers, slugs),
    }
    if ready_made:
        content["index"] = prebuilt.index(ready_made)
    return f"self.kbSearchIndex={json.dumps(content, ensure_ascii=False, separators=(',', ':'))};\n"


def _fields(section: Section) -> tuple[str, ...]:
    return FIELDS if section.anchor else (*FIRST_FIELDS, *FIELDS)


def _numbers(
    found: Packed, keys: set[str], unsaid: frozenset[str], language: str
) -> tuple[dict[str, int], list[str], list[int]]:
    """For each key the number of a word that has it first, or, behind those, its place among the others.

    These come with it: those that have to be spelled, in order, then, hashed, those that are `unsaid`.
    """
    all_words = found.all_words()
    numbers: dict[str, int] = {}
    for number, word in enumerate(all_words):
        for key in first_keys(word, language):
            numbers.setdefault(key, number)
    others = keys - numbers.keys()
    spelled = sorted(others - unsaid)
    hashes = sorted({hashed(key) for key in others & unsaid})
    places = {one: len(all_words) + place for place, one in enumerate([*spelled, *hashes])}
    numbers |= {key: places[hashed(key) if key in unsaid else key] for key in others}
    return numbers, spelled, hashes


def _roomless(
    sections: Sequence[Section], alone: Iterable[tuple[str, str]], language: str, told: Said
) -> dict[str, set[str]]:
    """For each slug, of its keys in `alone` those that stand in no text of these pieces and that nobody asks with."""
    there: dict[str, set[str]] = {slug: set(keys) for slug, keys in told.asked.items()}
    for section in sections:
        for name in _fields(section):
            there[section.slug].update(
                key for word in section.fields.get(name, "").split() for key in all_keys(word, language)
            )
    found: dict[str, set[str]] = {slug: set() for slug in there}
    for slug, key in alone:
        if key not in there[slug]:
            found[slug].add(key)
    return found


def _asking(told: Said, roomless: Mapping[str, set[str]], numbers: Mapping[str, int], slugs: Sequence[str]) -> str:
    """For each number of a key in turn the pages that are asked for with it, or have no room for it, packed.

    A page is its place, with the number of all pages added where they have no room for the key, and twice where it weighs
    OFTEN; each is told by the step from the one before it, the first from -1, and 0 ends them.
    """
    asked: dict[int, set[int]] = {}
    for place, slug in enumerate(slugs):
        for turn, keys in enumerate((told.asked[slug] - told.often[slug], roomless[slug], told.often[slug])):
            for key in keys:
                asked.setdefault(numbers[key], set()).add(turn * len(slugs) + place)
    lists = (asked.get(number, ()) for number in range(max(asked, default=-1) + 1))
    return "".join(rising(page + 1 for page in pages) + NOUGHT for pages in lists)


def _pages(
    sections: Sequence[Section],
    locations: Mapping[str, str],
    found: Packed,
    related: Mapping[str, Sequence[int]],
) -> list[list]:
    """Of each page its address, title, keywords, terms, its related pages, then its pieces."""
    pages: list[list] = []
    texts = iter(found.texts)
    for section in sections:
        if not section.anchor:
            own = (next(texts) for _ in FIRST_FIELDS)
            pages.append([locations[section.slug], *own, related[section.slug]])
        piece = [section.anchor, *(next(texts) for _ in FIELDS)]
        while not piece[-1] and len(piece) > 1:
            piece.pop()
        pages[-1].append(piece)
    return pages


def _without_repeats(meanings: list[str]) -> str:
    """The meanings with commas between them; nothing stands for the same again."""
    again = ["", *meanings]
    return COMMA.join("" if one == before else f" {one}" for one, before in zip(meanings, again, strict=False))


def _word_lists(rules: dict[str, dict[str, Any]]) -> list[tuple[str, str, list[str]]]:
    """The long lists of words among rules, in order, with where they stand; they are taken out."""
    found = []
    for rule, fields in rules.items():
        for field in [name for name, value in fields.items() if isinstance(value, list) and len(value) >= LONG_LIST]:
            if all(isinstance(word, str) for word in fields[field]):
                found.append((rule, field, sorted(fields.pop(field))))
    return found


def _without_comments(rule: Any) -> Any:
    if isinstance(rule, dict):
        return {name: _without_comments(value) for name, value in rule.items() if name != "//"}
    return [_without_comments(value) for value in rule] if isinstance(rule, list) else rule
