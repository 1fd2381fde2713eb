"""An index as MiniSearch keeps it, made without it: a big guide is ready in the reader's browser at once.

search/prebuilt.test.js holds that it is what MiniSearch makes of the same pieces.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rights_kb.search import words
from rights_kb.search.packed import Packed, numbers
from rights_kb.search.sections import Section

FIELDS = ("title", "keywords", "terms", "heading", "names", "text")


def index(sections: Sequence[Section], found: Packed, language: str) -> dict[str, Any]:
    """What MiniSearch.loadJS takes; the texts of `found` are, for each page, title, keywords, terms, then its pieces."""
    keys = [[key for term in words.terms(word, language) for key in term.keys] for word in found.all_words()]
    texts = iter(found.texts)
    terms: dict[str, dict[str, dict[str, int]]] = {}
    lengths: dict[str, list[int | None]] = {}
    averages: list[float] = []
    counted = 0
    title = ""
    for number, section in enumerate(sections):
        fields: dict[str, str] = {}
        if not section.anchor:
            title, fields["keywords"], fields["terms"] = next(texts), next(texts), next(texts)
        fields |= {"title": title, "heading": next(texts), "names": next(texts), "text": next(texts) + next(texts)}
        own: list[int | None] = []
        for place, name in enumerate(FIELDS):
            if name not in fields:
                continue
            met = [key for word in numbers(fields[name]) for key in keys[word]]
            for key, many in Counter(met).items():
                terms.setdefault(key, {}).setdefault(str(place), {})[str(number)] = many
            while len(own) < place:
                own.append(None)
            own.append(len(dict.fromkeys(met)))
            average = averages[place] if place < len(averages) else 0.0
            while len(averages) <= place:
                averages.append(0.0)
            averages[place] = (average * counted + own[place]) / (counted + 1)
        lengths[str(number)] = own
        counted += 1
    return {
        "documentCount": counted,
        "nextId": counted,
        "documentIds": {str(number): number for number in range(counted)},
        "fieldIds": {name: place for place, name in enumerate(FIELDS)},
        "fieldLength": lengths,
        "averageFieldLength": averages,
        "storedFields": {},
        "dirtCount": 0,
        "index": [[key, data] for key, data in terms.items()],
        "serializationVersion": 2,
    }
