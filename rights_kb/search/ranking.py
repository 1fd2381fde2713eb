"""Which articles a query finds, and why: by what each page says in its title, headings, keywords and text, and by phrases.

A word counts once for a page, by the most telling places where it stands: so the index of a reader's browser, which
holds each word of a page but not each place of it, ranks just as this does (search/engine.js is the twin).
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rights_kb.library import Library
from rights_kb.search import kyrgyz, words
from rights_kb.search.said import said
from rights_kb.search.sections import BETWEEN, Render, Section, sections

# Where a word may stand in a piece.
IN_PIECE = {"heading": 1.5, "names": 1.0, "text": 1.0}
# How much is believed when not the word itself is found, but one that begins with it, one that it begins with, one like it,
# or the Kyrgyz for it.
BEGUN, BEGINS, ALIKE, TRANSLATED = 0.5, 0.5, 0.6, 0.8
# Where several Kyrgyz words mean it, each counts the less the more they are: their number to the power of this.
SPREAD = -0.5
# So many letters has each of two words that were typed as one.
SHORTEST = 3
# What has fewer letters is like too many words to be taken for a mistyped one.
LEAST_ALIKE = 4
# So many letters are left of a mistyped word whose endings are not known as such; fewer are the beginning of any word.
LEAST_STEM = 5
# A word of a phrase of danger that must begin with these letters, where not any form of it will do.
BEGINNING = re.compile(r"\S+\*")
# What it adds that a query is like a keyword, a title or a heading as a whole; headings count less.
PHRASE, HEADING = 8.0, 0.8
# What the best pages hand on to those that they name as related.
RELATED, HANDING = 0.1, 3
# The macros that show helplines and those that list all there is of a kind; how much such a list counts.
HELPLINE, ALL_HELPLINES = "kb_helpline", "kb_helplines"
LISTS = frozenset({"kb_glossary", "kb_sources", "kb_alphabet", "kb_changes", "kb_laws", "kb_statuses"})
REGISTER = 0.5


@dataclass(frozen=True)
class Found:
    """An article with the section that fits best; the higher the score, the better."""

    slug: str
    anchor: str
    score: float


@dataclass(frozen=True)
class Danger:
    """What someone types who may be in danger, and the articles that then come first.

    `calls` are groups of phrases, each with the articles that help then, the best first: a word of a phrase stands for
    all its forms, one that ends in * for what begins with these letters. `slugs` are the articles with helplines, the
    list of them all first.
    """

    calls: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    slugs: tuple[str, ...] = ()


def open_index(library: Library, language: str, render: Render) -> Index:
    """The index of one language of the guide."""
    found = list(sections(library, language, render))
    return Index(found, language, danger(library, language), registers(library, language), related(library, language))


def danger(library: Library, language: str) -> Danger:
    """The words of danger of one language and the pages with helplines."""
    calls = tuple((entry.words[language], entry.pages) for entry in library.danger_words if language in entry.words)
    pages = [page for slug in library.slugs() if (page := library.page(language, slug)) and page.danger]
    called = {page.slug: {call.name for call in page.calls} for page in pages}
    helping = [page.slug for page in pages if any(name.startswith(HELPLINE) for name in called[page.slug])]
    # The list of all helplines is the way in; the first page of the guide only leads to it.
    return Danger(calls, tuple(sorted(helping, key=lambda slug: (slug == "index", ALL_HELPLINES not in called[slug]))))


def registers(library: Library, language: str) -> frozenset[str]:
    """The pages that list all there is of a kind: whoever asks for a thing seldom looks for a list."""
    pages = (page for slug in library.slugs() if (page := library.page(language, slug)))
    return frozenset(page.slug for page in pages if any(call.name in LISTS for call in page.calls))


def related(library: Library, language: str) -> dict[str, tuple[str, ...]]:
    """The pages that each page names as related."""
    return {slug: tuple(page.related) for slug in library.slugs() if (page := library.page(language, slug))}


class Index:
    """The sections of one language, ready to be asked."""

    def __init__(
        self,
        found: list[Section],
        language: str,
        danger: Danger | None = None,
        registers: frozenset[str] = frozenset(),
        related: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self.language = language
        self.registers = registers
        self.danger = danger or Danger()
        # All words of a phrase of danger count: “locked in” is not “lock”.
        self.calls = [
            ([call for phrase in phrases if any(call := _call(phrase, language))], slugs)
            for phrases, slugs in self.danger.calls
        ]
        self.slugs = list(dict.fromkeys(section.slug for section in found))
        # In the order of a reader's browser, so that equal scores stand in the same order.
        self.place = {slug: place for place, slug in enumerate(self.slugs)}
        self.related = {slug: [to for to in (related or {}).get(slug, ()) if to in self.place] for slug in self.slugs}
        # For each page its pieces: the anchor, and what each key says there.
        self.pieces: dict[str, list[tuple[str, dict[str, float]]]] = defaultdict(list)
        # word as it stands in the texts → its key
        spelled: dict[str, str] = {}
        # slug, keys, how much it counts
        self.phrases: list[tuple[str, tuple[str, ...], float]] = []
        for section in found:
            own: dict[str, float] = defaultdict(float)
            for field, text in section.fields.items():
                met = words.terms(text, language)
                spelled |= {words.spelled(term, language): term.keys[0] for term in met if term.keys and not term.stop}
                for key in {key for term in met for key in term.keys} if field in IN_PIECE else ():
                    own[key] += IN_PIECE[field]
            self.pieces[section.slug].append((section.anchor, own))
            for phrase, weight in _phrases(section):
                if keys_of := _phrase(words.terms(phrase, language)):
                    self.phrases.append((section.slug, tuple(dict.fromkeys(keys_of)), weight))
        # key → page → how much the key says there
        self.weights: dict[str, dict[str, float]] = defaultdict(dict)
        told = said(found, language)
        for slug, own in told.weights.items():
            for key, weight in own.items():
                self.weights[key][slug] = weight
        # How rare a word is, counted in articles.
        self.rarity = {key: math.log(1 + len(self.slugs) / len(at)) for key, at in self.weights.items()}
        self.rarest = max(self.rarity.values(), default=0.0)
        # What no page says is found by itself only: the browser knows its number, not its letters.
        self.keys = sorted(self.weights.keys() - told.unsaid)
        self.of_pages = frozenset(self.keys)
        # What a mistyped word is compared with, and the key that it then means.
        self.like_keys = {key: key for key in self.keys if key[:1].isalpha()}
        self.like_words = {word: key for word, key in spelled.items() if word[:1].isalpha() and key in self.of_pages}
        self.phrases_with: dict[str, list[int]] = defaultdict(list)
        for number, (_, keys_of, _) in enumerate(self.phrases):
            for key in keys_of:
                self.phrases_with[key].append(number)

    def find(self, query: str) -> list[Found]:
        """The articles that answer a query, the best first."""
        read = words.terms(query, self.language)
        for meant in words.other_readings(query, self.language):
            other = words.terms(meant, self.language)
            if self._known(other) > self._known(read):
                read = other
        terms = list({term.word: term for term in _telling_terms(read)}.values())
        matched = [self._matched(term) for term in terms]
        surely = [_telling(groups) for groups in matched]
        scores: dict[str, float] = defaultdict(float)
        many: dict[str, int] = defaultdict(int)
        for groups in matched:
            for slug, score in self._scores(groups).items():
                scores[slug] += score
                many[slug] += 1
        alike = self._alike_phrases(matched)
        total = {
            slug: (score * many[slug] / len(terms) + PHRASE * alike.get(slug, 0) ** 2 * math.sqrt(len(terms)))
            * (REGISTER if slug in self.registers else 1)
            for slug, score in scores.items()
        }
        for slug, score in sorted(total.items(), key=self._order)[:HANDING]:
            for to in self.related[slug]:
                total[to] = total.get(to, 0) + RELATED * score
        ranked = [
            Found(slug, self._anchor(slug, surely), round(score, 3))
            for slug, score in sorted(total.items(), key=self._order)
        ]
        return self._helplines_first(ranked, read)

    def _order(self, scored: tuple[str, float]) -> tuple[float, int]:
        return -scored[1], self.place[scored[0]]

    def _anchor(self, slug: str, surely: list[dict[str, float]]) -> str:
        """The piece of a page that says most of a query; empty where none says more than the page as a whole."""
        best, most = "", 0.0
        for anchor, own in self.pieces[slug]:
            says = sum(
                max((keys[key] * own[key] * self.rarity[key] for key in keys if key in own), default=0) for keys in surely
            )
            if says > most:
                best, most = anchor, says
        return best

    def _helplines_first(self, ranked: list[Found], read: list[kyrgyz.Term]) -> list[Found]:
        """For words of danger the pages that help then come first, the list of all helplines after the best of them."""
        keys = {key for term in read for key in (*term.keys, *words.translated(term, self.language))}
        typed = [words.spelled(term, self.language) for term in read]

        def met(wanted: frozenset[str], begins: frozenset[str]) -> bool:
            return wanted <= keys and all(any(word.startswith(begin) for word in typed) for begin in begins)

        called = [slugs for phrases, slugs in self.calls if any(met(*call) for call in phrases)]
        if not called:
            return ranked
        by_slug = {found.slug: found for found in ranked}
        helping = dict.fromkeys(slug for slugs in called for slug in slugs if slug in self.place)
        best = sorted(helping, key=lambda slug: -by_slug[slug].score if slug in by_slug else 0)[:1]
        answering = [found.slug for found in ranked if found.slug in self.danger.slugs][:1]
        order = dict.fromkeys([*answering, *best, *self.danger.slugs[:1], *helping])
        first = [by_slug.get(slug, Found(slug, "", 0.0)) for slug in order]
        return [*first, *(found for found in ranked if found not in first)]

    def _known(self, read: list[kyrgyz.Term]) -> int:
        return sum(any(key in self.weights for key in term.keys) for term in _telling_terms(read))

    def _matched(self, term: kyrgyz.Term) -> list[tuple[dict[str, float], float]]:
        """The keys of the guide that a word may mean with how much each is believed, in groups with their shares.

        A share of 1 is another way to mean the whole word; what has less adds up: the parts of a word with hyphens, two
        words typed as one, and the Kyrgyz words that together mean a Russian one.
        """
        translated = {key: TRANSLATED for key in words.translated(term, self.language) if key in self.weights}
        groups = [(self._near(key, "" if translated else words.spelled(term, self.language)), 1.0) for key in term.keys[:1]]
        groups += [({key: belief}, len(translated) ** SPREAD) for key, belief in translated.items()]
        parts = term.keys[1:]
        if len(term.keys) == 1 and not translated and term.keys[0] not in self.weights:
            parts = self._run_together(term.word)
        return [*groups, *((self._near(key, ""), 1 / len(parts) if len(parts) > 1 else 0.999) for key in parts)]

    def _run_together(self, word: str) -> tuple[str, ...]:
        """The keys of two words of the guide that were typed as one, such as балабакча; empty where it is none."""
        if len(word) > kyrgyz.LONGEST:
            return ()
        for place in range(len(word) - SHORTEST, SHORTEST - 1, -1):
            read = [words.terms(half, self.language) for half in (word[:place], word[place:])]
            keys = [term.keys[0] for terms in read for term in terms if term.keys and not term.stop]
            if len(keys) == 2 and all(key in self.weights for key in keys):
                return tuple(keys)
        return ()

    def _scores(self, groups: list[tuple[dict[str, float], float]]) -> dict[str, float]:
        """What a word says for each page."""
        total: dict[str, float] = defaultdict(float)
        for near, share in groups:
            found: dict[str, float] = {}
            for key, belief in near.items():
                for slug, weight in self.weights[key].items():
                    found[slug] = max(found.get(slug, 0), belief * weight * self.rarity[key])
            for slug, score in found.items():
                total[slug] = total[slug] + score * share if share < 1 else max(total[slug], score)
        return total

    def _alike_phrases(self, matched: list[list[tuple[dict[str, float], float]]]) -> dict[str, float]:
        """For each page how like a query its likest keyword, title or heading is: 1 where it says the same words."""
        met: dict[int, float] = defaultdict(float)
        asked = 0.0
        for groups in matched:
            believed: dict[str, float] = {}
            for near, share in groups:
                for key, belief in near.items():
                    believed[key] = max(believed.get(key, 0), belief * share)
            asked += max((self.rarity[key] for key in believed), default=self.rarest)
            best: dict[int, float] = {}
            for key, belief in believed.items():
                for number in self.phrases_with.get(key, ()):
                    best[number] = max(best.get(number, 0), belief * self.rarity[key])
            for number, score in best.items():
                met[number] += score
        alike: dict[str, float] = defaultdict(float)
        for number, score in met.items():
            slug, keys, weight = self.phrases[number]
            whole = sum(self.rarity[key] for key in keys)
            alike[slug] = max(alike[slug], weight * score / math.sqrt(asked * whole))
        return alike

    def _near(self, key: str, typed: str) -> dict[str, float]:
        """The keys of the guide that a typed key may mean, and how much each is believed."""
        near = {key: 1.0} if key in self.weights else {}
        # What begins with a short word that the guide knows is seldom meant by it: бер- is no берене.
        if len(key) >= (4 if near else 3):
            begun = key.rstrip(kyrgyz.VERB)
            for other in self.keys[bisect_left(self.keys, begun) :]:
                if not other.startswith(begun):
                    break
                if other != key:
                    near[other] = BEGUN * len(key) / len(other)
        if not near and len(typed) >= LEAST_ALIKE and not typed.isdigit():
            # A wrong letter may make an ending of what is none: so the words of the texts are compared, not only their keys.
            for one, others in ((key, self.like_keys), (typed, self.like_keys), (typed, self.like_words)):
                most = 1 if len(one) < 7 else 2
                for other, meant in others.items() if len(one) >= LEAST_ALIKE else ():
                    if (many := apart(one, other, most)) <= most:
                        near[meant] = max(near.get(meant, 0), ALIKE ** max(many, 1))
            # A mistake in a word with endings that are then not known as such.
            for end in range(len(typed) - 1, LEAST_STEM - 1, -1):
                if near:
                    break
                begun = typed[:end]
                near |= {other: ALIKE for other in self.like_keys if apart(begun, other, 1) <= 1}
        if key not in self.weights and len(key) >= 5:
            # Endings that no rule takes off: the longest word of the guide with which the typed one begins.
            begins = next((key[:length] for length in range(len(key) - 1, 3, -1) if key[:length] in self.of_pages), "")
            if begins:
                near[begins] = max(near.get(begins, 0), BEGINS * len(begins) / len(key))
        return near


def _call(phrase: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a query must have to say a phrase of danger: keys, and letters with which words of it begin."""
    begun = words.terms(" ".join(BEGINNING.findall(phrase)), language)
    keys = words.first_keys(BEGINNING.sub("", phrase), language)
    return frozenset(keys), frozenset(words.spelled(term, language) for term in begun)


