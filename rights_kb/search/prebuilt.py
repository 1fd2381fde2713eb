"""What each key says on each page, ready made: in a big guide a reader's browser need not read all texts first."""

from __future__ import annotations

from rights_kb.search.packed import hashed
from rights_kb.search.said import Said


def index(said: Said) -> list[list]:
    """For each key: the key, then in turns the number of a page and twice what the key weighs there (a whole number).

    In the place of a key that no page says stands its number, as it does where the texts are read.
    """
    at: dict[str, list[int]] = {}
    for page, own in enumerate(said.weights.values()):
        for key in sorted(own):
            at.setdefault(key, []).extend((page, round(2 * own[key])))
    return [[hashed(key) if key in said.unsaid else key, *found] for key, found in at.items()]
