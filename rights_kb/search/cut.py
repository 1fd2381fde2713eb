"""What of the texts goes to the reader's browser: every word at least once, and the more often the more room there is.

A word that is said in many pieces is kept in those that say most of it. Around a word that is kept stand its neighbours,
so that a result can show it in a sentence. Summaries and the names of rows are kept whole.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rights_kb.search import words
from rights_kb.search.sections import Section

# So many words on each side of a word that is kept are kept with it; a gap or a rest of so many is kept as well.
NEIGHBOURS, GAP, REST = 2, 2, 3
LEFT_OUT = "…"
# Fields whose words are there anyway.
WHOLE = ("title", "keywords", "terms", "heading", "names")


class Texts:
    """The texts of the pieces as words with their keys, ready to be cut to any size."""

    def __init__(self, sections: Sequence[Section], language: str) -> None:
        self.sections = list(sections)
        self.lines: list[list[list[str]]] = []
        # For each piece, its words in order: the line they stand in, and their keys.
        self.keys: list[list[tuple[str, ...]]] = []
        known: dict[str, tuple[str, ...]] = {}

        def of(word: str) -> tuple[str, ...]:
            if word not in known:
                known[word] = tuple(key for term in words.terms(word, language) if not term.stop for key in term.keys)
            return known[word]

        there: list[set[str]] = []
        for section in self.sections:
            lines = [line.split() for line in section.fields["text"].split("\n")]
            self.lines.append(lines)
            self.keys.append([of(word) for line in lines for word in line])
            there.append({key for name in WHOLE for word in section.fields.get(name, "").split() for key in of(word)})
        self.words = sum(map(len, self.keys))
        self.wanted = self._wanted(there)

    def _wanted(self, there: list[set[str]]) -> list[tuple[int, str]]:
        """Which piece shall keep which word, the most important first: every word once, then twice, …"""
        said: dict[str, Counter[int]] = defaultdict(Counter)
        for number, keys in enumerate(self.keys):
            for of_word in keys:
                said_by_word = dict.fromkeys(of_word)
                for key in said_by_word:
                    if key not in there[number]:
                        said[key][number] += 1
        ranked = []
        for key, many in said.items():
            best = sorted(many, key=lambda number: (-many[number] / (20 + len(self.keys[number])), number))
            ranked += [(rank, number, key) for rank, number in enumerate(best)]
        return [(number, key) for _, number, key in sorted(ranked)]

    def cut(self, room: int) -> list[Section]:
        """The pieces with about `room` words of text in all, summaries apart; all of it where it fits."""
        if self.words <= room:
            return self.sections
        kept: list[set[int]] = [set() for _ in self.sections]
        held: list[set[str]] = [set() for _ in self.sections]
        places: list[dict[str, list[int]]] = [defaultdict(list) for _ in self.sections]
        for number, keys in enumerate(self.keys):
            for place, of_word in enumerate(keys):
                for key in of_word:
                    places[number][key].append(place)
        for number, section in enumerate(self.sections):
            if not section.anchor:
                kept[number] = set(range(len(self.keys[number])))
                held[number] = {key for of_word in self.keys[number] for key in of_word}
        used = 0
        for number, key in self.wanted:
            if key in held[number]:
                continue
            if used >= room:
                break
            new = min(
                (self._around(number, place) - kept[number] for place in places[number][key]),
                key=lambda around: (len(around), min(around)),
            )
            kept[number] |= new
            used += len(new)
            held[number].update(key for place in new for key in self.keys[number][place])
        return [self._with(number, kept[number]) for number in range(len(self.sections))]

    def _around(self, number: int, place: int) -> set[int]:
        """A word's place and those of its neighbours in the same sentence."""
        start = 0
        for line in self.lines[number]:
            if place < start + len(line):
                break
            start += len(line)
        first, last = max(start, place - NEIGHBOURS), min(start + len(line) - 1, place + NEIGHBOURS)
        if first - start <= REST:
            first = start
        if start + len(line) - 1 - last <= REST:
            last = start + len(line) - 1
        return set(range(first, last + 1))

    def _with(self, number: int, kept: set[int]) -> Section:
        """The piece with these words of its text, what is left out between them marked."""
        said = []
        start = 0
        for line in self.lines[number]:
            places = [place for place in range(len(line)) if start + place in kept]
            if places:
                shown: list[str] = [LEFT_OUT] if places[0] > 0 else []
                for before, place in zip([places[0] - 1, *places], places, strict=False):
                    if place - before > GAP + 1:
                        shown.append(LEFT_OUT)
                    else:
                        shown += line[before + 1 : place]
                    shown.append(line[place])
                said.append(" ".join([*shown, LEFT_OUT] if places[-1] < len(line) - 1 else shown))
            start += len(line)
        section = self.sections[number]
        return replace(section, fields={**section.fields, "text": "\n".join(said)})
