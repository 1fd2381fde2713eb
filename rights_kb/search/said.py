"""What each page says: the keys of its words by where they stand, as a reader's browser learns them from the index file.

Words that readers ask with are told to the browser apart from the texts; those that no page says are told by a number each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rights_kb.search import words
from rights_kb.search.cut import Texts
from rights_kb.search.sections import BETWEEN, Section

# Where a word may stand but in a text, and what it weighs there; one that stands in none of these weighs what it does
# because readers ask for the page with it, or because the text says it.
WEIGHTS = {"title": 1.5, "keywords": 2.5, "terms": 1.5, "heading": 1.5, "names": 1.0}
ASKED, TEXT = 1.5, 1.0
# A word that readers ask for a page with weighs as much as a keyword where it is all they ask, or where its text says it,
# or its phrases have it, often: more than once, or in so many phrases, and this share of the page where it is most often.
OFTEN, SHARE, MANY_PHRASES = 2.5, 0.3, 4
# What no page says is told to the browser in letters, so that it is found when it is mistyped or begun, where so many
# phrases of readers say it or one that says nothing else; else by a number, which takes less than half the room.
SPELLED = 3
# What so many pages or more are asked for with says little of one that has it in a single phrase, of so many words or more.
MANY_PAGES, LONG = 20, 4


@dataclass(frozen=True)
class Said:
    """For each slug what the keys weigh, which weigh more because readers ask with them, and which of these weigh OFTEN.

    `unsaid` are the keys that no page says, and readers seldom.
    """

    weights: dict[str, dict[str, float]]
    asked: dict[str, frozenset[str]]
    often: dict[str, frozenset[str]]
    unsaid: frozenset[str]


def said(sections: Sequence[Section], language: str, texts: Texts | None = None) -> Said:
    """What the pages of these sections say; `texts` where they are read already.

    A word of a text counts on the pages that say most of it, and wherever it stands before the first heading:
    that is what the index file has room for, and nobody reads on further.
    """
    texts = texts or Texts(sections, language)
    fields: dict[str, dict[str, set[str]]] = {section.slug: defaultdict(set) for section in sections}
    # For each key, and each slug that is asked for with it, how many telling words its phrases have.
    lengths: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, section in enumerate(sections):
        own = fields[section.slug]
        for field, text in section.fields.items():
            if field in WEIGHTS:
                own[field].update(words.all_keys(text, language))
        for phrase in section.fields.get("asked", "").split(BETWEEN):
            telling = [term for term in words.terms(phrase, language) if not term.stop and term.keys]
            for key in {key for term in telling for key in term.keys}:
                lengths[key][section.slug].append(len(telling))
        if not section.anchor:
            own["text"].update(key for keys in texts.keys[number] for key in keys)
    for number, key in texts.wanted:
        fields[sections[number].slug]["text"].add(key)
    for key, of_key in lengths.items():
        for slug, long in of_key.items():
            if len(of_key) < MANY_PAGES or len(long) > 1 or min(long) < LONG:
                fields[slug]["asked"].add(key)
    phrases = {key: {slug: len(long) for slug, long in of_key.items()} for key, of_key in lengths.items()}
    times: dict[str, Counter[str]] = defaultdict(Counter)
    for section, places in zip(sections, texts.places, strict=True):
        for key, at in places.items():
            times[key][section.slug] += len(at)
    weights: dict[str, dict[str, float]] = {}
    asked, often = {}, {}
    # What some page says in another place than among what it is asked with.
    named: set[str] = set()
    for slug, keys in fields.items():
        weights[slug] = own = {}
        for field, weight in WEIGHTS.items():
            for key in keys[field]:
                own[key] = own.get(key, 0) + weight
        named |= own.keys()
        heavy = {
            key
            for key in keys["asked"]
            if 1 in lengths[key][slug] or _often(times[key], slug, 2) or _often(phrases[key], slug, MANY_PHRASES)
        }
        often[slug] = frozenset(key for key in heavy if own.get(key, 0) < OFTEN)
        asked[slug] = often[slug] | {key for key in keys["asked"] if own.get(key, 0) < ASKED}
        own.update({key: OFTEN if key in often[slug] else ASKED for key in asked[slug]})
        for key in keys["text"] - own.keys():
            own[key] = TEXT
            named.add(key)
    spelled = named | {
        key
        for key, of_key in lengths.items()
        if sum(phrases[key].values()) >= SPELLED or any(1 in long for long in of_key.values())
    }
    return Said(weights, asked, often, frozenset(key for keys in asked.values() for key in keys - spelled))


def _often(times: Mapping[str, int], slug: str, least: int) -> bool:
    return times.get(slug, 0) >= max(least, SHARE * max(times.values(), default=0))
