"""What of the texts goes to the reader's browser: each word on the pages that say most of it, and sentences as room allows.

A word stays, bare, in the piece of a page that says most of it; where not even bare words have room, those that are said
often go first. The more room there is, the more words keep their neighbours, so that a result can show them in a sentence.
Summaries and the names of rows are kept whole.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rights_kb.search import words
from rights_kb.search.sections import Section

# So many words on each side of a word that is kept are kept with it; a gap or a rest of so many is kept as well.
NEIGHBOURS, GAP, REST = 2, 2, 3
LEFT_OUT = "…"
# A word that more pages say is kept in so many of them that say most of it: nobody reads on further.
MOST_PAGES = 4
STRIPPED = '.,;:!?()[]«»“”"…'
# Fields whose words are there anyway.
WHOLE = ("title", "keywords", "terms", "heading", "names", "asked")


@dataclass
class _Chosen:
    """For each piece the places of the words that stand in sentences, and of those that stand bare."""

    kept: list[set[int]]
    bare: list[list[int]]


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
        self.spelled = [[word.strip(STRIPPED) for line in lines for word in line] for lines in self.lines]
        self.forms = Counter(form for spelled in self.spelled for form in set(spelled))
        self.places: list[dict[str, list[int]]] = [defaultdict(list) for _ in self.sections]
        for number, keys in enumerate(self.keys):
            for place, of_word in enumerate(keys):
                for key in of_word:
                    self.places[number][key].append(place)
        self.summaries = [
            range(len(keys)) if not section.anchor else range(0)
            for section, keys in zip(self.sections, self.keys, strict=True)
        ]
        self.wanted = self._wanted(there)

    def _wanted(self, there: list[set[str]]) -> list[tuple[int, str]]:
        """Which piece shall keep which word: of each page that says a word the piece that says most of it.

        The most important first: what is said often, on the page that says most of it, then on the next, …
        """
        said: dict[str, Counter[int]] = defaultdict(Counter)
        for number, keys in enumerate(self.keys):
            for of_word in keys:
                said_by_word = dict.fromkeys(of_word)
                for key in said_by_word:
                    said[key][number] += 1
        named: dict[str, set[str]] = defaultdict(set)
        for section, keys_there in zip(self.sections, there, strict=True):
            for key in keys_there:
                named[key].add(section.slug)
        ranked = []
        for key, many in said.items():
            best = sorted(many, key=lambda number: (-many[number] / (20 + len(self.keys[number])), number))
            of_page: dict[str, int] = {}
            for number in best:
                if self.sections[number].slug not in named[key] and _tells(key):
                    of_page.setdefault(self.sections[number].slug, number)
            taken = enumerate([*of_page.values()][:MOST_PAGES])
            # Nothing else stands for a number, such as that of a helpline.
            weight = 9 if key.isdigit() else 1
            ranked += [(-weight * many[number] / (rank + 1), rank, number, key) for rank, number in taken]
        return [(number, key) for *_, number, key in sorted(ranked)]

    def cut(self, room: int) -> list[Section]:
        """The pieces with about `room` words, summaries apart: first all bare, then in sentences; all where it fits."""
        if self.words <= room:
            return self.sections
        bare_only = self._chosen(self.wanted, 0)
        used = sum(map(len, bare_only.bare))
        wanted = self.wanted[: room * len(self.wanted) // used] if used > room else self.wanted
        chosen = self._chosen(wanted, room - used) if used <= room else self._chosen(wanted, 0)
        return [self._with(number, chosen.kept[number], chosen.bare[number]) for number in range(len(self.sections))]

    def _chosen(self, wanted: Sequence[tuple[int, str]], room: int) -> _Chosen:
        """The places of the words to keep: so many of them in sentences, the others bare."""
        chosen = _Chosen([set(places) for places in self.summaries], [[] for _ in self.sections])
        on_page: dict[str, set[str]] = defaultdict(set)
        for number, places in enumerate(self.summaries):
            on_page[self.sections[number].slug].update(key for place in places for key in self.keys[number][place])
        used = 0
        for number, key in wanted:
            page = on_page[self.sections[number].slug]
            if key in page:
                continue
            places = self.places[number][key]
            if used < room:
                around = (self._around(number, place) - chosen.kept[number] for place in places)
                new = min(around, key=lambda found: (len(found), min(found)))
                chosen.kept[number] |= new
                # Bare it would take one.
                used += len(new) - 1
            else:
                new = {max(places, key=lambda place: (self.forms[self.spelled[number][place]], -place))}
                chosen.bare[number] += new
            page.update(key for place in new for key in self.keys[number][place])
        return chosen

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

    def _with(self, number: int, kept: set[int], bare: list[int]) -> Section:
        """The piece with these words of its text, what is left out between them marked; then the bare ones."""
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
        alone = " ".join(sorted({self.spelled[number][place] for place in bare}))
        return replace(section, fields={**section.fields, "text": "\n".join(said), "bare": alone})


def _tells(key: str) -> bool:
    """Whether a word is one to look for: of what begins with a digit only numbers of three and more, such as of articles."""
    return not key[:1].isdigit() or (len(key) >= 3 and key.isdigit())