def _telling_terms(read: list[kyrgyz.Term]) -> list[kyrgyz.Term]:
    """The words of a query that tell of its subject; all where none does."""
    return [term for term in read if not term.stop] or read


def _telling(groups: list[tuple[dict[str, float], float]]) -> dict[str, float]:
    """What a word surely means; what it may mean only where nothing is sure."""
    keys = {key: belief for near, _ in groups for key, belief in sorted(near.items(), key=lambda item: item[1])}
    sure = {key: belief for key, belief in keys.items() if belief > BEGUN}
    return sure or keys


def _phrases(section: Section) -> list[tuple[str, float]]:
    """The phrases of a section that a query may be as a whole, and how much they count."""
    if section.anchor:
        return [(section.fields.get("heading", ""), HEADING)]
    return [
        (section.fields.get("title", ""), 1.0),
        *((each, 1.0) for each in section.fields.get("keywords", "").split(BETWEEN)),
    ]


def _phrase(met: list[kyrgyz.Term]) -> tuple[str, ...]:
    """What a phrase is about: the keys of its words, without those that say nothing of the subject."""
    return tuple(term.keys[0] for term in met if term.keys and not term.stop)


def apart(one: str, other: str, most: int) -> int:
    """How many letters are wrong, missing, too many or exchanged with their neighbour; `most` + 1 where it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, sign in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != sign))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == sign:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
